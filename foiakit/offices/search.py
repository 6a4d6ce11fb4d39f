"""Finding an office by words: names that come near, and state and local ids that the words spell out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foiakit.model.errors import NotFound
from foiakit.offices.gazetteer import AGENCY_WORDS
from foiakit.offices.local import MUNICIPAL, by_pattern
from foiakit.offices.steps import slug

if TYPE_CHECKING:
    from foiakit.offices.directory import Directory

ENOUGH = 80.0
"""Names that come less near than this (of 100) are not shown."""

SURE, FAR = 95.0, 12.0
"""Where the best match is at least this sure, what lies so far behind it is left out."""

SMALL_WORDS = frozenset({"of", "the", "for", "in", "and", "at"})
"""Words that name nothing on their own."""

SCHOOLS = frozenset({"university", "college"})
FORCES = frozenset({"police", "patrol", "troopers", "guard"})
STATEWIDE = frozenset({"state", "highway", "national", "capitol"})
"""A police force is the state's where one of these words says so; else it is some city's."""

LONGEST_ABBREVIATION = 7
"""Names up to so many letters are taken for abbreviations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An office that the words may mean. `score` is 0 to 100; `because` says what led to it."""

    id: str
    name: str
    score: float
    because: str


def find(directory: Directory, words: str, limit: int = 10) -> list[Match]:
    """Offices by words, best first.

    Args:
        words: As a person types them: "imperial sheriff", "el centro police", "texas public safety", "ice", an id.
            A state's name alone is no office.
    """
    asked = " ".join(words.split())
    if not asked:
        return []
    found: dict[str, Match] = {}
    tokens = directory.gazetteer.spelled(re.findall(r"[\w'.-]+", asked.lower().replace("\u2019", "'")))
    readings = list(directory.gazetteer.readings(tokens))
    states = {state for state, _ in readings if state is not None}
    alone = any(state is not None and not said for state, said in readings)
    named = () if alone else (m for m in _named(directory, asked, limit * 3) if _in_one_of(m, states))
    for match in (*_by_id(directory, asked), *_local(directory, readings), *named):
        if match.id not in found or match.score > found[match.id].score:
            found[match.id] = match
    ranked = sorted(found.values(), key=lambda m: (-round(m.score), len(m.id), m.id))[:limit]
    if ranked and ranked[0].score >= SURE:
        return [m for m in ranked if m.score >= ranked[0].score - FAR]
    return ranked


def _by_id(directory: Directory, asked: str) -> Iterator[Match]:
    if "/" in asked and asked in directory:
        yield Match(id=asked, name=directory.office(asked).name, score=100.0, because="its id")


def _named(directory: Directory, asked: str, limit: int) -> Iterator[Match]:
    """Entries whose names, or the names of what they run or took over, come near.

    Abbreviations are words: they match exactly or not at all.
    """
    from rapidfuzz import fuzz, process, utils

    query = utils.default_process(asked)
    words = set(query.split())
    short = len(query) <= LONGEST_ABBREVIATION
    names = {
        name: plain
        for name in directory.mentions.names
        if (plain := utils.default_process(name)) == query
        or (words & set(plain.split()) if short else len(plain) > LONGEST_ABBREVIATION or plain in words)
    }
    near = process.extract(query, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=ENOUGH)
    for plain, score, name in near:
        entity = directory.mentions.get(name)
        if entity is None or (entity.ambiguous and plain != query):
            continue
        weight = 100.0 if plain == query else min(score, 95.0) - (100 - fuzz.token_sort_ratio(plain, query)) / 20
        ids = (entity.id, *entity.also) if entity.ambiguous or entity.former else (entity.id,)
        for number, id in enumerate(ids):
            row = directory.index.offices[id]
            own = name in {row["name"], row.get("abbreviation")}
            because = "its name" if own else f"“{name}”, a former name" if entity.former else f"“{name}”"
            yield Match(id=id, name=row["name"], score=weight - (not own) - 2 * number, because=because)


def _in_one_of(match: Match, states: set[str]) -> bool:
    """False for another state's office where a state was named."""
    jurisdiction = match.id.split("/")[0]
    return not states or jurisdiction == "us" or jurisdiction in states


