"""The words that name days, as patterns: what a date, a fiscal year, a quarter or "the past 18 months" looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from foiakit.model.claim import Basis
from foiakit.scanning.days import Days
from foiakit.scanning.lexicon import Calendar
from foiakit.scanning.numerals import SPACE, Numerals, either
from foiakit.scanning.tenses import Tense

YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|,\d{3}|[ \u00a0]?[ap]\.?m\b)"
_DASH = r"[-–—/]"
THIS_YEAR = rf"(?:{SPACE}the{SPACE}(?P<{{}}>(?:(?:fiscal|calendar){SPACE})?year)(?!{SPACE}(?:\d|end|that|before|of)))?"
"""After "the first half of": the year of the release; its group is named where it is used."""
_UNIT = r"year|quarter|month|week|day|decade|hour"
_AFTER_DAY = rf"{SPACE}(?:and|to|through|until|at|when|the|will|would|is|was|were)\b"
ORDER = {
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
"""Which quarter a word names."""


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of text that names days.

    `kind` is what it names ("year", "month", "part" …). A `part` (a quarter, half, season) is of some year: `cut` gives
    its days within the year that the text names beside it, or that the release's date implies.
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
    sure: bool = False
    """True where the words around a date without a year settle it ("Monday, June 8", "last June")."""
    tense: Tense = Tense.UNSAID


@dataclass(frozen=True, slots=True)
class Kit:
    """What the readers of single matches need: the calendar's words, by what they mean."""

    words: Calendar
    numerals: Numerals
    months: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    weekdays: dict[str, int]
    openers: frozenset[str]
    season_openers: tuple[str, ...]

    @classmethod
    def of(cls, words: Calendar, numerals: Numerals) -> Kit:
        """With the words of templates/scanning/calendar.yaml."""
        months = {form: n for n, (name, short) in enumerate(words.months.items(), 1) for form in (name, *short)}
        return cls(
            words=words,
            numerals=numerals,
            months=months | {name.upper(): n for name, n in months.items()},
            seasons={name: (a, b) for name, (a, b) in words.seasons.items()},
            weekdays={name: n for n, name in enumerate(words.weekdays)},
            openers=frozenset(words.month_openers),
            season_openers=tuple(words.season_openers),
        )


