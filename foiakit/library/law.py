"""Law packs: templates/laws/<jurisdiction>.yaml. The records law of one jurisdiction as dated, sourced data.

A missing section means that the law is silent, or that nobody established what it says: then nothing is printed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from foiakit.files.schema import Written
from foiakit.library.provision import Dated, Doubt, Provision, Within
from foiakit.model.office import Body


class Act(Provision):
    """The act's name and citation; `replaces` are citations that it superseded, which no letter may print."""

    name: str
    short: str
    replaces: tuple[str, ...] = ()


class Scope(Provision):
    """Which public bodies the law reaches. `bodies` are the kinds that exist here and are bound."""

    bodies: tuple[Body, ...]
    legislature: Literal["yes", "partly", "no"] | None = None
    courts: Literal["yes", "partly", "no"] | None = None


class Requester(Provision):
    """Who may ask. `citizens` and `residents` are of the state, `us_residents` of the United States."""

    who: Literal["anyone", "citizens", "residents", "us_residents"]


class Purpose(Provision):
    """Whether the requester must say why; `note` says on which points alone it may be asked."""

    required: bool


class Writing(Provision):
    """Whether the request must be in writing for the law's clocks and remedies to attach."""

    required: bool


class Statement(Written):
    """One way to meet a demand: a fact of the requester's profile, and the sentence that the letter then carries.

    `equals` is the value that the fact must have ("us-al" for a residence); none: any value but no or empty. `says`
    may name facts in double braces: "My postal address is {{ address }}."
    """

    fact: str
    equals: str | None = None
    says: str


class Demand(Provision):
    """What the law wants a request to say or carry. The first statement whose fact the profile has is printed.

    `required`: without it no letter is written, and `otherwise` tells the person what to do. `by_hand` is what nobody
    can print for them (an official form, a notary), shown before sending.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    kind: Literal["statement", "certification", "sworn", "form", "contents"]
    ask: str
    statements: tuple[Statement, ...] = ()
    required: bool = False
    otherwise: str | None = None
    by_hand: str | None = None


class Extension(Provision):
    """How long the office may put its answer off; `within` counts on from the deadline unless its `from` says else."""

    within: Within | None = None
    grounds: str


class Clock(Provision):
    """One time limit on the office. A law can have several side by side; the first that binds is the one counted.

    `duty` completes "by then … is due"; `wording` is the law's own measure where it sets no number ("promptly").
    `electronic_receipt` next_business_day: an e-mailed request counts as received then. `rolls` is a citation: a last
    day on a weekend or holiday moves on. `earliest` says why the date can be later than counted (closures).
    """

    due: Literal["acknowledgement", "determination", "production"]
    duty: str = ""
    within: Within | None = None
    wording: str | None = None
    extension: Extension | None = None
    electronic_receipt: Literal["next_business_day"] | None = None
    rolls: str | None = None
    earliest: str | None = None

    @model_validator(mode="after")
    def _has_a_measure(self) -> Clock:
        if self.within and self.wording:
            raise ValueError("a clock has a number (within) or the law's word (wording), not both")
        if not (self.expected or self.duty):
            raise ValueError("duty is missing: say what is due by then")
        return self


class Silence(Provision):
    """What it means when no answer comes: at the clock's end, or after `within` where the law dates it apart.

    `undated`: silence is a denial, but the law names no day from which.
    """

    denial: bool
    within: Within | None = None
    undated: bool = False


class Fees(Provision):
    """What may be charged; `search` is whether staff time for searching may be."""

    basis: str
    search: bool | None = None
    free: str | None = None


class Waiver(Provision):
    """Whether and by what test a fee is waived; `by` court is never cited to an agency."""

    available: Literal["yes", "no", "discretionary"]
    standard: str | None = None
    by: Literal["agency", "court", "ombuds"] = "agency"


class Estimate(Provision):
    """Whether the office must tell the cost before it runs one up."""

    required: bool
    above: str | None = None


class Electronic(Provision):
    """Whether records must be given in the electronic form asked for."""

    required: bool
    rule: str | None = None


class Extraction(Provision):
    """Whether existing data must be drawn out of a database; no act here makes an office create a record."""

    must: Literal["yes", "partly", "no"] | None = None
    creates: bool = False


class Segregability(Provision):
    """Whether the rest of a record must be given when a part is exempt."""

    required: bool


class Denial(Provision):
    """What a refusal must be: in writing, and with the exemption cited; `on_request` only if asked for."""

    written: bool | None = None
    exemption: bool | None = None
    on_request: bool = False


class Appeal(Provision):
    """The administrative appeal. `mandatory` means before court; None where it is not settled."""

    available: bool
    mandatory: bool | None = None
    to: str | None = None
    within: Within | None = None


class Ombuds(Provision):
    """Who mediates or advises."""

    name: str


class Court(Provision):
    """Where to sue, and within what time."""

    court: str
    within: Within | None = None


class AttorneyFees(Provision):
    """Whether a requester who wins gets fees; `mandatory`: the court must award them."""

    available: bool
    mandatory: bool = False


class Exemption(Provision):
    """One exemption, by topic ("law-enforcement", "privacy")."""

    topic: str = Field(pattern=r"^[a-z][a-z-]*$")


class Agreements(Provision):
    """Where the law itself says that contracts or agreements are public; `note` says what."""


class Expedite(Provision):
    """Faster handling, and the test for it."""

    available: bool
    standard: str | None = None
    within: Within | None = None


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
