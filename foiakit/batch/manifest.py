"""The manifest: one line a file, sorted by id; and the journal from which a run that was stopped goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from foiakit.batch import cells
from foiakit.files import atomic
from foiakit.model.errors import FoiakitError

CSV, JSONL, JOURNAL = "manifest.csv", "manifest.jsonl", ".foiakit-batch.jsonl"

COLUMNS = (
    "id", "letter", "format", "recipient", "office", "law", "channel", "items", "notes", "due_if_received_on", "due",
    "due_note", "status", "file", "sha256", "made_of", "versions", "findings",
)  # fmt: skip

Entry = dict[str, Any]
"""A line: the columns, and in the .jsonl also `asks` (each item's template and text), `over` (characters over a
portal's limit) and `muckrock` (a link), where there are any."""


def line_of(entry: Entry) -> str:
    """An entry as one line of the .jsonl: the columns in their order, then the rest."""
    keys = [*COLUMNS, *sorted(k for k in entry if k not in COLUMNS)]
    return json.dumps({k: entry[k] for k in keys if k in entry}, ensure_ascii=False) + "\n"


class Ledger:
    """What is known of each file of an output folder. Lines stay on disk; only their places are held in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._places: dict[str, int] = {}
        """Offset of each line: in the journal of this run, or, below zero, in the manifest of an earlier one."""
        self._old = _open(folder / JSONL)
        journal = folder / JOURNAL
        _drop_half_a_line(journal)
        self._journal: IO[bytes] = journal.open("a+b")
        _hold(self._journal, folder)
        for stream, is_journal in ((self._old, False), (self._journal, True)):
            if stream is not None:
                self._index(stream, is_journal)

    def _index(self, stream: IO[bytes], journal: bool) -> None:
        stream.seek(0)
        offset = 0
        for raw in stream:
            try:
                id = json.loads(raw)["id"]
            except (ValueError, KeyError, TypeError):
                id = None  # a line that a person broke is as if it were not there
            if id:
                self._places[id] = offset if journal else -1 - offset
            offset += len(raw)

    def __contains__(self, id: object) -> bool:
        return id in self._places

    def __getitem__(self, id: str) -> Entry:
        """The line of one file.

        Raises:
            KeyError: There is none.
        """
        entry: Entry = json.loads(self._raw(id))
        return entry

    def _raw(self, id: str) -> bytes:
        offset = self._places[id]
        stream = self._journal if offset >= 0 else self._old
        assert stream is not None
        stream.seek(offset if offset >= 0 else -1 - offset)
        return stream.readline()

    def add(self, entries: Iterable[Entry]) -> None:
        """Appends lines to the journal; a later line of one id takes the place of an earlier one."""
        offset = self._journal.seek(0, os.SEEK_END)
        lines = []
        for entry in entries:
            raw = line_of(entry).encode()
            self._places[entry["id"]] = offset
            offset += len(raw)
            lines.append(raw)
        self._journal.write(b"".join(lines))
        self._journal.flush()

    def drop(self, id: str) -> None:
        """Takes a line out."""
        self._places.pop(id, None)

    def __iter__(self) -> Iterator[Entry]:
        """All lines, sorted by id."""
        return (self[id] for id in sorted(self._places))

    def ids(self) -> list[str]:
        """The ids of all lines."""
        return list(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def settle(self, *readers: Callable[[Entry], None]) -> None:
        """Writes manifest.jsonl and manifest.csv in one step each, and removes the journal.

        Args:
            readers: Called with each line, in order: whoever else writes about all letters reads them here once.
        """
        with atomic.stream(self.folder / JSONL) as jsonl, atomic.stream(self.folder / CSV) as table:
            table.write(cells.row(COLUMNS).encode())
            for id in sorted(self._places):
                raw = self._raw(id)
                entry = json.loads(raw)
                jsonl.write(raw)
                table.write(cells.row([_cell(entry.get(column)) for column in COLUMNS]).encode())
                for reader in readers:
                    reader(entry)
            self.close()  # before its files are replaced: not every system replaces an open one
        (self.folder / JOURNAL).unlink(missing_ok=True)

    def close(self) -> None:
        """Closes the files; the journal stays."""
        self._journal.close()
        if self._old is not None:
            self._old.close()


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _open(path: Path) -> IO[bytes] | None:
    try:
        return path.open("rb")
    except FileNotFoundError:
        return None


def _hold(journal: IO[bytes], folder: Path) -> None:
    """Keeps another run out of the folder for as long as the journal is open; a run that dies lets go of it.

    Raises:
        FoiakitError: Another run holds it.
    """
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        return
    try:
        fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        journal.close()
        raise FoiakitError(
            f"{folder}: another run is writing there", remedy="Wait for it, or choose another folder."
        ) from None
    except OSError:  # a file system without locks
        return


def _drop_half_a_line(journal: Path) -> None:
    """A run that was killed may have left the beginning of a line."""
    try:
        data = journal.read_bytes()
    except FileNotFoundError:
        return
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        atomic.write(journal, data[:whole])


def read_manifest(path: Path) -> Iterator[Entry]:
    """The lines of an earlier run's manifest.jsonl, or of the one in a folder; what cannot be read is passed over."""
    found = path / JSONL if path.is_dir() else path
    with found.open(encoding="utf-8") as stream:
        for raw in stream:
            try:
                entry = json.loads(raw)
            except ValueError:
                continue
            if isinstance(entry, dict) and "id" in entry:
                yield entry
