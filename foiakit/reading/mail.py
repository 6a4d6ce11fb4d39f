"""An e-mail to blocks: its plain text, else its HTML; the headers say who sent what when."""

from __future__ import annotations

import email
import email.policy
import email.utils
from datetime import date
from email.message import EmailMessage

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import cleaning, dates, decoding, frontmatter, pagewords, plain, webpage
from foiakit.reading.blocks import Block, Facts, Sheet
from foiakit.reading.issuer import is_name_of_body
from foiakit.reading.webfacts import letters

_MOST_PARTS = 400
_MOST_BYTES = 40_000_000
_MOST_TEXT = 15_000_000
_MOST_MULTIPARTS = 100
_HEAD = 12
_BROKEN = (ValueError, LookupError, RecursionError, AssertionError, TypeError, AttributeError, OverflowError)
"""What the `email` module raises for messages that no mail program wrote."""
_LITTLE = 80


def sheet(raw: bytes) -> Sheet:
    """Reads a message (RFC 822, MIME). Attachments are not read; they are named in a warning.

    Raises:
        FoiakitError: It cannot be parsed, or has no text.
    """
    if len(raw) > _MOST_BYTES or raw.lower().count(b"multipart/") > _MOST_MULTIPARTS:
        raise FoiakitError(
            "the e-mail is too large or too deeply nested to read", remedy="Save its text alone, or print it to PDF."
        )
    try:
        message = email.message_from_bytes(raw, policy=email.policy.default)
        parts = []
        for part in message.walk():
            parts.append(part)
            if len(parts) > _MOST_PARTS:
                break
        text, html, attached = _bodies(parts)
        subject, sender, sent = _header(message, "subject"), _header(message, "from"), _header(message, "date")
    except _BROKEN:
        raise FoiakitError(
            "the e-mail cannot be read", remedy="Open it in a mail program and save its text, or print it to PDF."
        ) from None
    inner = _from_text(text) if text and (len(text.strip()) > _LITTLE or not html) else None
    if inner is None and html:
        inner = webpage.sheet(html)
    if inner is None:
        raise FoiakitError(
            "the e-mail has no text of its own",
            remedy="If the release is attached, save the attachment and give that." if attached else None,
        )
    title = pagewords.without_label(cleaning.line(subject)) or None
    head = [letters(b.text) for b in inner.blocks[:_HEAD]]
    told = Facts(title=title) if title and letters(title) in head else Facts()
    name = cleaning.line(email.utils.parseaddr(sender)[0]).strip("\"' ")
    inner.facts = inner.facts.over(told)
    inner.fallback = Facts(title=title, issuer=name if is_name_of_body(name) else None, date=_sent(sent))
    if attached:
        inner.warnings.append(f"not read: the attachment{'s' if len(attached) > 1 else ''} {', '.join(attached[:5])}")
    return inner


def _bodies(parts: list[EmailMessage]) -> tuple[str, bytes, list[str]]:
    """The first plain text, the first HTML, and the names of what is attached."""
    text, html = "", b""
    attached: list[str] = []
    for part in parts:
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            name = cleaning.line(part.get_filename() or "")[:80]
            if name and not kind.startswith("image/"):
                attached.append(name)
            continue
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        charset = part.get_content_charset()
        if kind == "text/html" and not html:
            decoded = decoding.decode(raw, declared=charset) if raw else ""
            html = decoded.encode("utf-8-sig", "replace")
        elif kind == "text/plain" and not text.strip() and raw.strip():
            text = decoding.decode(raw, declared=charset)
    return text, html, attached


def _from_text(text: str) -> Sheet:
    if len(text) > _MOST_TEXT:
        raise FoiakitError("the e-mail's text is too long to be a release", remedy="Save the release alone.")
    text = cleaning.clean(text)
    body, _, signature = text.partition("\n-- \n")
    facts, rest, warnings = frontmatter.divide(body)
    blocks = plain.blocks(rest)
    blocks += [Block(text=b.text, kind=Kind.FURNITURE) for b in plain.blocks(signature)]
    return Sheet(blocks=blocks, facts=facts, warnings=warnings)


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = message.get(name)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):  # a header that no mail program wrote
        value = next((text for key, text in message.raw_items() if key.lower() == name), None)
    return str(value) if value is not None else ""


def _sent(value: str) -> date | None:
    try:
        return email.utils.parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return dates.parse(value) if value else None
