"""Words about a kind of office: templates/offices/<kind>.yaml. Its systems, fields and places in its own terms."""

from __future__ import annotations

from pydantic import Field

from foiakit.files.schema import Written


class Holding(Written):
    """What this kind of office keeps about one topic.

    `topics` are words of a claim that lead here ("custody", "transfer*"); `system` is what its record system is called
    in its own terms ("jail management system"); `row` one row of it ("person released to ICE"); `fields` existing
    fields that an extract can name; `places` where the records are likely to be.
    """

    topics: tuple[str, ...]
    system: str | None = None
    row: str | None = None
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class OfficeKind(Written):
    """A kind of office. Where `holdings` has nothing for a topic, an item asks for the data dictionary instead."""

    title: str
    body: str
    custodian: str = "Custodian of Records"
    name_pattern: str | None = None
    """How a local body's name is made: "{place} County Sheriff's Office"."""
    short: str | None = None
    holdings: dict[str, Holding] = Field(default_factory=dict)
    families: tuple[str, ...] = ()
    """Families of records that this kind of office would hold; empty means all."""
    source: str | None = None