def pattern_of(kit: Kit) -> re.Pattern[str]:
    """One pattern for all words that name days; each alternative is a named group, and the first that fits is meant."""
    words = kit.words
    month = rf"(?:{either(kit.months)})"
    weekday = rf"(?:{either(words.weekdays)})"
    number = rf"(?:\d{{1,3}}|(?i:{kit.numerals.spelled})|(?i:{either(words.vague_numbers)}))"
    backward, forward = either(words.backward), either(words.forward)
    fiscal, school = either(words.fiscal_years), either(words.school_years)
    near = rf"(?i:(?:the{SPACE})?(?P<near>this|current|{backward}|{forward}))"
    parts = [
        rf"(?P<iso>\b({YEAR})-(\d\d)-(\d\d)\b)",
        rf"(?P<slash>\b(\d{{1,2}})/(\d{{1,2}})/({YEAR}|\d\d)\b)",
        rf"(?P<mdy>(?:\b{weekday},?{SPACE})?\b(?P<mdy_m>{month}){SPACE}(?P<mdy_d>{_DAY})(?:[ ]?[-–—][ ]?"
        rf"(?P<mdy_e>{_DAY})(?!\w))?(?:,?{SPACE}(?P<mdy_y>{YEAR})\b)?)",
        rf"(?P<dmy>\b(?P<dmy_d>\d{{1,2}}){SPACE}(?P<dmy_m>{month})(?:,?{SPACE})(?P<dmy_y>{YEAR})\b)",
        rf"(?P<dm>{_day_before(words)}(?P<dm_d>\d{{1,2}})(?:[-–](?P<dm_e>\d{{1,2}}))?(?:st|nd|rd|th)?(?:{SPACE}of)?{SPACE}"
        rf"(?P<dm_m>{month})(?!\w|{SPACE}\d))",
        rf"(?P<my>\b(?P<my_m>{month})(?:{SPACE}of|,)?{SPACE}(?P<my_y>{YEAR})\b)",
        rf"(?P<month>\b(?P<m_m>{month})(?!\w))",
        # "FY 2008", "fiscal years 2008-2010", "FY08", "fiscal 2009"
        rf"(?P<fy>\b(?:(?i:(?P<fy_whose>federal|state){SPACE})?(?:(?i:{fiscal})(?P<fy_s>{SPACE}(?i:years?))?"
        rf"(?:{SPACE}\(FYs?\))?|FYs?)(?:{SPACE})?['’‘-]?(?P<fy_a>{YEAR}|(?<=FY)\d\d|(?<=FY )\d\d|"
        rf"(?<=['’‘])\d\d)\b"
        rf"(?:[ ]?{_DASH}[ ]?(?:FY[ ]?)?(?P<fy_b>{YEAR}|\d\d)\b)?))",
        rf"(?P<named>\b(?:(?P<n_a>{YEAR})(?:[ ]?{_DASH}[ ]?(?P<n_b>{YEAR}|\d\d))?|(?P<n_c>\d\d){_DASH}"
        rf"(?P<n_d>\d\d)){SPACE}"
        rf"(?i:(?:(?P<n_whose>federal|state){SPACE})?(?:(?P<n_fiscal>{fiscal})|(?P<n_school>{school})"
        rf"|\w+){SPACE}years?|(?P<n_budget>{fiscal})|(?P<n_two>{either(words.bienniums)}))\b)",
        rf"(?P<months>\b(?i:(?:the{SPACE})?(?P<ms_n>first|last|final){SPACE}(?P<ms_c>{number}){SPACE}"
        rf"(?P<ms_u>months|quarters|weeks|days){SPACE}of{THIS_YEAR.format('ms_y')})\b)",
        rf"(?P<rel>\b{near}{SPACE}(?i:(?P<r_whose>federal|state){SPACE})?(?i:(?P<r_what>fiscal|budget|school"
        rf"|academic|calendar){SPACE})?(?i:(?P<r_unit>year|quarter|month|week|weekend|decade))\b(?!-))",
        rf"(?P<window>\b(?i:(?:the{SPACE})?(?P<w_dir>{backward}|{forward}){SPACE}(?:\d{{1,2}}(?:[-–]|{SPACE}to{SPACE}))?"
        rf"(?P<w_n>{number}){SPACE}(?:"
        rf"(?P<w_what>fiscal|school|calendar|full|budget){SPACE})?(?P<w_unit>{_UNIT})s?)\b)",
        rf"(?P<recent>\b(?i:(?:the{SPACE})?recent{SPACE}(?:years|months|weeks|days))\b)",
        rf"(?P<ago>\b(?i:(?P<a_n>{number}|an?){SPACE}(?P<a_unit>{_UNIT})s?{SPACE}ago)\b)",
        rf"(?P<within>\b(?i:(?P<wi_when>earlier|later){SPACE}this{SPACE}(?P<wi_unit>year|month|week|fall"
        rf"|spring|summer|winter))\b)",
        rf"(?P<quarter>\b(?i:(?:the{SPACE})?(?:(?P<q_n>first|second|third|fourth|1st|2nd|3rd|4th"
        rf"|final){SPACE}(?:(?P<q_f>fiscal){SPACE}|calendar{SPACE})?quarter|Q(?P<q_q>[1-4])))\b(?!-))",
        rf"(?P<half>\b(?i:(?:the{SPACE})?(?P<h_n>first|second|last|latter){SPACE}half(?={SPACE}of\b)"
        rf"(?:{SPACE}of{THIS_YEAR.format('h_y')})?)\b)",
        rf"(?P<season>\b(?i:(?:(?P<s_near>this|last|next|past|this{SPACE}past|this{SPACE}coming){SPACE})?"
        rf"(?P<s_s>{either(words.seasons)})(?:{SPACE}(?:quarter|semester|term|session))?(?:{SPACE}"
        rf"(?:of{SPACE})?(?P<s_y>{YEAR})(?:{_DASH}(?:{YEAR}|\d\d))?)?)\b(?!-))",
        rf"(?P<decade>\b(?:the{SPACE})?(?P<d_y>(?:1[89]|20)\d0)s\b)",
        rf"(?P<years>(?<![\w$.,/-])(?P<y_a>{YEAR})[ ]?{_DASH}[ ]?(?P<y_b>{YEAR}|\d\d)\b(?![-/]\d))",
        rf"(?P<year>(?:(?<![\w$.,/#–-])|(?<=mid-)|(?<=early-)|(?<=late-))(?P<y_y>{YEAR})"
        r"(?![\w/%]|-\d|,\d{3}|\.\d))",
        rf"(?P<weekday>\b(?i:(?P<wd_near>last|this{SPACE}past|this|next|past|this{SPACE}coming){SPACE})?"
        rf"(?P<wd_d>{weekday})\b(?!s))",
        rf"(?P<named_day>\b(?i:yesterday|today|tomorrow|tonight|last{SPACE}night|this{SPACE}(?:morning"
        rf"|afternoon|evening))\b(?!['’]s))",
        rf"(?P<year_end>\b(?i:(?:the{SPACE})?(?:year[’']?s?[ -]end|(?P<ye_e>end|close|start"
        rf"|beginning){SPACE}of{SPACE}(?:the{SPACE})?"
        rf"(?P<ye>year|month|quarter|week|decade|fiscal{SPACE}year|school{SPACE}year"
        rf"|calendar{SPACE}year))\b))",
        rf"(?P<to_date>\b(?i:{either(words.to_date)})\b)",
        r"(?P<already>\b(?i:(?<=has )already|(?<=have )already)\b)",
    ]
    return re.compile("|".join(parts))


