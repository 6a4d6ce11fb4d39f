"""Figures: the numbers that a passage states, with bound, value, unit and what is counted.

Durations ("18 months", "a two-year term") are no figures: those that say when belong to `periods`, the rest to neither.
Numbers that only name, date or place something are left out (`not_figures`, `idle_numbers`). "Dozens" and "hundreds of"
state no number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foiakit.library.collection import Library
from foiakit.model.claim import Bound, Figure, Span, Unit
from foiakit.scanning.counted import Counted
from foiakit.scanning.idle_numbers import IdleNumbers
from foiakit.scanning.lexicon import Counted as CountedWords
from foiakit.scanning.lexicon import Measures, NotFigures, Numbers, lexicon
from foiakit.scanning.not_figures import Naming
from foiakit.scanning.numerals import DIGITS, Numerals, either, whole
from foiakit.scanning.proportions import Proportion, Proportions
from foiakit.scanning.tokens import Taken, Token, tokens_of
from foiakit.scanning.units import Amount, Units

_SP = r"[ \t\u00a0]"
_OF_OTHER = re.compile(rf"{_SP}+(?:of|out{_SP}of){_SP}+(?:(?:the|its|their|our|all|more than|about){_SP}+){{0,2}}")
_TALLY = re.compile(r"\d{1,3}[-–]\d{1,3}")
"""A vote or a score: “98-2”."""
_VOTE = re.compile(
    r"\b(?:vote (?:of|is|was)|voted(?: \w+ly)?|ruled|rejected|defeated)[ \u00a0](?:an?[ \u00a0])?$", re.I
)
_VOTED = re.compile(r"[ \u00a0](?:vote|ruling|decision|opinion|majority|margin)\b")
_WINDOW = 34
"""Characters before a number in which a bound is looked for."""


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Finds figures. Made once for a library; `read` is then a function of the text alone."""

    numerals: Numerals
    naming: Naming
    idle: IdleNumbers
    counted: Counted
    proportions: Proportions
    units: Units
    digits: re.Pattern[str]
    words: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    over: re.Pattern[str]
    changing: re.Pattern[str]
    hint: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> FigureReader:
        """With the word lists of templates/scanning/."""
        numbers = lexicon(library, "numbers", Numbers)
        numerals = Numerals.of(numbers)
        before = "|".join(rf"(?P<{kind}>{either(b.before)})" for kind, b in numbers.bounds.items() if b.before)
        after = "|".join(rf"(?P<{kind}>{either(b.after)})" for kind, b in numbers.bounds.items() if b.after)
        proportions = Proportions.of(numbers, numerals)
        magnitudes = either(numbers.magnitudes)
        names = lexicon(library, "not-figures", NotFigures)
        counted = Counted.of(lexicon(library, "counted", CountedWords))
        units = Units.of(numbers, lexicon(library, "measures", Measures))
        bound_before = re.compile(rf"(?<![\w-])(?:{before}){_SP}*(?:an?{_SP}+)?$", re.I)
        return cls(
            numerals=numerals,
            naming=Naming.of(names),
            idle=IdleNumbers.of(names, counted, units, bound_before),
            counted=counted,
            proportions=proportions,
            units=units,
            digits=_master(rf"(?:{DIGITS})(?:(?:{_SP}+|-)(?:{magnitudes})\b)?", numbers),
            words=_master(numerals.number, numbers),
            bound_before=bound_before,
            over=re.compile(rf"\b(?:{'|'.join(names.over_verbs)})\w*[ \u00a0]$", re.I),
            bound_after=re.compile(rf"(?:(?={_SP}?\+){_SP}?|{_SP}+)(?:{after})(?!\w)", re.I),
            changing=re.compile(rf"\b(?:{either(numbers.changing)})\b", re.I),
            hint=numerals.hint | proportions.hint,
        )

    def read(
        self,
        text: str,
        *,
        offset: int = 0,
        taken: Sequence[Span] = (),
        spelled: bool = True,
        tokens: list[Token] | None = None,
    ) -> tuple[Figure, ...]:
        """The figures of a text, in its order.

        Args:
            offset: Added to every span, so that they index the release's text.
            taken: Stretches of `text` that say when (dates, durations); no figure is read there.
            spelled: False where no number word of `hint` stands in the text; it is faster.
            tokens: The words of `text`, where they are known already.
        """
        tokens = tokens_of(text) if tokens is None else tokens
        used = Taken(len(text), taken)
        found: list[Figure] = []
        for part in self.proportions.find(text, tokens, self.bound_before, spelled=spelled):
            if part.span not in used:
                found.append(self._proportion(text, part))
                used.add(found[-1].span)
        for span in self.naming.spans(text, tokens):
            used.add(span)
        pattern, at = self.words if spelled else self.digits, 0
        while match := pattern.search(text, at):
            at = match.end("first")
            if match.span("first") not in used:
                figure, at = self._number(text, match, used)
                if figure is not None:
                    found.append(figure)
        found.sort(key=lambda f: f.span)
        return tuple(replace(f, span=(f.span[0] + offset, f.span[1] + offset)) for f in found)

    def _proportion(self, text: str, part: Proportion) -> Figure:
        bound, start = self._bound(text, part.span[0])
        end = part.span[1]
        if part.unit is Unit.SHARE:
            span = part.of or self.counted.of_phrase(text, end) or self.counted.after(text, end)
            span = span or self._of_other(text, end)
        elif part.unit is Unit.RANK:
            span = self.counted.after(text, end, one=True)
        else:
            span = self.counted.before(text, start)
        return Figure(
            text=text[start:end], span=(start, end), value=part.value, bound=bound, unit=part.unit, of=_cut(text, span)
        )

    def _number(self, text: str, match: re.Match[str], used: Taken) -> tuple[Figure | None, int]:
        """The figure at a number, None where it is none, and where to go on reading."""
        first, second = match["first"], match["second"]
        low: float | int = self.numerals.value(first)
        high: float | int | None = None
        start, end = match.span("first")
        if second and match.span("second") not in used and self._is_range(text, match, low):
            high, end = self.numerals.value(second), match.end("second")
            if low < 1000 and not self._magnitude(first):
                low = whole(low * self._magnitude(second)) if self._magnitude(second) else low
        elif second and _TALLY.fullmatch(text, start, match.end("second")):
            end = match.end("second")  # a vote is quoted whole; its value is the first side's
        money = match["money"]
        if not money and self.idle.says_nothing(text, (start, end), low, ranged=high is not None):
            return None, end
        amount = self.units.amount(text, end, money=money)
        if amount is None:
            return None, end
        begin = match.start("money") if money else start
        begin = match.start("pre") if high is not None and match["pre"] else begin
        return self._made(text, low, high, begin, amount), amount.end

    def _made(self, text: str, low: float | int, high: float | int | None, begin: int, amount: Amount) -> Figure:
        bound, begin = self._bound(text, begin)
        end = amount.end
        if bound is Bound.EXACT and (after := self.bound_after.match(text, end)):
            bound, end = Bound(after.lastgroup or "exact"), after.end()
        scale = amount.scale
        return Figure(
            text=text[begin:end],
            span=(begin, end),
            value=whole(low * scale),
            high=whole(high * scale) if high is not None else None,
            bound=bound,
            unit=amount.unit,
            measure=amount.measure,
            of=_cut(text, self._counts(text, begin, end, amount, low)),
        )

    def _counts(self, text: str, begin: int, end: int, amount: Amount, low: float) -> Span | None:
        counted = self.counted
        if amount.unit is Unit.USD:
            return counted.money(text, end)
        if amount.unit is Unit.PERCENT:
            return counted.of_phrase(text, end) or counted.change(text, end) or counted.before(text, begin)
        if amount.unit is Unit.COUNT:
            return (
                counted.after(text, end, one=low == 1)
                or counted.of_phrase(text, end)
                or self._of_other(text, end)
                or counted.before(text, begin)
            )
        return counted.of_phrase(text, end)

    def _of_other(self, text: str, end: int) -> Span | None:
        """ "21 of the 40 facilities": what the second number counts, the first counts too."""
        match = _OF_OTHER.match(text, end)
        if match and (number := self.words.match(text, match.end())):
            return self.counted.after(text, number.end("first"))
        return None

    def _bound(self, text: str, begin: int) -> tuple[Bound, int]:
        match = self.bound_before.search(text, max(0, begin - _WINDOW), begin)
        if not match or not match.lastgroup:
            return Bound.EXACT, begin
        if match[0].lower().startswith("over") and self.over.search(text, max(0, match.start() - 12), match.start()):
            return Bound.EXACT, begin
        return Bound(match.lastgroup), match.start()

    def _magnitude(self, words: str) -> int:
        return next((m for name, m in self.numerals.magnitudes.items() if name in words.lower()), 0)

    def _is_range(self, text: str, match: re.Match[str], low: float) -> bool:
        if _TALLY.fullmatch(text, match.start("first"), match.end("second")) and (
            _VOTE.search(text, max(0, match.start("first") - _WINDOW), match.start("first"))
            or _VOTED.match(text, match.end("second"))
        ):
            return False
        high = self.numerals.value(match["second"])
        joint, pre = match["joint"].strip().lower(), (match["pre"] or "").lower()
        if high <= low and not (self._magnitude(match["second"]) and low < 1000):
            return False
        if joint == "and":
            return pre == "between"
        if joint == "or":
            return high <= low * 2 + 1
        return pre != "from" or not self.changing.search(text, max(0, match.start() - 60), match.start())


def _master(number: str, numbers: Numbers) -> re.Pattern[str]:
    """A number or a range of two, with the sign of its money."""
    signs = "|".join(re.escape(s) for s in numbers.other_money)
    money = rf"(?P<money>(?:US|U\.S\.{_SP}?)?\$|{signs}){_SP}?"
    unit = rf"(?:{_SP}?%|{_SP}percent)?"
    joint = rf"{unit}(?P<joint>{_SP}?[-–—]{_SP}?|{_SP}(?:to|or|and){_SP}|-to-)(?:(?:US)?\$|{signs})?"
    opened = rf"(?<![\w\-–—/#.,$€£’'])(?:(?P<pre>between|from){_SP}+)?(?:{money})?"
    return re.compile(rf"{opened}(?P<first>{number})(?:{joint}(?P<second>{number})(?![\w/]*\d))?", re.I)


def _cut(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None
