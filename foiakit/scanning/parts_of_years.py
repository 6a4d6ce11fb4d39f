"""Parts of a year that a text names: "the first quarter", "the second half of 2009", "this fall"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from foiakit.model.claim import Basis
from foiakit.scanning.days import ONE, Anchor, Days, month_of, months_within, plus, year_of
from foiakit.scanning.numerals import SPACE
from foiakit.scanning.tenses import Tense
from foiakit.scanning.time_words import ORDER, YEAR, Kit, Time

_Cut = Callable[[tuple[date, date]], Days]
"""The days that are the part, of a whole year from its first day to its last."""


def quarter(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    number = int(m["q_q"]) if m["q_q"] else ORDER.get(m["q_n"].lower(), 4)

    def cut(whole: tuple[date, date]) -> Days:
        return months_within(whole, 3 * (number - 1), 3)

    if m["q_f"]:
        return _fiscal(cut, anchor)
    return part(cut, anchor, tense)


def _fiscal(cut: _Cut, anchor: Anchor) -> Time:
    """A part of the fiscal year of the release."""
    current = anchor.fiscal(anchor.issued) if anchor.issued else None
    return Time(0, 0, "part", cut(current) if current else (None, None), Basis.FISCAL if current else Basis.OPEN, cut)


def part(cut: _Cut, anchor: Anchor, tense: Tense) -> Time:
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

    return _of_year(cut, m["h_y"], anchor, tense)


def months(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    unit, words = m["ms_u"].lower()[:-1], m["ms_c"].lower()
    if words in kit.words.vague_numbers:
        return None
    number, first = int(kit.numerals.value(words)), m["ms_n"].lower() == "first"

    def cut(whole: tuple[date, date]) -> Days:
        if first:
            return whole[0], min(whole[1], plus(whole[0], number, unit) - ONE)
        return max(whole[0], plus(whole[1] + ONE, -number, unit)), whole[1]

    return _of_year(cut, m["ms_y"], anchor, tense)


def _of_year(cut: _Cut, said: str | None, anchor: Anchor, tense: Tense) -> Time:
    """A part of "the year" or "the fiscal year"; where neither is said, a year must stand beside it."""
    if said is None:
        return Time(0, 0, "needs", (None, None), Basis.OPEN, cut)
    if said.lower().startswith("fiscal"):
        return _fiscal(cut, anchor)
    return part(cut, anchor, tense)


def season_of(kit: Kit, m: re.Match[str], text: str, anchor: Anchor, tense: Tense) -> Time | None:
    near, span = (m["s_near"] or "").lower(), kit.seasons[m["s_s"].lower()]

    def cut(whole: tuple[date, date]) -> Days:
        return season_days(span, whole[0].year)

    if m["s_y"]:
        days = season_days(span, int(m["s_y"]))
        return Time(0, 0, "season", days, Basis.CALENDAR if days[0] else Basis.OPEN)
    before = text[max(0, m.start() - 14) : m.start()].lower().rstrip()
    if not near and not any(before == o or before.endswith(" " + o) for o in kit.season_openers):
        return None
    if not near and before.endswith("the") and not before.endswith(("in the", "during the", "by the", "through the")):
        follows = re.match(rf"{SPACE}of{SPACE}(?:{YEAR}|last|this|next)", text[m.end() : m.end() + 12])
        if not follows:
            return None
    found = part(cut, anchor, Tense.AHEAD if near in {"next", "this coming"} else tense)
    if found.days[0] and found.days[1] and anchor.issued:
        year = found.days[0].year
        if near in {"last", "past", "this past"} and found.days[1] >= anchor.issued:
            year -= 1
        elif near in {"next", "this coming"} and found.days[0] <= anchor.issued:
            year += 1
        elif near == "this":
            year = anchor.issued.year
            first, last = season_days(span, year)
            if tense is Tense.PAST and first and first > anchor.issued:
                year -= 1  # "this fall" of a release of January
            elif tense is Tense.AHEAD and last and last < anchor.issued:
                year += 1
        return replace(found, days=season_days(span, year))
    return found


def season_days(span: tuple[int, int], year: int) -> Days:
    """The days of a season, from its first and last month, in a year."""
    if span[1] < span[0]:
        return None, None  # a winter lies in two years: "winter 2019" does not say which
    return date(year, span[0], 1), month_of(year, span[1])[1]
