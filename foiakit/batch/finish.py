"""The end of a run: index, calendar, manifest and zip, all from one reading of the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from foiakit.batch.archive import write_archive
from foiakit.batch.calendar import Calendar
from foiakit.batch.index import Index
from foiakit.batch.manifest import CSV, Ledger


def finish(folder: Path, ledger: Ledger, *, title: str, dated: date, zipped: bool = False) -> list[Path]:
    """Writes what is about all letters, and settles the ledger.

    Returns:
        The files, the manifest first.
    """
    with Calendar(folder, dated) as calendar, Index(folder, title, dated) as index:
        ledger.settle(calendar.add, index.add)
    paths = [folder / CSV, *index.paths, calendar.path]
    if zipped:
        paths.append(write_archive(folder))
    return paths
