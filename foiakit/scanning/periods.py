"""Periods: the days that a passage speaks of, resolved against the release's date and the body's fiscal year.

A first day without a last runs to the release's date ("since 2003"), a last without a first has no start ("by the end
of 2013"), and a start that lies ahead has no end ("beginning in January"). A duration is a period only where it says
when ("the past 18 months"); "a sentence of 18 months" is neither a period nor a figure. "Last week" runs Monday to
Sunday, "early 2010" to April, a season over its three months, a school year from July to June; a date without a year is
the one that the verb beside it means. A winter is left open, since two years share it, and so is the fiscal year of a
body whose law does not set one.
"""

from __future__ import annotations

from dataclasses import dataclass

from foiakit.library.collection import Library
from foiakit.model.claim import Period, Span
from foiakit.scanning.days import Anchor, plus
from foiakit.scanning.idle_times import IdleTimes
from foiakit.scanning.joined_times import composed, paired
from foiakit.scanning.lexicon import Calendar, Numbers, lexicon
from foiakit.scanning.numerals import Numerals
from foiakit.scanning.time_bounds import Bounds
from foiakit.scanning.times import Times
from foiakit.scanning.tokens import Token, tokens_of


@dataclass(frozen=True, slots=True)
class PeriodReader:
    """Finds periods. Made once for a library; `read` is then a function of the text and its anchor."""

    times: Times
    bounds: Bounds
    idle: IdleTimes
    hint: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> PeriodReader:
        """With the words of templates/scanning/calendar.yaml."""
        words = lexicon(library, "calendar", Calendar)
        numerals = Numerals.of(lexicon(library, "numbers", Numbers))
        times = Times.of(words, numerals)
        return cls(times, Bounds.of(words, numerals), IdleTimes.of(words, times.kit), times.hint)

    def read(
        self, text: str, anchor: Anchor, *, offset: int = 0, tokens: list[Token] | None = None
    ) -> tuple[tuple[Period, ...], list[Span]]:
        """The periods of a text in its order, and every stretch of it that says when (for figures to leave alone).

        Args:
            anchor: The release's date and fiscal years; where it has no date, relative words are left open.
            offset: Added to every span, so that they index the release's text.
            tokens: The words of `text`, where they are known already.
        """
        times = self.times.find(text, anchor, tokens_of(text) if tokens is None else tokens)
        if not times:
            return (), []
        taken = [(t.start, t.end) for t in times]
        times = [t for t in times if not self.idle.names(text, t)]
        times = composed(text, times, self.times.kit, anchor)
        times = paired(text, [self.bounds.edged(text, t) for t in times if t.kind != "needs"], self.times.kit, anchor)
        periods: list[Period] = []
        for time in times:
            if periods and time.start + offset < periods[-1].span[1]:
                continue  # "from 2007 to date" has its end already
            time = self.bounds.bounded(text, time, anchor)
            if self.idle.announces(text, time, anchor.issued):
                continue
            taken.append((time.start, time.end))
            first, last = time.days
            if periods and time.kind == "until" and time.unyeared and last and not time.sure:
                begun = periods[-1].start
                if begun and last < begun:  # "issued in March for work through November"
                    last = plus(last, 12, "month")
            if first and last and first > last:
                continue
            span = (time.start + offset, time.end + offset)
            periods.append(Period(text=text[time.start : time.end], span=span, start=first, end=last, basis=time.basis))
        return tuple(periods), taken
