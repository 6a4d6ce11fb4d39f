"""A draft under way: saved at every decision, each of which can be taken back."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from foiakit.drafting.draft import Draft
from foiakit.drafting.keep import moved_to, save_draft
from foiakit.drafting.kept import Kept
from foiakit.model.errors import FoiakitError

UNDO = 200
"""Decisions that can be taken back."""


class KeptDraft:
    """A draft, the file in which it is kept, and the decisions that led to it.

    `version` counts the decisions. Where the draft cannot be saved, `unsaved` says why. `copies` are written with the
    first save.
    """

    def __init__(self, draft: Draft, path: Path, copies: Sequence[Kept] = ()) -> None:
        self.draft = draft
        self.path = path
        self.unsaved = ""
        self.version = 0
        self._undo: list[Draft] = []
        self._copies = list(copies)
        self._lock = threading.Lock()

    def save(self) -> None:
        """Writes the draft, unless nothing was ever decided. Where it cannot be written, `unsaved` says why."""
        if self._undo or self.path.exists():
            with self._lock:
                try:
                    while self._copies:
                        self._copies[0].write()
                        del self._copies[0]
                    save_draft(self.draft, self.path)
                    self.unsaved = ""
                except FoiakitError as error:
                    self.unsaved = str(error)

    def save_as(self, path: Path) -> None:
        """Saves the draft elsewhere from now on.

        Raises:
            FoiakitError: There is a file already, or it cannot be written.
        """
        if path.exists():
            raise FoiakitError(f"{path}: exists already and was left as it is", remedy="Choose another name.")
        moved = moved_to(self.draft, path.parent)
        save_draft(moved, path)
        self.draft, self.path, self.unsaved = moved, path, ""
        self._undo = [moved_to(draft, path.parent) for draft in self._undo]

    def _decide(self, **changes: object) -> None:
        before = self.draft
        folder = before.folder
        self.draft = Draft.model_validate({**dict(before), **changes}).beside(folder)
        self._decided(before)

    def _decided(self, before: Draft) -> None:
        self._undo.append(before)
        del self._undo[:-UNDO]
        self.version += 1
        self.save()

    def _taken_back(self) -> Draft | None:
        """Takes the last decision back; what the draft was with it. None where there is none."""
        if not self._undo:
            return None
        before, self.draft = self.draft, self._undo.pop()
        return before
