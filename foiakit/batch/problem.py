"""problems.csv: each row that gave no letter, or a letter with a word to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from foiakit.batch import cells
from foiakit.files import atomic

FILE = "problems.csv"
HEADINGS = ("row", "column", "what", "how to mend")


class RowProblem(NamedTuple):
    """What is wrong with a row. `stops` is False where the letter was written all the same."""

    row: int
    column: str
    what: str
    mend: str = ""
    stops: bool = True


def write_problems(folder: Path, problems: Iterable[RowProblem]) -> Path | None:
    """Writes the problems, in the table's order; removes the file of an earlier run where there are none."""
    path = folder / FILE
    found = sorted(set(problems))
    if not found:
        path.unlink(missing_ok=True)
        return None
    atomic.write(path, cells.rows(HEADINGS, (p[:4] for p in found)))
    return path
