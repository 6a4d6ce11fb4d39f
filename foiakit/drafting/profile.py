"""The requester's profile: who asks, and the facts that a letter may state of them. Nothing else is ever asserted."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from foiakit.files import regular, yaml
from foiakit.files.schema import Written
from foiakit.model.errors import BadFile, Problem


class FeeCategory(StrEnum):
    """The categories of requesters, 5 U.S.C. § 552(a)(4)(A)(ii); `OTHER` is everyone else (subclause (III))."""

    COMMERCIAL = "commercial"
    EDUCATIONAL = "educational"
    SCIENTIFIC = "scientific"
    NEWS_MEDIA = "news_media"
    OTHER = "other"


class Client(Written):
    """On whose behalf counsel asks. `named` no keeps the name out of the letter ("on behalf of a client")."""

    name: str | None = None
    named: bool = True
    interest: str | None = None
    """The client's use of the records; the fee category follows it, since counsel's own does not count."""

    @model_validator(mode="after")
    def _has_a_name_to_name(self) -> Client:
        if self.named and not self.name:
            raise ValueError("give the client's name, or write “named: no” to keep it out of the letter")
        return self


class WaiverFacts(Written):
    """Facts for a waiver of fees, factor by factor; each is a sentence, or a list of sentences, of the requester's own.

    The factors are those of 28 C.F.R. § 16.10(k) and its sisters: the records concern the government's operations; what
    they add to what is public; the audience, and how it is reached; the requester's ability to do it; that the request
    is not primarily in the requester's commercial interest.
    """

    operations: str | None = None
    contribution: str | None = None
    audience: str | None = None
    ability: str | None = None
    no_commercial_interest: str | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the factors for which there is a fact."""
        return tuple(name for name in type(self).model_fields if getattr(self, name))


class ExpediteFacts(Written):
    """Why the request cannot wait, 5 U.S.C. § 552(a)(6)(E). `certified` is the requester's own certification that the
    facts are true and correct to the best of their knowledge and belief; without it nothing is claimed."""

    ground: Literal["safety", "urgency_to_inform"]
    facts: tuple[str, ...] = Field(min_length=1)
    certified: bool = False


class Requester(Written):
    """Who asks. Every line here may be printed in a letter, and nothing about the requester that is not here.

    `residence` is the state whose resident the requester is ("us-tn"); `citizen_of` the state whose citizen; both only
    if true. `statements` are facts that a records law asks about by name (see `foiakit law`), with the requester's
    value. Addresses are lines.
    """

    name: str = Field(min_length=2)
    role: str | None = None
    organization: str | None = None
    email: str | None = None
    phone: str | None = None
    address: tuple[str, ...] = ()
    fee_category: FeeCategory | None = None
    category_facts: tuple[str, ...] = ()
    client: Client | None = None
    waiver: WaiverFacts = WaiverFacts()
    expedite: ExpediteFacts | None = None
    ceiling: int | None = Field(default=None, ge=0)
    residence: str | None = Field(default=None, pattern=r"^us-[a-z]{2}$")
    citizen_of: str | None = Field(default=None, pattern=r"^us-[a-z]{2}$")
    us_citizen: bool | None = None
    us_resident: bool | None = None
    commercial_purpose: bool | None = None
    purpose: str | None = None
    convicted: bool | None = None
    """New Jersey asks whether the requester has been convicted of an indictable offense; None is not said."""
    statements: dict[str, str] = Field(default_factory=dict)
    signature: str | None = None

    @field_validator("email")
    @classmethod
    def _has_an_at(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
            raise ValueError(f"“{value}” is no e-mail address")
        return value

    @field_validator("address", mode="before")
    @classmethod
    def _lines_may_stand_in_one_text(cls, value: Any) -> Any:
        return [line for line in value.splitlines() if line.strip()] if isinstance(value, str) else value

    @field_validator("category_facts", mode="before")
    @classmethod
    def _one_fact_needs_no_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    def fact(self, name: str) -> str | None:
        """A fact by the name that a law pack uses: a key of the profile, else one of `statements`. Yes and no are the
        words "yes" and "no"; what is not given is None."""
        if name in type(self).model_fields and name != "statements":
            value = getattr(self, name)
            if isinstance(value, bool):
                return "yes" if value else "no"
            if isinstance(value, tuple):
                return ", ".join(value) or None
            return str(value) if isinstance(value, (str, int)) else None
        return self.statements.get(name)

    @property
    def reachable(self) -> bool:
        """Whether an answer could be sent: an e-mail or postal address is there."""
        return bool(self.email or self.address)


def load_profile(path: Path) -> Requester:
    """A requester's profile from its file.

    Raises:
        BadFile: The file cannot be read or does not fit, each problem with its line.
    """
    if not regular.exists(path):
        raise BadFile(
            Problem(
                path=path,
                says="there is no such profile",
                remedy="“foiakit profile new” writes one to fill in.",
            )
        )
    return yaml.load(yaml.read(path), Requester, consequence="No letter can be signed until it is mended.")
