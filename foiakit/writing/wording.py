"""The few words that writers add themselves, and what of a text may be printed. Everything else is the letter's."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

ATTACHED = "Attached: "
MARKED = "Passages cited in this letter are marked"

# Control characters, lone surrogates and the two non-characters are illegal in XML; bidi overrides and isolates could
# show a reader other words than those that stand there.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CITED = re.compile(r"(?<=§) (?=\S)|(?<=\d) (?=[UC]\.[SF]\.[CR]\.)|(?<=\.[CR]\.) (?=§|pts?\.)|(?<=pt\.) (?=\d)")
_BREAKS = re.compile("[\t\r\n\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """`text` as one line that may stand in XML, a terminal and a portal: no controls, breaks become a space.

    >>> printable("two" + chr(10) + "lines" + chr(7))
    'two lines'
    """
    if text.isprintable():
        return text
    return _BREAKS.sub(" ", _UNPRINTABLE.sub("", text))


def unbroken(text: str) -> str:
    """`text` with the spaces inside a citation of law made such that no line ends there: “6 C.F.R. pt. 5”, “§ 552”.

    For the letter's own sentences only: what a release says is quoted as it stands.

    >>> unbroken("5 U.S.C. § 552(b) says so")
    '5\\xa0U.S.C.\\xa0§\\xa0552(b) says so'
    """
    return _CITED.sub("\u00a0", text)


def long_date(day: date) -> str:
    """A date as letters print it, whatever the machine's language: "November 24, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def closed(words: str) -> str:
    """A label or run-in heading with its full stop, unless it ends in punctuation already."""
    words = printable(words).rstrip()
    return words if not words or words[-1] in ".?!:" else f"{words}."


def lettered(index: int) -> str:
    """The letter of part `index` (from 0), as Word counts: a … z, aa, bb …"""
    return "abcdefghijklmnopqrstuvwxyz"[index % 26] * (index // 26 + 1)


def exhibit_name(letter: str) -> str:
    """What the heading of an exhibit calls it."""
    return f"Exhibit {printable(letter)}"
