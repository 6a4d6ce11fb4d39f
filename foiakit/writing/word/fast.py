"""The same Word file as `document.to_docx`, many times faster: for batches.

python-docx spends its time on looking up styles and building elements one by one. A `Press` lets it write one letter
and one paragraph of each look, keeps what they share (every part but text, notes, comments and properties, already
compressed; the opening of each kind of paragraph), and sets each further letter's words between those pieces. The
layout and the runs are the plain path's own functions, so there is nothing here that could say something else;
tests/writing/test_fast.py compares the parts byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from foiakit.model.letter import Exhibit, Letter
from foiakit.writing.word import stationery
from foiakit.writing.word.document import to_docx, write_paragraph
from foiakit.writing.word.layout import Look, Paragraph, lay_out_exhibit, lay_out_letter
from foiakit.writing.word.notes import comment_marks, comments_xml, footnotes_xml
from foiakit.writing.word.package import in_order, join, pack, unpack
from foiakit.writing.word.properties import core_xml
from foiakit.writing.word.xml import StyleIds, run_xml, runs_xml

_DOCUMENT, _NOTES, _COMMENTS, _CORE = (
    "word/document.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "docProps/core.xml",
)
_OWN = {_DOCUMENT, _NOTES, _COMMENTS, _CORE}
_EXHIBITS_KEPT = 64


class Press:
    """Writes letters on one stationery, with or without annotations.

    Args:
        letterhead: As for `to_docx`.
        annotate: As for `to_docx`.
    """

    def __init__(self, letterhead: bytes | None = None, *, annotate: bool = False) -> None:
        self._letterhead = letterhead
        self._annotate = annotate
        self._forms: dict[tuple[str, bool, bool], _Form] = {}

    def to_docx(self, letter: Letter) -> bytes:
        """The letter as a Word file, in the bytes that `to_docx` gives.

        Raises:
            BadFile: The letterhead cannot be used.
        """
        explained = self._annotate and (
            any(clause.explains for clause in letter.clauses) or any(item.explains for item in letter.items)
        )
        key = (letter.language, bool(letter.notes), explained)
        form = self._forms.get(key)
        if form is None:
            plain = to_docx(letter, annotate=self._annotate, letterhead=self._letterhead)
            form = self._forms[key] = _Form(plain, self._letterhead, letter.language)
        return form.fill(letter, explained=explained)


class _Form:
    """What letters of one kind share."""

    def __init__(self, plain: bytes, letterhead: bytes | None, language: str) -> None:
        parts = unpack(plain)
        self._shared = {name: pack(name, content) for name, content in parts.items() if name not in _OWN}
        self._order = sorted(parts, key=in_order)
        whole = parts[_DOCUMENT].decode()
        self._head = whole[: whole.index("<w:body>") + len("<w:body>")]
        self._tail = whole[whole.rindex("<w:sectPr") :]
        self._ids, self._openings = _openings(letterhead, language)
        self._exhibits: dict[Exhibit, str] = {}

    def fill(self, letter: Letter, *, explained: bool) -> bytes:
        comments: list[str] = []
        xml = [self._head, *self._paragraphs(lay_out_letter(letter), comments if explained else None)]
        xml += map(self._exhibit, letter.exhibits)
        xml.append(self._tail)
        own = {_DOCUMENT: "".join(xml), _CORE: core_xml(letter)}
        if letter.notes:
            own[_NOTES] = footnotes_xml(letter.notes, self._ids)
        if comments:
            own[_COMMENTS] = comments_xml(comments, self._ids, letter.dated)
        return join(
            [self._shared[name] if name in self._shared else pack(name, own[name].encode()) for name in self._order]
        )

    def _paragraphs(self, paragraphs: Iterable[Paragraph], comments: list[str] | None) -> list[str]:
        ids, openings = self._ids, self._openings
        out = []
        for look, runs, keep, comment, new_page in paragraphs:
            out.append(openings[look, keep, new_page])
            if comment and comments is not None:
                before, after = comment_marks(len(comments), ids)
                comments.append(comment)
                out += (before, run_xml(runs[0], ids), after)
                runs = runs[1:]
            out += (runs_xml(runs, ids), "</w:p>")
        return out

    def _exhibit(self, exhibit: Exhibit) -> str:
        """One release serves many letters: its pages are set once for each set of picks."""
        kept = self._exhibits.get(exhibit)
        if kept is None:
            if len(self._exhibits) >= _EXHIBITS_KEPT:
                self._exhibits.clear()
            kept = self._exhibits[exhibit] = "".join(self._paragraphs(lay_out_exhibit(exhibit), None))
        return kept


def _openings(letterhead: bytes | None, language: str) -> tuple[StyleIds, dict[tuple[Look, bool, bool], str]]:
    """What stands before the words of each kind of paragraph, as python-docx writes it on this stationery."""
    sheet = stationery.take(letterhead, language=language)
    kinds = list(product(Look, (False, True), (False, True)))
    for look, keep, new_page in kinds:
        write_paragraph(sheet, Paragraph(look, (), keep, None, new_page), None)
    xml = sheet.document.part.blob.decode()
    written = xml[xml.index("<w:body>") + len("<w:body>") :].split("</w:p>")
    return sheet.styles, dict(zip(kinds, written, strict=False))
