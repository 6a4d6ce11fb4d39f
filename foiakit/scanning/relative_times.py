"""Days that a text names by the release's own: "last year", "yesterday", "the past 18 months", "the first quarter"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from foiakit.model.claim import Basis
from foiakit.scanning.days import ONE, Anchor, Days, containing, month_of, months_within, plus, year_of
from foiakit.scanning.tenses import SPACE, Tense
from foiakit.scanning.time_words import ORDER, YEAR, Kit, Time

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
        _season(kit.seasons[unit], anchor.issued.year) if unit in kit.seasons else containing(anchor.issued, unit)
    )
    first, last = in_season
    if first is None or last is None:
        return Time(0, 0, "window", (None, None), Basis.OPEN)
    if m["wi_when"].lower() == "earlier" and first <= anchor.issued:
        last = anchor.issued
    elif m["wi_when"].lower() == "later" and anchor.issued <= last:
        first = anchor.issued
    return Time(0, 0, "window", (first, last), Basis.CALENDAR)


def quarter(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    number = int(m["q_q"]) if m["q_q"] else ORDER.get(m["q_n"].lower(), 4)

    def cut(whole: tuple[date, date]) -> Days:
        return months_within(whole, 3 * (number - 1), 3)

    if m["q_f"]:
        current = anchor.fiscal(anchor.issued) if anchor.issued else None
        return Time(
            0, 0, "part", cut(current) if current else (None, None), Basis.FISCAL if current else Basis.OPEN, cut
        )
    return part(kit, cut, anchor, tense)


def part(kit: Kit, cut: Callable[[tuple[date, date]], Days], anchor: Anchor, tense: Tense) -> Time:
    if anchor.issued is None:
        return Time(0, 0, "part", (None, None), Basis.OPEN, cut)
    days = cut(year_of(anchor.issued.year))
    first, last = days
    if first and tense is not Tense.AHEAD and first > anchor.issued:
        days = cut(year_of(anchor.issued.year - 1))
    elif last and tense is Tense.AHEAD and last < anchor.issued:
        days = cut(year_of(anchor.issued.year + 1))
    return Time(0, 0, "part", days, Basis.CALENDAR if days[0] else Basis.OPEN, cut)


def half(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    later = m["h_n"].lower() != "first"

    def cut(whole: tuple[date, date]) -> Days:
        if (whole[1] - whole[0]).days > 3000:
            return plus(whole[0], 5, "year") if later else whole[0], whole[1] if later else plus(
                whole[0], 5, "year"
            ) - ONE
        return months_within(whole, 6 if later else 0, 6)

    return _of_year(kit, cut, m["h_y"], anchor, tense)


def months(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    unit, words = m["ms_u"].lower()[:-1], m["ms_c"].lower()
    if words in kit.words.vague_numbers:
        return None
    number, first = int(kit.numerals.value(words)), m["ms_n"].lower() == "first"

    def cut(whole: tuple[date, date]) -> Days:
        if first:
            return whole[0], min(whole[1], plus(whole[0], number, unit) - ONE)
        return max(whole[0], plus(whole[1] + ONE, -number, unit)), whole[1]

    return _of_year(kit, cut, m["ms_y"], anchor, tense)


def _of_year(
    kit: Kit, cut: Callable[[tuple[date, date]], Days], said: str | None, anchor: Anchor, tense: Tense
) -> Time:
    """A part of "the year" or "the fiscal year"; where neither is said, a year must stand beside it."""
    if said is None:
        return Time(0, 0, "needs", (None, None), Basis.OPEN, cut)
    if said.lower().startswith("fiscal"):
        current = anchor.fiscal(anchor.issued) if anchor.issued else None
        return Time(
            0, 0, "part", cut(current) if current else (None, None), Basis.FISCAL if current else Basis.OPEN, cut
        )
    return part(kit, cut, anchor, tense)


def season_of(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    near, span = (m["s_near"] or "").lower(), kit.seasons[m["s_s"].lower()]

    def cut(whole: tuple[date, date]) -> Days:
        return _season(span, whole[0].year)

    if m["s_y"]:
        days = _season(span, int(m["s_y"]))
        return Time(0, 0, "season", days, Basis.CALENDAR if days[0] else Basis.OPEN)
    before = text[max(0, m.start() - 14) : m.start()].lower().rstrip()
    if not near and not any(before == o or before.endswith(" " + o) for o in kit.season_openers):
        return None
    if not near and before.endswith("the") and not before.endswith(("in the", "during the", "by the", "through the")):
        follows = re.match(rf"{SPACE}of{SPACE}(?:{YEAR}|last|this|next)", text[m.end() : m.end() + 12])
        if not follows:
            return None
    found = part(kit, cut, anchor, Tense.AHEAD if near in {"next", "this coming"} else tense)
    if found.days[0] and found.days[1] and anchor.issued:
        year = found.days[0].year
        if near in {"last", "past", "this past"} and found.days[1] >= anchor.issued:
            year -= 1
        elif near in {"next", "this coming"} and found.days[0] <= anchor.issued:
            year += 1
        elif near == "this":
            year = anchor.issued.year
            first, last = _season(span, year)
            if tense is Tense.PAST and first and first > anchor.issued:
                year -= 1  # "this fall" of a release of January
            elif tense is Tense.AHEAD and last and last < anchor.issued:
                year += 1
        return replace(found, days=_season(span, year))
    return found


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


def _season(span: tuple[int, int], year: int) -> Days:
    if span[1] < span[0]:
        return None, None  # a winter lies in two years: "winter 2019" does not say which
    return date(year, span[0], 1), month_of(year, span[1])[1]
