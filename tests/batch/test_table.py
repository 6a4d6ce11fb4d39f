"""Tables as people save them: any delimiter and encoding, row numbers as a spreadsheet shows them, bombs refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.batch import cells
from foiakit.batch.table import read_table
from foiakit.model.errors import BadFile


@pytest.mark.parametrize(
    ("data", "headings", "rows"),
    [
        (b"id,county\nx,Alameda\n", ("id", "county"), [(2, ["x", "Alameda"])]),
        (b"id;county\r\nx;Alameda\r\n", ("id", "county"), [(2, ["x", "Alameda"])]),
        (b"id\tcounty\nx\tAlameda", ("id", "county"), [(2, ["x", "Alameda"])]),
        ("\ufeffid,county\nx,Doña Ana\n".encode(), ("id", "county"), [(2, ["x", "Doña Ana"])]),
        ("id,county\nx,Doña Ana\n".encode("cp1252"), ("id", "county"), [(2, ["x", "Doña Ana"])]),
        ("id,county\nx,Doña Ana\n".encode("utf-16"), ("id", "county"), [(2, ["x", "Doña Ana"])]),
        (b'id,county\nx,"Two\nlines, one cell"\n', ("id", "county"), [(2, ["x", "Two\nlines, one cell"])]),
        (b"\n\nid,county\n,\n x , y \n", ("id", "county"), [(5, ["x", "y"])]),
        (b"id,county,\nx,y,\n", ("id", "county"), [(2, ["x", "y"])]),
        (b"id,county\nx\n", ("id", "county"), [(2, ["x"])]),
    ],
)
def test_a_table_is_read_as_it_was_saved(tmp_path, data, headings, rows):
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    found, read = read_table(path)
    assert found == headings
    assert [(row.number, list(row.cells.values())) for row in read] == rows


def test_a_cell_beyond_the_headings_marks_its_row_alone(tmp_path):
    (tmp_path / "t.csv").write_text("id,county\nx,y,oops\nz,w\n")
    _, rows = read_table(tmp_path / "t.csv")
    assert [row.surplus for row in rows] == ["oops", ""]


def test_a_spreadsheet_reads_as_its_cells_show(tmp_path):
    book = openpyxl.Workbook()
    for values in (("id", "figure", "day"), ("x", 260.0, date(2009, 9, 10)), (None, None, None), ("y", 1.5, "=1+1")):
        book.active.append(values)
    book.save(tmp_path / "t.xlsx")
    headings, rows = read_table(tmp_path / "t.xlsx")
    assert headings == ("id", "figure", "day")
    assert [(r.number, list(r.cells.values())) for r in rows] == [
        (2, ["x", "260", "2009-09-10"]),
        (4, ["y", "1.5", ""]),
    ]


def xlsx_with(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("t.csv", b"", "the table is empty"),
        ("t.csv", b"id,,county\n", "column 2 has no heading"),
        ("t.csv", b"id,id\n", "stands twice"),
        ("t.csv", b"\x00\x01\x02\x00", "no text table"),
        ("t.xlsx", b"plain", "this is no spreadsheet"),
        ("t.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "has a password"),
        ("t.xlsx", xlsx_with("xl/evil.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "declares entities"),
        ("t.xlsx", xlsx_with("xl/huge.bin", b"\0" * 401_000_000), "unpacks to"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_a_bad_table_is_refused_with_its_reason(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadFile, match=why):
        read_table(tmp_path / name)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1-555", "'+1-555"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("-cmd", "'-cmd"),
        ("\t=1", "'=1"),
        ("plain", "plain"),
        (None, ""),
        (12, "12"),
        ("a\nb\x1b[31m", "a b[31m"),
    ],
)
def test_no_cell_runs_as_a_formula(value, cell):
    assert cells.cell(value) == cell


@given(st.text())
def test_whatever_stands_in_a_cell_a_spreadsheet_shows_it(text):
    assert not cells.cell(text).startswith(("=", "@", "\t", "\r"))
    assert "\n" not in cells.row([text, "x"])[:-1]
