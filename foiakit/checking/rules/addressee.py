"""A: does the letter go to the desk that takes requests, by a way that is known to be open?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foiakit.checking.rule import Case, Found, rule
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter


@rule(
    "A04",
    "stale-contact",
    Severity.WARNING,
    looks_at="letter",
    fix="Look at the office's own page before you send; put what you find under recipients in the draft.",
)
def stale_contact(letter: Letter, case: Case) -> Iterator[Found]:
    """Offices move their doors with each new web page; a contact older than 180 days is verified before sending."""
    contact = letter.recipient.contact
    known = contact.portal or contact.email or contact.address
    if not known:
        yield Found("no way to send the letter is known for this office")
    elif contact.source != "the requester" and contact.needs_verifying(letter.dated):
        since = f"dates from {contact.as_of:%Y}" if contact.as_of else "is undated"
        yield Found(f"the contact {since}: verify it before sending")


@rule(
    "A05",
    "press-office",
    Severity.WARNING,
    looks_at="letter",
    fix="Address the records officer; the press office answers questions, it does not decide requests.",
)
def press_office(letter: Letter, case: Case) -> Iterator[Found]:
    """A request to the press office may never start the clock of the act."""
    if re.search(
        r"\b(press|media|public affairs|communications (?:office|director))\b", " ".join(letter.addressee), re.I
    ):
        yield Found("the letter is addressed to a press office")
