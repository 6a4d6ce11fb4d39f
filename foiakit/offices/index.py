"""The directory as one flat table, built from templates/agencies/ and kept until one of those files changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foiakit import __version__
from foiakit.files import atomic
from foiakit.library import place
from foiakit.model.errors import BadFile, FoiakitError, Problem

if TYPE_CHECKING:
    from foiakit.files.yaml import Document
    from foiakit.library.agency import AgencyFile
    from foiakit.library.collection import Library

FORM = 1
"""Raised when the shape of the table changes, so that an older one is built anew."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Index:
    """Offices by id, former names in order, and what was wrong in the files that are left out."""

    offices: dict[str, Row]
    former: list[Row]
    problems: tuple[Problem, ...] = ()


def load(library: Library) -> Index:
    """The table, from the cache where it still fits its files.

    A cache folder that cannot be read or written costs time, never the answer. Files with problems are not cached, so
    that the problems are told every time.
    """
    mark = _fingerprint(library)
    path = place.cache() / f"agencies-{mark[:16]}.json"
    kept = _read(path, mark)
    if kept is not None:
        return kept
    index = build(library)
    if not index.problems:
        _keep(path, mark, index)
    return index


def build(library: Library) -> Index:
    """The table, from the files. What is wrong in one of them leaves the others standing."""
    offices: dict[str, Row] = {}
    former: list[Row] = []
    problems: list[Problem] = []
    files = list(_files(library, problems))
    came_from: dict[str, Path] = {}
    for path, _, content, document in files:
        for id, agency in content.offices.items():
            if id not in offices:
                offices[id] = agency.model_dump(mode="json", by_alias=True, exclude_defaults=True)
                came_from[id] = path
            elif _same_folder(library, path, came_from[id]):
                problems.append(
                    document.problem(
                        ("offices", id),
                        f"“{id}” is in {came_from[id].name} already",
                        remedy="Keep one of them.",
                    )
                )
        former.extend(f.model_dump(mode="json", exclude_defaults=True) for f in content.former)
    for _, _, content, document in files:
        problems.extend(_dangling(content, document, offices, library))
    return Index(offices, former, tuple(problems))


def _files(library: Library, problems: list[Problem]) -> Iterator[tuple[Path, str, AgencyFile, Document]]:
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
        yield book.path, id, book.content, book.document


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
    """Changes whenever a file under templates/agencies/ is added, removed, renamed or saved."""
    parts = [f"{FORM} {__version__}"]
    for folder in (*library.agencies.folders, *library.kinds.folders):
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
        return Index(kept["offices"], kept["former"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, mark: str, index: Index) -> None:
    """Keeps the table; two processes that do so at once leave one whole file."""
    data = json.dumps({"mark": mark, "offices": index.offices, "former": index.former}, ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, data, sync=False)
        for old in path.parent.glob("agencies-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except (OSError, FoiakitError):
        return
