"""What every piece of law has in a pack: dates, whom it binds, its citation, and what is not settled about it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field, model_validator

from foiakit.files.schema import Written
from foiakit.model.office import Body


class TimeUnit(StrEnum):
    """How a clock counts. Business days leave out weekends and the jurisdiction's legal holidays."""

    CALENDAR_DAYS = "calendar_days"
    BUSINESS_DAYS = "business_days"
    MONTHS = "months"
    YEARS = "years"


class Start(StrEnum):
    """The event that is day zero of a clock."""

    RECEIPT = "receipt"
    REQUEST = "request"
    ACKNOWLEDGEMENT = "acknowledgement"
    DEADLINE = "deadline"
    DENIAL = "denial"
    DECISION = "decision"
    VIOLATION = "violation"


class Within(Written):
    """A span of time that the law sets: `{number: 10, unit: calendar_days, from: receipt}`."""

    number: int = Field(ge=1, le=1000)
    unit: TimeUnit
    starts: Start = Field(default=Start.RECEIPT, alias="from")

    @property
    def words(self) -> str:
        """In prose: "10 business days", "1 year"."""
        noun = self.unit.value.replace("_", " ")
        return f"{self.number} {noun.removesuffix('s') if self.number == 1 else noun}"


class Condition(Written):
    """When something holds: for these bodies, and for a requester who is a resident of the state or any `other`.

    `other` holds as long as nobody stated residence in the state; what is empty holds always.
    """

    bodies: tuple[Body, ...] = ()
    requester: Literal["resident", "other"] | None = None

    def holds(self, body: Body | None, resident: bool | None) -> bool:
        """Whether it holds for this body (None: any) and this requester (None: residence not stated)."""
        if self.bodies and body is not None and body not in self.bodies:
            return False
        return self.requester is None or (self.requester == "resident") is bool(resident)


class Provision(Condition):
    """One piece of law in a pack.

    `from` and `until` are the first and last day on which it is in force (none: as far back, or on, as the pack
    speaks). `cite` is printed as it stands; where the law itself has no section, `uncited` says what it rests on, and
    no letter states it with a citation. `says` is the sentence for a letter where the values are not enough.
    `expected` marks a change that is foreseen but not established: from its day on nothing is printed.
    """

    since: date | None = Field(default=None, alias="from")
    until: date | None = None
    cite: str | None = None
    uncited: str | None = None
    says: str | None = None
    note: str | None = None
    expected: str | None = None

    @model_validator(mode="after")
    def _is_sourced_and_possible(self) -> Provision:
        if not (self.cite or self.uncited or self.expected):
            raise ValueError("no citation: add cite, or say under uncited what it rests on")
        if self.expected and self.since is None:
            raise ValueError("an expected change needs its first day: add from")
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"it ends ({self.until}) before it begins ({self.since})")
        return self

    def in_force(self, on: date) -> bool:
        """Whether the day lies between `from` and `until`."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


P = TypeVar("P", bound=Provision)


def _one_is_enough(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Dated = Annotated[tuple[P, ...], BeforeValidator(_one_is_enough)]
"""Several values of one provision, told apart by date, body or requester; a single one may stand without a list."""


class Doubt(Written):
    """A field that is not settled. `at` is its path ("clock.0.within", "fees"); no letter states it.

    Under the condition `unless` it is settled and stated ({bodies: [state_agency]}, {requester: resident}).
    With `printed` the doubt is only shown: the value is sound enough to state (a paragraph number known but not read).
    """

    at: str
    why: str
    unless: Condition | None = None
    printed: bool = False
    advice: str | None = None
