"""The directory as one flat table, built from the YAML under templates/ and kept until one of its files changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foiakit import __version__
from foiakit.files import atomic, place
from foiakit.model.errors import BadFile, FoiakitError, Problem
from foiakit.offices.naming import named, to_rows
from foiakit.offices.steps import county_slug, slug

if TYPE_CHECKING:
    from foiakit.files.yaml import Document
    from foiakit.library.agency import AgencyFile
    from foiakit.library.collection import Library

FORM = 8
"""Raised when the shape of the table changes, so that an older one is built anew."""

MOST_TABLES = 4
"""Tables kept in the cache folder: people switch between folders of templates."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Index:
    """What the files say, as JSON can hold it, and what was wrong in those that are left out.

    `offices`, `kinds` and `states` are by id, without what has its default. `names` are cut names with the number of
    their entity in `entities`; `counties` and `cities` of each state by their step in an id; `files` where each office
    is written, the file that counts first.
    """

    offices: dict[str, Row]
    kinds: dict[str, Row]
    states: dict[str, Row]
    names: list[list[Any]]
    entities: list[Row]
    counties: dict[str, dict[str, str]]
    cities: dict[str, dict[str, str]]
    files: dict[str, list[str]]
    problems: tuple[Problem, ...] = ()


def load(library: Library) -> Index:
    """The table, from the cache where it still fits its files.

    A cache folder that cannot be read or written costs time, never the answer. What is wrong in a file is kept with
    the table, and told every time.
    """
    mark = _fingerprint(library)
    path = place.cache() / f"agencies-{mark[:16]}.json"
    kept = _read(path, mark)
    if kept is not None:
        return kept
    index = build(library)
    _keep(path, mark, index)
    return index


def build(library: Library) -> Index:
    """The table, from the files. What is wrong in one of them leaves the others standing."""
    offices: dict[str, Row] = {}
    former: list[Row] = []
    problems: list[Problem] = []
    loaded = list(_files(library, problems))
    files: dict[str, list[str]] = {}
    for path, content, document in loaded:
        for id, agency in content.offices.items():
            already = files.setdefault(id, [])
            if not already:
                offices[id] = agency.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            elif _same_folder(library, path, Path(already[0])):
                problems.append(
                    document.problem(
                        ("offices", id), f"“{id}” is in {Path(already[0]).name} already", remedy="Keep one of them."
                    )
                )
                continue
            already.append(str(path))
        former.extend(f.model_dump(mode="json", exclude_defaults=True) for f in content.former)
    for _, content, document in loaded:
        problems.extend(_dangling(content, document, offices, library))
    kinds, kind_problems = library.kinds.all()
    states, state_problems = library.states.all()
    names, entities = to_rows(named(offices, former))
    return Index(
        offices=offices,
        kinds={id: k.model_dump(mode="json", exclude_defaults=True, exclude={"holdings"}) for id, k in kinds.items()},
        states={
            id: s.model_dump(mode="json", exclude_defaults=True, exclude={"counties", "cities"})
            for id, s in states.items()
        },
        names=names,
        entities=entities,
        counties={id: {county_slug(c): c for c in s.counties} for id, s in states.items()},
        cities={id: {slug(c): c for c in (*s.independent_cities, *s.cities)} for id, s in states.items()},
        files=files,
        problems=(*problems, *kind_problems, *state_problems),
    )


def _files(library: Library, problems: list[Problem]) -> Iterator[tuple[Path, AgencyFile, Document]]:
    """Every file that loads; a person's own come first, so that theirs win."""
    shelf = library.agencies
    order = {folder: rank for rank, folder in enumerate(shelf.folders)}

    def rank(id: str) -> int:
        path = shelf.paths()[id][0]
        return min((r for folder, r in order.items() if folder in path.parents), default=len(order))

    for id in sorted(shelf, key=lambda i: (rank(i), i)):
        try:
            book = shelf.book(id)
        except BadFile as bad:
            problems.extend(bad.problems)
            continue
        yield book.path, book.content, book.document


def _same_folder(library: Library, one: Path, other: Path) -> bool:
    return any(folder in one.parents and folder in other.parents for folder in library.agencies.folders)


def _dangling(content: AgencyFile, document: Document, offices: dict[str, Row], library: Library) -> Iterator[Problem]:
    """Ids that nothing has: a parent, an intake office, a keeper, a kind."""
    kinds = library.kinds.paths()
    for id, agency in content.offices.items():
        for key in ("parent", "intake"):
            named = getattr(agency, key)
            if named is not None and named not in offices:
                yield document.problem(("offices", id, key), f"no office has the id “{named}”")
        if agency.kind not in kinds:
            yield document.problem(
                ("offices", id, "kind"),
                f"no kind of office is called “{agency.kind}”",
                remedy="See templates/offices/.",
            )
        names = {agency.name, agency.abbreviation, *agency.aliases}
        for group in (agency.units, agency.programmes, agency.systems):
            for part in group:
                names |= {part.name, part.abbreviation, *part.also, *part.was}
        for key in ("federal_context", "shared"):
            for number, name in enumerate(getattr(agency, key)):
                if name not in names:
                    yield document.problem(
                        ("offices", id, key, number),
                        f"“{name}” is none of its names",
                        remedy="Add it to aliases, units, programmes or systems first.",
                    )
    for number, gone in enumerate(content.former):
        for position, keeper in enumerate(gone.keepers):
            if keeper.id not in offices:
                yield document.problem(
                    ("former", number, "keepers", position, "id"), f"no office has the id “{keeper.id}”"
                )


def _fingerprint(library: Library) -> str:
    """Changes whenever a file that the table is made of is added, removed, renamed or saved."""
    parts = [f"{FORM} {__version__}"]
    for folder in (*library.agencies.folders, *library.kinds.folders, *library.states.folders):
        for path in sorted(folder.rglob("*.yaml")):
            try:
                seen = path.stat()
            except OSError:
                continue
            parts.append(f"{path} {seen.st_size} {seen.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _read(path: Path, mark: str) -> Index | None:
    try:
        kept = json.loads(path.read_bytes())
        if kept["mark"] != mark:
            return None
        problems = tuple(Problem(**row | {"path": Path(row["path"])}) for row in kept.pop("problems"))
        del kept["mark"]
        return Index(**kept, problems=problems)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, mark: str, index: Index) -> None:
    """Keeps the table; two processes that do so at once leave one whole file."""
    table = {"mark": mark} | {f.name: getattr(index, f.name) for f in fields(index)}
    table["problems"] = [asdict(problem) | {"path": str(problem.path)} for problem in index.problems]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, json.dumps(table, ensure_ascii=False), sync=False)
        tables = sorted(path.parent.glob("agencies-*.json"), key=lambda kept: kept.stat().st_mtime_ns)
        for old in tables[:-MOST_TABLES]:
            old.unlink(missing_ok=True)
    except (OSError, FoiakitError):
        return
