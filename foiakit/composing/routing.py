"""Who is asked for what: an item goes to the offices that would hold it, and one letter to each intake office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from foiakit.composing.result import LeftOut
from foiakit.drafting.draft import Pick, Recipient
from foiakit.model.errors import NotFound
from foiakit.model.office import Contact, Office
from foiakit.offices.directory import Directory

EVERYONE = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One letter to be: the office that takes it, the recipients it reaches, and what each of them is asked about."""

    intake: Office
    asked: tuple[tuple[Recipient, Office, tuple[int, ...]], ...]

    @property
    def picks(self) -> tuple[int, ...]:
        """The indexes of all its picks, in the draft's order."""
        return tuple(sorted({i for _, _, picks in self.asked for i in picks}))


def routes(
    recipients: Sequence[Recipient], picks: Sequence[Pick], directory: Directory
) -> tuple[tuple[Route, ...], tuple[LeftOut, ...]]:
    """The letters to write, in the order of the recipients, and what is left out of each with its reason.

    Raises:
        NotFound: A recipient's id is of no office.
    """
    grouped: dict[str, list[tuple[Recipient, Office, tuple[int, ...]]]] = {}
    left_out: list[LeftOut] = []
    chosen = [(r, addressed(r, directory)) for r in recipients if not r.off]
    asked_themselves = {office.id for _, office in chosen}
    live = [i for i, pick in enumerate(picks) if not pick.off]
    for recipient, office in chosen:
        entries = _entries(recipient, office, picks, live, asked_themselves, directory)
        held = {i for _, _, some in entries for i in some}
        if not held:
            reason = f"{office.abbreviated} would hold none of the picked passages' records"
            left_out.append(LeftOut(recipient=recipient.id, pick=None, reason=reason))
            continue
        left_out += [
            LeftOut(recipient=recipient.id, pick=picks[i].id, reason=not_held(picks[i], office))
            for i in live
            if i not in held
        ]
        grouped.setdefault(office.intake or office.id, []).extend(entries)
    made = tuple(Route(intake=_intake(id, asked, directory), asked=tuple(asked)) for id, asked in grouped.items())
    return made, tuple(left_out)


def _entries(
    recipient: Recipient,
    office: Office,
    picks: Sequence[Pick],
    live: Sequence[int],
    asked_themselves: set[str],
    directory: Directory,
) -> list[tuple[Recipient, Office, tuple[int, ...]]]:
    """What a recipient is asked: for its own records, and for those of offices whose requests it takes, unless they
    are recipients too."""
    own = tuple(i for i in live if holds(picks[i], office))
    entries = [(recipient, office, own)] if own else []
    through: dict[str, list[int]] = {}
    for i in live:
        for holder in picks[i].held_by:
            if i not in own and holder not in asked_themselves and _intake_of(holder, directory) == office.id:
                through.setdefault(holder, []).append(i)
    return entries + [(recipient, directory.office(id), tuple(some)) for id, some in through.items()]


def _intake(id: str, asked: Sequence[tuple[Recipient, Office, tuple[int, ...]]], directory: Directory) -> Office:
    for _, office, _ in asked:
        if office.id == id:
            return office
    return directory.office(id)


def addressed(recipient: Recipient, directory: Directory) -> Office:
    """The recipient's office, with what the person knows better about it than the directory."""
    try:
        office = directory.office(recipient.id)
    except NotFound as unknown:
        raise NotFound(f"recipients: {unknown.says}", remedy=unknown.remedy) from None
    known = recipient.contact
    changes: dict[str, object] = {}
    if recipient.name:
        changes |= {"name": recipient.name, "short": None}
    if recipient.custodian:
        changes["custodian"] = recipient.custodian
    given = {k: v for k in ("portal", "email", "address", "phone") if (v := getattr(known, k))}
    if given:
        contact = office.contact
        changes["contact"] = Contact(
            portal=known.portal or contact.portal,
            email=known.email or contact.email,
            address=known.address or contact.address,
            phone=known.phone or contact.phone,
            preferred=contact.preferred,
            as_of=contact.as_of,
            year_only=contact.year_only,
            source="the requester",
        )
    return replace(office, **changes) if changes else office  # type: ignore[arg-type]


def holds(pick: Pick, office: Office) -> bool:
    """Whether the pick's records are held by this office: it is named, or matched by a pattern."""
    return any(
        holder in {EVERYONE, office.id} or ("*" in holder and fnmatchcase(office.id, holder)) for holder in pick.held_by
    )


def _intake_of(id: str, directory: Directory) -> str | None:
    """The office that takes the requests of this one; None where the id is a pattern or of no office."""
    if "*" in id:
        return None
    try:
        return directory.office(id).intake
    except NotFound:
        return None


def not_held(pick: Pick, office: Office) -> str:
    """Why an item is not in a recipient's letter."""
    if not pick.held_by:
        return f"no office is named for {pick.id}; add one under held_by"
    return f"{office.abbreviated} is not among those that would hold it ({', '.join(pick.held_by)})"
