"""`foiakit agency`: finds an office by words, and shows what is known of one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from foiakit.cli import terminal
from foiakit.cli._day import day_option

if TYPE_CHECKING:
    from foiakit.model.office import Contact, Office
    from foiakit.offices.directory import Directory


@click.group()
def command() -> None:
    """Offices that take records requests: federal ones, and state and local ones by pattern."""


@command.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 200), help="The most to show.")
@click.option("--json", "as_json", is_flag=True, help="Print the matches as JSON.")
def find(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Finds offices by WORDS: a name, an old name, a record system, or a place and a kind of office.

    foiakit agency find imperial sheriff
    """
    places = _directory()
    matches = places.find(" ".join(words), limit)
    if as_json:
        terminal.out(json.dumps([asdict(m) for m in matches], indent=2, ensure_ascii=False))
    elif matches:
        terminal.table(("id", "office", "found by"), ((m.id, m.name, m.because) for m in matches))
    if not matches:
        terminal.say(
            f"No office was found for “{' '.join(words)}”.\n"
            "  A local one is a place with a kind: “el centro police”, “orleans parish sheriff louisiana”;\n"
            "  a state's is the state with what the office does: “illinois public health”."
        )
        raise click.exceptions.Exit(1)


@command.command()
@click.argument("id")
@day_option("--date", "on", help="The letter's date (today unless said).")
@click.option("--json", "as_json", is_flag=True, help="Print what is known as JSON.")
def show(id: str, on: date | None, as_json: bool) -> None:
    """Shows the office with this ID: who answers, how it is reached, what it holds, its names."""
    places = _directory()
    office = places.office(id)
    if as_json:
        terminal.out(json.dumps(asdict(office), indent=2, ensure_ascii=False, default=str))
        return
    for line in _lines(places, office, on or date.today()):
        terminal.out(line)


def _directory() -> Directory:
    """The directory; problems in its files are told, the good ones serve."""
    from foiakit.library.collection import open_library
    from foiakit.offices import directory

    places = directory(open_library())
    for problem in places.problems:
        terminal.say(str(problem))
    return places


def _lines(places: Directory, office: Office, on: date) -> list[str]:
    kind = places.index.kinds.get(office.kind, {})
    lines = [f"{office.name} ({office.short})" if office.short else office.name, ""]
    rows: list[tuple[str, str | None]] = [
        ("id", office.id),
        ("kind", f"{kind.get('title', office.kind)} [{office.kind}]"),
        ("law", office.jurisdiction),
        ("addressed to", office.custodian),
        ("unit", office.unit),
        ("part of", _titled(places, office.parent)),
        ("requests go to", _titled(places, office.intake) if office.intake != office.id else None),
        ("regulation", office.regulation),
        ("county", office.county),
        ("city", office.city),
    ]
    lines += [f"{label:15} {value}" for label, value in rows if value]
    lines += ["", *_ways(office, on)]
    row = places.index.offices.get(office.id, {})
    lists = (
        ("Also called", list(row.get("aliases", ()))),
        ("Parts", [_part(p) for p in row.get("units", ())]),
        ("Programmes", [_part(p) for p in row.get("programmes", ())]),
        ("Record systems", [_part(p) for p in row.get("systems", ())]),
        ("Has records of", _inherited(places, office.id)),
        ("Holds", list(office.holds)),
        ("Notes", list(office.notes)),
    )
    for heading, values in lists:
        if values:
            lines += ["", heading, *(f"  {value}" for value in values)]
    files = places.index.files.get(office.id, [])
    if files:
        lines += ["", f"From {files[0]}", *(f"  in place of {path}" for path in files[1:])]
    return lines


def _titled(places: Directory, id: str | None) -> str | None:
    return f"{places.office(id).name} [{id}]" if id else None


def _ways(office: Office, on: date) -> list[str]:
    """How it is reached; what needs a look first says so, and what is not printed is set apart."""
    known = _reached(office.contact)
    lines = []
    if known:
        verify = " Verify before sending." if office.contact.needs_verifying(on) else ""
        lines += [f"Reached by (as of {_as_of(office.contact)}).{verify}", *known]
        if office.contact.source:
            lines.append(f"  source: {office.contact.source}")
    else:
        lines.append("No way to reach it is known: find the address before sending.")
    older = _reached(office.unconfirmed)
    if older:
        lines += ["", f"Older, not put on letters (as of {_as_of(office.unconfirmed)})", *older]
    return lines


def _reached(contact: Contact) -> list[str]:
    ways = (
        ("portal", contact.portal),
        ("e-mail", contact.email),
        ("mail", ", ".join(contact.address) or None),
        ("phone", contact.phone),
    )
    return [f"  {name:7} {value}" for name, value in ways if value]


def _as_of(contact: Contact) -> str:
    if contact.as_of is None:
        return "an unknown day"
    return str(contact.as_of.year) if contact.year_only else contact.as_of.isoformat()


def _part(part: Mapping[str, Any]) -> str:
    text = f"{part['name']} ({part['abbreviation']})" if part.get("abbreviation") else str(part["name"])
    more = [", ".join(part.get("also", ())), part.get("about", "")]
    if part.get("was"):
        more.append("before: " + ", ".join(part["was"]))
    said = "; ".join(m for m in more if m)
    return f"{text}: {said}" if said else text


def _inherited(places: Directory, id: str) -> list[str]:
    """Former bodies, programmes and systems whose records are here."""
    gone = dict.fromkeys(
        (entity["name"], entity.get("until"), entity.get("note"))
        for entity in places.index.entities
        if entity.get("former") and id in (entity["id"], *entity.get("also", ()))
    )
    return [f"{name}{f' (until {until})' if until else ''}: {note}" for name, until, note in gone]
