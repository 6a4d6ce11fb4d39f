"""Which format some bytes are in: their own first bytes say so, then the name; what cannot be read is named."""

from __future__ import annotations

import re
from enum import StrEnum

from foiakit.model.errors import FoiakitError


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    WORD = "docx"
    MAIL = "eml"


_SUFFIXES = {
    "txt": Format.TEXT,
    "text": Format.TEXT,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "pdf": Format.PDF,
    "docx": Format.WORD,
    "eml": Format.MAIL,
}
_MEDIA_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/markdown": Format.MARKDOWN,
    "text/plain": Format.TEXT,
    "application/pdf": Format.PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Format.WORD,
    "message/rfc822": Format.MAIL,
}
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", "Open it and save it as .docx or PDF."),
    (b"{\\rtf", "a Rich Text file", "Open it and save it as .docx."),
    (b"\x89PNG", "a picture", "Read its words with OCR (ocrmypdf, tesseract) and give the result."),
    (b"\xff\xd8\xff", "a picture", "Read its words with OCR (ocrmypdf, tesseract) and give the result."),
    (b"GIF8", "a picture", "Read its words with OCR (ocrmypdf, tesseract) and give the result."),
    (b"II*\0", "a picture", "Read its words with OCR (ocrmypdf, tesseract) and give the result."),
    (b"MM\0*", "a picture", "Read its words with OCR (ocrmypdf, tesseract) and give the result."),
    (b"\x1f\x8b", "a compressed archive", "Unpack it and give the file inside."),
    (b"Rar!", "a compressed archive", "Unpack it and give the file inside."),
    (b"7z\xbc\xaf", "a compressed archive", "Unpack it and give the file inside."),
    (b"\x7fELF", "a program", None),
    (b"MZ\x90\0", "a program", None),
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|h1|p)[\s>]", re.IGNORECASE)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_MAIL_ONLY = re.compile(rb"(?im)^(?:message-id|mime-version|received|return-path|delivered-to|x-mailer):")
_MAIL_ANY = re.compile(rb"(?im)^(?:from|subject|date|to):")


def detect(raw: bytes, name: str = "", media_type: str | None = None) -> Format:
    """The format of some bytes.

    Args:
        media_type: What a server called it; asked after the bytes and the name.

    Raises:
        FoiakitError: A format that is not read (an old .doc, a picture, an archive), with what to do.
    """
    start = raw[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if raw[:1024].find(b"%PDF-") >= 0:
        return Format.PDF
    if raw.startswith(b"PK\x03\x04"):
        return _zipped(raw)
    for magic, what, remedy in _FOREIGN:
        if raw.startswith(magic):
            raise FoiakitError(f"{name or 'this'}: is {what}, which is not read", remedy=remedy)
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    by_name = _SUFFIXES.get(suffix)
    if by_name in (Format.PDF, Format.WORD):
        by_name = None
    if (start.startswith(b"<") and _MARKUP.match(start)) or (
        start[:5].lower() == b"<?xml" and _MARKUP.search(raw[:4096])
    ):
        return Format.HTML
    if by_name is not None:
        return by_name
    header = _HEADER.match(start)
    if header and _MAIL_ONLY.search(header[0]) and len(_MAIL_ANY.findall(header[0])) >= 2:
        return Format.MAIL
    if start.startswith(b"<!--") and _MARKUP.search(raw[:8192]):
        return Format.HTML
    called = _MEDIA_TYPES.get((media_type or "").split(";")[0].strip().lower())
    return called if called not in (None, Format.PDF, Format.WORD) else Format.TEXT


def named(kind: str) -> Format:
    """The format that a person named.

    Raises:
        FoiakitError: No such format is read.
    """
    found = _SUFFIXES.get(kind.lower().lstrip("."))
    if found is None:
        raise FoiakitError(f"“{kind}” is no format that is read", remedy=f"Name one of {', '.join(Format)}.")
    return found


def _zipped(raw: bytes) -> Format:
    if b"word/" in raw[:200_000] or b"word/" in raw[-200_000:]:
        return Format.WORD
    what = "an OpenDocument file" if b"opendocument" in raw[:200] else "an archive or another program's file"
    raise FoiakitError(f"this is {what}, which is not read", remedy="Save the release as .docx or PDF and give that.")