def _day_before(words: Calendar) -> str:
    """What lets a number before a month be its day: "on 10 May", "the 1st of January", "ends 3 July."

    Not "the top 10 January sales", nor "about 10 May apply".
    """
    opened = "|".join(
        rf"(?<=\b{first}{word[1:]} )" for word in words.day_openers for first in {word[0], word[0].upper()}
    )
    day = rf"\d{{1,2}}(?:[-–]\d{{1,2}})?(?:st|nd|rd|th)?{SPACE}(?!(?:{either(words.doubtful_months)})\b)\w+\.?"
    like = rf"(?=\d{{1,2}}(?:[-–]\d{{1,2}}|st|nd|rd|th)?(?:{SPACE}of)?{SPACE}[A-Z])"  # of numbers, hardly any is
    return (
        rf"\b{like}(?:{opened}|(?=\d{{1,2}}(?:st|nd|rd|th){SPACE}of\b)|(?={day}(?:[,;:)–—]|\.(?!\w)|$|{_AFTER_DAY})))"
    )


def starts_of(kit: Kit) -> tuple[frozenset[str], frozenset[str]]:
    """Words with which such a stretch can begin, and words of which one stands in any text that has one."""
    words = kit.words
    named = {m.lower().rstrip(".") for m in kit.months} | {w.lower() for w in words.weekdays} | set(words.seasons)
    units = {"year", "quarter", "month", "week", "weekend", "decade", "day", "hour"}
    days = {"yesterday", "today", "tomorrow", "tonight"}
    near_words = {"this", "current", "earlier", "later", *words.backward, *words.forward}
    phrases = {w.split()[0] for w in words.to_date}
    openers = {
        *ORDER,
        "final",
        "latter",
        "end",
        "close",
        "start",
        "beginning",
        "fiscal",
        "federal",
        "state",
        "recent",
        "already",
        "year",
        "years",
    }
    starts = (
        named | days | near_words | phrases | openers | set(words.fiscal_years) | {"fy", "fys", "q1", "q2", "q3", "q4"}
    )
    starts |= {f"fy{n:02}" for n in range(100)} | {f"fy{n}" for n in range(1950, 2060)}
    hint = named | days | units | {u + "s" for u in units} | {"date", "far", "already", "earlier", "later", "night"}
    hint |= {"morning", "afternoon", "evening", "now", "recent", "thus", "fy", "fys"} | {
        s for s in starts if s[0] in "fq" and s[-1].isdigit()
    }
    return frozenset(starts), frozenset(hint)
