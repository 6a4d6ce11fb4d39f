"""The styles a letter needs, looked up by the name Word files them under; what a letterhead lacks is added."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml


def ensure(document: WordDocument, ours: Path, *, language: str) -> Mapping[str, str]:
    """Adds the styles of `ours` that the document has not, and sets the document's language.

    A style that is there is never changed: a house's Heading 1 stays as the house wants it. A style that is added
    rests on the document's own default paragraph style, so that it takes its font.

    Returns:
        The id that the document gives each style, by name in lower case and as written in `ours`. Word in another
        language files "heading 1" under other ids; the names stay English.
    """
    root = document.styles.element
    wanted = parse_xml(ours.read_bytes())
    if not root.findall(qn("w:style")):
        _take_over(root, wanted)
    _set_language(root, wanted, language)
    by_name: dict[str, Any] = {_name(style).lower(): style for style in root.findall(qn("w:style"))}
    taken = {_id(style) for style in by_name.values()}
    default = next((s for s in by_name.values() if s.get(qn("w:default")) == "1" and _kind(s) == "paragraph"), None)
    ids: dict[str, str] = {}
    added: list[Any] = []
    for style in wanted.findall(qn("w:style")):
        name = _name(style)
        there = by_name.get(name.lower())
        if there is not None and _kind(there) == _kind(style):
            ids[name] = _id(there)
        elif style.get(qn("w:default")) == "1":
            ids[name] = "" if default is None else _id(default)
        else:
            fresh = copy.deepcopy(style)
            ids[name] = _free(_id(style), taken)
            fresh.set(qn("w:styleId"), ids[name])
            taken.add(ids[name])
            added.append(fresh)
    new_ids = {_id(style): ids[_name(style)] for style in wanted.findall(qn("w:style"))}
    for fresh in added:
        _rebase(fresh, new_ids)
        root.append(fresh)
    return ids


def _take_over(root: Any, wanted: Any) -> None:
    for child in list(root):
        root.remove(child)
    for child in wanted:
        root.append(copy.deepcopy(child))


def _set_language(root: Any, wanted: Any, language: str) -> None:
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = copy.deepcopy(wanted.find(qn("w:docDefaults")))
        root.insert(0, defaults)
    holder = defaults.find(qn("w:rPrDefault"))
    if holder is None:
        holder = copy.deepcopy(wanted.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"))
        defaults.insert(0, holder)
    properties = holder.find(qn("w:rPr"))
    if properties is None:
        properties = holder.makeelement(qn("w:rPr"))
        holder.append(properties)
    lang = properties.find(qn("w:lang"))
    if lang is None:
        lang = properties.makeelement(qn("w:lang"))
        following = [qn(f"w:{tag}") for tag in ("eastAsianLayout", "specVanish", "oMath")]
        after = next((child for child in properties if child.tag in following), None)
        properties.append(lang) if after is None else after.addprevious(lang)
    lang.set(qn("w:val"), language)


def _rebase(style: Any, new_ids: Mapping[str, str]) -> None:
    for tag in ("w:basedOn", "w:next", "w:link"):
        for reference in style.findall(qn(tag)):
            id = new_ids.get(reference.get(qn("w:val")), "")
            if id and id != _id(style):
                reference.set(qn("w:val"), id)
            else:
                style.remove(reference)


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")))


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId"), ""))


def _kind(style: Any) -> str:
    return str(style.get(qn("w:type"), "paragraph"))


def _free(id: str, taken: set[str]) -> str:
    fresh, at = id, 2
    while fresh in taken:
        fresh, at = f"{id}{at}", at + 1
    return fresh
