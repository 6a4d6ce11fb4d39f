"""Offices as a person reads them: short names by id, and offices found by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foiakit.model.errors import NotFound
from foiakit.offices.directory import Directory
from foiakit.tui.screens.chooser import Choice

MOST_FOUND = 12
"""Offices shown for some words."""


class OfficeNames:
    """Short names, each looked up once. `names` has those known so far."""

    def __init__(self, directory: Directory) -> None:
        self.names: dict[str, str] = {}
        self._directory = directory

    def of(self, id: str) -> str:
        """The short name of an office; its id where there is none."""
        if id not in self.names:
            try:
                self.learn(id)
            except NotFound:
                self.names[id] = id
        return self.names[id]

    def learn(self, id: str) -> None:
        """Looks an office up.

        Raises:
            NotFound: No such office, or a kind that the state does not have.
        """
        self.names[id] = self._directory.office(id).abbreviated

    def find(self, words: str, proposed: Iterable[str]) -> Sequence[Choice]:
        """Offices by words, best first; with no words, the proposed ones that are one office each."""
        if words.strip():
            return [Choice(m.id, m.name, m.id) for m in self._directory.find(words, limit=MOST_FOUND)]
        return [Choice(id, self.of(id), id) for id in dict.fromkeys(id for id in proposed if "*" not in id)]
