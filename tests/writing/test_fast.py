"""The fast path gives what the plain path gives, part by part and byte by byte."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foiakit.model.letter import Block, Clause, ExhibitParagraph, ItemList, NoteMark, Source, Text
from foiakit.writing import to_docx
from foiakit.writing.word.fast import Press


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def assert_same(fast: bytes, plain: bytes) -> None:
    ours, theirs = parts_of(fast), parts_of(plain)
    assert list(ours) == list(theirs)
    for name, content in theirs.items():
        assert ours[name] == content, name
    assert fast == plain


def house() -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "THE EXAMPLE CLINIC"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("annotate", [False, True], ids=["plain", "annotated"])
@pytest.mark.parametrize("letterhead", [None, house()], ids=["own paper", "letterhead"])
def test_every_kind_of_letter_comes_out_the_same(letter, annotate, letterhead):
    press = Press(letterhead, annotate=annotate)
    no_notes = replace(
        letter,
        notes=(),
        body=tuple(p for p in letter.body if not isinstance(p, ItemList)),
        exhibits=(),
        language="es-US",
    )
    silent = replace(no_notes, body=tuple(replace(p, explains=None) for p in no_notes.body))
    other = replace(letter, subject="Other & <better>", sender=("A", "", "B"), channel=None, attached=())
    for one in (letter, other, no_notes, silent, letter):
        assert_same(press.to_docx(one), to_docx(one, annotate=annotate, letterhead=letterhead))


def test_an_exhibit_that_changed_is_set_anew(letter):
    press = Press()
    press.to_docx(letter)
    for number in range(200):
        paragraph = ExhibitParagraph(text=f"Paragraph {number}", number=1)
        changed = replace(letter, exhibits=(replace(letter.exhibits[0], paragraphs=(paragraph,)),))
        assert f"Paragraph {number}<".encode() in parts_of(press.to_docx(changed))["word/document.xml"]


words = st.text(max_size=30)
span = st.builds(Text, words, st.booleans(), st.booleans())
spans = st.lists(span, max_size=3).map(tuple)
block = st.builds(Block, spans=spans, bullets=st.lists(spans, max_size=3).map(tuple))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(block, min_size=1, max_size=3), words, words, st.booleans())
def test_any_words_come_out_the_same(letter_with, blocks, heading, subject, annotate):
    cited = Block(spans=(NoteMark(1), Text(" x "), NoteMark(2), NoteMark(1)))
    clause = Clause(
        id="x",
        blocks=(*blocks, cited),
        source=Source(kind="clause", ref="x"),
        heading=heading,
        explains=subject or None,
    )
    letter = letter_with(body=(clause,), subject=subject, exhibits=())
    assert_same(Press(annotate=annotate).to_docx(letter), to_docx(letter, annotate=annotate))
