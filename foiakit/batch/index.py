"""The index of a batch, for the group: what was written to whom, and when an answer is due."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from foiakit.batch import cells
from foiakit.batch.manifest import Entry
from foiakit.batch.sheet import Sheet
from foiakit.files import atomic

MOST_IN_WORD = 500
"""Letters; beyond, a person wants a spreadsheet, and Word opens slowly."""

HEADINGS = ("Office", "Law", "Items", "How sent", "Due if received on", "Answer due", "Status", "File", "MuckRock")
_SHARES = (26, 7, 7, 14, 10, 13, 8, 17, 12)


class Index:
    """index.docx for up to 500 letters; index.csv and index.xlsx beyond, as they come. In place when the block ends.

    Args:
        title: What the letters are filed under.
        dated: The letters' date.
    """

    def __init__(self, folder: Path, title: str, dated: date) -> None:
        self._folder, self._title, self._dated = folder, title, dated
        self._first: list[list[str]] = []
        self._last: str | None = None
        self._linked = False
        self._stack = ExitStack()
        self._sheet: Sheet | None = None
        self.paths: list[Path] = []

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *error: Any) -> None:
        if error[0] is None and self._sheet is None:
            self._write_docx()
        elif error[0] is None and self._sheet is not None:
            self._sheet.end()
        self._stack.__exit__(*error)
        if error[0] is None:
            self._remove_others()

    def add(self, entry: Entry) -> None:
        """Takes a letter when its first line comes."""
        if entry["letter"] == self._last:
            return
        self._last = entry["letter"]
        row = _row(entry)
        self._linked = self._linked or bool(row[-1])
        if self._sheet is not None:
            self._put(row)
            return
        self._first.append(row)
        if len(self._first) > MOST_IN_WORD:
            self._begin_sheets()

    def _begin_sheets(self) -> None:
        self.paths = [self._folder / "index.csv", self._folder / "index.xlsx"]
        self._csv, xlsx = (self._stack.enter_context(atomic.stream(path)) for path in self.paths)
        self._sheet = Sheet(xlsx, self._dated)
        for row in (list(HEADINGS), *self._first):
            self._put(row)
        self._first.clear()

    def _put(self, row: list[str]) -> None:
        assert self._sheet is not None
        safe = [cells.cell(value) for value in row]
        self._csv.write(cells.row(safe).encode())
        self._sheet.add(safe)

    def _write_docx(self) -> None:
        from foiakit.writing.word.table import table_docx

        path = self._folder / "index.docx"
        columns = len(HEADINGS) if self._linked else len(HEADINGS) - 1
        rows = (row[:columns] for row in self._first)
        title = f"Letters: {self._title}"
        atomic.write(path, table_docx(title, HEADINGS[:columns], _SHARES[:columns], rows, dated=self._dated))
        self.paths = [path]

    def _remove_others(self) -> None:
        """What a run with more or fewer letters left."""
        for suffix in ("docx", "csv", "xlsx"):
            path = self._folder / f"index.{suffix}"
            if path not in self.paths:
                path.unlink(missing_ok=True)


def _row(entry: Entry) -> list[str]:
    due, note = entry["due"] or "", entry["due_note"] or ""
    return [
        entry["office"],
        entry["law"],
        str(entry["items"]),
        entry["channel"] or "",
        entry["due_if_received_on"],
        " ".join(part for part in (due, f"({note})" if due and note else note) if part),
        entry["status"],
        entry["file"],
        entry.get("muckrock") or "",
    ]
