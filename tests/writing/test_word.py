"""The Word file: well formed by structure, the same every time, and silent about the machine."""

from __future__ import annotations

import getpass
import io
import os
import socket
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from foiakit.model.letter import Block, Clause, NoteMark, Source, Text
from foiakit.writing import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def tree(parts, name):
    return etree.fromstring(parts[name])


def values(root, path, attribute="val"):
    return [element.get(W + attribute) for element in root.iterfind(path, NS)]


def assert_sound(docx: bytes) -> dict[str, bytes]:
    """What Word checks before it opens a file: every reference leads somewhere, every id stands once."""
    parts = parts_of(docx)
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    document, styles = trees["word/document.xml"], trees["word/styles.xml"]

    ids = values(styles, "w:style", "styleId")
    assert len(set(ids)) == len(ids)
    for name, root in trees.items():
        if name.startswith("word/"):
            for tag in ("pStyle", "rStyle", "basedOn", "next", "link"):
                assert set(values(root, f".//w:{tag}")) <= set(ids), (name, tag)

    numbering = trees["word/numbering.xml"]
    assert set(values(document, ".//w:numId")) <= set(values(numbering, "w:num", "numId"))
    assert set(values(numbering, "w:num/w:abstractNumId")) <= set(values(numbering, "w:abstractNum", "abstractNumId"))

    for kind in ("footnote", "comment"):
        cited = values(document, f".//w:{kind}Reference", "id")
        name = f"word/{kind}s.xml"
        defined = values(trees[name], f"w:{kind}", "id") if name in trees else []
        own = [id for id in defined if int(id) > 0]
        assert cited == own, kind
    if "word/footnotes.xml" in trees:
        assert values(trees["word/footnotes.xml"], "w:footnote", "id")[:2] == ["-1", "0"]
        assert values(trees["word/settings.xml"], "w:footnotePr/w:footnote", "id") == ["-1", "0"]
    starts = values(document, ".//w:commentRangeStart", "id")
    assert starts == values(document, ".//w:commentRangeEnd", "id") == values(document, ".//w:commentReference", "id")

    types = trees["[Content_Types].xml"]
    overrides = {e.get("PartName") for e in types if e.get("PartName")}
    assert overrides == {f"/{n}" for n in parts if not n.endswith(".rels") and n != "[Content_Types].xml"} - {
        f"/{n}" for n in parts if n.endswith((".png", ".jpeg"))
    }
    for name, root in trees.items():
        if name.endswith(".rels"):
            folder = name.partition("_rels/")[0]
            for relation in root:
                if relation.get("TargetMode") != "External":
                    assert os.path.normpath(folder + relation.get("Target").lstrip("/")) in parts, (
                        name,
                        relation.attrib,
                    )
    return parts


@pytest.mark.parametrize("annotate", [False, True])
def test_every_reference_in_the_file_leads_somewhere(letter, annotate):
    assert_sound(to_docx(letter, annotate=annotate))


def test_python_docx_reads_back_what_the_letter_says(letter):
    document = Document(io.BytesIO(to_docx(letter)))
    texts = [p.text for p in document.paragraphs]
    assert texts[:4] == ["Pat Example", "Example Gazette", "pat@example.org · 555-0100", "November 24, 2026"]
    assert "The count of inspections in 2025. The release says “412 bridges”. Please provide:" in texts
    assert "1\tIntro. The district inspected 412 bridges last year, the most in a decade. More." in texts
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [letter.subject, "Records requested", "Exhibit A", "Bridges inspected"]
    assert document.core_properties.title == letter.subject
    assert document.core_properties.language == "en-US"


