"""The lists of a letter, defined by the letter itself: a file's own "List Number" runs on from list to list."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from foiakit.writing.word.xml import NAMESPACE


def _level(index: int, format: str, text: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


_LISTS = (
    _level(0, "decimal", "%1.", 400, 400) + _level(1, "lowerLetter", "%2.", 800, 400),
    _level(0, "bullet", "•", 400, 280),
)
"""Items 1. with parts a.; bullets."""


def add(document: WordDocument) -> tuple[int, int]:
    """Defines both lists with ids that the file does not use yet.

    Returns:
        The list id of the items (parts are its second level) and that of bullets.
    """
    root = _root(document)
    lists = []
    for levels in _LISTS:
        abstract = _next(root, "w:abstractNum", "w:abstractNumId")
        definition = (
            f'<w:abstractNum xmlns:w="{NAMESPACE}" w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        first_list = root.find(qn("w:num"))
        if first_list is None:
            _append(root, parse_xml(definition))
        else:
            first_list.addprevious(parse_xml(definition))  # all definitions stand before all lists
        number = _next(root, "w:num", "w:numId", least=1)
        _append(
            root,
            parse_xml(f'<w:num xmlns:w="{NAMESPACE}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'),
        )
        lists.append(number)
    return lists[0], lists[1]


def _root(document: WordDocument) -> Any:
    try:
        return document.part.part_related_by(RT.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        element = parse_xml(f'<w:numbering xmlns:w="{NAMESPACE}"/>')
        part = NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, element, document.part.package)
        document.part.relate_to(part, RT.NUMBERING)
        return element


def _append(root: Any, element: Any) -> None:
    """At the end, but before the one element that must stay last."""
    last = root.find(qn("w:numIdMacAtCleanup"))
    root.append(element) if last is None else last.addprevious(element)


def _next(root: Any, tag: str, attribute: str, least: int = 0) -> int:
    return max((int(e.get(qn(attribute), "0")) + 1 for e in root.findall(qn(tag))), default=least)
