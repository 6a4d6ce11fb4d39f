"""A letter as the plain text that a request portal takes, shortened in steps until it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from foiakit.model.letter import Block, Clause, Exhibit, ExhibitParagraph, Item, ItemList, Letter, Spans, Text
from foiakit.writing.wording import ATTACHED, MARKED, closed, exhibit_name, lettered, long_date, printable

FOIA_GOV_LIMIT = 10_000
"""Characters that foia.gov takes in a request's description."""

_SHORTENED = "Only the paragraphs cited are given here; the whole release is in the attached letter."
_LEFT_OUT = "The release, with its paragraphs numbered, is in the attached letter."

ExhibitText = Callable[[Exhibit], Iterator[str]]


def to_text(letter: Letter, limit: int = FOIA_GOV_LIMIT) -> tuple[str, int]:
    """The letter as plain text, notes and exhibit after the signature.

    The first of these that fits is given: everything; the exhibit's cited paragraphs only; no exhibit; no sender and
    addressee (a portal asks for both in fields of its own). No sentence of the request itself is ever cut.

    Args:
        limit: The most characters that the portal takes, counted as a form counts (line ends as one).

    Returns:
        The text and the number of characters by which even the shortest form is over the limit, else 0.
    """
    text = ""
    for exhibit, heads in ((_whole, True), (_cited, True), (_named, True), (_named, False)):
        text = _render(letter, exhibit, heads=heads)
        if len(text) <= limit:
            return text, 0
    return text, len(text) - limit


def _render(letter: Letter, exhibit: ExhibitText, *, heads: bool) -> str:
    parts: list[str] = []
    if heads:
        parts += [_lines(letter.sender), long_date(letter.dated), printable(letter.channel or "")]
        parts += [_lines(letter.addressee)]
    parts += [printable(letter.subject), printable(letter.salutation)]
    for part in letter.body:
        parts.extend(_items(part) if isinstance(part, ItemList) else _clause(part))
    parts += [printable(letter.closing), _lines(letter.signature)]
    parts.append("\n".join(f"{ATTACHED if i == 0 else ''}{printable(a)}" for i, a in enumerate(letter.attached)))
    if letter.notes:
        parts.append("Notes")
        parts.append("\n".join(f"[{note.number}] {_spans(note.spans)}" for note in letter.notes))
    for one in letter.exhibits:
        parts.extend(exhibit(one))
    return "\n\n".join(p for p in parts if p) + "\n"


def _clause(clause: Clause) -> Iterator[str]:
    for index, block in enumerate(clause.blocks):
        heading = f"{closed(clause.heading)} " if clause.heading and index == 0 else ""
        yield _block(block, heading)


def _block(block: Block, heading: str) -> str:
    rows = [(heading + _spans(block.spans)).strip(), *(f"- {_spans(bullet)}" for bullet in block.bullets)]
    return "\n".join(row for row in rows if row)


def _items(items: ItemList) -> Iterator[str]:
    yield printable(items.heading)
    yield from map(_item, items.items)


def _item(item: Item) -> str:
    rows = [f"{item.number}. {closed(item.label)} {_spans(item.lead)}".strip()]
    rows += [f"   {lettered(i)}. {_spans(part)}" for i, part in enumerate(item.parts)]
    if item.tail:
        rows.append(f"   {_spans(item.tail)}")
    return "\n".join(rows)


def _whole(exhibit: Exhibit) -> Iterator[str]:
    yield from _head(exhibit)
    if any(p.marked for p in exhibit.paragraphs):
        yield f"{MARKED} with >> and <<."
    yield from map(_paragraph, exhibit.paragraphs)


def _cited(exhibit: Exhibit) -> Iterator[str]:
    yield from _head(exhibit)
    yield _SHORTENED
    yield from (_paragraph(p) for p in exhibit.paragraphs if p.marked)


def _named(exhibit: Exhibit) -> Iterator[str]:
    yield from _head(exhibit)
    yield _LEFT_OUT


def _head(exhibit: Exhibit) -> Iterator[str]:
    yield exhibit_name(exhibit.letter)
    yield printable(exhibit.citation)


def _paragraph(paragraph: ExhibitParagraph) -> str:
    text, at = "", 0
    for start, end in paragraph.marked:
        text += f"{paragraph.text[at:start]}>>{paragraph.text[start:end]}<<"
        at = end
    text = printable(text + paragraph.text[at:])
    number = f"[{paragraph.number}] " if paragraph.number is not None else ""
    return f"{number}{'• ' if paragraph.bullet else ''}{text}"


def _lines(lines: tuple[str, ...]) -> str:
    return "\n".join(printable(line) for line in lines if line.strip())


def _spans(spans: Spans) -> str:
    return "".join(printable(s.words) if isinstance(s, Text) else f"[{s.number}]" for s in spans)
