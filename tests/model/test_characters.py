"""Nothing that a terminal would obey passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.model.characters import harmless


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]0;owned\x07title", "]0;ownedtitle"),
        ("\x1b[31mred", "[31mred"),
        ("\x9b31mred", "31mred"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("line\r\nnext\ttab", "line\nnext\ttab"),
        ("[redacted] [/red] [b]", "[redacted] [/red] [b]"),
        ("naïve — “quoted” 漢字 👩‍⚖️", "naïve — “quoted” 漢字 👩‍⚖️"),
    ],
)
def test_control_characters_go_and_words_stay(hostile, shown):
    assert harmless(hostile) == shown


@given(st.text())
def test_no_control_character_passes(text):
    assert not any((ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 for c in harmless(text))