def _local(directory: Directory, readings: list[tuple[str | None, list[str]]]) -> Iterator[Match]:
    """State and local offices that the words spell out: a place, a kind of office, perhaps a state."""
    gazetteer = directory.gazetteer
    for state, said in readings:
        rest = [word for word in said if word not in SMALL_WORDS]
        kinds = list(gazetteer.kinds_in(rest))
        for kind, left in kinds:
            yield from _in_a_place(directory, kind, left, rest, state)
            yield from _of_a_state(directory, kind, left, state)
        if not kinds:
            for kind in ("city", "county"):
                yield from _in_a_place(directory, kind, rest, rest, state, listed=True)
        if state is not None and rest:
            yield from _agency(directory, state, said, readings[0][1], [kind for kind, left in kinds if not left])


def _agency(directory: Directory, state: str, said: list[str], whole: list[str], kinds: list[str]) -> Iterator[Match]:
    """A state's agency by its words: “texas department of public safety”, “dmv california”, “university of iowa”."""
    words = set(said)
    if words & SCHOOLS:
        yield from _offered(directory, f"{state}/state/{_step(whole)}", 97.0)
    elif words & AGENCY_WORDS and (words & STATEWIDE or not words & FORCES or words & (AGENCY_WORDS - FORCES)):
        yield from _offered(directory, f"{state}/state/{_step(said)}", 97.0)
    elif not words & AGENCY_WORDS:
        yield from _department(directory, f"{state}/state/department-of-{_step(said)}", 80.0)
        for kind in kinds:
            if "state/{name}" in _paths(directory, kind):
                usual = directory.index.kinds[kind]["called"][0].removeprefix("department of ")
                yield from _department(directory, f"{state}/state/department-of-{slug(usual)}", 85.0)


def _department(directory: Directory, id: str, score: float) -> Iterator[Match]:
    """“texas public safety”: the department of that, where some kind of office does such work."""
    for match in _offered(directory, id, score):
        if id in directory.index.offices or by_pattern(directory.index, id).kind != "state-agency":
            yield match


def _in_a_place(
    directory: Directory, kind: str, left: list[str], said: list[str], state: str | None, *, listed: bool = False
) -> Iterator[Match]:
    """Offices of a kind in the places that the words name; `listed`: only places that some list has."""
    for path in _paths(directory, kind):
        group, step, *role = path.split("/")
        if step != "{place}":
            continue
        word = next((w for w in MUNICIPAL if group == "city" and w in said), group)
        for place in directory.gazetteer.places(group, left, state):
            if listed and not place.listed:
                continue
            id = "/".join([place.state, word, place.step, *role])
            yield from _offered(directory, id, place.nearness, kind)


def _of_a_state(directory: Directory, kind: str, left: list[str], state: str | None) -> Iterator[Match]:
    """The one office of its kind that a state has: its governor's, its attorney general's."""
    if state is not None and not left:
        fixed = (path for path in _paths(directory, kind) if "{" not in path)
        for path in list(fixed)[:1]:
            yield from _offered(directory, f"{state}/{path}", 96.0, kind)


def _paths(directory: Directory, kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p["path"] for p in directory.index.kinds.get(kind, {}).get("patterns", ())))


def _step(words: list[str]) -> str:
    return "-".join(s for s in map(slug, words) if s)


def _offered(directory: Directory, id: str, score: float, kind: str | None = None) -> Iterator[Match]:
    """The office with this id where there is one, of that kind where one was named."""
    row = directory.index.offices.get(id)
    if row is not None:
        yield Match(id=id, name=row["name"], score=score + 1, because="its entry")
        return
    try:
        office = by_pattern(directory.index, id)
    except NotFound:
        return
    if kind in (None, office.kind):
        yield Match(id=id, name=office.name, score=score, because="made from its kind and place")
