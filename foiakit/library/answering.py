"""What a records law wants of the office: by when it answers, for what fee, in what form, what it may withhold."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from foiakit.library.provision import Provision, Within


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
    """Whether and by what test a fee is waived; `by` court is never cited to an agency.

    `says` stands before a colon and the requester's facts, so it has no full stop.
    """

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
