"""Law packs: templates/laws/<jurisdiction>.yaml. The records law of one jurisdiction as dated, sourced data.

A missing section means that the law is silent, or that nobody established what it says: then nothing is printed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from foiakit.files.schema import Written
from foiakit.library.answering import (
    Agreements,
    Clock,
    Denial,
    Electronic,
    Estimate,
    Exemption,
    Expedite,
    Extension,
    Extraction,
    Fees,
    Segregability,
    Silence,
    Waiver,
)
from foiakit.library.asking import Act, Demand, Purpose, Requester, Scope, Statement, Writing
from foiakit.library.provision import Dated, Doubt
from foiakit.library.remedy import Appeal, AttorneyFees, Court, Ombuds
from foiakit.library.workdays import BusinessDays, FiscalYear, Holiday
from foiakit.model.office import Body

__all__ = [
    "SECTIONS",
    "Act",
    "Agreements",
    "Appeal",
    "AttorneyFees",
    "BusinessDays",
    "Checked",
    "Clock",
    "Court",
    "Demand",
    "Denial",
    "Electronic",
    "Estimate",
    "Example",
    "Exemption",
    "Expedite",
    "Extension",
    "Extraction",
    "Fees",
    "FiscalYear",
    "Holiday",
    "LawPack",
    "Ombuds",
    "Purpose",
    "Requester",
    "Scope",
    "Segregability",
    "Silence",
    "Statement",
    "Waiver",
    "Writing",
    "path_exists",
]
"""The pack, and every section of one: other rooms find them all here."""


class Checked(Written):
    """When the pack was read against its sources, which were read, and how sure it is as a whole."""

    on: date
    read: tuple[str, ...]
    confidence: Literal["high", "medium", "low"]


class Example(Written):
    """A case worked out by hand and run as a test: a date, or with `says` the law's word and no date."""

    received: date
    due: date | None = None
    says: str | None = None
    extended: bool = False
    body: Body | None = None
    resident: bool | None = None
    channel: Literal["email", "mail", "portal"] = "mail"
    why: str | None = None

    @model_validator(mode="after")
    def _says_or_dates(self) -> Example:
        if (self.due is None) == (self.says is None):
            raise ValueError("give due (the day worked out by hand) or says (the law's word where it has no number)")
        if self.due and self.due < self.received:
            raise ValueError(f"due {self.due} is before {self.received}")
        return self


SECTIONS = (
    *("scope", "requester", "purpose", "writing", "fees", "waiver", "estimate", "electronic", "extraction"),
    *("segregability", "denial", "silence", "appeal", "ombuds", "court", "attorney_fees", "agreements"),
    *("expedite", "fiscal_year", "business_days"),
)
"""The sections of which one value is in force at a time; `act` besides is always there."""


class LawPack(Written):
    """The records law of one jurisdiction."""

    name: str
    act: Dated[Act] = Field(min_length=1)
    citations: tuple[str, ...] = Field(min_length=1)
    """Patterns of this law's own citations: each one that a letter prints must match one from its beginning."""
    scope: Dated[Scope] = Field(min_length=1)
    requester: Dated[Requester] = Field(min_length=1)
    purpose: Dated[Purpose] = ()
    writing: Dated[Writing] = ()
    demands: tuple[Demand, ...] = ()
    clock: Dated[Clock] = Field(min_length=1)
    silence: Dated[Silence] = ()
    fees: Dated[Fees] = ()
    waiver: Dated[Waiver] = ()
    estimate: Dated[Estimate] = ()
    electronic: Dated[Electronic] = ()
    extraction: Dated[Extraction] = ()
    segregability: Dated[Segregability] = ()
    denial: Dated[Denial] = ()
    appeal: Dated[Appeal] = ()
    ombuds: Dated[Ombuds] = ()
    court: Dated[Court] = ()
    attorney_fees: Dated[AttorneyFees] = ()
    exemptions: tuple[Exemption, ...] = ()
    agreements: Dated[Agreements] = ()
    expedite: Dated[Expedite] = ()
    custodian: str
    fiscal_year: Dated[FiscalYear] = ()
    business_days: Dated[BusinessDays] = ()
    doubts: tuple[Doubt, ...] = ()
    remarks: tuple[str, ...] = ()
    checked: Checked
    examples: tuple[Example, ...] = Field(min_length=1)

    @field_validator("citations")
    @classmethod
    def _are_patterns(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in value:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"“{pattern}” is no pattern: {error}") from None
        return value

    @field_validator("doubts")
    @classmethod
    def _doubts_point_somewhere(cls, value: tuple[Doubt, ...], info: ValidationInfo) -> tuple[Doubt, ...]:
        for doubt in value:
            section = doubt.at.split(".")[0]
            broken = section in cls.model_fields and section not in info.data
            if not broken and not path_exists(info.data, doubt.at):
                raise ValueError(f"a doubt points at “{doubt.at}”, of which this pack says nothing")
        return value


def path_exists(fields: dict[str, Any], path: str) -> bool:
    """Whether `path` ("clock.0.within", "fees.basis") names a field for which the pack has a value."""
    first, *steps = path.split(".")
    places: list[Any] = [fields.get(first)]
    for step in steps:
        if step.isdigit():
            places = [p[int(step)] for p in places if isinstance(p, tuple) and int(step) < len(p)]
        else:
            flat = [q for p in places for q in (p if isinstance(p, tuple) else (p,))]
            places = [getattr(p, step) for p in flat if isinstance(p, Written) and step in type(p).model_fields]
    return any(p is not None and p != () for p in places)
