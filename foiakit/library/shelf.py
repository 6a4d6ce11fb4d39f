"""A shelf: the files of one kind under templates/, one thing a file, its path its id, loaded when asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from foiakit.files import yaml
from foiakit.files.schema import Written
from foiakit.model.errors import BadFile, NotFound, Problem

W = TypeVar("W", bound=Written)


@dataclass(frozen=True, slots=True)
class Book(Generic[W]):
    """One file of a shelf: its id, where it lies, which shipped file it replaces, and what it says."""

    id: str
    path: Path
    replaces: Path | None
    version: str
    document: yaml.Document
    content: W


@dataclass(slots=True)
class Shelf(Generic[W]):
    """Loads the files of `folder` on demand and keeps them.

    Args:
        kind: What one is called in a message ("request template", "law pack").
        model: The schema of one file.
        folders: Where to look, first wins: a person's own folder before the shipped one.
        consequence: What a bad file means ("no letter to its offices can be written").
    """

    kind: str
    model: type[W]
    folders: tuple[Path, ...]
    consequence: str | None = None
    _paths: dict[str, list[Path]] | None = field(default=None, repr=False)
    _books: dict[str, Book[W]] = field(default_factory=dict, repr=False)

    def paths(self) -> dict[str, list[Path]]:
        """Every id with its files, the one that wins first."""
        if self._paths is None:
            found: dict[str, list[Path]] = {}
            for folder in self.folders:
                for path in sorted(folder.rglob("*.yaml")):
                    found.setdefault(path.relative_to(folder).with_suffix("").as_posix(), []).append(path)
            self._paths = dict(sorted(found.items()))
        return self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths())

    def __contains__(self, id: object) -> bool:
        return id in self.paths()

    def book(self, id: str) -> Book[W]:
        """The file with this id.

        Raises:
            NotFound: There is none; the nearest ids are named.
            BadFile: It does not fit its schema.
        """
        if id in self._books:
            return self._books[id]
        paths = self.paths().get(id)
        if not paths:
            from rapidfuzz import process

            near = [match[0] for match in process.extract(id, list(self.paths()), limit=3, score_cutoff=50)]
            raise NotFound(
                f"no {self.kind} is called “{id}”",
                remedy=f"Did you mean {', '.join(near)}?" if near else None,
            )
        document = yaml.read(paths[0])
        content = yaml.load(document, self.model, consequence=self.consequence)
        version = hashlib.sha256("\n".join(document.lines).encode()).hexdigest()[:12]
        book = Book(id, paths[0], paths[1] if len(paths) > 1 else None, version, document, content)
        self._books[id] = book
        return book

    def __getitem__(self, id: str) -> W:
        return self.book(id).content

    def all(self) -> tuple[dict[str, W], tuple[Problem, ...]]:
        """Everything that loads, by id, and the problems of what does not."""
        good: dict[str, W] = {}
        problems: list[Problem] = []
        for id in self:
            try:
                good[id] = self[id]
            except BadFile as bad:
                problems.extend(bad.problems)
        return good, tuple(problems)
