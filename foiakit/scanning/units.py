"""What a number is in: dollars, percent, times, a measure such as pounds, a plain count; a duration is no figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foiakit.model.claim import Unit
from foiakit.scanning.lexicon import Measures, Numbers
from foiakit.scanning.numerals import either

_SP = r"[ \t\u00a0]"
_PERCENT = re.compile(
    rf"{_SP}?%|(?:{_SP}|-)per{_SP}?cent\b|(?:{_SP}|-)(?P<points>percentage[ -]points?)\b|{_SP}pct\b\.?", re.I
)
_WORK_OF = re.compile(rf"{_SP}+of{_SP}+(?!operation|the{_SP}day|arrival|each)", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """A unit with the place where its words end; `scale` multiplies the number ("$5M")."""

    unit: Unit
    end: int
    measure: str | None = None
    scale: float | int = 1


@dataclass(frozen=True, slots=True)
class Units:
    """Reads the unit right after a number."""

    dollars: re.Pattern[str]
    money_letter: re.Pattern[str]
    money_letters: dict[str, int]
    other_money: dict[str, str]
    times: re.Pattern[str]
    measure: re.Pattern[str]
    measures: dict[str, str]
    worked: re.Pattern[str]
    work_names: dict[str, str]
    duration: re.Pattern[str]

    @classmethod
    def of(cls, numbers: Numbers, measures: Measures) -> Units:
        """With the words of templates/scanning/numbers.yaml and measures.yaml."""
        between = rf"(?:(?:{either(measures.between)}){_SP}+)?"
        names = {form.lower(): name for name, forms in measures.measures.items() for form in (name, *forms)}
        work = {form.lower(): name for name, forms in measures.worked.items() for form in (name, *forms)}
        short = either(
            form
            for form in names
            if len(form) <= 4
            and form.rstrip(".")
            not in {"feet", "foot", "acre", "mile", "ton", "gram", "watt", "volt", "cord", "inch", "byte", "cent"}
        )
        return cls(
            dollars=re.compile(rf"(?:{_SP}|-)(?:U\.?S\.?{_SP})?(?:{either(numbers.dollars)})\b", re.I),
            money_letter=re.compile(rf"{_SP}?({either(numbers.money_letters)})\b(?!-)", re.I),
            money_letters=dict(numbers.money_letters),
            other_money=dict(numbers.other_money),
            times=re.compile(rf"{_SP}+times(?={_SP}+(?:{either(numbers.comparing)})\b)|-?{_SP}?fold\b|x(?!\w)", re.I),
            measure=re.compile(rf"(?:(?:{_SP}+|-){between}({either(names)})|({short}))(?!\w|-\d)", re.I),
            measures=names,
            worked=re.compile(rf"(?:{_SP}+|-){between}({either(work)})\b", re.I),
            work_names=work,
            duration=re.compile(rf"(?:{_SP}+|-){between}(?:{either(measures.durations)})s?\b", re.I),
        )

    def amount(self, text: str, at: int, *, money: str | None = None) -> Amount | None:
        """The unit of the number that ends at `at`; None where it is a duration.

        Args:
            money: The sign that stood before the number, if any.
        """
        if money:
            letter = self.money_letter.match(text, at)
            end, scale = (letter.end(), self.money_letters[letter[1].lower()]) if letter else (at, 1)
            if "$" in money:
                return Amount(Unit.USD, end, scale=scale)
            return Amount(Unit.MEASURE, end, self.other_money[money], scale)
        if percent := _PERCENT.match(text, at):
            return Amount(Unit.PERCENT, percent.end(), "percentage points" if percent["points"] else None)
        if dollars := self.dollars.match(text, at):
            return Amount(Unit.USD, dollars.end())
        if times := self.times.match(text, at):
            return Amount(Unit.TIMES, times.end())
        if (worked := self.worked.match(text, at)) and (
            " " in worked[1] or "-" in worked[1] or _WORK_OF.match(text, worked.end())
        ):
            return Amount(Unit.MEASURE, worked.end(), self.work_names[_plain(worked[1])])
        if measure := self.measure.match(text, at):
            return Amount(Unit.MEASURE, measure.end(), self.measures[_plain(measure[1] or measure[2])])
        if self.duration.match(text, at):
            return None
        return Amount(Unit.COUNT, at)

    def begins(self, text: str, at: int) -> bool:
        """True where a unit other than a plain count stands at `at` (a duration too)."""
        amount = self.amount(text, at)
        return amount is None or amount.unit is not Unit.COUNT


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
