"""Cells that people open in a spreadsheet: text that a spreadsheet would run as a formula is made harmless."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from foiakit.model.characters import harmless

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def cell(value: object) -> str:
    """A value as a cell. A leading apostrophe keeps "=cmd()" a text; numbers stay numbers.

    >>> cell("=1+1"), cell("-5"), cell(None)
    ("'=1+1", '-5', '')
    """
    text = "" if value is None else str(value)
    if not text.isprintable():
        text = " ".join(harmless(text).split("\n"))
    text = text.strip()
    return f"'{text}" if text.startswith(_RUNS) and not _NUMBER.fullmatch(text) else text


def row(values: Iterable[object]) -> str:
    """One line of CSV, as every spreadsheet reads it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell(v) for v in values])
    return out.getvalue()


def rows(headings: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """A whole small CSV file."""
    return row(headings) + "".join(map(row, lines))
