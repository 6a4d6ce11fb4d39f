"""A Word file to blocks. The archive and its XML are opened by hand, with bounds: a release may come from anyone.

python-docx is not used here: it would unpack and parse whatever the archive holds.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import cleaning, plain
from foiakit.reading.blocks import Block, Facts, Sheet

Element = Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_MEMBERS = 3000
_MOST_PART = 20_000_000
_MOST_BLOCKS = 60_000
_MOST_DEPTH = 60
_LEFT_OUT = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK, f"{_W}pPr", f"{_W}rPr")
)
_REMEDY = "Open it in Word or LibreOffice, save it again as .docx, and give that."


@dataclass(slots=True)
class _Styles:
    """What styles and lists mean: names by style id, lists by style id, number formats by list."""

    names: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def sheet(raw: bytes) -> Sheet:
    """Reads a .docx file: headers, paragraphs, lists, tables, notes; deletions that are only tracked are left out.

    Raises:
        FoiakitError: No Word file, damaged, encrypted, or one that unpacks to more than is safe.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError, OverflowError):
        raise FoiakitError("the Word file is damaged", remedy=_REMEDY) from None
    if len(names) > _MOST_MEMBERS:
        raise FoiakitError(f"the Word file holds {len(names):,} parts; that is not safe to read", remedy=_REMEDY)
    with archive:
        document = _part(archive, "word/document.xml")
        if document is None:
            raise FoiakitError("this archive is no Word file", remedy="Save the release as .docx or PDF and give that.")
        styles = _styles(_part(archive, "word/styles.xml"), _part(archive, "word/numbering.xml"))
        edges = {kind: _numbered(archive, names, kind) for kind in ("header", "footer", "footnotes", "endnotes")}
        core = _part(archive, "docProps/core.xml")
    body = document.find(f"{_W}body")
    blocks = _once([b for part in edges["header"][:4] for b in _blocks(part, styles)])
    blocks += _blocks(body if body is not None else document, styles)
    for part in (*edges["footnotes"], *edges["endnotes"]):
        blocks += _notes(part, styles)
    for block in _once([b for part in edges["footer"][:4] for b in _blocks(part, styles)]):
        block.kind = Kind.FURNITURE
        blocks.append(block)
    return Sheet(blocks=blocks, fallback=Facts(title=_core_title(core)))


def _numbered(archive: zipfile.ZipFile, names: list[str], kind: str) -> list[Element]:
    """The parts `word/header1.xml`, `word/header2.xml` …"""
    found = (_part(archive, n) for n in sorted(names) if re.fullmatch(rf"word/{kind}\d*\.xml", n))
    return [part for part in found if part is not None]


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    """A part's root element, or None where there is none. Never more than 20 MB, no document type, no entities."""
    from lxml import etree

    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise FoiakitError("the Word file has a password", remedy="Save it without one, or as PDF, and give that.")
    try:
        with archive.open(info) as stream:
            data = stream.read(_MOST_PART + 1)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, RuntimeError):
        raise FoiakitError("the Word file is damaged", remedy=_REMEDY) from None
    except Exception as error:  # zlib, lzma and bz2 each have an error of their own
        if type(error).__module__ not in ("zlib", "lzma", "bz2", "_lzma"):
            raise
        raise FoiakitError("the Word file is damaged", remedy=_REMEDY) from None
    if len(data) > _MOST_PART:
        raise FoiakitError(
            f"the Word file unpacks to more than {_MOST_PART // 1_000_000} MB of text; that is not safe to read",
            remedy=_REMEDY,
        )
    head = data[:4096].replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in data.replace(b"\0", b"")[:200_000]:
        raise FoiakitError("the Word file declares XML entities, which no Word file needs", remedy=_REMEDY)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FoiakitError("the Word file is damaged", remedy=_REMEDY) from None


def _styles(styles: Element | None, numbering: Element | None) -> _Styles:
    out = _Styles()
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        id = style.get(f"{_W}styleId") or ""
        name = style.find(f"{_W}name")
        out.names[id] = (name.get(f"{_W}val") or "").lower() if name is not None else ""
        listed = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if listed is not None:
            out.lists[id] = listed.get(f"{_W}val") or ""
    if numbering is not None:
        abstract: dict[str, str] = {}
        for item in numbering.iter(f"{_W}abstractNum"):
            fmt = item.find(f"{_W}lvl/{_W}numFmt")
            abstract[item.get(f"{_W}abstractNumId") or ""] = fmt.get(f"{_W}val") or "" if fmt is not None else ""
        for item in numbering.iter(f"{_W}num"):
            base = item.find(f"{_W}abstractNumId")
            out.formats[item.get(f"{_W}numId") or ""] = (
                abstract.get(base.get(f"{_W}val") or "", "") if base is not None else ""
            )
    return out


