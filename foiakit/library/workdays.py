"""How a jurisdiction counts its days and years: fiscal years, holidays, business days."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from foiakit.files.schema import Written
from foiakit.library.provision import Provision


class FiscalYear(Provision):
    """The fiscal year's first day, as month-day ("07-01"). It is that of the state itself; local bodies are asked."""

    starts: str = Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")


class Holiday(Written):
    """A day that the pack adds: a date each year (`on: 11-27`), or so many days after a holiday of that name."""

    name: str
    on: str | None = Field(default=None, pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
    after: str | None = None
    days: int = Field(default=1, ge=-7, le=7)

    @model_validator(mode="after")
    def _says_when(self) -> Holiday:
        if (self.on is None) == (self.after is None):
            raise ValueError("say when: on (month-day), or after (the name of a holiday)")
        return self


class BusinessDays(Provision):
    """How this law's business days differ from weekdays that are no public holiday of the state.

    `remove` names days of the state's calendar that do not bind; `calendar` federal replaces it, state_and_federal
    leaves out the days of both. `observed` no: a holiday on a weekend takes no workday with it. `earliest` says why an
    office may leave out more days than are known (its own closures): the counted day is then the earliest.
    """

    add: tuple[Holiday, ...] = ()
    remove: tuple[str, ...] = ()
    calendar: Literal["state", "federal", "state_and_federal"] = "state"
    observed: bool = True
    earliest: str | None = None
