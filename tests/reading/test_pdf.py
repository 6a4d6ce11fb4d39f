"""PDF: reading order, running heads, hyphens, pages; and files that are broken, locked, scanned or hostile."""

from __future__ import annotations

import os
import zlib

import pytest

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import read


def seconds_used() -> float:
    """Processor time of this process and its children: a busy machine does not make a test fail."""
    return sum(os.times()[:4])


PARAGRAPH = (
    "The agency opened an office on Monday, and the coun-",
    "ty will use it for long-",
    "term storage of records. It cost $1.2 million.",
)


def lines(*texts: str, first_gap: float = 26.0):
    return [(text, 10.0, first_gap if i == 0 else 12.0) for i, text in enumerate(texts)]


def test_hyphens_at_line_ends_are_mended(make_pdf):
    release = read(make_pdf(lines(*PARAGRAPH) + lines("It will close in June 2031, the director of the agency said.")))
    assert release.passage("1.1").text == (
        "The agency opened an office on Monday, and the county will use it for long-term storage of records."
    )
    assert release.passage("2.1").text == "It will close in June 2031, the director of the agency said."


def test_heads_that_return_and_page_numbers_are_furniture(make_pdf):
    many = [line for _ in range(60) for line in lines("The agency counted 12 wells in the county on Monday.")]
    release = read(make_pdf(many, head="Water news"))
    body = [p.text for p in release.passages if p.kind is Kind.BODY]
    assert len(body) == 60
    assert {p.text for p in release.passages if p.furniture} >= {"Water news", "Page 1", "Page 2"}


def test_a_sentence_over_a_page_break_is_one_passage_with_the_page_where_it_begins(make_pdf):
    filler = [line for _ in range(18) for line in lines("The agency counted 12 wells in the county on Monday.")]
    across = lines("The measurement of the wells that lie in the east of the county goes on until")
    rest = [("the end of the year, when the money of the grant will have been spent, it said.", 10.0, 12.0)]
    release = read(make_pdf(filler + across + rest))
    last = release.passages[-1]
    assert last.text.startswith("The measurement") and last.text.endswith("it said.")
    assert last.page == 1


def test_a_title_in_large_type_is_the_title(make_pdf):
    release = read(make_pdf([("Agency opens office", 20.0, 30.0), ("in Salem", 20.0, 24.0), *lines(*PARAGRAPH)]))
    assert release.title == "Agency opens office in Salem"


def test_paragraphs_without_space_between_are_found_by_their_short_last_lines(make_pdf):
    text = [
        "The agency opened an office on Monday, and the county will use it for records",
        "of its own. It cost $1.2 million.",
        "More offices will follow. Two are planned in Bend and one in Medford, it said,",
        "and all of them will be smaller.",
    ]
    release = read(make_pdf(lines(*text, first_gap=12.0)))
    assert [p.number for p in release.paragraphs if p.number] == [1, 2]


def test_a_scan_without_text_names_ocr(make_pdf):
    with pytest.raises(FoiakitError, match=r"(?s)scan.*ocrmypdf.*tesseract"):
        read(make_pdf([]))


def test_a_password_is_named(make_pdf_file):
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    ]
    raw = make_pdf_file(objects, b"/Encrypt 3 0 R /ID [<" + b"43" * 16 + b"> <" + b"43" * 16 + b">]")
    with pytest.raises(FoiakitError, match="password"):
        read(raw)


def loop_of_pages(make_pdf_file) -> bytes:
    return make_pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 9 /Parent 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 3 0 R >>",
        ]
    )


def loop_of_forms(make_pdf_file) -> bytes:
    resources = b"<< /XObject << /X 4 0 R >> >>"
    return make_pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources " + resources + b" >>",
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + resources + b" /Length 10 >>\nstream\n"
            b"/X Do /X Do\nendstream",
            b"<< /Length 10 >>\nstream\n/X Do /X Do\nendstream",
        ]
    )


def bomb(make_pdf_file) -> bytes:
    stream = zlib.compress(zlib.compress(b"0 0 m " * 60_000_000, 9), 9)
    return make_pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
            b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    )


@pytest.mark.parametrize("make", [loop_of_pages, loop_of_forms], ids=lambda f: f.__name__)
def test_loops_end_with_a_message_in_time(make_pdf_file, make):
    began = seconds_used()
    with pytest.raises(FoiakitError):
        read(make(make_pdf_file), name="loop.pdf")
    assert seconds_used() - began < 2


@pytest.mark.slow
def test_a_bomb_of_streams_ends_with_a_message(make_pdf_file):
    with pytest.raises(FoiakitError):
        read(bomb(make_pdf_file), name="bomb.pdf")


@pytest.mark.parametrize("raw", [b"%PDF-1.4", b"%PDF-1.7\n" + b"\xff" * 2000, b"%PDF-1.4\ntrailer << /Root 1 0 R >>"])
def test_a_damaged_file_is_said_to_be_damaged(raw):
    with pytest.raises(FoiakitError, match="damaged"):
        read(raw, name="broken.pdf")
