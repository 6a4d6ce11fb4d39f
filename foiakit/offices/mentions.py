"""Names of federal bodies, programmes and record systems in running text, and who keeps their records today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from foiakit.offices.states import STATES


class Sort(StrEnum):
    """What a name is the name of."""

    AGENCY = "agency"
    OFFICE = "office"
    PROGRAMME = "programme"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What a name stands for.

    `id` is the office that keeps its records today, `also` others that keep some, most likely first. `name` is its
    own name ("IDENT" leads to the Automated Biometric Identification System, kept by `us/dhs/obim`).

    `federal_context`: other bodies use this name too; it means this one only in a federal release. `ambiguous`: two
    entries claim the name, so it leads nowhere on its own; `also` has the other. `former`: out of use; `until` is its
    last year where known, and `note` says what became of it.
    """

    id: str
    name: str
    sort: Sort
    abbreviation: str | None = None
    also: tuple[str, ...] = ()
    federal_context: bool = False
    ambiguous: bool = False
    former: bool = False
    until: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name cut into words, as the matcher compares it. `joints` is what stands between the words."""

    words: tuple[str, ...]
    joints: tuple[str, ...]
    entity: Entity


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text: `text[start:end]`."""

    start: int
    end: int
    entity: Entity


_WORD = re.compile(r"\w+")
_BLANKS = re.compile(r"[\s\u2010-\u2015-]+")
_BETWEEN = re.compile(r"[\s()]*(?:,|\band\b|,\s*and\b|&)\s*(?:the\s+)?")
_OF_ANOTHER = re.compile(r"\s+of\s+(?!the\b)[A-Z]")
"""What makes a common name part of another: “State Department of Licensing”, “Attorney General of Ohio”."""

_LINKS = frozenset({"and", "the"})
_PLURAL = {"Departments": "Department", "Offices": "Office", "Bureaus": "Bureau"}
_OWNERS = frozenset(
    {name.rsplit(" ")[-1] for name in STATES.values()}
    | {"State", "County", "City", "Parish", "Borough", "state", "county", "city"}
)
"""Last words of what has departments of its own: “California Department of Justice” is not the federal one."""


def _joint(between: str) -> str:
    """What stands between two words, so that a line break, a hyphen and a blank compare equal."""
    return _BLANKS.sub(" ", between).replace("\u2019", "'")


def cut(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name and what joins them.

    >>> cut("US-VISIT")
    (('US', 'VISIT'), (' ',))
    """
    words = list(_WORD.finditer(name))
    joints = (_joint(name[a.end() : b.start()]) for a, b in pairwise(words))
    return tuple(w.group() for w in words), tuple(joints)


class Mentions:
    """All names, by their first word. Matching is by whole words, case-sensitive, longest first.

    `heads` is the table itself, for a caller that walks the words of a text on its own.
    """

    def __init__(self, named: Iterable[Named]) -> None:
        heads: dict[str, list[Named]] = {}
        self._exact: dict[tuple[tuple[str, ...], tuple[str, ...]], Entity] = {}
        for one in named:
            if one.words and (one.words, one.joints) not in self._exact:
                self._exact[one.words, one.joints] = one.entity
                heads.setdefault(one.words[0], []).append(one)
        self.heads: Mapping[str, tuple[Named, ...]] = {
            head: tuple(sorted(names, key=lambda n: -len(n.words))) for head, names in heads.items()
        }

    def get(self, name: str) -> Entity | None:
        """The entity that goes by exactly this name (blanks, hyphens and kinds of apostrophe aside)."""
        return self._exact.get(cut(name))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, for listing and fuzzy search."""
        return tuple(_joined(words, joints) for words, joints in self._exact)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """Every name in a stretch of text, left to right, none inside another.

        “Departments of Justice (DOJ) and Homeland Security” gives all three. A name that other bodies use too is
        passed over where a state, county or city stands before it or behind it (“California Department of Justice”,
        “Attorney General of Ohio”).
        """
        return list(self._walk(text, start, len(text) if end is None else end))

    def _walk(self, text: str, start: int, end: int) -> Iterator[Hit]:
        tokens = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
        heads, at, stops = self.heads, 0, 0
        series: str | None = None
        while at < len(tokens):
            word, begins, _ = tokens[at]
            named, length = None, 0
            if series is not None:
                if _BETWEEN.fullmatch(text, stops, begins):
                    named, length = _next_in_series(heads.get(series, ()), tokens, at, text)
                elif word not in _LINKS:
                    series = None
            if named is None and word in heads:
                named = _first(heads[word], tokens, at, text)
                length = len(named.words) if named else 0
                if named is not None and word in _PLURAL:
                    series = _PLURAL[word]
            if named is None:
                at += 1
                continue
            stops = tokens[at + length - 1][2]
            another = named.entity.federal_context and (
                _OF_ANOTHER.match(text, stops, end) or (at and _owned(tokens[at - 1], begins, text))
            )
            if not another:
                yield Hit(begins, stops, named.entity)
            at += length


def _first(names: tuple[Named, ...], tokens: list[tuple[str, int, int]], at: int, text: str) -> Named | None:
    for named in names:
        words = named.words
        if at + len(words) > len(tokens):
            continue
        if all(tokens[at + i][0] == words[i] for i in range(1, len(words))) and all(
            _joint(text[tokens[at + i][2] : tokens[at + i + 1][1]]) == joint for i, joint in enumerate(named.joints)
        ):
            return named
    return None


def _next_in_series(
    names: tuple[Named, ...], tokens: list[tuple[str, int, int]], at: int, text: str
) -> tuple[Named | None, int]:
    """The longest name that goes on where “Departments of Justice (DOJ) and” leaves off; how many words it takes."""
    for named in names:
        if named.words[1:2] != ("of",):
            continue
        skip = 3 if named.words[2:3] == ("the",) else 2
        rest = Named(named.words[skip:], named.joints[skip:], named.entity)
        if rest.words and rest.words[0] == tokens[at][0] and _first((rest,), tokens, at, text):
            return named, len(rest.words)
    return None, 0


def _owned(before: tuple[str, int, int], begins: int, text: str) -> bool:
    """True where a state, county or city stands right before a name."""
    word, _, stops = before
    return word in _OWNERS and text[stops:begins].isspace()


def _joined(words: tuple[str, ...], joints: tuple[str, ...]) -> str:
    return "".join(w + j for w, j in zip(words, (*joints, ""), strict=True))