def test_items_and_parts_are_one_real_list_and_numbers_of_the_exhibit_are_text(letter):
    document = tree(parts_of(to_docx(letter)), "word/document.xml")
    rows = [
        (p.find("w:pPr/w:numPr/w:ilvl", NS).get(W + "val"), p.find("w:pPr/w:numPr/w:numId", NS).get(W + "val"))
        for p in document.iterfind(".//w:p", NS)
        if p.find("w:pPr/w:numPr", NS) is not None
    ]
    assert rows == [("0", "1"), *[("1", "1")] * 3, ("0", "1"), *[("1", "1")] * 2, ("0", "2"), ("0", "2")]


def test_footnotes_stand_in_reading_order_with_the_words_of_the_notes(letter):
    notes = tree(parts_of(to_docx(letter)), "word/footnotes.xml")
    texts = ["".join(note.itertext()).strip() for note in notes][2:]
    assert texts == ["".join(s.words for s in note.spans) for note in letter.notes]


def test_no_heading_or_lead_stands_alone_at_the_foot_of_a_page(letter):
    parts = parts_of(to_docx(letter))
    styles = tree(parts, "word/styles.xml")
    keeping = {
        s.get(W + "styleId") for s in styles.iterfind("w:style", NS) if s.find("w:pPr/w:keepNext", NS) is not None
    }
    assert {"Heading1", "Heading2", "ExhibitHeading", "LetterClosing"} <= keeping
    paragraphs = tree(parts, "word/document.xml").findall(".//w:p", NS)
    [lead] = [p for p in paragraphs if "Please provide:" in "".join(p.itertext())]
    assert lead.find("w:pPr/w:keepNext", NS) is not None


def test_picked_passages_are_marked_in_the_exhibit_and_nothing_else_is(letter):
    document = tree(parts_of(to_docx(letter)), "word/document.xml")
    marked = [
        "".join(run.itertext())
        for run in document.iterfind(".//w:r", NS)
        if run.find("w:rPr/w:rStyle[@w:val='CitedPassage']", NS) is not None
    ]
    assert marked == ["The district inspected 412 bridges last year, the most in a decade.", "By county"]


def test_pages_are_numbered_x_of_y(letter):
    footer = tree(parts_of(to_docx(letter)), "word/footer1.xml")
    assert values(footer, ".//w:fldSimple", "instr") == ["PAGE", "NUMPAGES"]
    assert "".join(footer.itertext()) == "Page 1 of 1"


def test_the_same_letter_gives_the_same_bytes(letter):
    assert to_docx(letter) == to_docx(replace(letter))
    assert to_docx(letter, annotate=True) == to_docx(replace(letter), annotate=True)


