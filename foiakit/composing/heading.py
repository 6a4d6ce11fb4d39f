"""The head and foot of a letter: who writes, how it is sent, to whom, and the subject line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foiakit.composing import prose
from foiakit.composing.item import Asked
from foiakit.drafting.draft import Recipient
from foiakit.drafting.profile import Requester
from foiakit.model.office import Contact, Office

SUBJECT_WORDS = 40
"""About as many words as a subject line may have; an intake clerk reads it in a list."""


def sender(requester: Requester) -> tuple[str, ...]:
    """The sender block: name and role, organization, ways to answer, postal address."""
    who = f"{requester.name}, {requester.role}" if requester.role else requester.name
    ways = " · ".join(w for w in (requester.email, requester.phone) if w)
    return tuple(line for line in (who, requester.organization, *requester.address, ways) if line)


def signature(requester: Requester) -> tuple[str, ...]:
    """The lines under the signature."""
    lines: list[str | None] = [requester.signature or requester.name, requester.role, requester.organization]
    if requester.client and requester.client.named and requester.client.name:
        lines.append(f"Counsel for {requester.client.name}")
    return tuple(line for line in lines if line)


def addressee(intake: Office, components: Sequence[Office], on: date) -> tuple[str, ...]:
    """Custodian, unit, office, and the postal address where it is known well enough to be printed."""
    lines: list[str] = [intake.custodian]
    if intake.unit and intake.unit != intake.name:
        lines.append(intake.unit)
    lines.append(intake.name)
    others = [f"the {o.name}" if o.the_full else o.name for o in components if o.id != intake.id]
    if others:
        lines.append(f"For records of {prose.listed(others)}")
    contact = intake.contact
    if contact.address and _certain(contact, on):
        lines.extend(contact.address)
    return tuple(lines)


def way(intake: Office, recipient: Recipient) -> str | None:
    """How the letter goes: "portal", "email", "mail", "hand", or None where nobody knows."""
    return recipient.channel or intake.contact.preferred


def channel(intake: Office, recipient: Recipient, on: date) -> str | None:
    """The delivery line, or None where nobody knows how the office takes requests."""
    contact = intake.contact
    match way(intake, recipient):
        case "portal":
            return f"By the {intake.abbreviated} request portal"
        case "email":
            address = contact.email if _certain(contact, on) else None
            return f"By e-mail to {address}" if address else "By e-mail"
        case "mail":
            return "By mail"
        case "hand":
            return "By hand"
    return None


def cautions(intake: Office, recipient: Recipient, on: date) -> tuple[str, ...]:
    """What to verify before sending: a contact that is old, undated, or not known at all."""
    out: list[str] = []
    for contact in (intake.contact, intake.unconfirmed):
        ways = [w for w in (contact.portal, contact.email, contact.phone, ", ".join(contact.address)) if w]
        if ways and (contact is intake.unconfirmed or not _certain(contact, on)):
            out.append(f"verify before sending: {'; '.join(ways)}{_as_of(contact)}")
    if not out and channel(intake, recipient, on) is None:
        out.append("no address is known: look it up, and give it under recipients in the draft")
    return tuple(out)


def _as_of(contact: Contact) -> str:
    if contact.as_of is None:
        return ""
    return f" (as of {contact.as_of.year if contact.year_only else contact.as_of.isoformat()})"


def _certain(contact: Contact, on: date) -> bool:
    """Given by the requester, or recent enough to be printed."""
    return contact.source == "the requester" or not contact.needs_verifying(on)


def subject(act: str, asked: Sequence[Asked], own: str | None) -> str:
    """Law, topics, place and period, so that an intake clerk can route the letter by this line alone."""
    if own:
        return own
    labels = [_topic(a.item.label) for a in asked]
    topics = list(dict.fromkeys(labels))
    kept: list[str] = []
    for topic in topics:
        if kept and len(" ".join([*kept, topic]).split()) > SUBJECT_WORDS - 12:
            break
        kept.append(topic)
    rest = len(topics) - len(kept)
    if rest:
        kept.append(f"{prose.number(rest)} other {'item' if rest == 1 else 'items'}")
    line = f"{act} request: {prose.listed(kept)}"
    places = {a.place for a in asked if a.place}
    place = places.pop() if len(places) == 1 else ""
    years = _years(asked)
    more = [words for words in (place, years) if words and words.casefold() not in line.casefold()]
    return f"{line} ({', '.join(more)})" if more else line


def _years(asked: Sequence[Asked]) -> str:
    """The period from the first day of any item to the last day of any; "" where one is open."""
    spans = [a.span for a in asked if a.span != (None, None)]
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    if not spans or len(firsts) < len(spans) or len(lasts) < len(spans):
        return ""
    return prose.years(min(firsts), max(lasts))


def _topic(label: str) -> str:
    """An item's label within the subject line, without its article."""
    for article in ("The ", "A ", "An "):
        label = label.removeprefix(article)
    return prose.uncapital(label)
