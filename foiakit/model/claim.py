"""What a passage claims: figures, periods, who is named, who is quoted. Data, shown to the person and editable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""Start and end in `Release.text`, code points, end exclusive."""


class Bound(StrEnum):
    """How a figure bounds what it counts."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    FEWER_THAN = "fewer_than"
    AT_MOST = "at_most"


class Unit(StrEnum):
    """What a figure's value is in. `MEASURE` names its measure ("pounds") beside it; `SHARE` is 0 to 1."""

    COUNT = "count"
    USD = "usd"
    PERCENT = "percent"
    SHARE = "share"
    TIMES = "times"
    RANK = "rank"
    MEASURE = "measure"


class Basis(StrEnum):
    """How a period's days were found."""

    STATED = "stated"
    """The words name the days, months or years themselves."""
    CALENDAR = "calendar"
    """Resolved against the release's date in calendar years, months, weeks or days ("last year", "yesterday")."""
    FISCAL = "fiscal"
    """Resolved with the body's fiscal year."""
    OPEN = "open"
    """The words leave it open (a local body's fiscal year, no release date): the person is asked."""


class Role(StrEnum):
    """The part a named body, system or place plays in the passage."""

    ISSUER = "issuer"
    ACTOR = "actor"
    PARTNER = "partner"
    KEEPER = "keeper"
    SOURCE = "source"
    SPEAKER = "speaker"
    VENDOR = "vendor"
    RECIPIENT = "recipient"
    PROGRAMME = "programme"
    SYSTEM = "system"
    PLACE = "place"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the passage states. `high` is the upper end of "20 to 30"; `of` says what is counted."""

    text: str
    span: Span
    value: float | int
    high: float | int | None = None
    bound: Bound = Bound.EXACT
    unit: Unit = Unit.COUNT
    measure: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days that the passage speaks of, first and last included; None where open."""

    text: str
    span: Span
    start: date | None
    end: date | None
    basis: Basis

    @property
    def interval(self) -> str:
        """ISO 8601 / EDTF interval: `2008-01-01/2008-12-31`, `../2013-12-31`. This is how fields and drafts hold it."""
        return f"{self.start or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body, programme, system, party or place by name. `id` is None where the directory does not know it.

    For systems and programmes the id is that of the office which keeps their records today.
    """

    name: str
    text: str
    span: Span
    id: str | None = None
    role: Role = Role.MENTIONED


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is quoted in the passage."""

    name: str
    span: Span
    title: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """All that was found in one passage."""

    figures: tuple[Figure, ...] = ()
    periods: tuple[Period, ...] = ()
    agencies: tuple[Mention, ...] = ()
    systems: tuple[Mention, ...] = ()
    parties: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    speaker: Speaker | None = None
