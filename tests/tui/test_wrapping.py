"""Every row fits, nothing is lost, and every row knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from foiakit.tui.wrapping import shown, wrap


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("more than 260 people", 40, ["more than 260 people"]),
        ("more than 260 people were held", 14, ["more than 260 ", "people were ", "held"]),
        ("漢字漢字 漢字", 8, ["漢字漢字 ", "漢字"]),
        ("https://example.gov/a/very/long/path", 10, ["https://ex", "ample.gov/", "a/very/lon", "g/path"]),
        ("", 10, [""]),
        ("   a. its board's minute or slip", 22, ["   a. its board's ", "minute or slip"]),
    ],
)
def test_text_is_broken_between_words_and_only_within_them_when_it_must(text, width, rows):
    assert [text[s:e] for s, e in wrap(text, width)] == rows


@given(st.text(max_size=200), st.integers(min_value=4, max_value=80))
def test_rows_cover_the_text_and_fit_the_width(text, width):
    rows = wrap(text, width)
    assert "".join(text[s:e] for s, e in rows) == text
    for start, end in rows[:-1]:
        assert end > start
    assert all(cell_len(shown(text[s:e]).strip()) <= max(width, 4) for s, e in rows if text[s:e].isprintable())


@given(st.text())
def test_what_is_shown_is_one_line_without_controls(text):
    line = shown(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line)
    assert "\u2028" not in line
