"""Agencies: templates/agencies/<group>.yaml. Who holds which records, how they are reached, what they were called.

A file holds a department with its parts. Ids are paths of their own (`us/dhs/ice`); a person's file with the same path
replaces the shipped one, and an id in a person's other file wins over ours.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from foiakit.files.schema import Written

_ABBREVIATED = re.compile(r"(?P<name>[^()]+?) \((?P<abbreviation>[A-Z][\w&./-]{1,14})\)")
_DATED = re.compile(r"\d{4}(-\d{2}-\d{2})?")
_OFFICE_ID = re.compile(r"us(-[a-z]{2})?(/[a-z0-9]+(-[a-z0-9]+)*)+")


class Named(Written):
    """A unit, programme or record system by name. Written `Automated Targeting System (ATS)` for short.

    `also` are other names in use; `was` are names of what it replaced, whose records it took over.
    """

    name: str
    abbreviation: str | None = None
    also: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    about: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = _ABBREVIATED.fullmatch(value.strip())
        return match.groupdict() if match else {"name": value}


class Reached(Written):
    """One way to reach an office, and when that was last seen to be true (`2026-07-28`, or only the year).

    `print` false: shown to the person, put on no letter unasked.
    """

    at: tuple[str, ...]
    as_of: str
    on_letters: bool = Field(default=True, alias="print")

    @field_validator("at", mode="before")
    @classmethod
    def _one_line_is_enough(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @field_validator("as_of")
    @classmethod
    def _a_day_or_a_year(cls, value: str) -> str:
        if not _DATED.fullmatch(value):
            raise ValueError("write a day (2026-07-28) or, where only the year is known, the year (2026)")
        if len(value) > 4:
            date.fromisoformat(value)
        return value


class Channels(Written):
    """The doors of an office. `closed` names doors that it says it no longer opens."""

    portal: Reached | None = None
    email: Reached | None = None
    mail: Reached | None = None
    phone: Reached | None = None
    preferred: Literal["portal", "email", "mail"] | None = None
    closed: tuple[Literal["portal", "email", "mail", "fax"], ...] = ()
    source: str | None = None


class Agency(Written):
    """An office that takes records requests.

    `aliases` are other names of the office itself, `units` parts of it whose records it keeps, `programmes` and
    `systems` what it runs. `federal_context` lists those of its names that other bodies use too (a state's Department
    of Justice): they lead here only in a federal release. `shared` lists those that belong to another entry as well
    and lead nowhere on their own. `the` says which of its names takes an article.
    """

    name: str
    abbreviation: str | None = None
    the: Literal["both", "name", "abbreviation", "neither"] = "both"
    kind: str
    custodian: str | None = None
    unit: str | None = None
    parent: str | None = None
    intake: str | None = None
    regulation: str | None = None
    aliases: tuple[str, ...] = ()
    units: tuple[Named, ...] = ()
    programmes: tuple[Named, ...] = ()
    systems: tuple[Named, ...] = ()
    federal_context: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    contact: Channels = Channels()
    county: str | None = None
    city: str | None = None
    outside: str | None = None
    """Where the records law does not reach it: the law that does, and what to do instead."""
    notes: tuple[str, ...] = ()


class Keeper(Written):
    """Who keeps the records of a former body or system today, and which of them."""

    id: str
    holds: str


class Former(Written):
    """A name out of use, or of something that others took over, with who keeps its records today, most likely first."""

    name: str
    sort: Literal["agency", "office", "programme", "system"]
    aliases: tuple[str, ...] = ()
    federal_context: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    keepers: tuple[Keeper, ...] = Field(min_length=1)
    how: str
    source: str | None = None
    read: bool = False
    """True where someone read the source for foiakit, false for general knowledge."""
    note: str | None = None


class AgencyFile(Written):
    """A department with its parts, or a list of former names."""

    title: str
    offices: dict[str, Agency] = Field(default_factory=dict)
    former: tuple[Former, ...] = ()

    @field_validator("offices")
    @classmethod
    def _ids_are_paths(cls, value: dict[str, Agency]) -> dict[str, Agency]:
        for id in value:
            if not _OFFICE_ID.fullmatch(id):
                raise ValueError(
                    f"“{id}” is no id: write a path in small letters, us/dhs/ice or us-ca/county/imperial/sheriff"
                )
        return value
