"""The door of this room: a file, link, standard input or bytes come in, a release goes out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from foiakit.model.errors import BadFile, FoiakitError
from foiakit.model.release import Kind, Release
from foiakit.reading import assembly, cleaning, decoding, formats, frontmatter, plain, source, structure
from foiakit.reading.blocks import Sheet
from foiakit.reading.formats import Format
from foiakit.reading.source import Given

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is: bytes of a link, then characters of the text."""

_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_MOST_TEXT = 15_000_000
_LETTER = re.compile(r"[^\W\d_]")


def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    kind: str | None = None,
    progress: Progress | None = None,
    allow_private: bool = False,
) -> Release:
    """The release in a file, behind a link, on standard input, or in some bytes.

    Args:
        source: A path, `-` for standard input, an `https://` link, or the bytes themselves.
        name: What to call it; the path or link where None.
        kind: The format (`txt`, `md`, `html`, `pdf`, `docx`, `eml`); found from the bytes where None.
        progress: Called as a long text is read.
        allow_private: Links may also lead to private addresses and use `http://`.

    Raises:
        FoiakitError: It cannot be read as a release; the message says why and what to do.
    """
    return read_with_bytes(source, name=name, kind=kind, progress=progress, allow_private=allow_private)[0]


def read_with_bytes(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    kind: str | None = None,
    progress: Progress | None = None,
    allow_private: bool = False,
) -> tuple[Release, bytes]:
    """As `read`, with the raw bytes, so that a draft can keep what was fetched beside it."""
    given = _given(source, name, allow_private, progress)
    return _release(given, name or given.name, kind, progress), given.raw


def _given(source_: str | Path | bytes, name: str | None, allow_private: bool, progress: Progress | None) -> Given:
    if isinstance(source_, bytes):
        if len(source_) > source.MOST_BYTES:
            raise source.too_large(name or "the input", len(source_))
        return Given(raw=source_, name=name or "input")
    if isinstance(source_, str):
        if source_ == "-":
            return source.from_stdin()
        if _LINK.match(source_):
            from foiakit.reading import link

            return link.fetch(source_, allow_private=allow_private, progress=progress)
    return source.from_file(Path(source_))


def _release(given: Given, name: str, kind: str | None, progress: Progress | None) -> Release:
    shown = cleaning.line(name)[:300] or "input"
    if not given.raw.strip(b"\0 \t\r\n\f"):
        raise FoiakitError(f"{shown}: is empty", remedy="Save the release again; nothing was written to this file.")
    try:
        called = given.path.name if given.path else shown
        form = formats.named(kind) if kind else formats.detect(given.raw, called, given.media_type)
        sheet = _sheet(given, form)
        facts = sheet.facts.over(structure.classify(sheet.blocks, sheet.facts)).over(sheet.fallback)
    except BadFile:
        raise
    except FoiakitError as error:
        raise _naming(error, shown) from None
    text, paragraphs, passages = assembly.assemble(sheet.blocks, progress)
    if not any(p.kind is Kind.BODY and _LETTER.search(p.text) for p in passages):
        raise FoiakitError(
            f"{shown}: there are no sentences in it",
            remedy="Open it to see whether it holds the release; a page may need saving once it has loaded.",
        )
    return Release(
        file=shown,
        sha256=hashlib.sha256(given.raw).hexdigest(),
        text=text,
        paragraphs=paragraphs,
        passages=passages,
        title=facts.title,
        subtitle=facts.subtitle,
        issuer=facts.issuer,
        date=facts.date,
        place=facts.place,
        url=_address(facts.url, given.url),
        retrieved=facts.retrieved or given.retrieved,
        archived=facts.archived,
        jurisdiction=facts.jurisdiction,
        warnings=tuple(sheet.warnings),
    )


def _address(said: str | None, fetched: str | None) -> str | None:
    """The address to cite: what a page says of itself, unless it was fetched from another site."""
    if said and fetched and _site(said) != _site(fetched):
        return fetched
    return said or fetched


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _naming(error: FoiakitError, shown: str) -> FoiakitError:
    says = error.says if error.says.startswith(shown) else f"{shown}: {error.says}"
    return FoiakitError(says, remedy=error.remedy)


def _sheet(given: Given, form: Format) -> Sheet:
    if form is Format.PDF:
        from foiakit.reading import pdf

        return pdf.sheet(given.raw)
    if form is Format.WORD:
        from foiakit.reading import word

        return word.sheet(given.raw)
    if form is Format.MAIL:
        from foiakit.reading import mail

        return mail.sheet(given.raw)
    if form is Format.HTML:
        from foiakit.reading import webpage

        return webpage.sheet(given.raw, given.url)
    return _text_sheet(given, form is Format.MARKDOWN)


def _text_sheet(given: Given, markdown: bool) -> Sheet:
    if len(given.raw) > _MOST_TEXT:
        raise FoiakitError(
            f"the text has {len(given.raw) / 1e6:.0f} MB; {_MOST_TEXT // 1_000_000} MB is the most",
            remedy="Save the release alone.",
        )
    text = cleaning.clean(decoding.decode(given.raw))
    facts, rest, warnings = frontmatter.divide(text, given.path)
    blocks = plain.blocks(rest, markdown=markdown)
    return Sheet(blocks=blocks, facts=facts, warnings=warnings)
