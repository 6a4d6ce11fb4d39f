"""`foiakit explain`: why a sentence stands in a letter, from the id that the letter's annotations name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal
from foiakit.model.errors import NotFound

if TYPE_CHECKING:
    from foiakit.library.collection import Library


@click.command()
@click.argument("id", metavar="ID")
def command(id: str) -> None:
    """Explains a clause (fees/ceiling), a request template (statistics/count), an authority or a field of law.

    A field of law is written us-ca:clock.0; us-ca:fees shows the whole section, us-ca alone the sections there are.
    """
    from foiakit.library.collection import open_library

    library = open_library()
    if ":" in id:
        terminal.out("\n".join(_field(library, id)))
        return
    shelves: tuple[tuple[str, Callable[[Library, str], Iterator[str]]], ...] = (
        ("clauses", _clause),
        ("requests", _template),
        ("authorities", _authority),
        ("letters", _letter),
        ("laws", _law),
    )
    id = id.strip()
    found = [told for name, told in shelves if id in getattr(library, name)]
    if not found and id != id.lower():
        id = id.lower()
        found = [told for name, told in shelves if id in getattr(library, name)]
    if not found:
        raise NotFound(f"nothing is called “{id}”", remedy=_nearest(library, id))
    terminal.out("\n\n".join("\n".join(told(library, id)) for told in found))


def _field(library: Library, ref: str) -> Iterator[str]:
    from foiakit.law.card import at, said_of

    id = ref.partition(":")[0]
    book = library.laws.book(id)
    for entry in at(library, ref):
        steps = entry.ref.partition(":")[2].split(".")
        loc = tuple(int(s) if s.isdigit() else s for s in steps)
        yield f"{entry.ref}  {entry.title}"
        yield f"  {entry.text}"
        if entry.note:
            yield f"  {entry.note}"
        for doubt in entry.doubts:
            yield f"  {'Less sure' if doubt.printed else 'In doubt'}: {said_of(doubt)}"
        yield f"  {book.path.name}:{book.document.line_of(*loc)}, checked {book.content.checked.on.isoformat()}"


def _clause(library: Library, id: str) -> Iterator[str]:
    book = library.clauses.book(id)
    clause = book.content
    yield f"{id}  clause: {clause.title}"
    if clause.when:
        yield f"  Stands in a letter when: {clause.when}"
    yield f"  Why: {clause.teach}"
    yield f"  Without it: {clause.missing}"
    if clause.law:
        yield f"  States of the law: {', '.join(clause.law)}"
    yield from _rests_on(library, clause.authorities)
    yield f"  {book.path.name}"


def _template(library: Library, id: str) -> Iterator[str]:
    book = library.requests.book(id)
    template = book.content
    yield f"{id}  request template: {template.title}"
    yield f"  Use when: {template.use_when}"
    yield f"  Why: {template.teach}"
    if template.limits:
        yield f"  Leaves out: {template.limits}"
    yield from _rests_on(library, template.authorities)
    yield f"  {book.path.name}"


def _authority(library: Library, id: str) -> Iterator[str]:
    authority = library.authorities[id]
    yield f"{id}  {authority.kind}: {authority.name}, {authority.cite}"
    yield f"  Holds: {authority.holds}"
    yield f"  {_verified(authority.verified, authority.source)}"
    if authority.note:
        yield f"  {authority.note}"
    used = [f"clause {c}" for c in library.clauses if id in library.clauses[c].authorities]
    used += [f"template {r}" for r in library.requests if id in library.requests[r].authorities]
    if used:
        yield f"  Cited by: {', '.join(used)}"


def _letter(library: Library, id: str) -> Iterator[str]:
    order = library.letters[id]
    yield f"{id}  letter: {order.title}"
    yield f"  Use when: {order.use_when}"
    yield f"  Clauses: {', '.join(order.clauses)}"


def _law(library: Library, id: str) -> Iterator[str]:
    from foiakit.law.card import card

    found = card(library, id)
    yield f"{id}  law of {found.name}; “foiakit law {id}” is its card"
    yield from (f"  {entry.ref}  {entry.title}" for entry in found.entries)


def _rests_on(library: Library, ids: tuple[str, ...]) -> Iterator[str]:
    for id in ids:
        authority = library.authorities[id]
        yield f"  Rests on: {authority.name}, {authority.cite} ({id}; {_verified(authority.verified, None)})"


def _verified(verified: bool, source: str | None) -> str:
    if verified:
        return f"read at {source}" if source else "read"
    return "general knowledge, not read for foiakit"


def _nearest(library: Library, id: str) -> str | None:
    import re

    from rapidfuzz import process

    if not id:
        return "Give a clause (fees/ceiling), a template (statistics/count), an authority, or a field (us-ca:clock)."
    if re.fullmatch(r"[a-z]\d\d", id):
        return f"A rule of the check is told by: foiakit check --explain {id.upper()}"
    if re.match(r"us(-[a-z]{2})?/", id):
        return f"An office is shown by: foiakit agency show {id}"
    known = [*library.clauses, *library.requests, *library.authorities, *library.letters, *library.laws]
    near = [match[0] for match in process.extract(id, known, limit=3, score_cutoff=60)]
    return f"Did you mean {', '.join(near)}?" if near else None
