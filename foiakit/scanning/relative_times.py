"""Days that a text names by the release's own: "last year", "yesterday", "the past 18 months", "two weeks ago"."""

from __future__ import annotations

import re
from datetime import date

from foiakit.model.claim import Basis
from foiakit.scanning.days import ONE, Anchor, containing, plus
from foiakit.scanning.numerals import SPACE
from foiakit.scanning.parts_of_years import season_days
from foiakit.scanning.tenses import Tense
from foiakit.scanning.time_words import Kit, Time

_EVERY = re.compile(rf"\b(?:first|second|third|fourth|1st|2nd|3rd|4th|every|each|most|other){SPACE}$", re.I)
_LONGER = re.compile(rf"\b(?:more{SPACE}than|over|well{SPACE}over|at{SPACE}least){SPACE}$", re.I)
"""Before "a decade ago": it was then or earlier."""


def rel(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    near, unit, what = m["near"].lower(), m["r_unit"].lower(), (m["r_what"] or "").lower()
    if near in {"recent", "latest"} and unit != "year":
        return None
    if anchor.issued is None or near in kit.words.after_that:
        return Time(0, 0, unit, (None, None), Basis.OPEN)
    step = -1 if near in kit.words.backward else 1 if near in kit.words.forward else 0
    if what in kit.words.fiscal_years:
        return fiscal_near(kit, step, m["r_whose"], anchor)
    if what in kit.words.school_years:
        start = anchor.issued.year - (anchor.issued.month < 7) + step
        return Time(0, 0, "year", (date(start, 7, 1), date(start + 1, 6, 30)), Basis.CALENDAR)
    before = text[max(0, m.start() - 9) : m.start()].lower().split()
    windowed = (
        before and before[-1] in {"over", "in", "during", "within", "for", "of"} and m[0].lower().startswith("the ")
    )
    if (
        not what
        and unit != "weekend"
        and (near in {"past", "recent"} or (windowed and near == "last") or (near in {"coming", "next"} and windowed))
    ):
        return span_of(kit, 1, unit, near in kit.words.forward, anchor)
    day = plus(anchor.issued.replace(day=1) if unit in {"month", "quarter", "year"} else anchor.issued, step, unit)
    return Time(0, 0, unit, containing(day, unit), Basis.CALENDAR)


def fiscal_near(kit: Kit, step: int, whose: str | None, anchor: Anchor) -> Time:
    of = anchor.federal if (whose or "").lower() == "federal" else anchor.fiscal
    current = of(anchor.issued) if anchor.issued else None
    if current and step:
        current = of(current[0] - ONE if step < 0 else current[1] + ONE)
    return Time(0, 0, "year", current or (None, None), Basis.FISCAL if current else Basis.OPEN)


def span_of(kit: Kit, number: int, unit: str, forward: bool, anchor: Anchor) -> Time:
    issued = anchor.issued
    if issued is None:
        return Time(0, 0, "window", (None, None), Basis.OPEN)
    try:
        days = (issued, plus(issued, number, unit)) if forward else (plus(issued, -number, unit), issued)
    except (ValueError, OverflowError):
        return Time(0, 0, "window", (None, issued), Basis.OPEN)
    return Time(0, 0, "window", days, Basis.CALENDAR)


def window(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    forward, unit = m["w_dir"].lower() in kit.words.forward, m["w_unit"].lower()
    if m["w_n"].lower() in kit.words.vague_numbers:
        return Time(0, 0, "window", (anchor.issued, None) if forward else (None, anchor.issued), Basis.OPEN)
    if m["w_dir"].lower() in kit.words.after_that:
        return Time(0, 0, "window", (None, None), Basis.OPEN)
    number = int(kit.numerals.value(m["w_n"]))
    what = (m["w_what"] or "").lower()
    if what in kit.words.fiscal_years and anchor.issued:
        current = anchor.fiscal(anchor.issued)
        if current is None:
            return Time(0, 0, "window", (None, None), Basis.OPEN)
        first, last = (
            (current[1] + ONE, plus(current[1] + ONE, number, "year") - ONE)
            if forward
            else (plus(current[0], -number, "year"), current[0] - ONE)
        )
        return Time(0, 0, "window", (first, last), Basis.FISCAL)
    return span_of(kit, -(-number // 24) if unit == "hour" else number, unit, forward, anchor)


def recent(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    return Time(0, 0, "window", (None, anchor.issued), Basis.OPEN)


def ago(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    unit, words = m["a_unit"].lower(), m["a_n"].lower()
    if anchor.issued is None or words in kit.words.vague_numbers:
        return Time(0, 0, "date", (None, None), Basis.OPEN)
    number = 1 if words in {"a", "an"} else int(kit.numerals.value(words))
    if number > 400:
        return None
    if unit == "decade":
        number, unit = 10 * number, "year"
    day = (
        plus(anchor.issued, -number, unit if unit != "hour" else "day")
        if unit != "hour"
        else anchor.issued - (number // 24) * ONE
    )
    first, last = containing(day, unit)
    longer = _LONGER.search(text, max(0, m.start() - 16), m.start())
    return Time(0, 0, unit, (None if longer else first, last), Basis.CALENDAR)


def within(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    if anchor.issued is None:
        return Time(0, 0, "window", (None, None), Basis.OPEN)
    unit = m["wi_unit"].lower()
    in_season = (
        season_days(kit.seasons[unit], anchor.issued.year) if unit in kit.seasons else containing(anchor.issued, unit)
    )
    first, last = in_season
    if first is None or last is None:
        return Time(0, 0, "window", (None, None), Basis.OPEN)
    if m["wi_when"].lower() == "earlier" and first <= anchor.issued:
        last = anchor.issued
    elif m["wi_when"].lower() == "later" and anchor.issued <= last:
        first = anchor.issued
    return Time(0, 0, "window", (first, last), Basis.CALENDAR)


def weekday(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    if _EVERY.search(text, max(0, m.start() - 14), m.start()):
        return None  # "the third Tuesday of each month" is no day
    near = " ".join((m["wd_near"] or "").lower().split())
    issued = anchor.issued
    if issued is None:
        return Time(0, 0, "weekday", (None, None), Basis.OPEN)
    back = (issued.weekday() - kit.weekdays[m["wd_d"]]) % 7
    if near in {"last", "past", "this past"}:
        day = issued - (back or 7) * ONE
    elif near in {"next", "this coming"} or (tense is Tense.AHEAD and near == "this"):
        day = issued + (7 - back) * ONE
    elif tense is Tense.AHEAD:
        day = issued + ((7 - back) % 7) * ONE
    else:
        day = issued - back * ONE
    return Time(0, 0, "weekday", (day, day), Basis.CALENDAR)


def named_day(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    if anchor.issued is None:
        return Time(0, 0, "day", (None, None), Basis.OPEN)
    word = m["named_day"].lower()
    day = anchor.issued + (-ONE if word.startswith(("yesterday", "last")) else ONE if word == "tomorrow" else 0 * ONE)
    return Time(0, 0, "today" if day == anchor.issued else "day", (day, day), Basis.CALENDAR)


def year_end(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    unit = " ".join((m["ye"] or "year").lower().split())
    if anchor.issued is None:
        return Time(0, 0, "edge", (None, None), Basis.OPEN)
    whole: tuple[date, date] | None
    if unit == "fiscal year":
        whole = anchor.fiscal(anchor.issued)
    elif unit == "school year":
        ends = anchor.issued.year + (anchor.issued.month > 6)
        whole = date(ends - 1, 7, 1), date(ends, 6, 30)
    else:
        whole = containing(anchor.issued, unit.removeprefix("calendar "))
    if whole is None:
        return Time(0, 0, "edge", (None, None), Basis.OPEN)
    day = whole[0] if (m["ye_e"] or "").lower() in {"start", "beginning"} else whole[1]
    return Time(0, 0, "edge", (day, day), Basis.FISCAL if unit == "fiscal year" else Basis.CALENDAR)


def to_date(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    words = m["to_date"].lower()
    issued = anchor.issued
    if issued is None:
        return Time(0, 0, "to date", (None, None), Basis.OPEN)
    if "fiscal" in words:
        current = anchor.fiscal(issued)
        return Time(0, 0, "to date", (current[0] if current else None, issued), Basis.FISCAL if current else Basis.OPEN)
    return Time(0, 0, "to date", (date(issued.year, 1, 1) if "year" in words else None, issued), Basis.CALENDAR)


def already(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    return Time(0, 0, "to date", (None, anchor.issued), Basis.CALENDAR if anchor.issued else Basis.OPEN)
