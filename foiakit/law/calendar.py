"""Legal holidays and business days of a jurisdiction, as its records law counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from foiakit.library.law import BusinessDays

if TYPE_CHECKING:
    from foiakit.law.in_force import LawInForce

_ONE = timedelta(days=1)
_OBSERVED = " (observed)"
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that does not count, and why: "Saturday", "Thanksgiving Day"."""

    day: date
    why: str

    def __str__(self) -> str:
        return f"{self.day:%a} {self.day.isoformat()} {self.why}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which an office under this law is held to work.

    `rule` is the pack's section on business days; None counts the public holidays of the jurisdiction as they are.
    """

    jurisdiction: str
    rule: BusinessDays | None = None

    @classmethod
    def of(cls, law: LawInForce) -> Calendar:
        """The calendar of a law in force."""
        return cls(law.id, law.business_days)

    def holiday(self, day: date) -> str | None:
        """The legal holiday on that day by name, or None."""
        return _holidays(self.jurisdiction, day.year, self.rule).get(day)

    def closed(self, day: date) -> str | None:
        """Why the day is no business day ("Sunday", a holiday's name), or None where it is one."""
        return f"{day:%A}" if day.weekday() >= 5 else self.holiday(day)

    def forward(self, start: date, number: int) -> tuple[date, tuple[Skipped, ...]]:
        """The `number`th business day after `start`, and the days passed over. `start` itself is day zero."""
        day, skipped = start, []
        while number > 0:
            day += _ONE
            if why := self.closed(day):
                skipped.append(Skipped(day, why))
            else:
                number -= 1
        return day, tuple(skipped)

    def next_open(self, day: date) -> tuple[date, tuple[Skipped, ...]]:
        """`day` itself if it is a business day, else the next one, and the days passed over."""
        skipped = []
        while why := self.closed(day):
            skipped.append(Skipped(day, why))
            day += _ONE
        return day, tuple(skipped)


@lru_cache(maxsize=512)
def _holidays(jurisdiction: str, year: int, rule: BusinessDays | None) -> dict[date, str]:
    """A year's holidays by day, the pack's own days added and those that do not bind taken away."""
    import holidays

    observed = rule is None or rule.observed
    state = None if jurisdiction == "us" else jurisdiction.removeprefix("us-").upper()
    books = {"state": (state,), "federal": (None,), "state_and_federal": (None, state)}
    days: dict[date, str] = {}
    for subdivision in books[rule.calendar if rule else "state"]:
        # New Year's Day on a Saturday is kept on December 31: the holidays of the next year belong to this one too.
        found = holidays.country_holidays("US", subdiv=subdivision, years=[year, year + 1], observed=observed)
        days |= dict(found.items())
    gone = {name.casefold() for name in rule.remove} if rule else set()
    kept: dict[date, str] = {}
    for day, names in days.items():
        left = [n for n in names.split("; ") if n.removesuffix(_OBSERVED).casefold() not in gone]
        if left and day.year == year:
            kept[day] = "; ".join(left)
    for extra in rule.add if rule else ():
        if extra.on:
            month, number = (int(part) for part in extra.on.split("-"))
            day = date(year, month, number)
            if observed and day.weekday() == _SUNDAY:
                kept.setdefault(day + _ONE, extra.name + _OBSERVED)
            kept.setdefault(day, extra.name)
        else:
            base = [d for d, names in days.items() if d.year == year and extra.after in names.split("; ")]
            for day in base:
                kept.setdefault(day + extra.days * _ONE, extra.name)
    return dict(sorted(kept.items()))
