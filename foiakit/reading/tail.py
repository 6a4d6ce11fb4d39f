"""Furniture after and inside the body: what follows an end mark, "About …", contacts, words about the body itself."""

from __future__ import annotations

import re

from foiakit.model.release import Kind
from foiakit.reading import pagewords
from foiakit.reading.blocks import SENTENCE_END, Block
from foiakit.reading.headings import is_heading
from foiakit.reading.issuer import is_name_of_body

_TAIL_SHARE = 0.45
_FIGURE = re.compile(r"[$€£]\s?\d|\d%|\d percent")


def mark_tail(blocks: list[Block], lead: int, issuer: str | None) -> None:
    """Furniture after the release: what follows an end mark, "About …", contacts, words about the body itself."""
    end = next((i for i in range(lead, len(blocks)) if pagewords.is_end_mark(blocks[i].text)), None)
    if end is not None and _ends_here(blocks, lead, end):
        for block in blocks[end:]:
            block.kind = Kind.FURNITURE
    total = sum(len(b.text) for b in blocks[lead:]) or 1
    seen = 0
    about = contacts = False
    for i, block in enumerate(blocks[lead:], lead):
        share = seen / total
        seen += len(block.text)
        if block.kind is not None:
            about = contacts = False
            continue
        text = block.text
        if pagewords.is_end_mark(text) or pagewords.is_navigation(text):
            block.kind = Kind.FURNITURE
        elif pagewords.opens_contacts(text) and not SENTENCE_END.search(text):
            block.kind, contacts, about = Kind.FURNITURE, True, False
        elif contacts and pagewords.follows_contact(text):
            block.kind = Kind.FURNITURE
        elif share > _TAIL_SHARE and not block.bullet and _opens_about(blocks, i, issuer):
            block.kind, about, contacts = Kind.FURNITURE, True, False
        elif share > _TAIL_SHARE and pagewords.is_run_in_about(text):
            block.kind, contacts = Kind.FURNITURE, False
        elif about and not is_heading(block) and not _FIGURE.search(text):
            block.kind = Kind.FURNITURE
        elif pagewords.is_bare_contact(text) and share > _TAIL_SHARE and not block.bullet:
            block.kind, contacts = Kind.FURNITURE, True
        else:
            about = contacts = False
    _words_about_the_body(blocks, lead)


def _opens_about(blocks: list[Block], i: int, issuer: str | None) -> bool:
    """An "About …" heading over words on a public body, not on the programme or event of the release."""
    text = blocks[i].text
    if not pagewords.is_about_heading(text):
        return False
    subject = re.sub(r"(?i)^about\s+(?:the\s+|us\b|our\b)?", "", text).strip(" :")
    if not subject or is_name_of_body(subject):
        return True
    if issuer and (subject.casefold() in issuer.casefold() or subject == _initials(issuer)):
        return True
    return i + 1 < len(blocks) and pagewords.opens_about(blocks[i + 1].text)


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper() and w != "U")


def _ends_here(blocks: list[Block], lead: int, end: int) -> bool:
    """Whether an end mark ends the release: most of its words stand before it."""
    before = sum(len(b.text) for b in blocks[lead:end])
    after = sum(len(b.text) for b in blocks[end + 1 :])
    return before > 0 and before >= after * 0.5


def _words_about_the_body(blocks: list[Block], lead: int) -> None:
    """The last paragraphs, from the end backwards, for as long as they speak of the body itself."""
    quiet = 0
    for block in reversed(blocks[lead + 1 :]):
        if block.kind is Kind.FURNITURE:
            continue
        if pagewords.opens_about(block.text) and not block.bullet:
            block.kind = Kind.FURNITURE
        else:
            quiet += 1
            if quiet > 1:
                return
