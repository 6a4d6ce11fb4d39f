"""Words that name a state, a county, a city or a kind of office, for reading what a person typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from foiakit.offices.index import Index
from foiakit.offices.local import MUNICIPAL
from foiakit.offices.steps import slug

NEAR = 80.0
"""A place or a kind whose name is typed less right than this (of 100) is another one."""

AGENCY_WORDS = frozenset(
    {
        "administration",
        "agency",
        "authority",
        "board",
        "bureau",
        "college",
        "commission",
        "commissioner",
        "comptroller",
        "council",
        "department",
        "division",
        "guard",
        "office",
        "patrol",
        "police",
        "secretary",
        "system",
        "troopers",
        "university",
    }
)
"""Words that are the head of a state agency's name."""

COUNTY_WORDS = frozenset({"county", "parish"})
_STATE_OF = {("state", "of"), ("commonwealth", "of")}
"""What can stand before a state's name and belongs to it: “State of Illinois, Department of Public Health”."""

_PLACE_WORDS = COUNTY_WORDS | {"of", "the", "for", "in", "state"} | set(MUNICIPAL)


@dataclass(frozen=True, slots=True)
class Place:
    """A county or city: its state, its step in an id, how near the words come to it (of 100), and whether some list
    has it: no list has every city."""

    state: str
    step: str
    nearness: float = 100.0
    listed: bool = True


@dataclass
class Gazetteer:
    """The names in the index, in small letters. Made once."""

    index: Index

    @cached_property
    def states(self) -> dict[tuple[str, ...], str]:
        """State names, postal and press abbreviations as words: ("new", "york"), ("ny",)."""
        named: dict[tuple[str, ...], str] = {}
        for id, row in self.index.states.items():
            for name in (row["name"], *row.get("abbreviations", ())):
                named[tuple(re.sub(r"[^\w ]", "", name.lower()).split())] = id
        return named

    @cached_property
    def counties(self) -> dict[str, list[Place]]:
        """Counties by their step in an id, in every state that has one of that name."""
        return _placed(self.index.counties)

    @cached_property
    def cities(self) -> dict[str, list[Place]]:
        """Cities by their step in an id, in every state that has one of that name."""
        return _placed(self.index.cities)

    @cached_property
    def called(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The words by which people look for a kind of office, the longest first."""
        rows = ((tuple(words.split()), id) for id, kind in self.index.kinds.items() for words in kind.get("called", ()))
        return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))

    @cached_property
    def _kind_words(self) -> frozenset[str]:
        return frozenset(word for words, _ in self.called for word in words if len(word) > 3)

    def spelled(self, tokens: list[str]) -> list[str]:
        """The words, with slips in words for kinds of office set right (“sherif”)."""
        from rapidfuzz import fuzz, process

        right = []
        for token in tokens:
            near = None
            if len(token) > 4 and token not in self._kind_words | {"commonwealth"} and not self._is_place(token):
                near = process.extractOne(token, sorted(self._kind_words), scorer=fuzz.ratio, score_cutoff=86)
            right.append(near[0] if near else token)
        return right

    def _is_place(self, token: str) -> bool:
        step = slug(token)
        return step in self.counties or step in self.cities or (token,) in self.states

    def readings(self, tokens: list[str]) -> Iterator[tuple[str | None, list[str]]]:
        """The state that the words may name, with the other words; and, always, no state with all of them."""
        yield None, tokens
        plain = [re.sub(r"\W", "", token) for token in tokens]
        for length in (3, 2, 1):
            for at in range(len(plain) - length, -1, -1):
                state = self.states.get(tuple(plain[at : at + length]))
                if state is not None:
                    of = 2 if tuple(plain[max(at - 2, 0) : at]) in _STATE_OF else 0
                    yield state, tokens[: at - of] + tokens[at + length :]
                    return

    def kinds_in(self, tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
        """The kinds of office that the words name, each with the words that are left."""
        seen: set[str] = set()
        for words, kind in self.called:
            at = next(
                (i for i in range(len(tokens) - len(words) + 1) if tuple(tokens[i : i + len(words)]) == words), -1
            )
            if at >= 0 and kind not in seen:
                seen.add(kind)
                yield kind, tokens[:at] + tokens[at + len(words) :]

    def places(self, group: str, words: list[str], state: str | None) -> Iterator[Place]:
        """Counties or cities by words. A school district is looked for by its city.

        With a state, a city of any name is one: no list has them all.
        """
        step = "-".join(s for s in (slug(w) for w in words if w not in _PLACE_WORDS) if s)
        said_county = bool(COUNTY_WORDS & set(words))
        if not step:
            only = self.index.states.get(state or "", {}).get("only_city")
            if state and only and group == "city":
                yield Place(state, slug(only), 97.0)
            return
        if said_county and group not in {"county", "school"}:
            return
        table = self.counties if group == "county" else self.cities
        exact = [p.state for p in table.get(step, ()) if state in (None, p.state)]
        for found in exact:
            yield Place(found, step, 98.0 if len(exact) == 1 else 90.0)
        if exact:
            return
        if state is not None and group != "county":
            yield Place(state, step, 84.0, listed=False)
        from rapidfuzz import fuzz, process

        for name, score, _ in process.extract(step, list(table), scorer=fuzz.ratio, limit=3, score_cutoff=NEAR):
            for place in table[name]:
                if state in (None, place.state):
                    yield Place(place.state, name, score - 8)


def _placed(table: dict[str, dict[str, str]]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for state, steps in table.items():
        for step in steps:
            found.setdefault(step, []).append(Place(state, step))
    return found
