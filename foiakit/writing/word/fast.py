"""The same Word file as `document.to_docx`, many times faster: for batches.

python-docx spends its time on looking up styles and building elements one by one. A `Press` lets it write one letter
and one paragraph of each look, keeps what they share (every part but text, notes, comments and properties, already
compressed; the opening of each kind of paragraph), and sets each further letter's words between those pieces. The
layout and the runs are the plain path's own functions, so there is nothing here that could say something else;
tests/writing/test_fast.py compares the parts byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from foiakit.model.letter import Letter
from foiakit.writing.word import stationery
from foiakit.writing.word.document import to_docx, write_paragraph
from foiakit.writing.word.layout import Look, Notes, Paragraph, last_item, lay_out_head, lay_out_rest, lay_out_start
from foiakit.writing.word.mould import CORE, Cut, Mould
from foiakit.writing.word.notes import comment_marks, comments_xml, footnotes_xml
from foiakit.writing.word.package import DOCUMENT, deflate, in_order, join, pack, pack_document, unpack
from foiakit.writing.word.properties import core_xml
from foiakit.writing.word.xml import StyleIds, run_xml

_NOTES, _COMMENTS = "word/footnotes.xml", "word/comments.xml"
_OWN = {DOCUMENT, _NOTES, _COMMENTS, CORE}
_KEPT = 64


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
        form, explained = self._form(letter)
        return form.fill(letter, explained=explained)

    def mould(self, letter: Letter, blanks: re.Pattern[str]) -> Mould:
        """A letter with blanks in it, ready to be filled: all that does not hold one is packed once.

        Args:
            blanks: Matches a blank within the letter's words. It holds letters, digits and spaces only.

        Raises:
            BadFile: The letterhead cannot be used.
        """
        form, explained = self._form(letter)
        return form.mould(letter, blanks, explained=explained)

    def _form(self, letter: Letter) -> tuple[_Form, bool]:
        explained = self._annotate and (
            any(clause.explains for clause in letter.clauses) or any(item.explains for item in letter.items)
        )
        key = (letter.language, bool(letter.notes), explained)
        if key not in self._forms:
            plain = to_docx(letter, annotate=self._annotate, letterhead=self._letterhead)
            self._forms[key] = _Form(plain, self._letterhead, letter.language)
        return self._forms[key], explained


class _Rest(NamedTuple):
    """The end of a document, and the clauses that it was made of."""

    content: bytes
    deflated: bytes
    clauses: tuple[object, ...]


class _Form:
    """What letters of one kind share."""

    def __init__(self, plain: bytes, letterhead: bytes | None, language: str) -> None:
        parts = unpack(plain)
        self._shared = {name: pack(name, content) for name, content in parts.items() if name not in _OWN}
        self._order = sorted(parts, key=in_order)
        whole = parts[DOCUMENT].decode()
        self._open = whole[: whole.index("<w:body>") + len("<w:body>")]
        self._tail = whole[whole.rindex("<w:sectPr") :]
        self._ids, self._openings = _openings(letterhead, language)
        self._heads: dict[tuple[object, ...], str] = {}
        self._rests: dict[tuple[object, ...], _Rest] = {}

    def fill(self, letter: Letter, *, explained: bool) -> bytes:
        notes = Notes()
        comments: list[str] | None = [] if explained else None
        xml = [self._open, self._head(letter), *self._paragraphs(lay_out_start(letter, notes), comments)]
        rest = self._rest(letter, notes, comments)
        notes.settle(letter)
        own = {name: pack(name, text.encode()) for name, text in self._others(letter, comments).items()}
        own[DOCUMENT] = pack_document("".join(xml).encode(), rest.content, rest.deflated)
        return join([own.get(name) or self._shared[name] for name in self._order])

    def mould(self, letter: Letter, blanks: re.Pattern[str], *, explained: bool) -> Mould:
        notes = Notes()
        comments: list[str] | None = [] if explained else None
        xml = [self._open, self._head(letter), *self._paragraphs(lay_out_start(letter, notes), comments)]
        rest = self._rest(letter, notes, comments)
        notes.settle(letter)
        others = {name: Cut.of(text, blanks) for name, text in self._others(letter, comments).items()}
        del others[CORE]
        return Mould(
            order=self._order,
            shared=self._shared | {n: pack(n, cut.pieces[0].encode()) for n, cut in others.items() if cut.whole},
            start=Cut.of("".join(xml), blanks),
            rest=Cut.of(rest.content.decode(), blanks),
            whole_rest=rest.content,
            deflated=rest.deflated,
            subject=Cut.of(letter.subject, blanks),
            language=letter.language,
            dated=letter.dated,
            others={name: cut for name, cut in others.items() if not cut.whole},
        )

    def _others(self, letter: Letter, comments: list[str] | None) -> dict[str, str]:
        """The parts besides the document that differ from letter to letter."""
        own = {CORE: core_xml(letter.subject, letter.language, letter.dated)}
        if letter.notes:
            own[_NOTES] = footnotes_xml(letter.notes, self._ids)
        if comments:
            own[_COMMENTS] = comments_xml(comments, self._ids, letter.dated)
        return own

    def _head(self, letter: Letter) -> str:
        """The first lines, which a requester writes on every letter of a day."""
        key = (letter.sender, letter.dated, letter.channel)
        if key not in self._heads:
            if len(self._heads) >= _KEPT:
                self._heads.clear()
            self._heads[key] = "".join(self._paragraphs(lay_out_head(letter), None))
        return self._heads[key]

    def _rest(self, letter: Letter, notes: Notes, comments: list[str] | None) -> _Rest:
        """What follows the items: set and deflated once for all letters that share it.

        The clauses of a batch are the same objects from letter to letter, and are compared as such; a kept entry holds
        them, so that no other can take their place in memory.
        """
        clauses = letter.body[last_item(letter) :]
        key = (*map(id, clauses), letter.closing, letter.signature, letter.attached, letter.exhibits)
        kept = self._rests.get(key)
        if kept is not None and comments is None:
            return kept
        cited = notes.cited
        content = f"{''.join(self._paragraphs(lay_out_rest(letter, notes), comments))}{self._tail}".encode()
        made = _Rest(content, deflate(content), clauses)
        if comments is None and notes.cited == cited:
            if len(self._rests) >= _KEPT:
                self._rests.clear()
            self._rests[key] = made
        return made

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
            out += [run_xml(run, ids) for run in runs]
            out.append("</w:p>")
        return out


def _openings(letterhead: bytes | None, language: str) -> tuple[StyleIds, dict[tuple[Look, bool, bool], str]]:
    """What stands before the words of each kind of paragraph, as python-docx writes it on this stationery."""
    sheet = stationery.take(letterhead, language=language)
    kinds = list(product(Look, (False, True), (False, True)))
    for look, keep, new_page in kinds:
        write_paragraph(sheet, Paragraph(look, (), keep, None, new_page), None)
    xml = sheet.document.part.blob.decode()
    written = xml[xml.index("<w:body>") + len("<w:body>") :].split("</w:p>")
    return sheet.styles, dict(zip(kinds, written, strict=False))
