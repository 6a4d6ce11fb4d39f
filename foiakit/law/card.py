"""A law on one card: every section with its citation, what is in doubt, and when it was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from foiakit.law.words import WHO, condition, line, measure
from foiakit.library.collection import Library
from foiakit.library.law import LawPack, path_exists
from foiakit.library.provision import Condition, Doubt, Provision
from foiakit.model.errors import NotFound

STALE_AFTER = 365
"""Days after which a pack is to be read against its sources again."""

TITLES = {
    "act": "Act",
    "scope": "Reaches",
    "requester": "Who may ask",
    "purpose": "Purpose",
    "writing": "Writing",
    "demands": "The request says",
    "clock": "Clock",
    "silence": "Silence is",
    "fees": "Fees",
    "waiver": "Waiver",
    "estimate": "Estimate",
    "electronic": "Electronic form",
    "extraction": "Data",
    "segregability": "Redaction",
    "denial": "A denial is",
    "appeal": "Appeal",
    "ombuds": "Help",
    "court": "Court",
    "attorney_fees": "Attorney fees",
    "exemptions": "Exemptions",
    "agreements": "Agreements",
    "expedite": "Faster handling",
    "fiscal_year": "Fiscal year",
    "business_days": "Business days",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One provision on a card. `ref` is what `foiakit explain` takes ("us-ca:clock.0")."""

    title: str
    ref: str
    text: str
    note: str | None
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A jurisdiction's law, ready to be shown."""

    id: str
    name: str
    custodian: str
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...]
    checked: date
    confidence: str
    read: tuple[str, ...]


def card(library: Library, id: str) -> Card:
    """The card of a pack, all dates and conditions on it.

    Raises:
        NotFound: There is no such pack; the nearest are named.
    """
    pack = library.laws[id]
    return Card(
        id=id,
        name=pack.name,
        custodian=pack.custodian,
        entries=tuple(_entries(id, pack)),
        remarks=pack.remarks,
        checked=pack.checked.on,
        confidence=pack.checked.confidence,
        read=pack.checked.read,
    )


def _entries(id: str, pack: LawPack) -> Iterator[Entry]:
    for section, title in TITLES.items():
        for index, provision in enumerate(getattr(pack, section)):
            ref = f"{section}.{index}"
            yield Entry(
                title=title,
                ref=f"{id}:{ref}",
                text=line(provision),
                note=provision.note,
                doubts=tuple(d for d in pack.doubts if _touches(d, section, index)),
            )


def _touches(doubt: Doubt, section: str, index: int) -> bool:
    steps = doubt.at.split(".")
    return steps[0] == section and (len(steps) == 1 or not steps[1].isdigit() or int(steps[1]) == index)


def said_of(doubt: Doubt) -> str:
    """What a card says of a doubt: what is not settled, whether letters leave it out, and what to do."""
    said = [f"{doubt.at}: {doubt.why}."]
    if not doubt.printed:
        only = condition(doubt.unless) if doubt.unless else ""
        said.append(f"Letters state it only for{only}." if only else "Letters leave it out.")
    if doubt.advice:
        said.append(f"Advice: {doubt.advice}.")
    return " ".join(said)


def at(library: Library, ref: str) -> tuple[Entry, ...]:
    """The entries that a reference names: "us-ca:clock.0", "us-ca:clock", or a field inside one ("us-ca:fees.basis").

    Raises:
        NotFound: There is no such law, or it says nothing there; the sections that it has are named.
    """
    id, _, path = ref.partition(":")
    pack = library.laws[id]
    section, *steps = path.split(".")
    found = [e for e in _entries(id, pack) if e.ref.removeprefix(f"{id}:").split(".")[0] == section]
    if steps and steps[0].isdigit():
        found = [e for e in found if e.ref == f"{id}:{section}.{steps[0]}"]
    inside = [step for step in steps if not step.isdigit()]
    if not found or (inside and not path_exists(dict(pack), path)):
        has = dict.fromkeys(e.ref.removeprefix(f"{id}:").split(".")[0] for e in _entries(id, pack))
        raise NotFound(f"{id} says nothing at “{path}”", remedy=f"It has: {', '.join(has)}.")
    return tuple(found)


COMPARED = ("act", "requester", "clock", "silence", "fees", "waiver", "extraction", "denial", "appeal", "court")
"""The sections of a comparison."""


def compare(library: Library, ids: Sequence[str]) -> list[tuple[str, ...]]:
    """One row for each section, one column for each law; a field that letters leave out is marked."""
    rows = []
    packs = [(id, library.laws[id]) for id in ids]
    for section in COMPARED:
        cells = []
        for id, pack in packs:
            entries = [e for e in _entries(id, pack) if e.ref.startswith(f"{id}:{section}.")]
            doubtful = [any(not d.printed for d in e.doubts) for e in entries]
            cells.append(
                "\n".join(e.text + (" (in doubt)" if d else "") for e, d in zip(entries, doubtful, strict=True)) or "-"
            )
        rows.append((TITLES[section], *cells))
    return rows


def summary(library: Library, id: str) -> tuple[str, ...]:
    """A law in one row: id, name, clock, who may ask, appeal, checked on."""
    pack = library.laws[id]
    clock, appeal = pack.clock[0], next((a for a in pack.appeal if a.available), None)
    until = "none" if appeal is None else appeal.within.words if appeal.within else "no time limit known"
    return (
        id,
        pack.name,
        ("no number" if _withheld(pack, "clock.0") else measure(clock)) + _marks(pack, clock, "clock.0"),
        clock.due,
        WHO[pack.requester[0].who],
        until + (_marks(pack, appeal, f"appeal.{pack.appeal.index(appeal)}") if appeal else ""),
        pack.checked.on.isoformat(),
    )


def _withheld(pack: LawPack, path: str) -> bool:
    """Whether letters leave the value's number out whoever asks and whoever is asked."""
    section = path.split(".")[0]
    number = {section, f"{section}.within", path, f"{path}.within"}
    return any(not d.printed and d.unless is None and d.at in number for d in pack.doubts)


def _marks(pack: LawPack, provision: Provision, path: str) -> str:
    who = condition(Condition(bodies=provision.bodies, requester=provision.requester))
    return who + (" (in doubt)" if _withheld(pack, path) else "")


def stale(library: Library, on: date) -> list[tuple[str, date, int]]:
    """Packs checked more than 365 days before a day: id, the day, and how many days ago, the oldest first."""
    good, _ = library.laws.all()
    aged = [(id, pack.checked.on, (on - pack.checked.on).days) for id, pack in good.items()]
    return sorted((row for row in aged if row[2] > STALE_AFTER), key=lambda row: (-row[2], row[0]))
