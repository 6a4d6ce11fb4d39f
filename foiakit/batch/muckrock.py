"""A link that opens MuckRock's form with the request filled in, for those who file through it."""

from __future__ import annotations

from urllib.parse import urlencode

from foiakit.model.letter import Letter, plain

FORM = "https://www.muckrock.com/foi/create/"
MAX_LINK = 8_000
"""Characters that browsers and servers take in an address."""


def link(letter: Letter, agency: str | None) -> str | None:
    """The form's address with title and items; MuckRock writes salutation, law and closing itself.

    Args:
        agency: The office's number at MuckRock, where the table knows it.

    Returns:
        The address, or None where the items are too long for one.
    """
    notes = "\n".join(f"[{note.number}] {plain(note.spans)}" for note in letter.notes)
    items = "\n\n".join(f"{item.number}. {item.words}" for item in letter.items)
    for asked in (f"{items}\n\n{notes}", items):
        fields = {"title": letter.subject, "requested_docs": asked, **({"agency": agency} if agency else {})}
        address = f"{FORM}?{urlencode(fields)}"
        if len(address) <= MAX_LINK:
            return address
    return None
