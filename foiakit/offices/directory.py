"""The directory of offices: each by its id, by its names, by words that come near."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from foiakit.model.errors import NotFound, Problem
from foiakit.model.office import Body, Contact, Office
from foiakit.offices.index import Index, Row

if TYPE_CHECKING:
    from foiakit.library.collection import Library
    from foiakit.offices.mentions import Mentions


@dataclass(slots=True, weakref_slot=True)
class Directory:
    """Offices that take records requests. Made by `foiakit.offices.directory`."""

    library: Library
    index: Index
    _mentions: Mentions | None = field(default=None, repr=False)
    _offices: dict[str, Office] = field(default_factory=dict, repr=False)

    @property
    def mentions(self) -> Mentions:
        """What a release's words are matched against: every name with the office that keeps its records today."""
        if self._mentions is None:
            from foiakit.offices.naming import mentions

            self._mentions = mentions(self.index)
        return self._mentions

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files of the directory; the offices in the other files are here."""
        return self.index.problems

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all offices that have an entry."""
        return tuple(self.index.offices)

    def office(self, id: str) -> Office:
        """The office with this id, from its entry or, for a state or local body, from the pattern of its kind.

        Raises:
            NotFound: Nothing has the id, or its state has no such kind of body.
        """
        if id not in self._offices:
            row = self.index.offices.get(id)
            if row is None:
                raise NotFound(f"no office has the id “{id}”", remedy="foiakit agency find looks for one by name.")
            self._offices[id] = entered(id, row)
        return self._offices[id]


def entered(id: str, row: Row) -> Office:
    """The office that an entry describes."""
    the = row.get("the", "both")
    contact, unconfirmed = contacts(row.get("contact", {}))
    notes = list(row.get("notes", ()))
    if row.get("outside"):
        notes.insert(0, f"Outside the Freedom of Information Act: {row['outside']}.")
    return Office(
        id=id,
        name=row["name"],
        jurisdiction=id.split("/")[0],
        body=Body.FEDERAL,
        kind=row["kind"],
        custodian=row.get("custodian") or "FOIA Officer",
        short=row.get("abbreviation"),
        the=the in {"both", "abbreviation"} if row.get("abbreviation") else the in {"both", "name"},
        the_full=the in {"both", "name"},
        unit=row.get("unit"),
        parent=row.get("parent"),
        intake=row.get("intake") or id,
        regulation=row.get("regulation"),
        holds=tuple(row.get("holds", ())),
        systems=tuple(_titled(part) for part in row.get("systems", ())),
        contact=contact,
        unconfirmed=unconfirmed,
        county=row.get("county"),
        city=row.get("city"),
        notes=tuple(notes),
    )


def _titled(part: Row) -> str:
    return f"{part['name']} ({part['abbreviation']})" if part.get("abbreviation") else str(part["name"])


def contacts(channels: Row) -> tuple[Contact, Contact]:
    """What may stand on a letter, and what is only shown until someone has confirmed it."""
    return _contact(channels, printed=True), _contact(channels, printed=False)


def _contact(channels: Row, *, printed: bool) -> Contact:
    ways = {
        way: channels[way]
        for way in ("portal", "email", "mail", "phone")
        if channels.get(way) and (channels[way].get("print", True) is printed)
    }
    if not ways:
        return Contact()
    oldest = min(str(way["as_of"]) for way in ways.values())
    preferred = channels.get("preferred")
    return Contact(
        portal=ways["portal"]["at"][0] if "portal" in ways else None,
        email=ways["email"]["at"][0] if "email" in ways else None,
        address=tuple(ways["mail"]["at"]) if "mail" in ways else (),
        phone=ways["phone"]["at"][0] if "phone" in ways else None,
        preferred=preferred if preferred in ways else None,
        as_of=date.fromisoformat(oldest) if len(oldest) > 4 else date(int(oldest), 1, 1),
        year_only=any(len(str(way["as_of"])) == 4 for way in ways.values()),
        source=channels.get("source"),
    )


__all__ = ["Directory", "contacts", "entered"]
