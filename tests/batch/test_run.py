"""A run: every letter once, the same whoever makes it, and nothing of a person's lost."""

from __future__ import annotations

import hashlib
import io
import json
import re
import signal
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx import Document

from foiakit.batch.manifest import COLUMNS, Ledger
from foiakit.model.errors import FoiakitError

ALAMEDA = "us-ca-county-alameda-sheriff"


def files_of(folder: Path) -> dict[str, bytes]:
    """What a person finds in an output folder."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if not p.name.startswith(".")}


def lines_of(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]


def text_of(docx: Path) -> str:
    return "\n".join(p.text for p in Document(str(docx)).paragraphs)


def test_every_row_gets_its_letter_under_its_own_law(run, folder):
    report = run()
    assert (report.letters, report.problems) == (4, [])
    text = text_of(folder / "out" / f"{ALAMEDA}.docx")
    assert "Alameda County Sheriff's Office" in text
    assert "California Public Records Act" in text
    assert "Texas" not in text
    assert "Texas Public Information Act" in text_of(folder / "out/us-tx-county-travis-sheriff.docx")


def test_the_item_asks_about_the_recipient_and_the_quotation_stays_as_it_is(run, folder):
    run()
    text = text_of(folder / "out" / f"{ALAMEDA}.docx")
    letter, exhibit = text.split("Exhibit A\n", 1)
    assert "the Imperial County Sheriff's Office closed 412 bridges in Imperial County" in exhibit
    quotations = re.findall("“[^”]*”", letter)
    assert any("412 bridges" in q for q in quotations)
    assert "Alameda County Sheriff's Office and ICE" in letter
    for quotation in quotations:
        letter = letter.replace(quotation, "")
    assert "Imperial" not in letter


def test_the_manifest_holds_one_line_a_file_sorted_by_id_with_hashes_that_are_right(run, folder):
    run(("requester: profile.yaml", "requester: profile.yaml\noutput: {formats: [docx, md, txt]}"))
    lines = lines_of(folder / "out")
    assert len(lines) == 12
    assert [line["id"] for line in lines] == sorted(line["id"] for line in lines)
    assert list(lines[0])[: len(COLUMNS)] == list(COLUMNS)
    for line in lines:
        data = (folder / "out" / line["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == line["sha256"]
        assert line["status"] == "written"
    first = lines[0]
    assert first["id"] == "bridges:us-ca/county/alameda/sheriff:docx"
    assert (first["law"], first["items"], first["notes"]) == ("us-ca", 2, 2)
    assert (first["due_if_received_on"], first["due"]) == ("2026-11-24", "2026-12-04")
    assert first["asks"][0]["template"] == "statistics/count"
    assert "412 bridges" in first["asks"][0]["text"]
    assert (folder / "out/manifest.csv").read_text().splitlines()[0] == ",".join(COLUMNS)


def test_running_again_writes_nothing_and_changes_nothing(run, folder):
    run(zipped=True)
    before = {p.name: p.stat().st_mtime_ns for p in (folder / "out").glob("*.docx") if p.name != "index.docx"}
    contents = files_of(folder / "out")
    report = run(zipped=True)
    assert (report.letters, report.up_to_date) == (0, 4)
    assert {n: (folder / "out" / n).stat().st_mtime_ns for n in before} == before
    assert files_of(folder / "out") == contents


def test_only_what_is_missing_or_made_of_something_else_is_written(run, folder):
    run()
    (folder / "out/us-ca-county-marin-sheriff.docx").unlink()
    assert run().letters == 1
    rows = [("us-ca/county/alameda/sheriff", "Alameda"), ("us-ca/county/napa/sheriff", "Napa")]
    report = run(rows=rows)
    assert (report.letters, report.up_to_date) == (1, 1)
    assert run(("{subject: bridges", "{subject: closed bridges"), rows=rows).letters == 2


ROWS = [
    ("us-ca/county/alameda/sheriff", "Alameda"),
    ("us-tx/county/travis/sheriff", "Travis"),
    ("us-wa/county/king/sheriff", "King"),
]


def test_row_order_and_workers_change_no_letter_and_no_line(run, folder):
    run(rows=ROWS, out="one", zipped=True)
    with ThreadPoolExecutor(2) as pool:
        run(rows=ROWS[::-1], out="two", executor=pool, workers=2, zipped=True)
        run(rows=ROWS[1:] + ROWS[:1], out="three", executor=pool, workers=2, elsewhere=True, zipped=True)
    assert files_of(folder / "one") == files_of(folder / "two") == files_of(folder / "three")


def test_a_letter_that_was_edited_is_kept_and_the_new_one_stands_beside_it(run, folder):
    run(rows=ROWS[:1])
    path = folder / "out" / f"{ALAMEDA}.docx"
    path.write_bytes(b"mine")
    report = run(rows=ROWS[:1])
    assert (report.letters, report.problems) == (0, [])  # nothing new to say
    assert lines_of(folder / "out")[0]["status"] == "edited"
    report = run(("{subject: bridges", "{subject: spans"), rows=ROWS[:1])
    assert path.read_bytes() == b"mine"
    assert report.edited == [f"{ALAMEDA}.new.docx"]
    assert [(p.row, p.stops) for p in report.problems] == [(2, False)]
    assert "edited" in (folder / "out/problems.csv").read_text()
    line = lines_of(folder / "out")[0]
    assert (line["file"], line["status"]) == (f"{ALAMEDA}.new.docx", "beside")
    assert "spans" in text_of(folder / "out" / line["file"])


def test_a_bad_row_becomes_a_problem_and_stops_no_other(run, folder):
    rows = [
        ("us-ca/county/alameda/sheriff", "Alameda"),
        ("us-ca/county/atlantis/sheriff", "Atlantis"),
        ("us-ct/county/hartford/sheriff", "Hartford"),
        ("=1+1", "x"),
        ("us-wa/county/king/sheriff", "King"),
    ]
    report = run(rows=rows)
    assert (report.letters, report.failed_rows) == (2, 3)
    text = (folder / "out/problems.csv").read_text()
    assert text.splitlines()[0] == "row,column,what,how to mend"
    assert [line.split(",")[:2] for line in text.splitlines()[1:]] == [
        ["3", "office"],
        ["4", "office"],
        ["5", "office"],
    ]
    assert "Atlantis" in text
    assert run(rows=rows[:1]).problems == []
    assert not (folder / "out/problems.csv").exists()


def test_a_law_that_asks_for_residence_stops_only_its_own_rows(run, folder):
    rows = [("us-ca/county/alameda/sheriff", "Alameda"), ("us-tn/county/shelby/sheriff", "Shelby")]
    report = run(rows=rows)
    assert report.letters == 1
    [problem] = [p for p in report.problems if p.stops]
    assert (problem.row, problem.column) == (3, "requester")
    assert problem.mend


def test_lines_of_other_plans_in_the_folder_are_kept(run, folder):
    run(rows=ROWS[:1])
    run(("name: bridges", "name: tunnels"), ("requester:", 'output: {name: "t-{id}"}\nrequester:'), rows=ROWS[:1])
    assert [line["letter"] for line in lines_of(folder / "out")] == [
        "bridges:us-ca/county/alameda/sheriff",
        "tunnels:us-ca/county/alameda/sheriff",
    ]


def test_two_letters_never_share_a_file_name(run):
    rows = [("us-ca/county/alameda/sheriff", "X"), ("us-tx/county/travis/sheriff", "x")]
    report = run(("requester:", 'output: {name: "{county}"}\nrequester:'), rows=rows)
    assert report.letters == 1
    assert [p.row for p in report.problems] == [3]
    assert "file" in report.problems[0].what


def test_ctrl_c_finishes_the_letters_in_hand_and_the_next_run_goes_on(run, folder, monkeypatch):
    monkeypatch.setattr("foiakit.batch.run.CHUNK", 1)
    run(rows=ROWS, out="whole")

    pressed = []

    def interrupted(count):
        if not pressed:
            pressed.append(count)
            signal.raise_signal(signal.SIGINT)

    report = run(rows=ROWS, on_progress=interrupted)
    assert (report.letters, report.left, report.stopped) == (1, 2, True)
    assert len(lines_of(folder / "out")) == 1
    assert run(rows=ROWS).letters == 2
    assert files_of(folder / "out") == files_of(folder / "whole")


def test_a_run_that_died_goes_on_from_its_journal(run, folder, monkeypatch):
    monkeypatch.setattr("foiakit.batch.run.CHUNK", 1)
    run(rows=ROWS, out="whole")
    calls = []

    def die(count):
        calls.append(count)
        if len(calls) == 2:
            raise MemoryError

    with pytest.raises(MemoryError):
        run(rows=ROWS, on_progress=die)
    journal = folder / "out/.foiakit-batch.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"id": "half a li')
    assert run(rows=ROWS).letters in {1, 2}
    assert files_of(folder / "out") == files_of(folder / "whole")
    assert not journal.exists()


def test_the_zip_holds_all_that_was_written(run, folder):
    run(rows=ROWS[:2], zipped=True)
    with zipfile.ZipFile(io.BytesIO((folder / "out/letters.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert set(names) == {*files_of(folder / "out")} - {"letters.zip"}
        for name in names:
            assert archive.read(name) == (folder / "out" / name).read_bytes()


def test_a_row_that_left_the_table_keeps_its_line_while_its_file_is_there(run, folder):
    run(rows=ROWS)
    assert run(rows=ROWS[:1]).up_to_date == 1
    assert len(lines_of(folder / "out")) == 3
    (folder / "out" / lines_of(folder / "out")[1]["file"]).unlink()
    (folder / "out" / lines_of(folder / "out")[2]["file"]).write_bytes(b"mine")
    run(rows=ROWS[:1])
    assert [line["status"] for line in lines_of(folder / "out")] == ["written", "edited"]


def test_two_runs_do_not_write_into_one_folder(run, folder):
    (folder / "out").mkdir()
    held = Ledger(folder / "out")
    with pytest.raises(FoiakitError, match="another run is writing there"):
        run(rows=ROWS)
    held.close()
    assert run(rows=ROWS).letters == 3
