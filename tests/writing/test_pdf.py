"""LibreOffice as a second reader of the Word file: what it prints is what the letter says."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pypdfium2
import pytest
from docx import Document

from foiakit.model.errors import FoiakitError
from foiakit.writing import to_docx, to_pdf
from foiakit.writing.pdf import soffice

needs_libreoffice = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


def test_a_missing_libreoffice_is_named_with_the_way_to_get_it(letter, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("FOIAKIT_SOFFICE", raising=False)
    with pytest.raises(FoiakitError, match="PDF needs LibreOffice") as caught:
        to_pdf([to_docx(letter)])
    assert "libreoffice-writer" in caught.value.remedy


def test_a_libreoffice_that_writes_nothing_is_not_taken_for_success(letter, monkeypatch):
    monkeypatch.setenv("FOIAKIT_SOFFICE", shutil.which("true") or "true")
    with pytest.raises(FoiakitError, match="wrote 0 of 2 PDFs"):
        to_pdf([to_docx(letter)] * 2)


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.word
@needs_libreoffice
def test_the_printed_pages_hold_items_footnotes_and_exhibit(letter):
    plain, again = to_pdf([to_docx(letter), to_docx(letter)])
    assert plain == again
    first, second = pages(plain)
    assert (
        "1. The count of inspections in 2025. The release says “412 bridges”.1 Please provide: a. the report;" in first
    )
    assert "2. The contract." in first
    for note in letter.notes:
        assert "".join(s.words for s in note.spans) in first
    assert first.endswith("Page 1 of 2")
    assert second.startswith("Exhibit A Department of Bridges")
    assert "1 Intro. The district inspected 412 bridges" in second
    assert b"/CreationDate(D:20261124000000" in plain
    assert b"<xmp:CreateDate>2026-11-24T00:00:00Z</xmp:CreateDate>" in plain


@pytest.mark.word
@needs_libreoffice
def test_libreoffice_keeps_comments_and_footnotes_apart(letter, tmp_path):
    """Comment ids among footnote ids make LibreOffice 7.4 print wrong notes; a round trip would show it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.docx").write_bytes(to_docx(letter, annotate=True))
    subprocess.run(
        [
            soffice() or "",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "docx", "--outdir", str(tmp_path), str(tmp_path / "in/a.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    document = Document(io.BytesIO((tmp_path / "a.docx").read_bytes()))
    assert [c.text for c in document.comments] == [
        "Names the act. Example Code § 12. Without it the clock may not start.",
        "Asks for the paper from which the figure was copied.",
        "States the ceiling.",
    ]
    notes = next(p for p in document.part.package.iter_parts() if str(p.partname).endswith("footnotes.xml"))
    text = re.sub(r"<[^>]+>", "", notes.blob.decode())
    assert text.index("Department of Bridges") < text.index("Same, para. 2.")
