"""The table of recipients: CSV or XLSX as a spreadsheet program saves it, read as text, rows counted as it does."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from foiakit.files import archive, regular
from foiakit.model.errors import BadFile, Problem

MAX_BYTES = 200_000_000
_BOUNDS = archive.Bounds(parts=2_000, part=400_000_000, total=800_000_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it (the headings are row 1), and its cells under their headings.

    `surplus` is what stands beyond the last heading, "" in a good row.
    """

    number: int
    cells: dict[str, str]
    surplus: str = ""


def read_table(path: Path) -> tuple[tuple[str, ...], list[Row]]:
    """The headings and the rows that are not blank.

    Raises:
        BadFile: The file cannot be read, has no headings or the same twice.
    """
    grid = _xlsx(path) if path.suffix.lower() in {".xlsx", ".xlsm"} else _csv(path)
    headings: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, cells in grid:
        texts = [c.strip() for c in cells]
        if not any(texts):
            continue
        if not headings:
            headings = _headings(path, texts)
            continue
        surplus = " ".join(t for t in texts[len(headings) :] if t)
        rows.append(Row(number, dict(zip(headings, texts, strict=False)), surplus))
    if not headings:
        raise BadFile(Problem(path=path, says="the table is empty", remedy="Its first row names the columns."))
    return headings, rows


def _headings(path: Path, texts: Sequence[str]) -> tuple[str, ...]:
    while texts and not texts[-1]:
        texts = texts[:-1]
    for at, text in enumerate(texts, 1):
        if not text:
            raise BadFile(
                Problem(path=path, line=1, says=f"column {at} has no heading", remedy="Name it, or delete it.")
            )
        if texts.count(text) > 1:
            raise BadFile(Problem(path=path, line=1, says=f"the heading “{text}” stands twice", remedy="Rename one."))
    return tuple(texts)


def _csv(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    text = _decoded(path)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(1_000_000)
    try:
        yield from enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1)
    except csv.Error as error:
        raise BadFile(
            Problem(path=path, says=f"this is no CSV table: {error}", remedy="Save it again as CSV.")
        ) from None


def _decoded(path: Path) -> str:
    data = _bytes(path)
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadFile(Problem(path=path, says="this is no text table", remedy="Save it as CSV (UTF-8) or XLSX."))


def _bytes(path: Path) -> bytes:
    try:
        return regular.read(path, MAX_BYTES)
    except regular.Refused as refused:
        raise BadFile(Problem(path=path, says=str(refused))) from None
    except FileNotFoundError:
        raise BadFile(Problem(path=path, says="there is no such table")) from None
    except OSError as error:
        raise BadFile(Problem(path=path, says=f"cannot be read: {error.strerror}")) from None


def _xlsx(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    data = _bytes(path)
    try:
        for _ in archive.members(data, "spreadsheet", ".xlsx", _BOUNDS):
            pass
    except archive.Unsafe as unsafe:
        raise BadFile(Problem(path=path, says=unsafe.says, remedy=unsafe.remedy)) from None
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for number, values in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, [_text(value) for value in values]
    except (LookupError, ValueError, TypeError, AttributeError, OSError, SyntaxError, OverflowError) as error:
        says = f"the spreadsheet is broken ({str(error)[:100]})"
        raise BadFile(Problem(path=path, says=says, remedy="Open it and save it again as .xlsx.")) from None


def _text(value: object) -> str:
    """A cell as a person reads it: 260, not 260.0; a day as 2009-09-10."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)
