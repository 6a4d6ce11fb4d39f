"""What in a draft has no effect, though somebody meant it to: said, so that a slip is not lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from foiakit.composing.terms import COMMON
from foiakit.drafting.draft import Draft, Recipient
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, NotFound
from foiakit.offices.directory import Directory


def remarks(draft: Draft, recipients: Sequence[Recipient], library: Library, directory: Directory) -> tuple[str, ...]:
    """Holders that are no offices, facts that no item uses, and picks that are to come first but are not there."""
    found = [*_holders(draft, directory), *_first(draft), *_facts(draft, recipients, library)]
    return tuple(dict.fromkeys(found))


def _holders(draft: Draft, directory: Directory) -> Iterator[str]:
    for pick in draft.picks:
        for id in pick.held_by:
            if "*" in id:
                continue
            try:
                directory.office(id)
            except NotFound as unknown:
                yield f"{pick.id}: held_by: {unknown}"


def _first(draft: Draft) -> Iterator[str]:
    ids = [pick.id for pick in draft.picks]
    for id in draft.options.first:
        if id not in ids:
            yield f"options.first: {id} is not among the picks{_near(id, ids)}"


def _facts(draft: Draft, recipients: Sequence[Recipient], library: Library) -> Iterator[str]:
    known = set(COMMON)
    for pick in draft.picks:
        try:
            known |= set(library.requests[pick.template].fields)
        except (NotFound, BadFile):
            return
    for recipient in recipients:
        for name in recipient.facts:
            if name not in known:
                yield f"{recipient.id}: no item uses the fact “{name}”{_near(name, sorted(known))}"


def _near(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
