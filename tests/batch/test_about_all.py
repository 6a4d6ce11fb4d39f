"""What is written about all letters: index, calendar, portal texts, links; and the review before any is written."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar

from foiakit.batch import index
from foiakit.batch.finish import finish
from foiakit.batch.manifest import Ledger
from foiakit.batch.review import review
from foiakit.batch.worker import Maker
from foiakit.library.collection import open_library

DAY = date(2026, 11, 24)


def entry(number: int, **changes: object) -> dict[str, object]:
    return {
        "id": f"plan:us-ca/office/{number:05}:docx",
        "letter": f"plan:us-ca/office/{number:05}",
        "office": f"Office {number}",
        "law": "us-ca",
        "items": 2,
        "channel": None,
        "due_if_received_on": "2026-11-24",
        "due": "2026-12-04",
        "due_note": None,
        "due_what": "determination",
        "status": "written",
        "file": f"{number}.docx",
        "format": "docx",
        **changes,
    }


@pytest.fixture
def ledger(tmp_path):
    made = Ledger(tmp_path)
    yield made
    made.close()


def test_the_index_is_a_word_table_with_a_repeated_heading_row(ledger, tmp_path):
    ledger.add([entry(2, due=None, due_note="promptly"), entry(1, office="A & <B>", due_note="at the earliest")])
    finish(tmp_path, ledger, title="bridges", dated=DAY)
    data = (tmp_path / "index.docx").read_bytes()
    document = Document(io.BytesIO(data))
    assert document.paragraphs[0].text == "Letters: bridges"
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == list(index.HEADINGS[:-1])
    assert rows[1][:3] == ["A & <B>", "us-ca", "2"]
    assert [row[5] for row in rows[1:]] == ["2026-12-04 (at the earliest)", "promptly"]
    assert "tblHeader" in document.tables[0].rows[0]._tr.xml


def test_a_long_index_is_a_spreadsheet_whose_cells_are_text(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(index, "MOST_IN_WORD", 2)
    ledger.add([entry(n, office="=1+1") for n in (3, 1, 2)])
    (tmp_path / "index.docx").write_bytes(b"of an earlier run")
    _, table, sheet, _ = finish(tmp_path, ledger, title="bridges", dated=DAY)
    before = sheet.read_bytes()
    assert not (tmp_path / "index.docx").exists()
    with table.open(newline="") as stream:
        assert [row[0] for row in csv.reader(stream)] == ["Office", "'=1+1", "'=1+1", "'=1+1"]
    cells = openpyxl.load_workbook(sheet).active["A"]
    assert [(c.value, c.data_type) for c in cells] == [("Office", "s"), *[("'=1+1", "s")] * 3]
    finish(tmp_path, Ledger(tmp_path), title="bridges", dated=DAY)
    assert sheet.read_bytes() == before


def test_the_calendar_is_read_by_a_calendar_program(ledger, tmp_path):
    ledger.add(
        [
            entry(1, office="Ünïted, Bridges; Office" * 4, due_note="at the earliest"),
            entry(1, id="plan:us-ca/office/00001:txt", file="1.txt"),
            entry(2, due=None),
            entry(3, due="2027-01-08"),
        ]
    )
    finish(tmp_path, ledger, title="bridges", dated=DAY)
    raw = (tmp_path / "calendar.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    events = Calendar.from_ical(raw).walk("VEVENT")
    assert [e.decoded("dtstart") for e in events] == [date(2026, 12, 4), date(2027, 1, 8)]
    assert str(events[0]["summary"]) == "Determination due: " + "Ünïted, Bridges; Office" * 4
    assert "at the earliest" in str(events[0]["description"])
    assert len({str(e["uid"]) for e in events}) == 2


def test_portal_text_and_link_come_where_they_are_asked_for(run, folder):
    run(
        ("recipients:", "output: {formats: [txt], muckrock: yes}\nrecipients:"),
        rows=[("us-ca/county/marin/sheriff", "Marin")],
    )
    [text] = (folder / "out").glob("*.txt")
    assert len(text.read_text()) <= 10_000
    line = json.loads((folder / "out/manifest.jsonl").read_text())
    form = parse_qs(urlsplit(line["muckrock"]).query)
    assert form["title"][0].startswith("California Public Records Act request")
    assert form["requested_docs"][0].startswith("1. The count")
    assert "MuckRock" in [c.text for c in Document(str(folder / "out/index.docx")).tables[0].rows[0].cells]


ROWS = [
    ("us-ca/county/marin/sheriff", "Marin"),
    ("us-wa/county/king/sheriff", "King"),
    ("us-tn/county/shelby/sheriff", "Shelby"),
    ("us-xx/county/none/sheriff", "None"),
]


def test_a_review_counts_letters_and_names_what_stops_others(opened, folder):
    plan = opened(rows=ROWS)
    found = review(Maker(plan.order(None)), plan.addressees, plan.problems)
    assert dict(found.per_law) == {"us-ca": 1, "us-wa": 1}
    assert set(found.sample) == {"us-ca", "us-wa"}
    assert [p.row for p in found.residency] == [4]
    assert [p.row for p in found.problems] == [5]
    assert found.failed_rows == 2
    assert not (folder / "out").exists()


NEEDS_A_FIELD = """\
title: A report by its name
use_when: The release names a report.
fields: {report: {ask: Which report?}}
item:
  label: The report
  lead: "The release says: “{{ quote }}”.{{ note }} Please provide {{ report }}, {{ period.words }}."
teach: A report that is named can be found.
authorities: [nlrb-v-sears]
examples: {asks: [The office published its bridge report.]}
"""


def test_a_review_names_the_field_that_nobody_filled(opened, tmp_path):
    own = tmp_path / "own/requests/statistics"
    own.mkdir(parents=True)
    (own / "named.yaml").write_text(NEEDS_A_FIELD)
    template = ('"1.1": statistics/count', '"1.1": statistics/named')
    fields = ("{subject: bridges, period: 2025-01-01/2025-12-31}", "{}")
    plan = opened(template, fields, rows=ROWS[:2], library=open_library(tmp_path / "own"))
    found = review(Maker(plan.order(None)), plan.addressees, plan.problems)
    assert [(p.row, "Which report?" in p.what) for p in found.unfilled] == [(2, True), (3, True)]
    assert found.per_law.total() == 0
    given = (fields[0], '{report: "the {county} report", period: 2025-01-01/2025-12-31}')
    filled = opened(template, given, rows=ROWS[:2], library=open_library(tmp_path / "own"))
    found = review(Maker(filled.order(None)), filled.addressees, filled.problems)
    assert found.problems == []
    assert "Please provide the King report, from January 1" in found.sample["us-wa"].items[0].words


def test_a_review_sees_what_was_asked_before_whatever_its_case_and_spaces(opened, run, folder):
    run(rows=ROWS[:1])
    again = opened(("name: bridges", "name: second"), ("subject: bridges", 'subject: "BRIDGES "'), rows=ROWS[:2])
    found = review(Maker(again.order(None)), again.addressees, earlier=[folder / "out"])
    assert len(found.duplicates) == 2
    assert all("Marin" in line and "bridges:us-ca/county/marin/sheriff" in line for line in found.duplicates)
    assert found.often == {"Marin County Sheriff's Office": 2}
    same = opened(rows=ROWS[:1])
    assert review(Maker(same.order(None)), same.addressees, earlier=[folder / "out"]).duplicates == []