def test_the_file_tells_nothing_about_the_machine(letter):
    parts = parts_of(to_docx(letter, annotate=True))
    assert set(parts) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/comments.xml",
        "word/document.xml", "word/footer1.xml", "word/footnotes.xml", "word/numbering.xml", "word/settings.xml",
        "word/styles.xml",
    }  # fmt: skip
    core = parts["docProps/core.xml"].decode()
    assert core.count("2026-11-24T00:00:00Z") == 2
    assert "creator" not in core
    everything = b"".join(parts.values()).lower()
    for leak in (getpass.getuser(), socket.gethostname(), str(Path.cwd()), "python-docx", "rsid"):
        if len(leak) > 4:
            assert leak.lower().encode() not in everything
    with zipfile.ZipFile(io.BytesIO(to_docx(letter))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_annotations_are_comments_and_leave_the_letter_as_it_is(letter):
    plain, annotated = (Document(io.BytesIO(to_docx(letter, annotate=a))) for a in (False, True))
    assert [p.text for p in annotated.paragraphs] == [p.text for p in plain.paragraphs]
    assert not list(plain.comments)
    told = {c.comment_id: c.text for c in annotated.comments}
    assert told == {
        1000: "Names the act. Example Code § 12. Without it the clock may not start.",
        1001: "Asks for the paper from which the figure was copied.",
        1002: "States the ceiling.",
    }


def test_a_language_is_that_of_the_whole_document(letter):
    styles = tree(parts_of(to_docx(replace(letter, language="es-US"))), "word/styles.xml")
    assert values(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang") == ["es-US"]


def test_a_title_is_no_longer_than_word_takes(letter):
    document = Document(io.BytesIO(to_docx(replace(letter, subject="bridges " * 60))))
    assert len(document.core_properties.title) <= 255
    assert document.core_properties.title.endswith("…")


def test_a_letter_without_notes_has_no_footnotes_part(letter_with):
    clause = Clause(id="x", blocks=(Block(spans=(Text("Words."),)),), source=Source(kind="clause", ref="x"))
    parts = assert_sound(to_docx(letter_with(body=(clause,), notes=(), exhibits=())))
    assert "word/footnotes.xml" not in parts


def clause_citing(*numbers):
    spans = tuple(NoteMark(n) for n in numbers)
    return Clause(id="x", blocks=(Block(spans=(Text("a"), *spans)),), source=Source(kind="clause", ref="x"))


def test_a_note_cited_again_prints_its_number_and_stays_one_footnote(letter_with):
    parts = assert_sound(to_docx(letter_with(body=(clause_citing(1, 2, 1),))))
    document = tree(parts, "word/document.xml")
    assert values(document, ".//w:footnoteReference", "id") == ["1", "2"]
    assert "a1" in ["".join(p.itertext()) for p in document.iterfind(".//w:p", NS)]


@pytest.mark.parametrize("numbers", [(2, 1), (1,), (1, 2, 3), ()], ids=str)
def test_notes_that_would_print_under_wrong_numbers_are_refused(letter_with, numbers):
    with pytest.raises(ValueError, match="cited"):
        to_docx(letter_with(body=(clause_citing(*numbers),)))


def test_hostile_text_still_makes_a_sound_file(letter_with):
    bad = "\x00\x07\x1b[31mred\u202edrow\ufffe & <w:p/> ]]> \ud800 “quote\" 'x'\u2028\x85 tab\tend "
    clause = Clause(
        id="x", blocks=(Block(spans=(Text(bad), NoteMark(1), NoteMark(2))),), source=Source(kind="clause", ref="x")
    )
    parts = assert_sound(to_docx(letter_with(body=(clause,), subject=bad, sender=(bad,)), annotate=True))
    text = "".join(tree(parts, "word/document.xml").itertext())
    assert "[31mreddrow & <w:p/> ]]>  “quote\" 'x'  tab end " in text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1), st.booleans())
def test_any_words_come_back_as_they_were(letter_with, words, bold):
    from foiakit.writing.wording import printable, unbroken

    spans = (Text("("), Text(words, bold=bold), Text(")"), NoteMark(1), NoteMark(2))
    clause = Clause(id="x", blocks=(Block(spans=spans),), source=Source(kind="clause", ref="x"))
    document = Document(io.BytesIO(to_docx(letter_with(body=(clause,), exhibits=()))))
    assert f"({unbroken(printable(words))})" in [p.text for p in document.paragraphs]


def test_a_citation_of_law_does_not_break_at_its_spaces_and_a_quotation_stays_as_it_stands(letter_with):
    law = "By 5 U.S.C. § 552(b) and 6 C.F.R. pt. 5, see §§ 7922.000, 7922.540, in 9 counties."
    clause = Clause(id="denial/x", blocks=(Block(spans=(Text(law),)),), source=Source(kind="clause", ref="denial/x"))
    base = letter_with()
    quoted = replace(base.notes[0], spans=(Text("para. 1: “under 5 U.S.C. § 552”"),))
    parts = parts_of(to_docx(letter_with(body=(*base.body, clause), notes=(quoted, *base.notes[1:]))))
    said = parts["word/document.xml"].decode()
    assert (
        "5\xa0U.S.C.\xa0§\xa0552(b) and 6\xa0C.F.R.\xa0pt.\xa05, see §§\xa07922.000, 7922.540, in 9 counties." in said
    )
    assert "“under 5 U.S.C. § 552”" in parts["word/footnotes.xml"].decode()
