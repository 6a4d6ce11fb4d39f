"""A letter as CommonMark with footnotes. What the words say is escaped: no text of a release becomes markup."""

from __future__ import annotations

import re

from foiakit.model.letter import Block, Clause, Exhibit, ExhibitParagraph, Item, ItemList, Letter, Note, Spans, Text
from foiakit.writing.wording import ATTACHED, MARKED, closed, exhibit_name, lettered, long_date, printable

_SPECIAL = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)")
_STARTS_A_BLOCK = re.compile(r"(?:[#>+=|-]|\d{1,9}(?=[.)]))")


def to_markdown(letter: Letter) -> str:
    """The whole letter: sender, addressee, items, clauses, signature, notes and exhibits.

    Rendered by any CommonMark reader that knows footnotes, its words are those of the Word file.
    """
    parts = [
        _lines(letter.sender),
        long_date(letter.dated),
        _escape(letter.channel or ""),
        _lines(letter.addressee),
        f"# {_escape(letter.subject)}",
        _escape(letter.salutation),
    ]
    for part in letter.body:
        parts.extend(_items(part) if isinstance(part, ItemList) else _clause(part))
    parts += [_escape(letter.closing), _lines(letter.signature), _lines(_attached(letter))]
    for exhibit in letter.exhibits:
        parts.extend(_exhibit(exhibit))
    parts.extend(map(_note, letter.notes))
    return "\n\n".join(p for p in parts if p) + "\n"


def _clause(clause: Clause) -> list[str]:
    parts = []
    for index, block in enumerate(clause.blocks):
        heading = f"**{_escape(closed(clause.heading))}** " if clause.heading and index == 0 else ""
        parts.append(_block(block, heading))
    return parts


def _block(block: Block, heading: str = "") -> str:
    text = (heading + _spans(block.spans, at_start=not heading)).rstrip()
    bullets = "\n".join(f"- {_spans(bullet)}" for bullet in block.bullets)
    return "\n\n".join(p for p in (text, bullets) if p)


def _items(items: ItemList) -> list[str]:
    return [f"## {_escape(items.heading)}", *map(_item, items.items)]


def _item(item: Item) -> str:
    mark = f"{item.number}. "
    paragraphs = [f"*{_escape(closed(item.label))}* {_spans(item.lead, at_start=False)}".strip()]
    paragraphs += [f"{lettered(i)}. {_spans(part, at_start=False)}" for i, part in enumerate(item.parts)]
    if item.tail:
        paragraphs.append(_spans(item.tail))
    return mark + ("\n\n" + " " * len(mark)).join(paragraphs)


def _exhibit(exhibit: Exhibit) -> list[str]:
    parts = [f"# {_escape(exhibit_name(exhibit.letter))}", _escape(exhibit.citation)]
    if any(p.marked for p in exhibit.paragraphs):
        parts.append(f"*{MARKED} in bold.*")
    return parts + [_exhibit_paragraph(p) for p in exhibit.paragraphs]


def _exhibit_paragraph(paragraph: ExhibitParagraph) -> str:
    """The number as the footnotes cite it; a marked passage in bold."""
    number = f"[{paragraph.number}] " if paragraph.number is not None else ""  # no link: nothing defines its target
    if paragraph.bullet:
        number += "• "
    text, at = "", 0
    for start, end in paragraph.marked:
        text += _escape(paragraph.text[at:start], at_start=not text and not number)
        text += _emphasised(paragraph.text[start:end], "**")
        at = end
    text += _escape(paragraph.text[at:], at_start=not text and not number)
    if paragraph.number is None and paragraph.heading:
        return f"## {text}"
    return number + text


def _note(note: Note) -> str:
    return f"[^{note.number}]: {_spans(note.spans)}"


def _attached(letter: Letter) -> tuple[str, ...]:
    return tuple(f"{ATTACHED if i == 0 else ''}{what}" for i, what in enumerate(letter.attached))


def _lines(lines: tuple[str, ...]) -> str:
    return "\\\n".join(_escape(line) for line in lines if line.strip())


def _spans(spans: Spans, *, at_start: bool = True) -> str:
    out = ""
    for span in spans:
        if not isinstance(span, Text):
            out += f"[^{span.number}]"
        elif span.bold or span.italic:
            out += _emphasised(span.words, "*" * (2 * span.bold + span.italic))
        else:
            out += _escape(span.words, at_start=at_start and not out)
    return out


def _emphasised(words: str, mark: str) -> str:
    """Emphasis closes only next to a visible character, so blanks at either end are moved out of it."""
    words = printable(words)
    core = words.strip()
    if not core:
        return words
    lead = words[: len(words) - len(words.lstrip())]
    return f"{lead}{mark}{_escape(core, at_start=False)}{mark}{words[len(words.rstrip()) :]}"


def _escape(text: str, *, at_start: bool = True) -> str:
    text = printable(text).lstrip() if at_start else printable(text)
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    if at_start and (found := _STARTS_A_BLOCK.match(escaped)):
        at = found.end() if found[0][0].isdigit() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped
