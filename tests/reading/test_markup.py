"""Markdown inside a line is read as what it means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.reading.markup import inline


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (r"more than \$1 billion", "more than $1 billion"),
        (r"an asterisk \* and a \_line\_", "an asterisk * and a _line_"),
        ("see [the page](https://x.example/a_(b)) now", "see the page now"),
        ("see [the page](#)", "see the page"),
        ('see [the page](/a "title")', "see the page"),
        ("a ![chart](chart.png) of arrests", "a  of arrests"),
        ("**bold** and *italic* and __both__ and _this_", "bold and italic and both and this"),
        ("5 * 3 * 2 = 30", "5 * 3 * 2 = 30"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("[1] is a note", "[1] is a note"),
        ("an unclosed **mark and [link](", "an unclosed **mark and [link]("),
        ("`code`", "code"),
        (r"C:\new\files", r"C:\new\files"),
    ],
)
def test_marks_are_read_away(raw, words):
    assert inline(raw)[0] == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("a <b>bold</b> word &amp; <!-- hidden --> more", "a bold word &  more"),
        ("<https://x.example/a>", "https://x.example/a"),
        ("fewer than < 10 > 5", "fewer than < 10 > 5"),
    ],
)
def test_markdown_files_may_hold_tags(raw, words):
    assert inline(raw, tags=True)[0] == words


@pytest.mark.parametrize(
    ("raw", "bold", "aside"),
    [
        ("**All of it**", True, None),
        ("**Part** of it", False, None),
        ("Title *Subtitle*", False, 6),
        ("*Subtitle*", False, None),
        ("Title *Sub* title", False, None),
        (r"A \$1 title *Subtitle*", False, 11),
    ],
)
def test_bold_lines_and_italics_at_the_end_are_told(raw, bold, aside):
    words, is_bold, at = inline(raw)
    assert is_bold is bold
    assert (at is None) == (aside is None)
    assert at is None or words[at:] == "Subtitle"


@given(st.text(alphabet="ab *_[]()\\`$<>&\n", max_size=80), st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_words_are_lost(raw, tags):
    words, _, aside = inline(raw, tags=tags)
    assert aside is None or 0 <= aside <= len(words)
    if "](" not in raw and "<" not in raw and "&" not in raw:
        assert [c for c in words if c in "ab"] == [c for c in raw if c in "ab"]
