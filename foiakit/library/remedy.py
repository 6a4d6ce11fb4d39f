"""What a records law offers after a refusal: appeal, help, court, and fees for who wins."""

from __future__ import annotations

from foiakit.library.provision import Provision, Within


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
