"""What could hurt a terminal, hide words or break a file is gone before anything is counted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.reading import read
from foiakit.reading.cleaning import clean, line


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;owned\x07title", "title"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("a\x1b", "a"),
        ("a\x00b\x07c\x7fd\x85e", "abcd\ne"),
        ("soft\xadhyphen", "softhyphen"),
        ("non\xa0breaking\u202fspaces\u3000too", "non breaking spaces too"),
        ("\ufeffmark", "mark"),
        ("of\ufb01ce e\ufb00ect \ufb04", "office effect ffl"),
        ("\u202eright to left\u202c \u2066x\u2069\u200f", "right to left x"),
        ("zero\u200bwidth\u2060", "zerowidth"),
        ("two\r\nline\rends\u2028three\u2029", "two\nline\nends\nthree\n"),
        ("tag\U000e0041text", "tagtext"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("cafe\u0301", "café"),
        ("“quotes” – dashes — … stay", "“quotes” – dashes — … stay"),
        ("\u0627\u0644\u200c\u0639", "\u0627\u0644\u200c\u0639"),
    ],
)
def test_each_kind_of_character_is_cleaned(raw, cleaned):
    assert clean(raw) == cleaned


@given(st.text(st.characters(exclude_categories=())))
@settings(max_examples=200, deadline=None)
def test_cleaning_leaves_no_control_character_and_is_done_once(raw):
    cleaned = clean(raw)
    assert clean(cleaned) == cleaned
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in cleaned)
    assert not any(c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\xad\ufeff" for c in cleaned)
    assert line(raw) == " ".join(cleaned.split())


def test_offsets_of_a_dirty_release_are_exact():
    raw = (
        "\ufeffAgency opens of\ufb01ce\r\n\r\nThe \x1b[1magency\x1b[0m\xa0opened an of\xadfice\u2028today. "
        "It\u200b cost \u202e$1 million\u202c in all.\r\n"
    )
    release = read(raw.encode(), name="dirty.txt")
    assert [p.text for p in release.passages] == [
        "Agency opens office",
        "The agency opened an office today.",
        "It cost $1 million in all.",
    ]
    assert all(release.text[p.start : p.end] == p.text for p in release.passages)
