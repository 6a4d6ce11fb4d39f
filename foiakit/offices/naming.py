"""From the table to the names that releases use: each with the office that keeps its records today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from foiakit.offices.mentions import Entity, Mentions, Named, Sort, cut

_NATION = re.compile(r"(?:U\.S\.|United States) (?=\S)")
_NATIONS = ("U.S. ", "US ", "United States ")
_SINGULAR_OF = re.compile(r"Department of (?!War\b)")
_PART = re.compile(r"^(?:Executive )?Office |\bOffice of |\b(?:Division|Directorate)$")
"""Names of what is an office of something larger, not an agency of its own."""

_GROUPS = (("units", Sort.OFFICE), ("programmes", Sort.PROGRAMME), ("systems", Sort.SYSTEM))

Row = dict[str, Any]
Claimed = tuple[int, str, Entity]
"""How good the claim to a name is (0 is best), the name, what it stands for."""


def named(offices: Mapping[str, Row], former: Iterable[Row]) -> list[Named]:
    """Every name in the table with what it stands for. Where two claim a name, the better claim wins; equal ones make
    it ambiguous."""
    claims: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Claimed]] = {}
    for claimed in (*_of_offices(offices), *_of_former(offices, former)):
        for name in spellings(claimed[1]):
            claims.setdefault(cut(name), []).append((claimed[0], name, claimed[2]))
    return [Named(*key, _settled(rivals)) for key, rivals in claims.items()]


def to_rows(names: Iterable[Named]) -> tuple[list[list[Any]], list[Row]]:
    """Names and the entities that they share, as JSON can hold them."""
    numbers: dict[Entity, int] = {}
    rows: list[list[Any]] = []
    for one in names:
        number = numbers.setdefault(one.entity, len(numbers))
        rows.append([list(one.words), list(one.joints), number])
    return rows, [{k: v for k, v in asdict(entity).items() if v} for entity in numbers]


def from_rows(names: Iterable[list[Any]], entities: Iterable[Row]) -> Mentions:
    """The matcher, from what `to_rows` gave."""
    shared = [Entity(**{**row, "sort": Sort(row["sort"]), "also": tuple(row.get("also", ()))}) for row in entities]
    return Mentions(Named(tuple(words), tuple(joints), shared[number]) for words, joints, number in names)


def spellings(name: str) -> Iterator[str]:
    """The ways in which a name is written: with U.S., US or United States, in the plural of a series, with “&”."""
    for written in _forms(name):
        yield written
        if " and " in written:
            yield written.replace(" and ", " & ")


def _forms(name: str) -> Iterator[str]:
    yield name
    if match := _NATION.match(name):
        rest = name[match.end() :]
        yield from (nation + rest for nation in _NATIONS if nation != match.group())
    if match := _SINGULAR_OF.match(name):
        yield "Departments of " + name[match.end() :]
    words = name.split()
    if len(words) > 1 and name[0].isalpha() and words[0][1:].islower() and all(w.islower() for w in words[1:]):
        yield name[0].swapcase() + name[1:]


def _of_offices(offices: Mapping[str, Row]) -> Iterator[Claimed]:
    for id, row in offices.items():
        context, shared = set(row.get("federal_context", ())), set(row.get("shared", ()))
        own = Entity(id=id, name=row["name"], sort=Sort.AGENCY, abbreviation=row.get("abbreviation"))
        if _PART.search(row["name"]):
            own = replace(own, sort=Sort.OFFICE)

        def claim(rank: int, name: str | None, entity: Entity) -> Iterator[Claimed]:
            if name:
                flagged = replace(entity, federal_context=name in context, ambiguous=name in shared)  # noqa: B023
                yield rank, name, flagged

        for name in (row["name"], row.get("abbreviation"), *row.get("aliases", ())):
            yield from claim(0, name, own)
        for group, sort in _GROUPS:
            for part in row.get(group, ()):
                entity = Entity(id=id, name=part["name"], sort=sort, abbreviation=part.get("abbreviation"))
                for name in (part["name"], part.get("abbreviation"), *part.get("also", ())):
                    yield from claim(1, name, entity)
                for name in part.get("was", ()):
                    now = f"now {part['name']}"
                    yield from claim(2, name, replace(entity, name=name, abbreviation=None, former=True, note=now))


def _of_former(offices: Mapping[str, Row], former: Iterable[Row]) -> Iterator[Claimed]:
    for row in former:
        keepers = [k["id"] for k in row["keepers"] if k["id"] in offices]
        if not keepers:
            continue
        context = set(row.get("federal_context", ()))
        short = next((a for a in row.get("aliases", ()) if a.isupper() and " " not in a), None)
        gone = Entity(
            id=keepers[0],
            name=row["name"],
            sort=Sort(row["sort"]),
            abbreviation=short,
            also=tuple(dict.fromkeys(keepers[1:])),
            former=True,
            until=row.get("until"),
            note=row["how"],
        )
        for name in (row["name"], *row.get("aliases", ())):
            yield 2, name, replace(gone, federal_context=name in context)


def _settled(rivals: list[Claimed]) -> Entity:
    best = min(rank for rank, _, _ in rivals)
    first = next(entity for rank, _, entity in rivals if rank == best)
    others = dict.fromkeys(id for _, _, entity in rivals for id in (entity.id, *entity.also) if id != first.id)
    equals = {entity.id for rank, _, entity in rivals if rank == best}
    return replace(
        first,
        also=tuple(others),
        ambiguous=first.ambiguous or len(equals) > 1,
        federal_context=any(entity.federal_context for rank, _, entity in rivals if rank == best),
    )
