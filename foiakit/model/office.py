"""An office that takes records requests, as a letter and a manifest need it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Body(StrEnum):
    """The kinds of public body that a records law can tell apart."""

    FEDERAL = "federal"
    STATE_AGENCY = "state_agency"
    COUNTY = "county"
    CITY = "city"
    SCHOOL_DISTRICT = "school_district"
    SHERIFF = "sheriff"
    OTHER_LOCAL = "other_local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A way to reach an office. Unknown stays None and is asked for; `year_only`: `as_of` is known by its year.

    `preferred` is "portal", "email", "mail" or None where nothing is known.
    """

    portal: str | None = None
    email: str | None = None
    address: tuple[str, ...] = ()
    phone: str | None = None
    preferred: str | None = None
    as_of: date | None = None
    year_only: bool = False
    source: str | None = None

    def needs_verifying(self, on: date) -> bool:
        """True where the contact is older than 180 days on that day, or dated only by its year, or undated."""
        return self.as_of is None or self.year_only or (on - self.as_of).days > 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who is written to. `id` is the path (`us/dhs/ice`, `us-ca/county/imperial/sheriff`).

    `jurisdiction` names the law pack ("us", "us-ca"). `kind` is the id of the words about this kind of office under
    templates/offices/ ("sheriff", "federal-agency"). `intake` is the id of the office that takes its requests (itself,
    unless it shares an intake office). `custodian` is the title a letter is addressed to. `parent` is the parent's id.
    `the` says whether `abbreviated` takes an article ("the FBI", but "ICE"), `the_full` whether `name` does.
    `unconfirmed` is an older contact: shown to the person, never printed unasked.
    """

    id: str
    name: str
    jurisdiction: str
    body: Body
    kind: str
    custodian: str
    short: str | None = None
    the: bool = True
    the_full: bool = True
    unit: str | None = None
    parent: str | None = None
    intake: str | None = None
    regulation: str | None = None
    holds: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    contact: Contact = Contact()
    unconfirmed: Contact = Contact()
    county: str | None = None
    city: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def abbreviated(self) -> str:
        """The short name where there is one, else the name."""
        return self.short or self.name
