"""The manifest's line for one file: what the letter is, what it was made of, when an answer is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from foiakit.batch.addressees import Addressee
from foiakit.batch.manifest import Entry
from foiakit.model.finding import Finding
from foiakit.model.letter import Letter


class Job(NamedTuple):
    """One letter to make, in these formats. `stem` is its file name without suffix."""

    addressee: Addressee
    formats: tuple[str, ...]
    made_of: str
    stem: str = ""


def letter_id(title: str, addressee: Addressee) -> str:
    """A letter's id: the plan's title and the office, never a row's position."""
    return f"{title}:{addressee.id}"


def file_id(title: str, addressee: Addressee, format: str) -> str:
    """The id of one of its files, by which the manifest is sorted."""
    return f"{letter_id(title, addressee)}:{format}"


def entry_of(job: Job, letter: Letter, findings: Sequence[Finding], title: str, format: str) -> Entry:
    """The line, but for where the file stands."""
    due, made_from = letter.due, letter.made_from
    versions = (("foiakit", made_from.foiakit), made_from.law, *made_from.parts)
    return {
        "id": file_id(title, job.addressee, format),
        "letter": letter_id(title, job.addressee),
        "format": format,
        "recipient": [office.id for office in letter.components],
        "office": letter.recipient.name,
        "law": letter.law,
        "channel": letter.channel,
        "items": len(letter.items),
        "notes": len(letter.notes),
        "due_if_received_on": due.received.isoformat(),
        "due": due.day.isoformat() if due.day else None,
        "due_note": due.note,
        "status": "written",
        "made_of": job.made_of,
        "versions": [f"{id} {version}" for id, version in versions],
        "findings": [*(f"{f.rule} {f.severity}" for f in findings if not f.waived), *letter.cautions],
        "asks": [{"template": item.asks_for, "text": normal(item.words)} for item in letter.items],
        "due_what": due.what,
    }


def normal(text: str) -> str:
    """Words as items are compared: blind to case and spaces."""
    return " ".join(text.casefold().split())
