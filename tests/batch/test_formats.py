"""Letterhead, annotations and PDF, as a plan asks for them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from foiakit.model.errors import FoiakitError
from foiakit.writing.pdf import soffice

ROWS = [(f"us-ca/city/sample-{letter}/police", f"Sample {letter}") for letter in "abcd"]


def house(folder: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "THE EXAMPLE CLINIC"
    document.save(str(folder / "ours.docx"))


def test_letters_bear_the_letterhead_and_their_reasons(run, folder):
    house(folder)
    run(("recipients:", "output: {letterhead: ours.docx, annotate: yes}\nrecipients:"), rows=ROWS)
    for _, place in ROWS:
        path = folder / f"out/us-ca-city-{place.lower().replace(' ', '-')}-police.docx"
        document = Document(io.BytesIO(path.read_bytes()))
        assert document.sections[0].header.paragraphs[0].text == "THE EXAMPLE CLINIC"
        assert len(list(document.comments)) > 3
        assert place in "".join(p.text for p in document.paragraphs)


def test_another_letterhead_makes_the_letters_anew(run, folder):
    house(folder)
    plain = run(rows=ROWS)
    headed = run(("recipients:", "output: {letterhead: ours.docx}\nrecipients:"), rows=ROWS)
    assert (plain.letters, headed.letters, headed.problems) == (4, 4, [])


def test_a_letterhead_that_cannot_be_used_stops_the_plan(opened, folder):
    (folder / "ours.docx").write_bytes(b"no zip")
    with pytest.raises(FoiakitError, match=r"ours\.docx: this is no Word file"):
        opened(("recipients:", "output: {letterhead: ours.docx}\nrecipients:"))


@pytest.mark.word
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_pdfs_are_made_for_many_letters_at_once_and_are_the_same_again(run, folder):
    wanted = ("recipients:", "output: {formats: [pdf, docx]}\nrecipients:")
    assert run(wanted, rows=ROWS).letters == 4
    before = {path.name: path.read_bytes() for path in (folder / "out").glob("*.pdf")}
    assert len(before) == 4
    for name, data in before.items():
        with pypdfium2.PdfDocument(data) as pdf:
            text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert f"Sample {name.split('-')[4].upper()} Police Department" in text.replace("\r\n", " ")
    for name in before:
        (folder / "out" / name).unlink()
    assert run(wanted, rows=ROWS).letters == 4
    assert {path.name: path.read_bytes() for path in (folder / "out").glob("*.pdf")} == before
