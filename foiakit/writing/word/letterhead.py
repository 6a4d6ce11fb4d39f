"""A house's letterhead: what cannot be used is refused by name, what would tell on its author is taken out.

A letterhead is a file from outside. Macros, embedded objects, linked pictures (which call home when a clerk opens the
letter), entity and zip bombs are refused; the body, properties, revision marks and notes of whoever made it go.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from foiakit.files import archive
from foiakit.model.errors import BadFile, Problem
from foiakit.writing.word.package import join, pack
from foiakit.writing.word.xml import NAMESPACE

_DOCUMENT_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_KEPT = {RT.HEADER, RT.FOOTER, RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.THEME, RT.FONT_TABLE}
_KEPT_BELOW = {RT.IMAGE, RT.HYPERLINK, RT.FONT}
_SETTINGS_DROPPED = ("attachedTemplate", "rsids", "docVars", "mailMerge", "endnotePr", "documentProtection",
    "writeProtection", "trackRevisions", "linkStyles", "docId", "attachedSchema", "saveThroughXslt")  # fmt: skip
_LETTER_PAPER = (
    f'<w:sectPr xmlns:w="{NAMESPACE}"><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" '
    'w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
DAMAGE = (LookupError, ValueError, AttributeError, TypeError, OSError, SyntaxError, zipfile.BadZipFile)
"""What python-docx and lxml raise over a file whose parts do not fit together."""

_MARKS = ("rsid", "paraId", "textId")


def opened(data: bytes) -> WordDocument:
    """The letterhead, emptied and scrubbed: its header, footer, fonts, styles and margins.

    Raises:
        BadFile: It is no Word file, protected, strict, broken, too large, or holds macros, embedded objects or links to
            pictures.
    """
    try:
        parts = dict(archive.members(data, "Word file", ".docx", archive.Bounds()))
    except archive.Unsafe as unsafe:
        raise _bad(unsafe.says, unsafe.remedy) from None
    _refuse(parts)
    try:
        document = Document(io.BytesIO(join(pack(name, content) for name, content in parts.items())))
    except DAMAGE as error:
        raise broken(error) from None
    _keep_only_stationery(document)
    _scrub(document)
    return document


def broken(error: Exception) -> BadFile:
    """What is said of a Word file whose parts do not fit together."""
    return _bad(f"the Word file is broken ({_words(error)})")


def _refuse(parts: dict[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml")
    if types is None or ("word/document.xml" not in parts and b"wordprocessingml" not in types):
        raise _bad("this is no Word file", "Save it as Word Document (.docx).")
    for name, content in parts.items():
        low = name.lower()
        if low.endswith(("vbaproject.bin", "vbadata.xml")):
            raise _bad(f"it holds macros ({name})", "Save it as Word Document (.docx), without macros.")
        if "/embeddings/" in low or "/activex/" in low or "/afchunk" in low:
            raise _bad(f"it holds an embedded object ({name})", "Replace the object by a picture.")
        if low.endswith((".xml", ".rels")):
            _refuse_xml(name, content)
    if b"macroEnabled" in types:
        raise _bad("it is a macro-enabled file", "Save it as Word Document (.docx), without macros.")
    if any(_STRICT in content for name, content in parts.items() if name.endswith(".rels")):
        raise _bad("it is a Strict Open XML file", "Save it as Word Document (.docx), not as Strict.")
    if _DOCUMENT_TEMPLATE in types:
        parts["[Content_Types].xml"] = types.replace(_DOCUMENT_TEMPLATE, CT.WML_DOCUMENT_MAIN.encode())


def _refuse_xml(name: str, content: bytes) -> None:
    try:
        etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise _bad(f"{name} is broken ({_words(error)})") from None


def _keep_only_stationery(document: WordDocument) -> None:
    part, body = document.part, document.element.body
    first = next(iter(body.iter(qn("w:sectPr"))), None)  # that of the first page, which bears the letterhead
    for child in list(body):
        body.remove(child)
    if first is not None:
        for kind in first.findall(qn("w:type")):
            first.remove(kind)
        body.append(first)
    else:
        body.append(parse_xml(_LETTER_PAPER))
    for key in [key for key, rel in part.rels.items() if rel.reltype not in _KEPT]:
        del part.rels[key]
    for below in [rel.target_part for rel in part.rels.values()]:
        for key, rel in list(below.rels.items()):
            if rel.reltype == RT.IMAGE and rel.is_external:
                raise _bad("it links to a picture outside the file", "Insert the picture instead of linking to it.")
            if rel.reltype not in _KEPT_BELOW:
                if below.partname == "/word/settings.xml":
                    del below.rels[key]
                else:
                    raise _bad(f"{below.partname} holds an embedded object", "Replace the object by a picture.")


def _scrub(document: WordDocument) -> None:
    for element in list(document.settings.element):
        if element.tag.rpartition("}")[2] in _SETTINGS_DROPPED:
            document.settings.element.remove(element)
    for part in (document.part, *(rel.target_part for rel in document.part.rels.values())):
        if isinstance(part, XmlPart):
            _forget(part.element)


def _forget(root: Any) -> None:
    """Revision marks and the ids of editing sessions."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.tag in {qn("w:rsid"), qn("w:proofErr")}:
            element.getparent().remove(element)
            continue
        for key in [k for k in element.attrib if k.rpartition("}")[2].startswith(_MARKS)]:
            del element.attrib[key]


def _words(error: Exception) -> str:
    return str(error).strip("'\"").split("\n")[0][:120] or type(error).__name__


def _bad(says: str, remedy: str | None = None) -> BadFile:
    return BadFile(
        Problem(
            path=None, key="letterhead", says=says, remedy=remedy or "Open it in Word or LibreOffice and save it again."
        )
    )
