"""A letter as a .docx, by way of python-docx. `fast.py` writes the same parts for thousands of letters."""

from __future__ import annotations

import io
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.parser import OxmlElement, parse_xml

from foiakit.model.letter import Letter
from foiakit.writing.word import stationery
from foiakit.writing.word.layout import Look, Notes, Paragraph, Run, lay_out_head, lay_out_rest, lay_out_start
from foiakit.writing.word.notes import comment_marks, comments_xml, footnotes_xml
from foiakit.writing.word.package import repack
from foiakit.writing.word.properties import core_xml
from foiakit.writing.word.stationery import Stationery
from foiakit.writing.word.xml import NAMESPACE


def to_docx(letter: Letter, *, annotate: bool = False, letterhead: bytes | None = None) -> bytes:
    """The letter as a Word file: the same bytes for the same letter.

    Args:
        annotate: Put what each clause and item `explains` into Word comments. The letter's own text is the same.
        letterhead: A .docx whose header, footer, fonts and margins are kept; None for foiakit's own stationery.

    Raises:
        BadFile: The letterhead cannot be used; the reason is named.
        ValueError: The letter's notes are not those that it cites, in their order.
    """
    sheet = stationery.take(letterhead, language=letter.language)
    comments: list[str] = []
    notes = Notes()
    start = [*lay_out_head(letter), *lay_out_start(letter, notes)]
    for paragraph in (*start, *lay_out_rest(letter, notes)):
        write_paragraph(sheet, paragraph, comments if annotate else None)
    notes.settle(letter)
    if letter.notes:
        xml = footnotes_xml(letter.notes, sheet.styles)
        stationery.attach(sheet.document, "/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, xml)
    if comments:
        xml = comments_xml(comments, sheet.styles, letter.dated)
        stationery.attach(sheet.document, "/word/comments.xml", CT.WML_COMMENTS, RT.COMMENTS, xml)
    stationery.set_core(sheet.document, core_xml(letter.subject, letter.language, letter.dated))
    out = io.BytesIO()
    sheet.document.save(out)
    return repack(out.getvalue(), own_paragraphs=len(start))


def write_paragraph(sheet: Stationery, paragraph: Paragraph, comments: list[str] | None) -> None:
    """Adds a paragraph. Its `comment` is put into `comments`, where they are wanted."""
    written = sheet.document.add_paragraph()
    element: Any = written._p
    properties = written.paragraph_format
    element.style = sheet.styles[paragraph.look.value]
    if paragraph.keep:
        properties.keep_with_next = True
    if paragraph.new_page:
        properties.page_break_before = True
    if paragraph.look in (Look.ITEM, Look.PART, Look.BULLET):
        number = element.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 1 if paragraph.look is Look.PART else 0
        number.get_or_add_numId().val = sheet.bullets if paragraph.look is Look.BULLET else sheet.items
    for run in paragraph.runs:
        _add_run(written, run, sheet)
    if paragraph.comment and comments is not None:
        before, after = comment_marks(len(comments), sheet.styles)
        comments.append(paragraph.comment)
        first = written.runs[0]._r
        first.addprevious(_elements(before)[0])
        for element in reversed(_elements(after)):
            first.addnext(element)


def _add_run(paragraph: Any, run: Run, sheet: Stationery) -> None:
    written = paragraph.add_run(run.words + "\t" * run.tab)
    if run.note:
        written._r.style = sheet.styles["footnote reference"]
        if not run.again:
            reference = OxmlElement("w:footnoteReference")
            reference.set(f"{{{NAMESPACE}}}id", str(run.note))
            written._r.append(reference)
        return
    if run.marked:
        written._r.style = sheet.styles["Cited Passage"]
    elif run.bold or run.italic:
        written.bold = run.bold or None
        written.italic = run.italic or None


def _elements(xml: str) -> list[Any]:
    return list(parse_xml(f'<w:p xmlns:w="{NAMESPACE}">{xml}</w:p>'))
