"""Days that a text names outright: dates, months, years, fiscal and school years."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from foiakit.model.claim import Basis
from foiakit.scanning.days import Anchor, month_of, safe, year_of
from foiakit.scanning.numerals import SPACE
from foiakit.scanning.tenses import Tense
from foiakit.scanning.time_words import YEAR, Kit, Time

SOON = timedelta(days=45)
"""A date without a year that comes so soon after the release is not last year's."""
HALF = 182
"""Days beyond which the same day of another year is nearer."""
_OF_A_YEAR = re.compile(rf"{SPACE}of{SPACE}(?:last|this|next|that|{YEAR})")


def iso(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    year, month, day = (int(part) for part in m["iso"].split("-"))
    return _stated("date", safe(year, month, day), safe(year, month, day))


def slash(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    month, day, year = (int(part) for part in m["slash"].split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    return _stated("date", safe(year, month, day), safe(year, month, day))


def mdy(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    month, day = kit.months[m["mdy_m"]], _digits(m["mdy_d"])
    last = _digits(m["mdy_e"]) if m["mdy_e"] else day
    if m["mdy_y"]:
        year = int(m["mdy_y"])
        return _stated("date", safe(year, month, day), safe(year, month, last))
    weekday = kit.weekdays.get(re.split(r"\W", m["mdy"], maxsplit=1)[0])
    return _unyeared(kit, month, (day, last), anchor, tense, _year_of_weekday(anchor.issued, month, day, weekday))


def dm(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    day = int(m["dm_d"])
    return _unyeared(kit, kit.months[m["dm_m"]], (day, int(m["dm_e"] or day)), anchor, tense)


def _unyeared(kit: Kit, month: int, days: tuple[int, int], anchor: Anchor, tense: Tense, year: int = 0) -> Time | None:
    """A day or two of a month without a year; `year` where its weekday tells it."""
    day, last = days
    if day > 31 or last < day:
        return None
    time = dated(kit, 0, 0, month, day, last, anchor, tense, year)
    time = replace(time, basis=Basis.CALENDAR) if time and year else time
    return replace(time, unyeared=month, day=day, last=last, sure=bool(year), tense=tense) if time else None


def dated(
    kit: Kit, start: int, end: int, month: int, day: int, last: int, anchor: Anchor, tense: Tense, year: int = 0
) -> Time | None:
    """A date or month, its year stated or found from the release's date.

    That is the last such day; the next where the words speak of what is to come, the nearest where of what is.

    Args:
        day: 0 for the whole month.
    """
    if not year and anchor.issued is None:
        return Time(start, end, "date" if day else "month", (None, None), Basis.OPEN)
    years = [year] if year else _years_near(anchor.issued, month, day, tense)
    for tried in years:
        if not day:
            return Time(start, end, "month", month_of(tried, month), Basis.STATED if year else Basis.CALENDAR)
        first, final = safe(tried, month, day), safe(tried, month, last)
        if first and final:
            return Time(start, end, "date", (first, final), Basis.STATED if year else Basis.CALENDAR)
    return None


def dmy(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    day = safe(int(m["dmy_y"]), kit.months[m["dmy_m"]], int(m["dmy_d"]))
    return _stated("date", day, day)


def my(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    return _stated("month", *month_of(int(m["my_y"]), kit.months[m["my_m"]]))


def month(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    name, before = m["m_m"], text[max(0, m.start() - 12) : m.start()]
    opener = before.replace("-", "- ").split()[-1].lower() if before.split() else ""
    doubtful = name in kit.words.doubtful_months or name.isupper()
    if doubtful and opener not in kit.openers and not _OF_A_YEAR.match(text, m.end()):
        return None
    month = kit.months[name]
    if anchor.issued is None:
        return Time(0, 0, "month", (None, None), Basis.OPEN, unyeared=month)
    if opener in {"next", "coming"}:
        tense = Tense.AHEAD
    elif opener in {"last", "past", "since"}:
        tense = Tense.PAST
    year = _years_near(anchor.issued, month, 0, tense)[0]
    if opener == "last" and (year, month) == (anchor.issued.year, anchor.issued.month):
        year -= 1
    sure = opener in {"next", "coming", "last", "past"}
    return Time(0, 0, "month", month_of(year, month), Basis.CALENDAR, unyeared=month, sure=sure, tense=tense)


def fy(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    first = _full_year(m["fy_a"], None)
    last = _full_year(m["fy_b"], first) if m["fy_b"] else first
    plural = (m["fy_s"] or "").rstrip().endswith("s") or m["fy"].startswith("FYs")
    if m["fy_b"] and last == first + 1 and len(m["fy_b"]) == 2 and not plural:
        first = last  # "FY 2008-09" is one year, named by both
    return fiscal(kit, first, last, m["fy_whose"], anchor)


def fiscal(kit: Kit, first: int, last: int, whose: str | None, anchor: Anchor) -> Time | None:
    """The fiscal years named from `first` to `last`, of the body that speaks or of the federal government."""
    of = anchor.federal if (whose or "").lower() == "federal" else anchor.fiscal
    start, end = of(date(first, 1, 1)), of(date(last, 1, 1))
    if last < first:
        return None
    if start is None or end is None:
        return Time(0, 0, "year", (None, None), Basis.OPEN)
    return Time(0, 0, "year", (start[0], end[1]), Basis.FISCAL)


def named(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    first = int(m["n_a"]) if m["n_a"] else _full_year(m["n_c"], None)
    written = m["n_b"] or m["n_d"]
    last = _full_year(written, first) if written else first
    if last < first or (m["n_c"] and last != first + 1):
        return None
    if m["n_two"]:
        return fiscal(kit, first + 1, last, None, anchor)
    if m["n_fiscal"] or m["n_budget"]:
        return fiscal(kit, last if last == first + 1 else first, last, m["n_whose"], anchor)
    if m["n_school"]:
        start = first if last > first else first - 1
        return Time(0, 0, "year", (date(start, 7, 1), date(max(last, start + 1), 6, 30)), Basis.STATED)
    return Time(0, 0, "year", (date(first, 1, 1), date(last, 12, 31)), Basis.STATED)


def decade(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    year = int(m["d_y"])
    return _stated("decade", date(year, 1, 1), date(year + 9, 12, 31))


def years(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    first = int(m["y_a"])
    last = _full_year(m["y_b"], first)
    if last <= first or (len(m["y_b"]) == 2 and last > first + 40):
        return None
    return _stated("year", date(first, 1, 1), date(last, 12, 31))


def year(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    return _stated("year", *year_of(int(m["y_y"])))


def _stated(kind: str, first: date | None, last: date | None) -> Time | None:
    return Time(0, 0, kind, (first, last), Basis.STATED) if first and last and first <= last else None


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _full_year(text: str, after: int | None) -> int:
    """A year of two or four digits; one of two lies in the century of `after`, else in 1950 to 2049."""
    if len(text) == 4:
        return int(text)
    short = int(text)
    if after is not None:
        full = after // 100 * 100 + short
        return full if full > after else full + 100
    return 2000 + short if short < 50 else 1900 + short


def _years_near(issued: date | None, month: int, day: int, tense: Tense) -> list[int]:
    """Years to try for a month or date without one: the last time it came, the next, or the nearest."""
    if issued is None:
        return []
    if day and tense not in {Tense.AHEAD, Tense.BEGUN}:
        coming = [safe(year, month, day) for year in (issued.year, issued.year + 1)[: 1 if tense is Tense.PAST else 2]]
        soon = [found.year for found in coming if found and issued <= found <= issued + SOON]
        if soon:
            return soon  # "on November 14" in a release of November 12 needs no "will"
    here, now = ((month, day), (issued.month, issued.day)) if day else ((month, 0), (issued.month, 0))
    if tense is Tense.PRESENT:
        middle = safe(issued.year, month, day or 15) or date(issued.year, month, 28)
        days = (middle - issued).days
        near = issued.year + (days < -HALF) - (days > HALF)
        return [near, near + 1, near - 1, near + 4, near - 4]
    if tense is Tense.AHEAD:
        return [issued.year, issued.year + 1, issued.year + 4] if here >= now else [issued.year + 1, issued.year + 4]
    return [issued.year, issued.year - 1, issued.year - 4] if here <= now else [issued.year - 1, issued.year - 4]


def _year_of_weekday(issued: date | None, month: int, day: int, weekday: int | None) -> int:
    """The year nearest to the release in which the date falls on the weekday; 0 where none is said or none fits."""
    if issued is None or weekday is None:
        return 0
    for year in (issued.year, issued.year + 1, issued.year - 1):
        found = safe(year, month, day)
        if found and found.weekday() == weekday:
            return year
    return 0
