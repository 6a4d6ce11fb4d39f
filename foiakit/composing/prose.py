"""How letters write dates, periods, numbers and lists, whatever the machine's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AN = re.compile(r"(?:[aeioAEIO]|[uU](?!ni|se|s |S|\.S)|[hH]ono|[hH]our|[FHLMNRSX](?=[A-Z]))")
_INSTITUTION = re.compile(
    r"\b(?:Office|Department|Agency|Bureau|Commission|Commissioner|Board|Authority|Administration|Service|Division|Council"
    r"|Court|Corps|Center|District|Association|Committee|Union|Foundation|Force|Coalition|Patrol|Guard|Legislature|Senate"
    r"|Institute|Laboratory|Consortium|Partnership|Alliance|Registry|Program|System|Fund|Trust|Bank|Tribe|Nation)s?$"
    r"|^(?:Department|Bureau|Office|City|Town|Village|County|State|Commonwealth|Port|University|District|Board|Borough"
    r"|Township|Secretary|Governor|Division|Center|Council|Commission|Court|Institute|Ministry|Federal Bureau)s?"
    r" (?:of|for|on) "
)
"""Bodies whose names are descriptions: they take an article in a sentence."""

_NO_ARTICLE = re.compile(r"(?:the|a|an|each|any|all|this|that|its|their) |[A-Z]{2,6}$", re.IGNORECASE)


def long_date(day: date) -> str:
    """ "November 24, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def period(start: date | None, end: date | None) -> str:
    """A period as an item states it, with its preposition.

    >>> period(date(2008, 1, 1), date(2008, 12, 31))
    'from January 1 through December 31, 2008'
    >>> period(None, date(2013, 12, 31))
    'through December 31, 2013'
    """
    if start and end:
        if start == end:
            return f"on {long_date(start)}"
        first = f"{_MONTHS[start.month - 1]} {start.day}" if start.year == end.year else long_date(start)
        return f"from {first} through {long_date(end)}"
    if start:
        return f"from {long_date(start)} through the day your search begins"
    return f"through {long_date(end)}" if end else ""


def whole_period(start: date | None, end: date | None) -> str:
    """A period as the thing that records are asked for: "the period from … through …", or one day by its date.

    >>> whole_period(date(2008, 9, 9), date(2008, 9, 9))
    'September 9, 2008'
    >>> whole_period(None, date(2013, 12, 31))
    'the period through December 31, 2013'
    """
    if start and start == end:
        return long_date(start)
    words = period(start, end)
    return f"the period {words}" if words else ""


def years(start: date | None, end: date | None) -> str:
    """A period in the fewest words, for a subject line: "2008", "2008-2009", "September 9-10, 2009"."""
    if start and end:
        if start.month == 1 and start.day == 1 and end.month == 12 and end.day == 31:
            return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
        if start == end:
            return long_date(start)
        if (start.year, start.month) == (end.year, end.month):
            return f"{_MONTHS[start.month - 1]} {start.day}-{end.day}, {start.year}"
        return f"{_MONTHS[start.month - 1]} {start.year} to {_MONTHS[end.month - 1]} {end.year}"
    if start:
        return f"from {_MONTHS[start.month - 1]} {start.year}"
    return f"through {_MONTHS[end.month - 1]} {end.year}" if end else ""


def interval(text: str) -> tuple[date | None, date | None]:
    """The first and last day of `2008-01-01/2008-12-31`; `..` is open. One day or a year may stand alone.

    Raises:
        ValueError: It is no interval, or ends before it begins.
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    first, slash, last = text.partition("/")
    start = None if first.strip() in {"", ".."} else date.fromisoformat(first.strip())
    end = start if not slash else None if last.strip() in {"", ".."} else date.fromisoformat(last.strip())
    if start and end and end < start:
        raise ValueError(f"{text} ends before it begins")
    if start is None and end is None:
        raise ValueError(f"“{text}” is no period; write first and last day, as in 2008-01-01/2008-12-31")
    return start, end


def number(value: int) -> str:
    """Small numbers as words.

    >>> number(3), number(40)
    ('three', '40')
    """
    return _SMALL[value] if 0 <= value < len(_SMALL) else f"{value:,}"


def ordinal(value: int) -> str:
    """ "first" to "tenth", then "11th"."""
    if 0 < value < len(_ORDINALS):
        return _ORDINALS[value]
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def listed(values: Sequence[str], word: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; semicolons where an entry holds a comma."""
    values = [v for v in values if v]
    if len(values) < 2:
        return "".join(values)
    comma = "; " if any("," in v for v in values) else ", "
    between = f"{comma}{word} " if comma == "; " else f" {word} "
    return comma.join(values[:-1]) + between + values[-1]


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The text to stand within a sentence: its first letter small, unless its first word is a name in capitals."""
    first = re.match(r"\w+", text)
    if first and (len(first[0]) > 1 and not first[0][1:].islower()):
        return text
    return text[:1].lower() + text[1:]


def with_a(text: str) -> str:
    """ "a report", "an extract"."""
    return f"{'an' if _AN.match(text) else 'a'} {text}"


def with_the(text: str) -> str:
    """ "the Department of Justice"; abbreviations and what has an article already are left as they are."""
    return text if not text or _NO_ARTICLE.match(text) else f"the {text}"


def named(body: str) -> str:
    """A body within a sentence: "the Department of Justice", "the City of Salem", but "Imperial County"."""
    return with_the(body) if _INSTITUTION.search(body) else body


def closed(text: str) -> str:
    """The text with a full stop, unless it ends in punctuation."""
    text = text.rstrip()
    return text if not text or text[-1] in ".?!:" else f"{text}."
