"""Counties, cities and states in a text, with the ids under which their offices are addressed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from foiakit.model.claim import Mention, Role
from foiakit.offices.directory import Directory
from foiakit.offices.local import slug
from foiakit.scanning.known_places import KnownPlaces
from foiakit.scanning.lexicon import Bodies
from foiakit.scanning.numerals import either
from foiakit.scanning.setting import Setting

CAPITAL = r"(?:St\.|Ft\.|Mt\.|[A-Z][A-Za-zñéü'’]+)"
RUN = rf"{CAPITAL}(?:[ -]{CAPITAL}){{0,3}}"
"""One to four words with a capital, which may be a place's name."""

_KINDS = frozenset({"County", "Counties", "Parish", "Parishes", "Borough", "City", "Town", "Village", "Township"})
_CAPITALS = re.compile(r"[A-Z]\w*")
_WITHIN = re.compile(r"\b(?:in|of|at|from|near|to|and|outside|around) $")
_GOVERNMENT = re.compile(r"^(?:[Ss]tate|Commonwealth) of | State$")
_THE_STATE = re.compile(
    r"\b[Tt]he (?:[Ss]tate|Commonwealth)(?=['’]s\b|[.,;:)]|$| (?:(?:and|or)(?! (?:federal|local))|by|to"
    r"|in|from|with|will|would|shall|must|may|can|could|has|had|is|was|were|[a-z]+ed|paid|spent|sent|made|won)\b)"
)
"""The state as a doer or a place, not “the state budget”."""
_NAMESAKE = (
    r" (?:Tech|Natives?|City|River|Bay|Street|St\.|Avenue|Ave\.|Boulevard|Blvd\.|Road|Rd\.|Drive|Lane|Mason)\b"
    r"|,? (?:Inc|LLC|L\.L\.C|Corp|Co\.|Ltd)\b"
)
"""After a state's name: a street, a company or a school is named by it."""
_NAMED_AFTER = re.compile(_NAMESAKE)
_LOCATED = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Nn]ear|[Oo]utside|North|West|of|at|to) $")
"""Before “Virginia”: a place, whoever it may be that shares its name."""
_LISTED = re.compile(rf"(?:, {RUN})+,? (?:and|or) {RUN}")
"""After “from Oakland”: “, Fremont and Roseville”."""
_INSTITUTION = re.compile(r"\b(?:University|College|Institute|Bank|Archdiocese|Diocese) of (?:the )?$")


