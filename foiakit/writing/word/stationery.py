"""The paper a letter is written on: foiakit's own, or a house's letterhead with what it lacks added."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from foiakit.writing.word import letterhead as vetting
from foiakit.writing.word import numbering, styles
from foiakit.writing.word.package import in_order, join, pack

_BLANK = Path(__file__).parent / "blank"

_AFTER_FOOTNOTE_PR = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
    "listSeparator")  # fmt: skip
"""What follows `w:footnotePr` in the settings' fixed order."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """An empty document, ready for a letter, with the ids that this file gives the styles and lists it needs."""

    document: WordDocument
    styles: Mapping[str, str]
    items: int
    bullets: int


@lru_cache(maxsize=1)
def blank() -> bytes:
    """foiakit's own stationery: the folder `blank/`, zipped."""
    names = sorted((p.relative_to(_BLANK).as_posix() for p in _BLANK.rglob("*") if p.is_file()), key=in_order)
    return join(pack(name, (_BLANK / name).read_bytes()) for name in names)


@lru_cache(maxsize=8)
def prepared(letterhead: bytes | None) -> bytes:
    """The stationery as a file: vetted, scrubbed and emptied once, however many letters are written on it.

    Raises:
        BadFile: The letterhead cannot be used; the reason is named.
    """
    if letterhead is None:
        return blank()
    try:
        document = vetting.opened(letterhead)
        out = io.BytesIO()
        document.save(out)
        _laid(out.getvalue(), "en-US")  # what a letter needs can be added: found out now, not in its midst
    except vetting.DAMAGE as error:
        raise vetting.broken(error) from None
    return out.getvalue()


def take(letterhead: bytes | None, *, language: str) -> Stationery:
    """A fresh sheet.

    Args:
        letterhead: A .docx whose header, footer, fonts and margins are kept; None for foiakit's own.
        language: BCP 47, for the document's default language.

    Raises:
        BadFile: The letterhead cannot be used; the reason is named.
    """
    return _laid(prepared(letterhead), language)


def _laid(paper: bytes, language: str) -> Stationery:
    document = Document(io.BytesIO(paper))
    ids = styles.ensure(document, _BLANK / "word" / "styles.xml", language=language)
    items, bullets = numbering.add(document)
    footer = document.sections[0].footer
    if footer.is_linked_to_previous:  # no footer of its own
        _number_pages(footer, ids)
    _declare_footnotes(document)
    return Stationery(document=document, styles=ids, items=items, bullets=bullets)


def attach(document: WordDocument, name: str, content_type: str, relationship: str, xml: str) -> None:
    """Adds a part that the document refers to, or replaces it."""
    for key in [key for key, rel in document.part.rels.items() if rel.reltype == relationship]:
        del document.part.rels[key]
    part = Part(PackURI(name), content_type, xml.encode(), document.part.package)
    document.part.relate_to(part, relationship)


def set_core(document: WordDocument, xml: str) -> None:
    """Replaces all properties of the file, and drops every other part about it (thumbnail, application, custom)."""
    package = document.part.package
    assert package is not None
    for key in [key for key, rel in package.rels.items() if rel.reltype != RT.OFFICE_DOCUMENT]:
        del package.rels[key]
    part = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, xml.encode(), package)
    package.relate_to(part, RT.CORE_PROPERTIES)


def _number_pages(footer: Any, ids: Mapping[str, str]) -> None:
    """Page x of y."""
    paragraph = footer.paragraphs[0]._p
    paragraph.style = ids["footer"]
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.append(_run(words))
        simple = OxmlElement("w:fldSimple", attrs={qn("w:instr"): field})
        simple.append(_run("1"))
        paragraph.append(simple)


def _run(words: str) -> Any:
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _declare_footnotes(document: WordDocument) -> None:
    """`w:footnotePr` in the settings names the separators; a letterhead's own would name others."""
    settings = document.settings.element
    for old in settings.findall(qn("w:footnotePr")):
        settings.remove(old)
    declared = OxmlElement("w:footnotePr")
    for id in ("-1", "0"):
        declared.append(OxmlElement("w:footnote", attrs={qn("w:id"): id}))
    for child in settings:
        if child.tag.rpartition("}")[2] in _AFTER_FOOTNOTE_PR:
            child.addprevious(declared)
            return
    settings.append(declared)
