"""Names of counties, cities and states, told by the gazetteer: which words are the name, and whose place it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foiakit.offices.directory import Directory
from foiakit.offices.gazetteer import AGENCY_WORDS
from foiakit.offices.local import county_slug, slug
from foiakit.scanning.setting import Setting

_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Tells them. `states` has every name and abbreviation of a state with its id, `alone` cities that are known
    without their state, `strip` words that stand before a name and are no part of it."""

    directory: Directory
    states: dict[str, str]
    strip: frozenset[str]
    alone: dict[str, str]

    def trimmed(self, run: str, start: int) -> tuple[int, str]:
        """A run of capital words without the words before the name ("In Imperial"); its new start."""
        words = run.split(" ")
        while words and words[0] in self.strip and len(words) > 1:
            start += len(words[0]) + 1
            words = words[1:]
        if words and words[0] in self.strip:
            return start, ""
        name = " ".join(words)
        return start, _POSSESSIVE.sub("", name) if name.endswith(("'s", "’s")) else name

    def known(self, group: str, run: str, start: int, state: str | None) -> tuple[int, str]:
        """The county or city with whose name a run of capital words ends ("Ann Roe Tacoma"); its start."""
        begin, name = self.trimmed(run, start)
        gazetteer = self.directory.gazetteer
        table, step = (gazetteer.counties, county_slug) if group == "county" else (gazetteer.cities, slug)
        words, whole = name.split(" "), run[begin - start :]
        at, ends = begin, []
        for i, word in enumerate(words):
            ends += [(at, " ".join(words[i:])), (at, run[at - start :])]
            at += len(word) + 1
        # Prince George's County is not Prince George County: the words as they stand go first.
        for tries in ([(begin, whole)], ends) if whole != name else (ends,):
            for here in (True, False):
                for at, tried in tries:
                    homes = table.get(step(tried), ())
                    if any(p.state == state for p in homes) if here else homes:
                        return at, tried
        return begin, name

    def known_start(self, run: str, state: str | None) -> str:
        """The city with whose name a run begins ("Salem Bicycle Rebate"), else the run without its possessive."""
        words = run.split(" ")
        part = words[-1].lower() in AGENCY_WORDS  # "Ontario Water Department" begins with a city that it belongs to
        for known in (True, False) if part and state else (True,):
            for end in range(len(words), 0, -1):
                name = _POSSESSIVE.sub("", " ".join(words[:end]))
                homes = self.directory.gazetteer.cities.get(slug(name), ())
                here = not known or state is None or any(p.state == state for p in homes) or name in self.alone
                if homes and here:
                    return name
        return _POSSESSIVE.sub("", run)

    def knows_city(self, name: str, state: str) -> bool:
        """True where the state has a city of this name."""
        return any(p.state == state for p in self.directory.gazetteer.cities.get(slug(name), ()))

    def local(self, group: str, name: str, at: Setting, said: str | None = None) -> str | None:
        """The id of a county or city.

        It lies in the state that the text says, else in the release's own where that has one of the name. Else a state
        or local body still means a city of its own state, unless it is one that is known without its state ("Chicago"):
        no list has every city. A federal one means the only city listed. Lists of counties are whole, so a county that
        the own state lacks is the only one of the name, or cannot be told.
        """
        if not name:
            return None
        gazetteer = self.directory.gazetteer
        step = county_slug(name) if group == "county" else slug(name)
        homes = {p.state for p in (gazetteer.counties if group == "county" else gazetteer.cities).get(step, ())}
        if said:
            state = said if said in homes or group != "county" else None
        elif at.state in homes:
            state = at.state
        else:
            only = next(iter(homes)) if len(homes) == 1 else None
            if group == "county":
                state = only
            else:
                state = self.alone.get(name) or (at.state or only if at.federal is False else only or at.state)
        return f"{state}/{group}/{step}" if state else None
