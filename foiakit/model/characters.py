"""Characters that could hurt a reader: what a terminal obeys instead of showing."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1 (ESC, CSI and OSC openers among them)
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls: they make text read as what it is not
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates and non-characters: no file and no terminal takes them
)


def harmless(text: str) -> str:
    """The text without control characters, escape openers and bidirectional controls.

    Releases are cleaned once when they are read; this is the second gate, at every door to a screen.

    >>> harmless("a\\x1b]0;title\\x07b")
    'a]0;titleb'
    """
    return _UNSAFE.sub("", text)
