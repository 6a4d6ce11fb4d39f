"""The index of a batch, for the group: what was written to whom, and when an answer is due."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from foiakit.batch import cells
from foiakit.batch.manifest import Entry, Ledger
from foiakit.files import atomic
from foiakit.writing.word.package import in_order, join, pack, unpack

MOST_IN_WORD = 500
"""Letters; beyond, a person wants a spreadsheet, and Word opens slowly."""

HEADINGS = ("Office", "Law", "Items", "How sent", "Due if received on", "Answer due", "Status", "File")
_SHARES = (26, 6, 5, 16, 9, 13, 8, 17)
_LINK = "MuckRock"


def write_index(folder: Path, ledger: Ledger, title: str, dated: date) -> list[Path]:
    """Writes index.docx for up to 500 letters, index.csv and index.xlsx beyond, and removes what an earlier run left.

    Returns:
        The files.
    """
    docx, table, sheet = (folder / f"index.{suffix}" for suffix in ("docx", "csv", "xlsx"))
    small = sum(1 for _ in _letters(ledger)) <= MOST_IN_WORD
    linked = any("muckrock" in entry for entry in ledger)
    headings = (*HEADINGS, _LINK) if linked else HEADINGS
    for path in (table, sheet) if small else (docx,):
        path.unlink(missing_ok=True)
    if small:
        from foiakit.writing.word.table import table_docx

        shares = (*_SHARES, 12) if linked else _SHARES
        rows = (_row(e, linked) for e in _letters(ledger))
        atomic.write(docx, table_docx(f"Letters: {title}", headings, shares, rows, dated=dated))
        return [docx]
    with atomic.stream(table) as out:
        out.write(cells.row(headings).encode())
        for entry in _letters(ledger):
            out.write(cells.row(_row(entry, linked)).encode())
    _write_sheet(sheet, headings, ledger, linked, dated)
    return [table, sheet]


def _letters(ledger: Ledger) -> Iterator[Entry]:
    """One line for each letter: that of its first format."""
    last = None
    for entry in ledger:
        if entry["letter"] != last:
            last = entry["letter"]
            yield entry


def _row(entry: Entry, linked: bool) -> list[str]:
    due = entry["due"] or ""
    note = entry["due_note"] or ""
    cells = [
        entry["office"],
        entry["law"],
        str(entry["items"]),
        entry["channel"] or "",
        entry["due_if_received_on"],
        " ".join(part for part in (due, f"({note})" if due and note else note) if part),
        entry["status"],
        entry["file"],
    ]
    return [*cells, entry.get("muckrock") or ""] if linked else cells


def _write_sheet(path: Path, headings: tuple[str, ...], ledger: Ledger, linked: bool, dated: date) -> None:
    """A spreadsheet, its rows streamed. Every cell is text, so that none is run as a formula."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Letters")
    sheet.freeze_panes = "A2"

    def text(value: str) -> Any:
        cell = WriteOnlyCell(sheet, value=cells.cell(value))
        cell.data_type = "s"
        return cell

    sheet.append([text(h) for h in headings])
    for entry in _letters(ledger):
        sheet.append([text(value) for value in _row(entry, linked)])
    out = io.BytesIO()
    book.save(out)
    atomic.write(path, _settled(out.getvalue(), dated))


def _settled(sheet: bytes, dated: date) -> bytes:
    """The spreadsheet with the letters' date for the clock's and no author, packed to be the same every time."""
    parts = unpack(sheet)
    core = parts["docProps/core.xml"]
    core = re.sub(rb">[^<]*</dcterms:", b">%sT00:00:00Z</dcterms:" % dated.isoformat().encode(), core)
    parts["docProps/core.xml"] = re.sub(rb"<dc:creator>[^<]*</dc:creator>", b"", core)
    return join(pack(name, parts[name]) for name in sorted(parts, key=in_order))
