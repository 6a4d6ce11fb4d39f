"""Words of time that say nothing of when: a year that names a law, a dateline, the day of an announcement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from foiakit.model.claim import Basis
from foiakit.scanning.lexicon import Calendar
from foiakit.scanning.numerals import SPACE, either
from foiakit.scanning.time_words import YEAR, Kit, Time

_NAMED_YEAR = re.compile(
    r"(?<=[a-z,] )(?!CY|Calendar|Year|Fall|Winter|Q[1-4]|Quarter|Semester|Term|Season|In |Since |By |Through )"
    r"[A-Z][\w-]+ $"
)
_TO_YEAR = rf"(?:,|,?{SPACE}(?:and|or|to|through|&)|[ ]?[-–—])[ ]?"
_OF_MODELS = re.compile(rf"(?:\b[Mm]odel[ -][Yy]ears?|\bMYs?){SPACE}(?:{YEAR}(?:{_TO_YEAR}{YEAR})*{_TO_YEAR})?$")
_MODELS = re.compile(rf"(?:{_TO_YEAR}{YEAR})*[ -][Mm]odel(?:[ -][Yy]ears?)?\b")
"""“Model years 2013 and 2014”, “2013-2014 model year hybrids”: cars of those years, whenever it was."""
_DASHED = re.compile(r"\)?\s?(?:--|[-–—]|:)\s?(?!\d)([A-Za-z]*\.?)")
_PROSE = re.compile(r"\b(?!(?:for|immediate|release|of|the|from|and|on|de|du|la|del)\b)[a-z]{2,}")
"""A word of a sentence: none stands before the day of a dateline."""


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Tells such words. Made once for a library."""

    months: frozenset[str]
    announced: re.Pattern[str]
    announcing: re.Pattern[str]
    announcing_word: re.Pattern[str]
    named_before: re.Pattern[str]
    named_after: re.Pattern[str]

    @classmethod
    def of(cls, words: Calendar, kit: Kit) -> IdleTimes:
        """With the words of templates/scanning/calendar.yaml."""
        return cls(
            months=frozenset(kit.months),
            announced=re.compile(
                rf"\b(?:{either(words.announcing)})(?:{SPACE}(?:\w+ly|here|earlier|late|in{SPACE}\w+)){{0,2}}"
                rf"(?:{SPACE}on)?,?{SPACE}$",
                re.I,
            ),
            announcing=re.compile(rf",?{SPACE}(?:\w+{SPACE}){{0,1}}(?:{either(words.announcing)})\b", re.I),
            announcing_word=re.compile(rf"\b(?:{either(words.announcing)})\b", re.I),
            named_before=re.compile(rf"(?<!\w)(?:{either(words.not_years_before)}){SPACE}?$", re.I),
            named_after=re.compile(
                rf"{SPACE}(?:{either(words.not_years_after)})\b|{SPACE}(?:[A-Z][\w.&’'-]*{SPACE}|(?:of|for|and|to"
                rf"|the|in|on){SPACE}){{1,7}}Act\b|{SPACE}(?:[A-Z][\w.]*{SPACE}){{1,3}}(?:Street|St\.|Avenue|Ave\."
                rf"|Road|Rd\.|Boulevard|Blvd\.|Drive|Lane)",
                re.I,
            ),
        )

    def names(self, text: str, time: Time) -> bool:
        """True where a year names a law, a census, a number: not when something was."""
        before = text[max(0, time.start - 24) : time.start]
        if time.kind in {"date", "weekday", "month"}:
            after = text[time.end : time.end + 20].lower()
            return after.lstrip().startswith(("attacks", "terrorist")) or self._is_dateline(text, time)
        if time.kind != "year" or time.basis is not Basis.STATED:
            return False
        if self.named_before.search(before) or self.named_after.match(text, time.end, time.end + 90):
            return True
        words = text[time.start : time.end]
        models = "model" in words.lower() or _MODELS.match(text, time.end)
        if models or _OF_MODELS.search(text, max(0, time.start - 50), time.start):
            return True
        if re.search(r"\($", before) and text[time.end : time.end + 1] == ")":
            return True
        if not words.isdigit():
            return False
        if _NAMED_YEAR.search(text, max(0, time.start - 20), time.start):
            return True
        if re.search(
            r"\b(?:more than|less than|fewer than|nearly|approximately|at least|up to|some|roughly|an estimated)\s$",
            before,
            re.I,
        ):
            return True
        return bool(
            re.match(
                r"\s(?:people|persons|men|women|children|officers|employees|students|residents|inmates|feet"
                r"|miles|pounds|acres|cases)\b",
                text[time.end : time.end + 12],
            )
        ) and not re.search(
            r"\b(?:the|in|of|since|during|our|its|their|for|fall|spring|summer|winter)\s$", before, re.I
        )

    def announces(self, text: str, time: Time, issued: date | None) -> bool:
        """True where it is the day of an announcement, or the release's own: no period of what is announced."""
        if time.kind not in {"today", "weekday", "day", "date"}:
            return False
        if (
            time.kind == "today"
            and self.announcing_word.search(text)
            and not text[: time.start].rstrip(" –—-").endswith(tuple("abcdefghijklmnopqrstuvwxyz"))
        ):
            return True
        if time.kind == "day" and re.search(
            r"\b(?:of|better|brighter|for) $", text[max(0, time.start - 10) : time.start]
        ):
            return True
        if time.kind == "date" and not text[: time.start].strip() and time.days == (issued, issued):
            return True
        if self.announced.search(text, max(0, time.start - 60), time.start):
            return True
        return time.kind in {"today", "weekday"} and bool(self.announcing.match(text, time.end, time.end + 50))

    def _is_dateline(self, text: str, time: Time) -> bool:
        if time.start > 70 or time.kind != "date":
            return False
        if (
            text[: time.start].endswith("(")
            and text.startswith(")", time.end)
            and not _PROSE.search(text, 0, time.start)
        ):
            return True  # “SALEM, Ore. (July 21, 2020) Since June, …”
        after = _DASHED.match(text, time.end)
        if after is None or (":" not in after[0] and _PROSE.search(text, 0, time.start)):
            return False
        return after[1] not in self.months
