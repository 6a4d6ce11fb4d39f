"""The end of a run: index, calendar, manifest and zip, all from the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from foiakit.batch.archive import write_archive
from foiakit.batch.calendar import write_calendar
from foiakit.batch.index import write_index
from foiakit.batch.manifest import CSV, Ledger


def finish(folder: Path, ledger: Ledger, *, title: str, dated: date, zipped: bool = False) -> list[Path]:
    """Writes what is about all letters, and settles the ledger.

    Returns:
        The files, the manifest first.
    """
    paths = [*write_index(folder, ledger, title, dated), write_calendar(folder, ledger, dated)]
    ledger.settle()
    if zipped:
        paths.append(write_archive(folder))
    return [folder / CSV, *paths]
