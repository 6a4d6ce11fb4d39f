"""What a records law says to the one who asks: which act it is, whom it reaches, who may ask, and what to say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from foiakit.files.schema import Written
from foiakit.library.provision import Provision
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
