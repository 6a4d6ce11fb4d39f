"""What reaches the terminal, and how: results on standard output, messages on standard error, everything harmless."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from foiakit.model.characters import harmless

if TYPE_CHECKING:
    from rich.progress import Progress

PIPED_WIDTH = 160
"""Columns of a table that is not going to a terminal."""


def out(text: str = "") -> None:
    """Prints a result on standard output."""
    print(harmless(text))


def say(text: str) -> None:
    """Prints a message on standard error; a closed one loses the message, not the work."""
    with contextlib.suppress(OSError, ValueError):
        print(harmless(text), file=sys.stderr, flush=True)


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[int] = ()) -> None:
    """Prints a table on standard output, fitted to the terminal.

    Args:
        right: Columns, from 0, that are aligned to the right.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for index, header in enumerate(headers):
        grid.add_column(header, justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(harmless("" if cell is None else str(cell))) for cell in row))
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width, highlight=False, markup=False, emoji=False).print(grid)


@contextlib.contextmanager
def progress(label: str, total: int | None = None) -> Iterator[Progress]:
    """A progress bar on standard error with rate and time left; silent where that is no terminal.

    Yields:
        rich's Progress with one task (id 0): call `advance(0)`.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.speed:.0f}/s" if total is None else ""),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(
        *(c for c in columns if not isinstance(c, TextColumn) or c.text_format),
        console=console,
        disable=not sys.stderr.isatty(),
        transient=True,
    ) as bar:
        bar.add_task(harmless(label), total=total)
        yield bar


def abandon_stdout() -> None:
    """After a closed pipe: nothing more is written, and Python does not complain at exit."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