def _blocks(root: Element, styles: _Styles) -> list[Block]:
    """Paragraphs and tables in order, through content controls and insertions."""
    out: list[Block] = []
    stack: list[tuple[Element, int]] = [(child, 0) for child in reversed(root)]
    while stack and len(out) < _MOST_BLOCKS:
        element, depth = stack.pop()
        if element.tag in _LEFT_OUT or depth > _MOST_DEPTH:
            continue
        if element.tag == f"{_W}p":
            out.extend(_paragraph(element, styles))
        elif element.tag == f"{_W}tbl":
            if (table := _table(element)) is not None:
                out.append(table)
            else:
                stack.extend(
                    (c, depth + 1) for c in reversed([x for x in element.iter(f"{_W}tc") if _outer(x, element)])
                )
        else:
            stack.extend((child, depth + 1) for child in reversed(element))
    return out


def _outer(cell: Element, table: Element) -> bool:
    """Whether a cell is the table's own, not a nested table's."""
    return next(cell.iterancestors(f"{_W}tbl")) is table


def _table(table: Element) -> Block | None:
    """A table of data as one block, a row a line; None where cells hold whole texts (a letterhead's layout)."""
    if table.find(f".//{_W}tc//{_W}tbl") is not None:
        return None
    rows = []
    for row in table.iter(f"{_W}tr"):
        cells = [
            " ".join(cleaning.line(_words(p)[0]) for p in cell.iter(f"{_W}p")).strip() for cell in row.iter(f"{_W}tc")
        ]
        rows.append([c for c in cells if c])
    full = [r for r in rows if r]
    if len(full) < 2 or max(len(r) for r in full) < 2 or any(len(c) > 300 for r in full for c in r):
        return None
    return Block(text="\n".join(" | ".join(r) for r in full))


def _words(paragraph: Element) -> tuple[str, bool]:
    """A paragraph's text, line breaks kept, and whether all of it is bold."""
    parts: list[str] = []
    bold = True
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in _LEFT_OUT or not isinstance(tag, str):
            continue
        if tag == f"{_W}t":
            parts.append(element.text or "")
            if (element.text or "").strip():
                mark = element.getparent().find(f"{_W}rPr/{_W}b")
                bold = bold and mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")
        elif tag == f"{_W}tab":
            parts.append(" ")
        elif tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n" if element.get(f"{_W}type") in (None, "textWrapping") else " ")
        elif tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif tag == f"{_W}footnoteReference" or tag == f"{_W}endnoteReference":
            parts.append(f"[{element.get(f'{_W}id') or ''}]")
        elif tag != f"{_W}p":
            stack.extend(reversed(element))
    return "".join(parts), bold


def _paragraph(element: Element, styles: _Styles) -> list[Block]:
    text, bold = _words(element)
    rows = [words for row in cleaning.clean(text).split("\n") if (words := " ".join(row.split()))]
    boxed = [b for box in element.iter(f"{_W}txbxContent") if not _in_fallback(box) for b in _blocks(box, styles)]
    if not rows:
        return boxed
    id = _value(element, "pStyle")
    style = styles.names.get(id, id.lower())
    list_id = _value(element, "numPr/" + _W + "numId") or styles.lists.get(id, "")
    bullet = bool(list_id and list_id != "0") or style.startswith("list")
    heading = re.match(r"heading (\d)", style)
    level = 1 if style == "title" else int(heading[1]) if heading else 0
    joined = " ".join(rows)
    if bullet and styles.formats.get(list_id, "") in ("decimal", "decimalZero"):
        styles.counts[list_id] = styles.counts.get(list_id, 0) + 1
        joined = f"{styles.counts[list_id]}. {joined}"
    elif not level and (mark := plain.BULLET.match(joined)) and len(joined) > 2:
        joined, bullet = joined[mark.end() :], True
    elif not level and plain.NUMBERED.match(joined):
        bullet = True
    return [Block(text=joined, level=level, bullet=bullet and not level, bold=bold), *boxed]


def _value(paragraph: Element, path: str) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}{path}")
    return (found.get(f"{_W}val") or "") if found is not None else ""


def _in_fallback(element: Element) -> bool:
    return next(element.iterancestors(_FALLBACK), None) is not None


def _notes(part: Element, styles: _Styles) -> list[Block]:
    """Foot- and endnotes under the text, each with its mark."""
    out: list[Block] = []
    for note in part:
        if note.get(f"{_W}type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        words = " ".join(b.text for b in _blocks(note, styles))
        if words:
            out.append(Block(text=f"[{note.get(f'{_W}id') or ''}] {words}"))
    return out


def _once(blocks: list[Block]) -> list[Block]:
    """Headers of first, odd and even pages say the same: each text once."""
    return list({b.text: b for b in blocks}.values())


def _core_title(core: Element | None) -> str | None:
    if core is None:
        return None
    title = core.find("{http://purl.org/dc/elements/1.1/}title")
    words = cleaning.line(title.text or "")[:300] if title is not None else ""
    return words if len(words.split()) > 3 else None
