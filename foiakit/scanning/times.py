"""Words that name days: dates, months, years, fiscal years, quarters, "last year", "yesterday", "the past 18 months"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from foiakit.model.claim import Basis
from foiakit.scanning.days import (
    ONE,
    Anchor,
    Days,
    containing,
    month_of,
    months_within,
    plus,
    safe,
    year_of,
)
from foiakit.scanning.lexicon import Calendar
from foiakit.scanning.numerals import Numerals, either
from foiakit.scanning.tokens import Token, matches

_SP = r"[ \t\u00a0]+"
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|,\d{3}|[ \u00a0]?[ap]\.?m\b)"
_DASH = r"[-–—/]"
_UNIT = r"year|quarter|month|week|day|decade|hour"
SOON = timedelta(days=45)
"""A date without a year that comes so soon after the release is not last year's."""
_OF_A_YEAR = re.compile(rf"{_SP}of{_SP}(?:last|this|next|that|{_YEAR})")
_ORDER = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "final": 4,
}


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of text that names days.

    `kind` is what it names ("year", "month", "part" …). A `part` (a quarter, half, season) is of some year: `cut` gives its
    days within the year that the text names beside it, or that the release's date implies.
    """

    start: int
    end: int
    kind: str
    days: Days
    basis: Basis
    cut: Callable[[tuple[date, date]], Days] | None = None
    unyeared: int = 0
    """The month of a date or month without a year, so that a year beside it can be given to it."""
    day: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Times:
    """Reads the words that name days. Made once for a library."""

    pattern: re.Pattern[str]
    numerals: Numerals
    words: Calendar
    months: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    weekdays: dict[str, int]
    openers: frozenset[str]
    season_openers: tuple[str, ...]
    hint: frozenset[str]
    starts: frozenset[str]
    starts_ago: frozenset[str]
    after: dict[str, frozenset[str]]

    @classmethod
    def of(cls, words: Calendar, numerals: Numerals) -> Times:
        """With the words of templates/scanning/calendar.yaml."""
        months = {form: n for n, (name, short) in enumerate(words.months.items(), 1) for form in (name, *short)}
        months |= {name.upper(): n for name, n in months.items()}
        month = rf"(?:{either(months)})"
        weekday = rf"(?:{either(words.weekdays)})"
        number = rf"(?:\d{{1,3}}|(?i:{numerals.spelled})|(?i:{either(words.vague_numbers)}))"
        backward, forward = either(words.backward), either(words.forward)
        fiscal, school = either(words.fiscal_years), either(words.school_years)
        near = rf"(?i:(?:the{_SP})?(?P<near>this|current|{backward}|{forward}))"
        parts = [
            rf"(?P<iso>\b({_YEAR})-(\d\d)-(\d\d)\b)",
            rf"(?P<slash>\b(\d{{1,2}})/(\d{{1,2}})/({_YEAR}|\d\d)\b)",
            rf"(?P<mdy>(?:\b{weekday},?{_SP})?\b(?P<mdy_m>{month}){_SP}(?P<mdy_d>{_DAY})(?:[ ]?[-–—][ ]?(?P<mdy_e>{_DAY})(?!\w))?(?:,?{_SP}(?P<mdy_y>{_YEAR})\b)?)",
            rf"(?P<dmy>\b(?P<dmy_d>\d{{1,2}}){_SP}(?P<dmy_m>{month})(?:,?{_SP})(?P<dmy_y>{_YEAR})\b)",
            rf"(?P<my>\b(?P<my_m>{month})(?:{_SP}of|,)?{_SP}(?P<my_y>{_YEAR})\b)",
            rf"(?P<month>\b(?P<m_m>{month})(?!\w))",
            # "FY 2008", "fiscal years 2008-2010", "FY08", "fiscal 2009"
            rf"(?P<fy>\b(?:(?i:(?P<fy_whose>federal|state){_SP})?(?:(?i:{fiscal})(?P<fy_s>{_SP}years?)?(?:{_SP}\(FYs?\))?|FYs?)(?:{_SP})?['’-]?(?P<fy_a>{_YEAR}|(?<=FY)\d\d|(?<=FY )\d\d|(?<=['’])\d\d)\b"
            rf"(?:[ ]?{_DASH}[ ]?(?:FY[ ]?)?(?P<fy_b>{_YEAR}|\d\d)\b)?))",
            rf"(?P<named>\b(?:(?P<n_a>{_YEAR})(?:[ ]?{_DASH}[ ]?(?P<n_b>{_YEAR}|\d\d))?|(?P<n_c>\d\d){_DASH}(?P<n_d>\d\d)){_SP}"
            rf"(?i:(?:(?P<n_whose>federal|state){_SP})?(?:(?P<n_fiscal>{fiscal})|(?P<n_school>{school})|\w+){_SP}years?|(?P<n_budget>{fiscal})|(?P<n_two>{either(words.bienniums)}))\b)",
            rf"(?P<months>\b(?i:(?:the{_SP})?(?P<ms_n>first|last|final){_SP}(?P<ms_c>{number}){_SP}(?P<ms_u>months|quarters|weeks|days){_SP}of)\b)",
            rf"(?P<rel>\b{near}{_SP}(?i:(?P<r_whose>federal|state){_SP})?(?i:(?P<r_what>fiscal|budget|school|academic|calendar){_SP})?(?i:(?P<r_unit>year|quarter|month|week|weekend|decade))\b(?!-))",
            rf"(?P<window>\b(?i:(?:the{_SP})?(?P<w_dir>{backward}|{forward}){_SP}(?P<w_n>{number}){_SP}(?:(?P<w_what>fiscal|school|calendar|full|budget){_SP})?(?P<w_unit>{_UNIT})s?)\b)",
            rf"(?P<recent>\b(?i:(?:the{_SP})?recent{_SP}(?:years|months|weeks|days))\b)",
            rf"(?P<ago>\b(?i:(?P<a_n>{number}|an?){_SP}(?P<a_unit>{_UNIT})s?{_SP}ago)\b)",
            rf"(?P<within>\b(?i:(?P<wi_when>earlier|later){_SP}this{_SP}(?P<wi_unit>year|month|week|fall|spring|summer|winter))\b)",
            rf"(?P<quarter>\b(?i:(?:the{_SP})?(?:(?P<q_n>first|second|third|fourth|1st|2nd|3rd|4th|final){_SP}(?:(?P<q_f>fiscal){_SP}|calendar{_SP})?quarter|Q(?P<q_q>[1-4])))\b(?!-))",
            rf"(?P<half>\b(?i:(?:the{_SP})?(?P<h_n>first|second|last|latter){_SP}half)\b(?={_SP}of\b))",
            rf"(?P<season>\b(?i:(?:(?P<s_near>this|last|next|past|this{_SP}past|this{_SP}coming){_SP})?(?P<s_s>{either(words.seasons)})(?:{_SP}(?:quarter|semester|term|session))?(?:{_SP}(?:of{_SP})?(?P<s_y>{_YEAR})(?:{_DASH}(?:{_YEAR}|\d\d))?)?)\b(?!-))",
            rf"(?P<decade>\b(?:the{_SP})?(?P<d_y>(?:1[89]|20)\d0)s\b)",
            rf"(?P<years>(?<![\w$.,/-])(?P<y_a>{_YEAR})[ ]?{_DASH}[ ]?(?P<y_b>{_YEAR}|\d\d)\b(?![-/]\d))",
            rf"(?P<year>(?:(?<![\w$.,/#–-])|(?<=mid-)|(?<=early-)|(?<=late-))(?P<y_y>{_YEAR})(?![\w/%]|-\d|,\d{{3}}|\.\d))",
            rf"(?P<weekday>\b(?i:(?P<wd_near>last|this{_SP}past|this|next|past|this{_SP}coming){_SP})?(?P<wd_d>{weekday})\b(?!s))",
            rf"(?P<named_day>\b(?i:yesterday|today|tomorrow|tonight|last{_SP}night|this{_SP}(?:morning|afternoon|evening))\b(?!['’]s))",
            rf"(?P<year_end>\b(?i:(?:the{_SP})?(?:year[’']?s?[ -]end|end{_SP}of{_SP}(?:the{_SP})?(?P<ye>year|month|quarter|week|decade|fiscal{_SP}year|school{_SP}year|calendar{_SP}year))\b))",
            rf"(?P<to_date>\b(?i:{either(words.to_date)})\b)",
            r"(?P<already>\b(?i:(?<=has )already|(?<=have )already)\b)",
        ]
        named = {m.lower().rstrip(".") for m in months} | {w.lower() for w in words.weekdays} | set(words.seasons)
        units = {"year", "quarter", "month", "week", "weekend", "decade", "day", "hour"}
        days = {"yesterday", "today", "tomorrow", "tonight"}
        near_words = {"this", "current", "earlier", "later", *words.backward, *words.forward}
        phrases = {w.split()[0] for w in words.to_date}
        openers = {
            *_ORDER,
            "final",
            "latter",
            "end",
            "fiscal",
            "federal",
            "state",
            "recent",
            "already",
            "year",
            "years",
        }
        starts = (
            named
            | days
            | near_words
            | phrases
            | openers
            | set(words.fiscal_years)
            | {"fy", "fys", "q1", "q2", "q3", "q4"}
        )
        starts |= {f"fy{n:02}" for n in range(100)} | {f"fy{n}" for n in range(1950, 2060)}
        hint = named | days | units | {u + "s" for u in units} | {"date", "far", "already", "earlier", "later", "night"}
        hint |= {"morning", "afternoon", "evening", "now", "recent", "thus", "fy", "fys"} | {
            s for s in starts if s[0] in "fq" and s[-1].isdigit()
        }
        return cls(
            pattern=re.compile("|".join(parts)),
            numerals=numerals,
            words=words,
            months=months,
            seasons={name: (a, b) for name, (a, b) in words.seasons.items()},
            weekdays={name: n for n, name in enumerate(words.weekdays)},
            openers=frozenset(words.month_openers),
            season_openers=tuple(words.season_openers),
            hint=frozenset(hint),
            starts=frozenset(starts),
            starts_ago=frozenset(starts | numerals.hint | {w.split()[0] for w in words.vague_numbers}),
            after={"the": frozenset(starts), "a": frozenset(units), "an": frozenset({"hour"})},
        )

    def find(self, text: str, anchor: Anchor, tokens: list[Token], ahead: Sequence[int] = ()) -> list[Time]:
        """Every stretch that names days, in order; none overlap.

        Args:
            ahead: Where words stand that speak of what is to come; near one, "in March" is the next one.
        """
        found: list[Time] = []
        starts = self.starts_ago if " ago" in text else self.starts
        for match in matches(self.pattern, text, tokens, starts, self.after):
            kind = match.lastgroup if match.lastgroup in _READERS else next((k for k in _READERS if match[k]), None)
            after = bisect.bisect_right(ahead, match.start() - 120)
            near = after < len(ahead) and ahead[after] < match.start() + 60
            time = _READERS[kind](self, match, text, anchor, near) if kind else None
            if time is not None:
                found.append(replace(time, start=match.start(), end=match.end()))
        return found

    # Each reader below turns one match into a Time; the caller sets its span.

    def _iso(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        year, month, day = (int(part) for part in m["iso"].split("-"))
        return _stated("date", safe(year, month, day), safe(year, month, day))

    def _slash(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        month, day, year = (int(part) for part in m["slash"].split("/"))
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        return _stated("date", safe(year, month, day), safe(year, month, day))

    def _mdy(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        month, day = self.months[m["mdy_m"]], _digits(m["mdy_d"])
        last = _digits(m["mdy_e"]) if m["mdy_e"] else day
        if m["mdy_y"]:
            year = int(m["mdy_y"])
            return _stated("date", safe(year, month, day), safe(year, month, last))
        if day > 31 or last < day:
            return None
        weekday = self.weekdays.get(re.split(r"\W", m["mdy"], maxsplit=1)[0])
        year = _year_of_weekday(anchor.issued, month, day, weekday)
        time = self.dated(0, 0, month, day, last, anchor, ahead, year)
        time = replace(time, basis=Basis.CALENDAR) if time and year else time
        return replace(time, unyeared=month, day=day, last=last) if time else None

    def dated(
        self, start: int, end: int, month: int, day: int, last: int, anchor: Anchor, ahead: bool, year: int = 0
    ) -> Time | None:
        """A date or month, its year stated or found from the release's date (the last such day, or the next if `ahead`).

        Args:
            day: 0 for the whole month.
        """
        if not year and anchor.issued is None:
            return Time(start, end, "date" if day else "month", (None, None), Basis.OPEN)
        years = [year] if year else _years_near(anchor.issued, month, day, ahead)
        for tried in years:
            if not day:
                return Time(start, end, "month", month_of(tried, month), Basis.STATED if year else Basis.CALENDAR)
            first, final = safe(tried, month, day), safe(tried, month, last)
            if first and final:
                return Time(start, end, "date", (first, final), Basis.STATED if year else Basis.CALENDAR)
        return None

    def _dmy(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        day = safe(int(m["dmy_y"]), self.months[m["dmy_m"]], int(m["dmy_d"]))
        return _stated("date", day, day)

    def _my(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        return _stated("month", *month_of(int(m["my_y"]), self.months[m["my_m"]]))

    def _month(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        name, before = m["m_m"], text[max(0, m.start() - 12) : m.start()]
        opener = before.replace("-", "- ").split()[-1].lower() if before.split() else ""
        doubtful = name in self.words.doubtful_months or name.isupper()
        if doubtful and opener not in self.openers and not _OF_A_YEAR.match(text, m.end()):
            return None
        month = self.months[name]
        if anchor.issued is None:
            return Time(0, 0, "month", (None, None), Basis.OPEN, unyeared=month)
        if opener in {"next", "coming"}:
            ahead = True
        elif opener in {"last", "past", "since"}:
            ahead = False
        year = _years_near(anchor.issued, month, 0, ahead)[0]
        if opener == "last" and (year, month) == (anchor.issued.year, anchor.issued.month):
            year -= 1
        return Time(0, 0, "month", month_of(year, month), Basis.CALENDAR, unyeared=month)

    def _fy(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        first = _full_year(m["fy_a"], None)
        last = _full_year(m["fy_b"], first) if m["fy_b"] else first
        plural = (m["fy_s"] or "").rstrip().endswith("s") or m["fy"].startswith("FYs")
        if m["fy_b"] and last == first + 1 and len(m["fy_b"]) == 2 and not plural:
            first = last  # "FY 2008-09" is one year, named by both
        return self.fiscal(first, last, m["fy_whose"], anchor)

    def fiscal(self, first: int, last: int, whose: str | None, anchor: Anchor) -> Time | None:
        """The fiscal years named from `first` to `last`, of the body that speaks or of the federal government."""
        of = anchor.federal if (whose or "").lower() == "federal" else anchor.fiscal
        start, end = of(date(first, 1, 1)), of(date(last, 1, 1))
        if last < first:
            return None
        if start is None or end is None:
            return Time(0, 0, "year", (None, None), Basis.OPEN)
        return Time(0, 0, "year", (start[0], end[1]), Basis.FISCAL)

    def _named(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        first = int(m["n_a"]) if m["n_a"] else _full_year(m["n_c"], None)
        written = m["n_b"] or m["n_d"]
        last = _full_year(written, first) if written else first
        if last < first or (m["n_c"] and last != first + 1):
            return None
        if m["n_two"]:
            return self.fiscal(first + 1, last, None, anchor)
        if m["n_fiscal"] or m["n_budget"]:
            return self.fiscal(last if last == first + 1 else first, last, m["n_whose"], anchor)
        if m["n_school"]:
            start = first if last > first else first - 1
            return Time(0, 0, "year", (date(start, 7, 1), date(max(last, start + 1), 6, 30)), Basis.STATED)
        return Time(0, 0, "year", (date(first, 1, 1), date(last, 12, 31)), Basis.STATED)

    def _rel(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        near, unit, what = m["near"].lower(), m["r_unit"].lower(), (m["r_what"] or "").lower()
        if near in {"recent", "latest"} and unit != "year":
            return None
        if anchor.issued is None:
            return Time(0, 0, "year" if unit == "year" else unit, (None, None), Basis.OPEN)
        step = -1 if near in self.words.backward else 1 if near in self.words.forward else 0
        if what in self.words.fiscal_years:
            return self._fiscal_near(step, m["r_whose"], anchor)
        if what in self.words.school_years:
            start = anchor.issued.year - (anchor.issued.month < 7) + step
            return Time(0, 0, "year", (date(start, 7, 1), date(start + 1, 6, 30)), Basis.CALENDAR)
        before = text[max(0, m.start() - 9) : m.start()].lower().split()
        windowed = (
            before and before[-1] in {"over", "in", "during", "within", "for", "of"} and m[0].lower().startswith("the ")
        )
        if (
            not what
            and unit != "weekend"
            and (near in {"past", "recent"} or (windowed and near == "last") or (near == "coming" and windowed))
        ):
            return self._span_of(1, unit, near in self.words.forward, anchor)
        day = plus(anchor.issued.replace(day=1) if unit in {"month", "quarter", "year"} else anchor.issued, step, unit)
        return Time(0, 0, unit, containing(day, unit), Basis.CALENDAR)

    def _fiscal_near(self, step: int, whose: str | None, anchor: Anchor) -> Time:
        of = anchor.federal if (whose or "").lower() == "federal" else anchor.fiscal
        current = of(anchor.issued) if anchor.issued else None
        if current and step:
            current = of(current[0] - ONE if step < 0 else current[1] + ONE)
        return Time(0, 0, "year", current or (None, None), Basis.FISCAL if current else Basis.OPEN)

    def _span_of(self, number: int, unit: str, forward: bool, anchor: Anchor) -> Time:
        issued = anchor.issued
        if issued is None:
            return Time(0, 0, "window", (None, None), Basis.OPEN)
        try:
            days = (issued, plus(issued, number, unit)) if forward else (plus(issued, -number, unit), issued)
        except (ValueError, OverflowError):
            return Time(0, 0, "window", (None, issued), Basis.OPEN)
        return Time(0, 0, "window", days, Basis.CALENDAR)

    def _window(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        forward, unit = m["w_dir"].lower() in self.words.forward, m["w_unit"].lower()
        if m["w_n"].lower() in self.words.vague_numbers:
            return Time(0, 0, "window", (anchor.issued, None) if forward else (None, anchor.issued), Basis.OPEN)
        number = int(self.numerals.value(m["w_n"]))
        what = (m["w_what"] or "").lower()
        if what in self.words.fiscal_years and anchor.issued:
            current = anchor.fiscal(anchor.issued)
            if current is None:
                return Time(0, 0, "window", (None, None), Basis.OPEN)
            first, last = (
                (current[1] + ONE, plus(current[1] + ONE, number, "year") - ONE)
                if forward
                else (plus(current[0], -number, "year"), current[0] - ONE)
            )
            return Time(0, 0, "window", (first, last), Basis.FISCAL)
        return self._span_of(-(-number // 24) if unit == "hour" else number, unit, forward, anchor)

    def _recent(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        return Time(0, 0, "window", (None, anchor.issued), Basis.OPEN)

    def _ago(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        unit, words = m["a_unit"].lower(), m["a_n"].lower()
        if anchor.issued is None or words in self.words.vague_numbers:
            return Time(0, 0, "date", (None, None), Basis.OPEN)
        number = 1 if words in {"a", "an"} else int(self.numerals.value(words))
        if number > 400:
            return None
        day = (
            plus(anchor.issued, -number, unit if unit != "hour" else "day")
            if unit != "hour"
            else anchor.issued - (number // 24) * ONE
        )
        return Time(0, 0, unit, containing(day, unit), Basis.CALENDAR)

    def _within(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        if anchor.issued is None:
            return Time(0, 0, "window", (None, None), Basis.OPEN)
        unit = m["wi_unit"].lower()
        if unit in self.seasons:
            whole = _season(self.seasons[unit], anchor.issued.year)
            if whole[0] is None or whole[1] is None:
                return Time(0, 0, "window", (None, None), Basis.OPEN)
        else:
            whole = containing(anchor.issued, unit)
        days = (whole[0], anchor.issued) if m["wi_when"].lower() == "earlier" else (anchor.issued, whole[1])
        if days[0] is None or days[1] is None or days[0] > days[1]:
            days = whole
        return Time(0, 0, "window", days, Basis.CALENDAR)

    def _quarter(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        number = int(m["q_q"]) if m["q_q"] else _ORDER.get(m["q_n"].lower(), 4)

        def cut(whole: tuple[date, date]) -> Days:
            return months_within(whole, 3 * (number - 1), 3)

        if m["q_f"]:
            current = anchor.fiscal(anchor.issued) if anchor.issued else None
            return Time(
                0, 0, "part", cut(current) if current else (None, None), Basis.FISCAL if current else Basis.OPEN, cut
            )
        return self._part(cut, anchor, ahead)

    def _part(self, cut: Callable[[tuple[date, date]], Days], anchor: Anchor, ahead: bool) -> Time:
        if anchor.issued is None:
            return Time(0, 0, "part", (None, None), Basis.OPEN, cut)
        days = cut(year_of(anchor.issued.year))
        if days[0] and days[1]:
            if not ahead and days[0] > anchor.issued:
                days = cut(year_of(anchor.issued.year - 1))
            elif ahead and days[1] < anchor.issued:
                days = cut(year_of(anchor.issued.year + 1))
        return Time(0, 0, "part", days, Basis.CALENDAR if days[0] else Basis.OPEN, cut)

    def _half(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        later = m["h_n"].lower() != "first"

        def cut(whole: tuple[date, date]) -> Days:
            if (whole[1] - whole[0]).days > 3000:
                return plus(whole[0], 5, "year") if later else whole[0], whole[1] if later else plus(
                    whole[0], 5, "year"
                ) - ONE
            return months_within(whole, 6 if later else 0, 6)

        return Time(0, 0, "needs", (None, None), Basis.OPEN, cut)

    def _months(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        unit, words = m["ms_u"].lower()[:-1], m["ms_c"].lower()
        if words in self.words.vague_numbers:
            return None
        number, first = int(self.numerals.value(words)), m["ms_n"].lower() == "first"

        def cut(whole: tuple[date, date]) -> Days:
            if first:
                return whole[0], min(whole[1], plus(whole[0], number, unit) - ONE)
            return max(whole[0], plus(whole[1] + ONE, -number, unit)), whole[1]

        return Time(0, 0, "needs", (None, None), Basis.OPEN, cut)

    def _season_of(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        near, span = (m["s_near"] or "").lower(), self.seasons[m["s_s"].lower()]

        def cut(whole: tuple[date, date]) -> Days:
            return _season(span, whole[0].year)

        if m["s_y"]:
            days = _season(span, int(m["s_y"]))
            return Time(0, 0, "season", days, Basis.CALENDAR if days[0] else Basis.OPEN)
        before = text[max(0, m.start() - 14) : m.start()].lower().rstrip()
        if not near and not any(before == o or before.endswith(" " + o) for o in self.season_openers):
            return None
        if (
            not near
            and before.endswith("the")
            and not before.endswith(("in the", "during the", "by the", "through the"))
        ):
            follows = re.match(rf"{_SP}of{_SP}(?:{_YEAR}|last|this|next)", text[m.end() : m.end() + 12])
            if not follows:
                return None
        part = self._part(cut, anchor, ahead or near in {"next", "this coming"})
        if part.days[0] and part.days[1] and anchor.issued:
            year = part.days[0].year
            if near in {"last", "past", "this past"} and part.days[1] >= anchor.issued:
                year -= 1
            elif near in {"next", "this coming"} and part.days[0] <= anchor.issued:
                year += 1
            elif near == "this":
                year = anchor.issued.year
            return replace(part, days=_season(span, year))
        return part

    def _decade(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        year = int(m["d_y"])
        return _stated("decade", date(year, 1, 1), date(year + 9, 12, 31))

    def _years(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        first = int(m["y_a"])
        last = _full_year(m["y_b"], first)
        if last <= first or (len(m["y_b"]) == 2 and last > first + 40):
            return None
        return _stated("year", date(first, 1, 1), date(last, 12, 31))

    def _year(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        return _stated("year", *year_of(int(m["y_y"])))

    def _weekday(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        near = " ".join((m["wd_near"] or "").lower().split())
        issued = anchor.issued
        if issued is None:
            return Time(0, 0, "weekday", (None, None), Basis.OPEN)
        back = (issued.weekday() - self.weekdays[m["wd_d"]]) % 7
        if near in {"last", "past", "this past"}:
            day = issued - (back or 7) * ONE
        elif near in {"next", "this coming"} or (ahead and near == "this"):
            day = issued + (7 - back) * ONE
        elif ahead:
            day = issued + ((7 - back) % 7) * ONE
        else:
            day = issued - back * ONE
        return Time(0, 0, "weekday", (day, day), Basis.CALENDAR)

    def _named_day(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        if anchor.issued is None:
            return Time(0, 0, "day", (None, None), Basis.OPEN)
        word = m["named_day"].lower()
        day = anchor.issued + (
            -ONE if word.startswith(("yesterday", "last")) else ONE if word == "tomorrow" else 0 * ONE
        )
        return Time(0, 0, "today" if day == anchor.issued else "day", (day, day), Basis.CALENDAR)

    def _year_end(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        unit = " ".join((m["ye"] or "year").lower().split())
        if anchor.issued is None:
            return Time(0, 0, "edge", (None, None), Basis.OPEN)
        if unit == "fiscal year":
            current = anchor.fiscal(anchor.issued)
            return Time(
                0,
                0,
                "edge",
                (current[1], current[1]) if current else (None, None),
                Basis.FISCAL if current else Basis.OPEN,
            )
        if unit == "school year":
            last = date(anchor.issued.year + (anchor.issued.month > 6), 6, 30)
        else:
            last = containing(anchor.issued, unit.removeprefix("calendar "))[1]
        return Time(0, 0, "edge", (last, last), Basis.CALENDAR)

    def _to_date(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        words = m["to_date"].lower()
        issued = anchor.issued
        if issued is None:
            return Time(0, 0, "to date", (None, None), Basis.OPEN)
        if "fiscal" in words:
            current = anchor.fiscal(issued)
            return Time(
                0, 0, "to date", (current[0] if current else None, issued), Basis.FISCAL if current else Basis.OPEN
            )
        return Time(0, 0, "to date", (date(issued.year, 1, 1) if "year" in words else None, issued), Basis.CALENDAR)

    def _already(self, m: re.Match[str], text: str, anchor: Anchor, ahead: bool) -> Time | None:
        return Time(0, 0, "to date", (None, anchor.issued), Basis.CALENDAR if anchor.issued else Basis.OPEN)


_Reader = Callable[[Times, "re.Match[str]", str, Anchor, bool], Time | None]
_READERS: dict[str, _Reader] = {
    "iso": Times._iso,
    "slash": Times._slash,
    "mdy": Times._mdy,
    "dmy": Times._dmy,
    "my": Times._my,
    "month": Times._month,
    "fy": Times._fy,
    "named": Times._named,
    "rel": Times._rel,
    "window": Times._window,
    "recent": Times._recent,
    "ago": Times._ago,
    "within": Times._within,
    "quarter": Times._quarter,
    "half": Times._half,
    "months": Times._months,
    "season": Times._season_of,
    "decade": Times._decade,
    "years": Times._years,
    "year": Times._year,
    "weekday": Times._weekday,
    "named_day": Times._named_day,
    "year_end": Times._year_end,
    "to_date": Times._to_date,
    "already": Times._already,
}


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


def _years_near(issued: date | None, month: int, day: int, ahead: bool) -> list[int]:
    """Years to try for a month or date without one: the last time it came, or the next."""
    if issued is None:
        return []
    here = (month, day or 0) if day else (month, issued.day)
    now = (issued.month, issued.day)
    coming = safe(issued.year, month, day) if day else None
    if coming and issued <= coming <= issued + SOON:
        return [issued.year]  # "on November 14" in a release of November 12 needs no "will"
    if ahead:
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


def _season(span: tuple[int, int], year: int) -> Days:
    if span[1] < span[0]:
        return None, None  # a winter lies in two years: "winter 2019" does not say which
    return date(year, span[0], 1), month_of(year, span[1])[1]
