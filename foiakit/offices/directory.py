"""The directory of offices: each by its id, by its names, by words that come near."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from foiakit.model.errors import BadFile, NotFound, Problem
from foiakit.model.office import Body, Contact, Office
from foiakit.offices.index import Index, Row
from foiakit.offices.local import by_pattern

if TYPE_CHECKING:
    from foiakit.library.collection import Library
    from foiakit.offices.gazetteer import Gazetteer
    from foiakit.offices.mentions import Mentions
    from foiakit.offices.search import Match

MOST_KEPT = 4096
"""Offices kept once made; a table of recipients can name any number."""


@dataclass(slots=True, weakref_slot=True)
class Directory:
    """Offices that take records requests. Made by `foiakit.offices.directory`."""

    library: Library
    index: Index
    _mentions: Mentions | None = field(default=None, repr=False)
    _gazetteer: Gazetteer | None = field(default=None, repr=False)
    _offices: dict[str, Office] = field(default_factory=dict, repr=False)

    @property
    def mentions(self) -> Mentions:
        """What a release's words are matched against: every name with the office that keeps its records today."""
        if self._mentions is None:
            from foiakit.offices.naming import from_rows

            self._mentions = from_rows(self.index.names, self.index.entities)
        return self._mentions

    @property
    def gazetteer(self) -> Gazetteer:
        """The names of states, counties, cities and kinds of office, for reading what a person typed."""
        if self._gazetteer is None:
            from foiakit.offices.gazetteer import Gazetteer

            self._gazetteer = Gazetteer(self.index)
        return self._gazetteer

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
        office = self._offices.get(id)
        if office is None:
            if len(self._offices) >= MOST_KEPT:
                self._offices.clear()
            office = self._offices[id] = self._made(id)
        return office

    def __contains__(self, id: object) -> bool:
        """True where `office` has an answer."""
        try:
            return isinstance(id, str) and self.office(id) is not None
        except NotFound:
            return False

    def find(self, words: str, limit: int = 10) -> list[Match]:
        """Offices whose names come near, and state and local ones whose ids the words spell out, best first."""
        from foiakit.offices.search import find

        return find(self, words, limit)

    def _made(self, id: str) -> Office:
        row = self.index.offices.get(id)
        jurisdiction = id.split("/")[0]
        if "/" not in id and row is None:
            raise NotFound(f"no office has the id “{id}”", remedy=self._near(id))
        if jurisdiction != "us":
            local = by_pattern(self.index, id, self._title(jurisdiction)) if row is None else self._listed(id, row)
            return entered(local, row) if row is not None else local
        if row is None:
            raise NotFound(f"no office has the id “{id}”", remedy=self._near(id))
        kind = self.index.kinds.get(row["kind"], {})
        bare = Office(
            id=id,
            name=row["name"],
            jurisdiction="us",
            body=Body.FEDERAL,
            kind=row["kind"],
            custodian=kind.get("custodian") or "FOIA Officer",
        )
        return entered(bare, row)

    def _listed(self, id: str, row: Row) -> Office:
        """A state or local office with an entry: by its pattern where it fits one, else by its kind."""
        try:
            return replace(by_pattern(self.index, id, self._title(id.split("/")[0])), notes=())
        except NotFound:
            kind = self.index.kinds.get(row["kind"], {})
            return Office(
                id=id,
                name=row["name"],
                jurisdiction=id.split("/")[0],
                body=Body(kind.get("body", Body.OTHER_LOCAL)),
                kind=row["kind"],
                custodian=kind.get("custodian") or self._title(id.split("/")[0]) or "Custodian of Records",
            )

    def _title(self, jurisdiction: str) -> str | None:
        """Who answers by the state's law, as a letter is addressed; None where its pack does not load."""
        try:
            return self.library.laws[jurisdiction].custodian
        except (NotFound, BadFile):
            return None

    def _near(self, id: str) -> str:
        from rapidfuzz import process

        if "/" not in id:  # a name, where an id is wanted
            near = [match.id for match in self.find(id, 3)]
        else:
            near = [match[0] for match in process.extract(id, self.ids, limit=3, score_cutoff=70)]
        return f"Did you mean {', '.join(near)}?" if near else "foiakit agency find looks for one by name."


def entered(office: Office, row: Row) -> Office:
    """An office with what its entry says of it."""
    the = row.get("the", "both")
    short = row.get("abbreviation")
    contact, unconfirmed = contacts(row.get("contact", {}))
    notes = list(row.get("notes", ()))
    if row.get("outside"):
        notes.insert(0, f"Outside the Freedom of Information Act: {row['outside']}.")
    return replace(
        office,
        name=row["name"],
        kind=row["kind"],
        custodian=row.get("custodian") or office.custodian,
        short=short,
        the=the in {"both", "abbreviation" if short else "name"},
        the_full=the in {"both", "name"},
        unit=row.get("unit"),
        parent=row.get("parent"),
        intake=row.get("intake") or office.id,
        regulation=row.get("regulation"),
        holds=tuple(row.get("holds", ())),
        systems=tuple(_titled(part) for part in row.get("systems", ())),
        contact=contact,
        unconfirmed=unconfirmed,
        county=row.get("county") or office.county,
        city=row.get("city") or office.city,
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
