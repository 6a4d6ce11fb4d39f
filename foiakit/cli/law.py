"""`foiakit law`: the records law of a jurisdiction as a card, a table or data."""

from __future__ import annotations

import json
import shutil
import textwrap
from datetime import date
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal

if TYPE_CHECKING:
    from foiakit.law.card import Card
    from foiakit.library.collection import Library

_LABEL = 17


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--list", "listed", is_flag=True, help="One line for each law, or for each one named.")
@click.option("--compare", is_flag=True, help="The laws named, side by side.")
@click.option("--stale", is_flag=True, help="All laws, or those named, that were checked more than 365 days ago.")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")
def command(ids: tuple[str, ...], listed: bool, compare: bool, stale: bool, as_json: bool) -> None:
    """Shows what the law says, where, and what is in doubt.

    ID is a jurisdiction: us, us-dc, us-ca … A card says what letters leave out, and when it was checked.
    """
    from foiakit.library.collection import open_library

    library = open_library()
    ids = tuple(id.strip().lower() for id in ids)
    if stale:
        _stale(library, ids, as_json)
    elif listed:
        _list(library, ids, as_json)
    elif not ids:
        raise click.UsageError("name a law (foiakit law us-ca), or list them all (foiakit law --list)")
    elif compare and len(ids) < 2:
        raise click.UsageError("name two laws or more to compare: foiakit law us us-ca --compare")
    elif compare:
        _compare(library, ids, as_json)
    elif as_json:
        packs = {id: library.laws[id].model_dump(mode="json", by_alias=True, exclude_defaults=True) for id in ids}
        terminal.out(json.dumps(packs if len(ids) > 1 else packs[ids[0]], indent=2, ensure_ascii=False))
    else:
        from foiakit.law.card import card

        terminal.out("\n\n".join(_card(card(library, id)) for id in ids))


def _card(card: Card) -> str:
    from foiakit.law.card import said_of

    rows = [f"{card.name} ({card.id})", ""]
    title = None
    for entry in card.entries:
        mark = " (in doubt, see below)" if any(not d.printed for d in entry.doubts) else ""
        rows += _row(entry.title if entry.title != title else "", entry.text + mark)
        if entry.note:
            rows += _row("", entry.note)
        title = entry.title
    rows += _row("Written to", card.custodian)
    doubts = dict.fromkeys(d for entry in card.entries for d in entry.doubts)
    in_doubt = [said_of(d) for d in doubts if not d.printed]
    less_sure = [said_of(d) for d in doubts if d.printed]
    for heading, texts in (("In doubt", in_doubt), ("Less sure", less_sure), ("Remarks", card.remarks)):
        for index, text in enumerate(texts):
            rows += _row(heading if index == 0 else "", f"- {text}")
    rows += _row("Checked", f"{card.checked.isoformat()}, confidence {card.confidence}; read:")
    rows += [" " * _LABEL + address for address in card.read]
    return "\n".join(rows)


def _row(label: str, text: str) -> list[str]:
    width = min(110, shutil.get_terminal_size((100, 24)).columns)
    indent = " " * _LABEL
    return textwrap.wrap(
        text,
        width=max(width, 50),
        initial_indent=label.ljust(_LABEL),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _list(library: Library, ids: tuple[str, ...], as_json: bool) -> None:
    from foiakit.law.card import summary

    good, problems = ({id: library.laws[id] for id in ids}, ()) if ids else library.laws.all()
    rows = [summary(library, id) for id in good]
    keys = ("id", "name", "clock", "due", "who", "appeal", "checked")
    if as_json:
        terminal.out(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], indent=2, ensure_ascii=False))
    else:
        terminal.table(("Id", "Law of", "First clock", "For", "Who may ask", "Appeal within", "Checked"), rows)
    for problem in problems:
        terminal.say(str(problem))
    if problems:
        raise click.exceptions.Exit(1)


def _compare(library: Library, ids: tuple[str, ...], as_json: bool) -> None:
    from foiakit.law.card import compare

    rows = compare(library, ids)
    if as_json:
        data = {id: {row[0]: row[n + 1] for row in rows} for n, id in enumerate(ids)}
        terminal.out(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        terminal.table(("", *(f"{library.laws[id].name} ({id})" for id in ids)), rows)


def _stale(library: Library, ids: tuple[str, ...], as_json: bool) -> None:
    from foiakit.law.card import STALE_AFTER, stale

    wanted = {id for id in ids if library.laws[id]}
    rows = [row for row in stale(library, date.today()) if not wanted or row[0] in wanted]
    if as_json:
        data = [{"id": id, "checked": day.isoformat(), "days": days} for id, day, days in rows]
        terminal.out(json.dumps(data, indent=2))
    elif rows:
        terminal.table(("Id", "Checked", "Days ago"), rows, right=(2,))
    else:
        terminal.say(f"{_these(ids)} checked more than {STALE_AFTER} days ago.")


def _these(ids: tuple[str, ...]) -> str:
    return f"None of {', '.join(ids)} was" if len(ids) > 1 else f"{ids[0]} was not" if ids else "No law was"