@dataclass(frozen=True, slots=True)
class Places(KnownPlaces):
    """Finds places. Made once for a directory."""

    pattern: re.Pattern[str]
    bare: re.Pattern[str]
    firsts: frozenset[str]
    """Words of which one stands in any text that `pattern` matches."""
    person: re.Pattern[str]
    """A state's name that is a given name, with a family name behind it."""
    city_firsts: dict[str | None, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Bodies, directory: Directory) -> Places:
        """With the states of the directory."""
        names: dict[str, str] = {}
        short: dict[str, str] = {}
        for id, row in directory.index.states.items():
            names[row["name"]] = id
            for form in row.get("abbreviations", ()):
                short[form] = id
        short |= {form: id for form, id in words.press_abbreviations.items() if id in directory.index.states}
        either_state = rf"(?:{either([*names, *short])})"
        ambiguous = {"Washington", "New York"}
        whole = (
            rf"(?:{either(n for n in names if n not in ambiguous)}|Washington State|[Ss]tate of (?:Washington"
            rf"|New York)|New York State|D\.C\.)"
        )
        pattern = (
            rf"(?:[Cc]ounties|[Pp]arishes) of (?P<of_several>{RUN}(?:, {RUN}){{0,40}},? and {RUN})"
            rf"|(?P<several>{RUN}(?:, {RUN}){{0,40}},? and {RUN}) (?:[Cc]ounties|[Pp]arishes)\b"
            rf"|(?P<county>{RUN}) (?P<word>County|Counties|Parish|Parishes|Borough)\b"
            rf"(?:, (?P<cstate>{either_state})(?!\w))?"
            rf"|\b(?P<kind>City|Town|Village|Township|County) of (?P<of>{RUN})(?:, (?P<ofstate>{either_state})(?!\w))?"
            rf"|(?P<city>{RUN}), (?P<state>{either_state})(?!\w)"
            rf"|(?<![\w@/-])(?<!Lake )(?P<whole>(?:(?:[Ss]tate|Commonwealth) of )?{whole})"
            rf"(?!\w|\.[a-z]|/[a-z]|{_NAMESAKE})"
        )
        no_family = {*words.no_family_names, *words.state_heads, *words.state_tails, *words.system_tails}
        return cls(
            directory=directory,
            states=names | short,
            pattern=re.compile(pattern),
            bare=re.compile(
                rf"\b(?:[Ii]n|of|[Ff]rom|[Nn]ear|at|to|including|[Tt]hroughout|[Aa]cross|[Oo]utside|and)\s+(?P<bare>{RUN})"
            ),
            strip=frozenset(words.not_in_names),
            alone=dict(words.alone),
            firsts=frozenset(_firsts([*names, *short])) | _KINDS,
            person=re.compile(
                rf"(?:{either(words.given_names)}) (?:[A-Z]\. )?(?!(?:{either(no_family)})\b)"
                r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?![\w-]| (?:[A-Z]|of [A-Z]|& ))"
            ),
        )

    def find(self, text: str, at: Setting) -> list[Mention]:
        """The places of a text. The setting of the release settles counties and cities whose state is not said."""
        state = at.state
        found: list[Mention] = []
        capitals = set(_CAPITALS.findall(text))
        placed = not self.firsts.isdisjoint(capitals) or " counties" in text or " parishes" in text
        for match in self.pattern.finditer(text) if placed else ():
            if match["several"] or match["of_several"]:
                found += self._several(match, "several" if match["several"] else "of_several", at)
            elif match["county"]:
                found += self._counties(match, at)
            elif match["of"]:
                said = self._state(match["ofstate"])
                group = "county" if match["kind"] == "County" else match["kind"].lower()
                name = match["of"] if said or group == "county" else self.known_start(match["of"], state)
                end = match.end() if said else match.start("of") + len(name)
                found.append(self._made(text, (match.start(), end), self.local(group, name, at, said)))
            elif match["city"]:
                found += self._city_and_state(match, at)
            elif not self._is_person(text, match.start("whole")):
                word = _GOVERNMENT.sub("", match["whole"])
                found.append(self._made(text, match.span("whole"), self.states.get(word), word))
        taken = [m.span for m in found]
        if state not in self.city_firsts:
            cities = self.directory.gazetteer.cities
            here = (step for step, homes in cities.items() if any(p.state == state for p in homes))
            self.city_firsts[state] = frozenset(slug(name).split("-")[0] for name in (*self.alone, *here))
        small = {word.lower() for word in capitals}
        for match in self.bare.finditer(text) if not self.city_firsts[state].isdisjoint(small) else ():
            for start, name, id in self._cities(match, at):
                if not any(start < e and s < start + len(name) for s, e in taken):
                    found.append(self._made(text, (start, start + len(name)), id))
                    taken.append((start, start + len(name)))
        found += self._own_state(text, at, found)
        return _each_once(sorted(found, key=lambda m: m.span))

    def _cities(self, match: re.Match[str], at: Setting) -> list[tuple[int, str, str]]:
        """The city behind “in” or “and”, and those that follow it in a list of nothing but cities, with their ids."""
        text = match.string
        first = self._city(text, match["bare"], match.start("bare"), at)
        if first is None:
            return []
        more = _LISTED.match(text, first[0] + len(first[1]))
        runs = re.finditer(RUN, more[0]) if more else ()
        others = [self._city(text, run[0], more.end() - len(more[0]) + run.start(), at) for run in runs] if more else []
        return [first, *(o for o in others if o)] if all(others) else [first]

    def _city(self, text: str, run: str, start: int, at: Setting) -> tuple[int, str, str] | None:
        """A city that a run of capital words is, without its state: where it begins, its name, its id."""
        start, name = self.trimmed(run, start)
        own = at.state if at.state and self.knows_city(name, at.state) else None
        known = self.alone.get(name) or own if at.federal else own or self.alone.get(name)
        if not known or _INSTITUTION.search(text, max(0, start - 24), start):
            return None  # "the University of Chicago" is no place
        return start, name, f"{known}/city/{slug(name)}"

    def _is_person(self, text: str, start: int) -> bool:
        """True of “Virginia Smith”, not of “Virginia Beach”, nor of “in Virginia”."""
        person = self.person.match(text, start)
        located = _LOCATED.search(text, max(0, start - 12), start)
        return person is not None and not located and slug(person[0]) not in self.directory.gazetteer.cities

    def _own_state(self, text: str, at: Setting, found: list[Mention]) -> Iterator[Mention]:
        """ "The state" of a state body's release, where the passage names no place outright."""
        if at.state is None or at.local or at.federal is not False or found:
            return
        if match := _THE_STATE.search(text):
            name = self.directory.index.states[at.state]["name"]
            yield Mention(name=name, text=match[0], span=match.span(), id=at.state, role=Role.PLACE)

    def _state(self, words: str | None) -> str | None:
        return self.states.get(words) if words else None

    def _city_and_state(self, match: re.Match[str], at: Setting) -> list[Mention]:
        """ "El Centro, Calif."; of "Alabama, Arizona" two states, of "Jane Roe, MD" nothing."""
        text, span = match.string, match.span("state")
        if self._is_person(text, span[0]):
            return []
        state = self._state(match["state"])
        start, name = self.trimmed(match["city"], match.start("city"))
        if name.lower().endswith((" county", " parish")):
            county = self.local("county", name.rsplit(" ", 1)[0].title(), at, state)
            return [self._made(text, (start, match.end()), county)]
        whole = {"us-dc": "Washington", "us-ny": "New York City"}.get(state or "")
        if state and whole and name == whole.removesuffix(" City"):
            return [self._made(text, (start, match.end()), f"{state}/city/{slug(whole)}")]
        listed = self.states.get(name)
        if listed:
            first = self._made(text, (start, match.end("city")), listed)
            return [first, self._made(text, span, state)]
        sure = bool(state and name and self.knows_city(name, state))
        if not sure and name and state:
            begin, shorter = self.known("city", name, start, state)
            if self.knows_city(shorter, state):
                start, name, sure = begin, shorter, True
        if _NAMED_AFTER.match(text, span[1]) and not sure:
            return []
        led = text[span[1] : span[1] + 2].strip().isupper()  # "Jane Roe, President, California Retailers Association"
        if name and (sure or (not led and (name.isupper() or _WITHIN.search(text, max(0, start - 12), start)))):
            return [self._made(text, (start, match.end()), self.local("city", name, at, state))]
        return [self._made(text, span, state)] if len(match["state"]) > 4 and match["state"] != "Washington" else []

    def _counties(self, match: re.Match[str], at: Setting) -> list[Mention]:
        said = self._state(match["cstate"])
        start, name = self.known("county", match["county"], match.start("county"), said or at.state)
        if not name:
            return []
        return [self._made(match.string, (start, match.end("word")), self.local("county", name, at, said))]

    def _several(self, match: re.Match[str], group: str, at: Setting) -> list[Mention]:
        """ "Cook, DuPage and Lake counties": each one that is known, since any list may stand before the word."""
        found = []
        for part in re.finditer(RUN, match[group]):
            start, name = self.known("county", part[0], match.start(group) + part.start(), at.state)
            id = self.local("county", name, at)
            if name in self.states and not (id and at.state and id.startswith(f"{at.state}/")):
                id = self.states[name]  # "Central Oregon counties" are no county of that name elsewhere
            if id:
                found.append(self._made(match.string, (start, start + len(name)), id))
        return found

    def _made(self, text: str, span: tuple[int, int], id: str | None, name: str | None = None) -> Mention:
        words = text[span[0] : span[1]]
        return Mention(name=name or words, text=words, span=span, id=id, role=Role.PLACE)


def _firsts(names: Iterable[str]) -> set[str]:
    return {re.split(r"\W", name, maxsplit=1)[0] for name in names}


def _each_once(places: list[Mention]) -> list[Mention]:
    first: dict[str, Mention] = {}
    for place in places:
        first.setdefault(place.id or place.name, place)
    known = {place.name for place in first.values() if place.id}
    return [place for place in first.values() if place.id or place.name not in known]
