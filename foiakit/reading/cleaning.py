"""Cleaning, once, before anything is counted: every offset afterwards is into the cleaned text.

What is dropped could hurt a terminal, hide words or break a Word file; what is replaced looks the same to a reader.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,200}[ -/]{0,20}[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]{0,4000}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]{0,4}[0-~]?"  # any other escape
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_JOINERS = re.compile("(?<![\u0590-\U0010ffff])[\u200c\u200d]+")
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0x132: "IJ", 0x133: "ij",
}  # fmt: skip
_DROPPED = (
    *(c for c in range(0x20) if c not in (0x09, 0x0A)),
    *range(0x7F, 0xA0),
    0xAD,  # soft hyphen
    0x61C, 0x200B, 0x200E, 0x200F,  # zero width and direction marks
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, isolates, invisible operators
    0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB,  # byte order mark, interlinear annotation
    0xFFFE, 0xFFFF,
    *range(0xE0000, 0xE0080),  # tag characters: text that nobody sees
)  # fmt: skip
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED, None),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **_LIGATURES,
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_SUSPECT = re.compile(
    "[^\t\n -~\xa1-\xac\xae-\u0131\u0134-\u061b\u061d-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff"
    "\u3001-\ud7ff\ue000-\ufaff\ufb07-\ufefe\uff00-\ufff8\ufffc\ufffd\U00010000-\U000dffff\U000e0080-\U0010ffff]"
)


def clean(text: str) -> str:
    """The text as it may be shown, counted and printed: line ends are `\\n`, no control characters, no hidden marks.

    >>> clean("\\x1b[31mRed\\x1b[0m of\\ufb01ce\\r\\nso\\xadft\\xa0space")
    'Red office\\nsoft space'
    """
    if _SUSPECT.search(text):
        text = _LINE_ENDS.sub("\n", text)
        if "\x1b" in text or any(c in text for c in "\x9b\x9d\x90\x98\x9e\x9f"):
            text = _ESCAPES.sub("", text)
        text = _JOINERS.sub("", text.translate(_TABLE))
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def line(text: str) -> str:
    """Cleaned, on one line, with single spaces: a title, a name, a paragraph."""
    return " ".join(clean(text).split())
