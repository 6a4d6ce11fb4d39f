"""Word files: styles, lists, tables, notes, tracked changes; and archives made to hurt."""

from __future__ import annotations

import io
import os
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import read


def seconds_used() -> float:
    """Processor time of this process and its children: a busy machine does not make a test fail."""
    return sum(os.times()[:4])


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PROSE = "The agency opened an office on Monday, Director Ana Ruiz said. It will serve 1,200 people a year."


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(document_xml: bytes, **parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", document_xml)
        for name, data in parts.items():
            made.writestr(f"word/{name}.xml", data)
    return buffer.getvalue()


def document_of(*paragraphs: str) -> bytes:
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()


def test_a_table_is_a_paragraph_whose_rows_are_passages():
    document = docx.Document()
    document.add_heading("Agency opens office in Salem", 0)
    document.add_paragraph(PROSE)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Year", "Visitors", "2011", "1,200"], strict=True):
        cell.text = text
    release = read(saved(document), name="release.docx")
    assert [p.text for p in release.in_paragraph(2)] == ["Year | Visitors", "2011 | 1,200"]


def test_a_letterhead_laid_out_in_a_table_is_read_as_paragraphs():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Oregon Water Resources Department"
    table.cell(0, 1).text = "May 4, 2011"
    document.add_heading("Agency opens office in Salem", 0)
    document.add_paragraph(PROSE)
    release = read(saved(document), name="release.docx")
    assert release.issuer == "Oregon Water Resources Department"
    assert str(release.date) == "2011-05-04"


def test_headers_stand_over_the_text_and_footers_are_furniture():
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Oregon Water Resources Department"
    section.footer.paragraphs[0].text = "725 Summer Street"
    document.add_heading("Agency opens office in Salem", 0)
    document.add_paragraph(PROSE)
    release = read(saved(document), name="release.docx")
    assert release.issuer == "Oregon Water Resources Department"
    assert release.passages[-1].text == "725 Summer Street" and release.passages[-1].furniture


def test_deleted_words_are_left_out_and_inserted_ones_read():
    document = docx.Document()
    paragraph = document.add_paragraph("The agency opened ")
    for tag, words, inner in (("w:del", "two offices ", "w:delText"), ("w:ins", "one office ", "w:t")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run("on Monday, the director said.")
    release = read(saved(document), name="release.docx")
    assert release.text == "The agency opened one office on Monday, the director said."


def test_notes_follow_the_text_with_their_marks():
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>See the order.</w:t></w:r></w:p></w:footnote>'
    xml = document_of(PROSE).replace(b"</w:t></w:r>", b'</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>', 1)
    release = read(archive(xml, footnotes=f"{notes}</w:footnotes>".encode()), name="release.docx")
    assert release.passages[-1].text == "[2] See the order."
    assert release.passage("1.2").text == "It will serve 1,200 people a year.[2]"


def test_a_line_break_in_a_paragraph_is_a_space():
    xml = document_of("The agency opened an office</w:t><w:br/><w:t>on Monday, the director said.")
    assert read(archive(xml), name="r.docx").text == "The agency opened an office on Monday, the director said."


def zip_bomb() -> bytes:
    return archive(document_of("x" * 120_000_000))


def many_parts() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("word/document.xml", document_of(PROSE))
        for i in range(4000):
            made.writestr(f"word/p{i}", b"")
    return buffer.getvalue()


def entity_bomb() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";" * 1}{("&" + chr(97 + i) + ";") * 9}">' for i in range(9)
    )
    return archive(f"<!DOCTYPE w [{entities}]>".encode() + document_of("&j;"))


def outside_entity() -> bytes:
    return archive(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + document_of("&x;"))


def utf_16_entity() -> bytes:
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY a "x">]>' + document_of("&a;").decode()
    return archive(xml.encode("utf-16"))


def deep() -> bytes:
    return archive(f"<w:document {W}><w:body>".encode() + b"<w:sdt>" * 100_000 + b"</w:sdt>" * 100_000)


def truncated() -> bytes:
    return saved(docx.Document())[:-300]


def corrupt() -> bytes:
    raw = bytearray(archive(document_of(PROSE * 200)))
    raw[150:250] = b"\xff" * 100
    return bytes(raw)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (zip_bomb, "unpacks to more"),
        (many_parts, "parts"),
        (entity_bomb, "entities"),
        (outside_entity, "entities"),
        (utf_16_entity, "entities"),
        (deep, "damaged"),
        (truncated, "damaged"),
        (corrupt, "damaged"),
        (lambda: archive(b""), "damaged"),
        (lambda: archive(document_of()), "no sentences"),
    ],
    ids=["zip bomb", "parts", "entity bomb", "outside", "utf-16", "deep", "truncated", "corrupt", "empty", "wordless"],
)
def test_a_hostile_archive_is_refused_with_a_message_in_time(make, says):
    raw = make()
    began = seconds_used()
    with pytest.raises(FoiakitError, match=says):
        read(raw, name="release.docx")
    assert seconds_used() - began < 2


def test_other_archives_are_named():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<x/>")
    with pytest.raises(FoiakitError, match="OpenDocument"):
        read(buffer.getvalue(), name="release.odt")


def test_headings_and_lists_keep_their_kind():
    document = docx.Document()
    document.add_heading("Agency opens office in Salem", 0)
    document.add_paragraph(PROSE)
    document.add_heading("Next steps", 2)
    document.add_paragraph("Two clerks", "List Bullet")
    document.add_paragraph("Hire a guard", "List Number")
    release = read(saved(document), name="release.docx")
    shown = [(p.text, p.heading, p.bullet) for p in release.passages if p.kind is Kind.BODY][2:]
    assert shown == [("Next steps", True, False), ("Two clerks", False, True), ("1. Hire a guard", False, True)]
