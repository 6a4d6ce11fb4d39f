"""Portal text: shortened in steps, and honest about what does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foiakit.model.letter import ExhibitParagraph
from foiakit.writing import to_text


def with_long_exhibit(letter):
    long = ExhibitParagraph(text="Nothing cited here. " * 600, number=4)
    return replace(letter, exhibits=tuple(replace(e, paragraphs=(*e.paragraphs, long)) for e in letter.exhibits))


def test_a_short_letter_stands_whole_with_its_notes_and_exhibit(letter):
    text, over = to_text(letter)
    assert over == 0
    assert "The release says “412 bridges”.[1] Please provide:\n   a. the report;" in text
    assert "\nNotes\n\n[1] Department of Bridges" in text
    assert "[1] Intro. >>The district inspected 412 bridges" in text


def test_an_exhibit_too_long_is_cut_to_what_is_cited_and_says_so(letter):
    text, over = to_text(with_long_exhibit(letter))
    assert over == 0
    assert "Nothing cited here" not in text
    assert "North: 200" not in text
    assert ">>The district inspected 412 bridges" in text
    assert "the whole release is in the attached letter" in text


@pytest.mark.parametrize(
    ("limit", "gone", "kept"),
    [
        (1_110, ">>The district", "Pat Example\nExample Gazette"),
        (1_000, "Example Gazette\n", "Dear Records Officer:"),
    ],
)
def test_the_tighter_the_limit_the_less_of_the_frame(letter, limit, gone, kept):
    text, over = to_text(letter, limit)
    assert over == 0
    assert len(text) <= limit
    assert gone not in text
    assert kept in text


def test_what_is_still_too_long_says_by_how_much_and_cuts_no_sentence(letter):
    text, over = to_text(letter, 500)
    assert over == len(text) - 500 > 0
    for item in letter.items:
        assert item.label in text
    assert "I will pay up to $25." in text
