"""Dates as releases write them, American order; a date without a year is none."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?<![\w/-])(?:"
    + _MONTH.format("m1")
    + r"\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?P<y1>\d{4})"
    + r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+"
    + _MONTH.format("m2")
    + r",?\s+(?P<y2>\d{4})"
    + r"|(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2})"
    + r"|(?P<m4>\d{1,2})(?P<s4>[/.-])(?P<d4>\d{1,2})(?P=s4)(?P<y4>\d{4}|\d{2})"
    + r")(?![\w/-]|(?<=\d)T(?!\d))",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)")
EARLIEST, LATEST = 1900, 2100


def find(text: str) -> tuple[date, int, int] | None:
    """The first date in `text` with its span, or None.

    >>> find("Thursday, Sept. 10, 2009 at noon")
    (datetime.date(2009, 9, 10), 10, 24)
    """
    for match in _DATE.finditer(text):
        found = _of(match)
        if found is not None:
            return found, match.start(), match.end()
    return None


def parse(text: str) -> date | None:
    """The date that `text` states, ISO time stamps included; None where it states none."""
    stamp = _STAMP.match(text)
    if stamp:
        return _day(int(stamp[1]), int(stamp[2]), int(stamp[3]))
    found = find(text[:200])
    return found[0] if found else None


def _of(match: re.Match[str]) -> date | None:
    if match["m1"]:
        return _day(int(match["y1"]), _month(match["m1"]), int(match["d1"]))
    if match["m2"]:
        return _day(int(match["y2"]), _month(match["m2"]), int(match["d2"]))
    if match["y3"]:
        return _day(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    year = int(match["y4"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    return _day(year, int(match["m4"]), int(match["d4"]))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].casefold()) + 1


def _day(year: int, month: int, day: int) -> date | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


_UPDATED = re.compile(r"(?i)\b(updated|modified|reviewed|expires?|revised)\b")
_PUBLISHED = re.compile(r"(?i)\b(posted|published|released)\b")
_LINE_WORDS = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:posted|published|released?|date|issued|for|immediate"
    r"|on|at|news|press|last|updated|modified|wed|thu|fri|sat|sun|mon|tue|a\.?m|p\.?m|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t)\b"
)


def on_line(text: str) -> date | None:
    """The date on a line of a page's head; the day of an update is not the day of publication."""
    if _UPDATED.search(text) and not _PUBLISHED.search(text):
        return None
    found = find(text[:400])
    return found[0] if found else None


def is_only_date(text: str) -> bool:
    """Whether a line says little but a date ("Posted on: Thursday, Sept. 10, 2009 at 10:15 a.m.")."""
    found = find(text)
    if found is None:
        return False
    rest = text[: found[1]] + " " + text[found[2] :]
    rest = _LINE_WORDS.sub(" ", re.sub(r"\d{1,2}:\d{2}", " ", rest))
    return len(re.sub(r"[\W_]+", "", rest)) <= 3
