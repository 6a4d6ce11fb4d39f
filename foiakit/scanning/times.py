"""Words that name days, found in a text and resolved against the release's date and the body's fiscal year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from foiakit.scanning import parts_of_years, relative_times, stated_times
from foiakit.scanning.days import Anchor
from foiakit.scanning.lexicon import Calendar
from foiakit.scanning.numerals import Numerals
from foiakit.scanning.tenses import Tense, Tenses
from foiakit.scanning.time_words import Kit, Time, pattern_of, starts_of
from foiakit.scanning.tokens import Token, matches

_Reader = Callable[[Kit, "re.Match[str]", str, Anchor, Tense], Time | None]
_READERS: dict[str, _Reader] = {
    "iso": stated_times.iso,
    "slash": stated_times.slash,
    "mdy": stated_times.mdy,
    "dmy": stated_times.dmy,
    "dm": stated_times.dm,
    "my": stated_times.my,
    "month": stated_times.month,
    "fy": stated_times.fy,
    "named": stated_times.named,
    "rel": relative_times.rel,
    "window": relative_times.window,
    "recent": relative_times.recent,
    "ago": relative_times.ago,
    "within": relative_times.within,
    "quarter": parts_of_years.quarter,
    "half": parts_of_years.half,
    "months": parts_of_years.months,
    "season": parts_of_years.season_of,
    "decade": stated_times.decade,
    "years": stated_times.years,
    "year": stated_times.year,
    "weekday": relative_times.weekday,
    "named_day": relative_times.named_day,
    "year_end": relative_times.year_end,
    "to_date": relative_times.to_date,
    "already": relative_times.already,
}
"""What reads a match, by the group that matched."""
_TENSED = frozenset({"mdy", "dm", "month", "quarter", "half", "months", "season", "weekday"})
"""What can lie in one year or another, as the verb has it."""


@dataclass(frozen=True, slots=True)
class Times:
    """Finds the words that name days. Made once for a library."""

    kit: Kit
    tenses: Tenses
    pattern: re.Pattern[str]
    hint: frozenset[str]
    starts: frozenset[str]
    starts_ago: frozenset[str]
    after: dict[str, frozenset[str]]

    @classmethod
    def of(cls, words: Calendar, numerals: Numerals) -> Times:
        """With the words of templates/scanning/calendar.yaml."""
        kit = Kit.of(words, numerals)
        starts, hint = starts_of(kit)
        units = frozenset({"year", "quarter", "month", "week", "weekend", "decade", "day", "hour"})
        return cls(
            kit=kit,
            tenses=Tenses.of(words),
            pattern=pattern_of(kit),
            hint=hint,
            starts=starts,
            starts_ago=starts | numerals.hint | {w.split()[0] for w in words.vague_numbers},
            after={"the": starts, "a": units, "an": frozenset({"hour"})},
        )

    def find(self, text: str, anchor: Anchor, tokens: list[Token]) -> list[Time]:
        """Every stretch that names days, in order; none overlap."""
        found: list[Time] = []
        starts = self.starts_ago if " ago" in text else self.starts
        for match in matches(self.pattern, text, tokens, starts, self.after):
            kind = match.lastgroup if match.lastgroup in _READERS else next((k for k in _READERS if match[k]), None)
            if kind is None:
                continue
            tensed = kind in _TENSED and not match["mdy_y"]
            tense = self.tenses.at(text, match.start(), match.end()) if tensed else Tense.UNSAID
            if (time := _READERS[kind](self.kit, match, text, anchor, tense)) is not None:
                found.append(replace(time, start=match.start(), end=match.end()))
        return found
