"""What reaches the terminal, and how: results on standard output, messages on standard error, everything harmless."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from foiakit.model.characters import harmless

if TYPE_CHECKING:
    from rich.progress import Progress

PIPED_WIDTH = 160
"""Columns of a table of prose that is not going to a terminal; one of short cells gets as many as its rows have."""

PROSE = 200
"""Characters from which a cell is prose."""


def out(text: str = "") -> None:
    """Prints a result on standard output."""
    print(harmless(text))


def say(text: str) -> None:
    """Prints a message on standard error; a closed one loses the message, not the work."""
    with contextlib.suppress(OSError, ValueError):
        print(harmless(text), file=sys.stderr, flush=True)


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[int] = ()) -> None:
    """Prints a table on standard output: fitted to a terminal, a row a line where another program reads it.

    In a terminal too narrow for the longest words each row is printed as a few lines, so that no id is cut in two.

    Args:
        right: Columns, from 0, that are aligned to the right.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[harmless("" if cell is None else str(cell)) for cell in row] for row in rows]
    fitted = sys.stdout.isatty()
    one_line = not fitted and all(len(cell) < PROSE for row in cells for cell in row)
    piped = PROSE * len(headers) if one_line else PIPED_WIDTH
    width = shutil.get_terminal_size().columns if fitted else piped
    if fitted and _least(headers, cells) > width:
        for row in cells:
            print(_stacked(headers, row, width))
        return
    grid = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for index, header in enumerate(headers):
        grid.add_column(header, justify="right" if index in right else "left", overflow="fold", no_wrap=one_line)
    for row in cells:
        grid.add_row(*map(Text, row))
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    if fitted:
        console.print(grid)
        return
    with console.capture() as printed:
        console.print(grid)
    print("\n".join(line.rstrip() for line in printed.get().splitlines()))


def _least(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The columns that a table needs if no word is to be cut."""
    columns = zip(headers, *rows, strict=True)
    longest = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    return sum(longest) + 2 * (len(headers) - 1)


def _stacked(headers: Sequence[str], row: Sequence[str], width: int) -> str:
    """A row as running text: its first cell, then what each other column says."""
    said = [f"{header} {cell}".strip() for header, cell in zip(headers[1:], row[1:], strict=True) if cell.strip()]
    return textwrap.fill(
        f"{row[0]}  {' · '.join(said)}",
        max(width, 20),
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


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


@contextlib.contextmanager
def working(label: str) -> Iterator[Callable[[int, int], None]]:
    """A spinner on standard error for work whose end is not known; silent where that is no terminal.

    Yields:
        Call it with what is done and the whole, and the spinner shows the percentage.
    """
    if not sys.stderr.isatty():
        yield lambda done, whole: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(harmless(label))) as spinner:
        yield lambda done, whole: spinner.update(Text(f"{harmless(label)} {done / max(1, whole):.0%}"))


def abandon_stdout() -> None:
    """After a closed pipe: nothing more is written, and Python does not complain at exit."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
