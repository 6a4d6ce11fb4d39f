"""A web page's elements to pieces of text in reading order, each with what the page says about it.

One walk with a stack of its own: the depth of a page never becomes the depth of a call.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from foiakit.reading import cleaning, rules

Element = Any

_BLOCK_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select summary table tbody
td tfoot th thead tr ul
"""
_SKIPPED_TAGS = """
script style noscript template svg math iframe object embed canvas audio video head map button select input textarea
option datalist applet link meta
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em"))
_TOKEN = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_UNHIDDEN = frozenset(("no", "not", "without", "has", "with", "hide", "one", "two"))
_STYLE_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_CELL = 200


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of text between two block elements.

    `asides` are the elements round it that look like page furniture; `holders` all block elements round it, the
    innermost last. Characters count what is in links, bold and italics.
    """

    text: str
    tag: str
    holders: tuple[Element, ...]
    asides: tuple[Element, ...]
    level: int = 0
    bullet: bool = False
    hidden: bool = False
    stamp: str | None = None
    linked: int = 0
    bold: int = 0
    aside_from: int | None = None
    characters: int = 0

    @property
    def link_share(self) -> float:
        """The share of the characters that lie in links."""
        return self.linked / max(1, self.characters)


@dataclass(slots=True)
class _Open:
    """The piece being gathered. Parts are (text, linked, bold, italic)."""

    parts: list[tuple[str, bool, bool, bool]] = field(default_factory=list)
    breaks: int = 0
    stamp: str | None = None


@dataclass(slots=True)
class _State:
    """What holds for the text at one point of the walk."""

    holders: tuple[Element, ...] = ()
    asides: tuple[Element, ...] = ()
    linked: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    inside_text: bool = False
    number: list[int] | None = None


def pieces(root: Element) -> list[Piece]:
    """The pieces of a parsed page, furniture and hidden ones included."""
    found: list[Piece] = []
    current = _Open()
    pending_bullet: list[str] = []

    def flush(state: _State) -> None:
        for made in _made(current, state):
            if pending_bullet and made.tag == "li":
                prefix = pending_bullet.pop()
                if prefix:
                    made.text = f"{prefix} {made.text}"
            found.append(made)
        current.parts.clear()
        current.stamp = None
        current.breaks = 0

    stack: list[tuple[Element | None, _State, str]] = [(root, _State(), "in")]
    while stack:
        element, state, phase = stack.pop()
        if phase == "out":
            flush(state)
            continue
        if phase == "tail":
            if element is not None and element.tail:
                current.parts.append((element.tail, state.linked, state.bold, state.italic))
            continue
        tag = element.tag if element is not None and isinstance(element.tag, str) else None
        stack.append((element, state, "tail")) if element is not root else None
        if element is None or tag is None or tag in _SKIPPED:
            continue
        if tag == "br":
            current.parts.append(("\n", state.linked, state.bold, state.italic))
            continue
        if tag == "table" and (rows := _data_rows(element)):
            flush(state)
            inner = _entered(state, element, tag)
            found.append(_piece("\n".join(rows), inner, "table", characters=sum(map(len, rows))))
            continue
        block = tag in _BLOCKS
        if block:
            flush(state)
        inner = _entered(state, element, tag)
        if tag == "li":
            pending_bullet[:] = [_number(state)]
        if tag == "time" and element.get("datetime"):
            current.stamp = element.get("datetime")
        if block:
            stack.append((None, inner, "out"))
        for child in reversed(element):
            stack.append((child, inner, "in"))
        if element.text:
            current.parts.append((element.text, inner.linked, inner.bold, inner.italic))
    flush(_State())
    return found


def _number(state: _State) -> str:
    if state.number is None:
        return ""
    state.number[0] += 1
    return f"{state.number[0]}."


def _entered(state: _State, element: Element, tag: str) -> _State:
    """The state inside an element."""
    aside, hidden, inside = _signs(element, tag, state.inside_text)
    block = tag in _BLOCKS
    number = state.number
    if tag == "ol":
        start = element.get("start") or "1"
        number = [int(start) - 1 if start.isdigit() and len(start) < 5 else 0]
    elif tag == "ul":
        number = None
    return _State(
        holders=(*state.holders, element) if block else state.holders,
        asides=(*state.asides, element) if aside else state.asides,
        linked=state.linked or (tag == "a" and element.get("href") is not None),
        bold=state.bold or tag in _BOLD,
        italic=state.italic or tag in _ITALIC,
        hidden=state.hidden or hidden,
        inside_text=state.inside_text or inside,
        number=number,
    )


def tokens(value: str) -> list[str]:
    """Words of a class or id: "l-region--sidebarFirst" gives l, region, sidebar, first."""
    return [t.lower() for t in _TOKEN.findall(value[:400])]


def _signs(element: Element, tag: str, inside_text: bool) -> tuple[bool, bool, bool]:
    """Whether an element looks like furniture, is not shown, and whether it holds a text (`article`, `main`)."""
    known = _known()
    attributes = element.attrib
    inside = tag in ("article", "main") or attributes.get("role") in ("main", "article")
    if not attributes:
        return tag in known.elements and not (tag == "header" and inside_text), False, inside
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
    hidden = (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_STYLE_HIDDEN.search(attributes.get("style", "")))
        or any(name in known.hidden for name in names.lower().split())
    )
    if inside:
        return False, hidden, True
    if tag == "header":
        return not inside_text, hidden, False
    if tag in known.elements or attributes.get("role") in known.roles:
        return True, hidden, False
    for name in names.split():
        parts = tokens(name)
        if any(p in known.words and (i == 0 or parts[i - 1] not in _UNHIDDEN) for i, p in enumerate(parts)):
            return True, hidden, False
    return False, hidden, False


@dataclass(frozen=True, slots=True)
class _Known:
    elements: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    hidden: frozenset[str]


@lru_cache(maxsize=1)
def _known() -> _Known:
    page = rules.pages()
    return _Known(frozenset(page.elements), frozenset(page.roles), frozenset(page.words), frozenset(page.hidden_words))


def _made(current: _Open, state: _State) -> list[Piece]:
    """The pieces of what was gathered: two line breaks divide paragraphs, one is a space or a bullet's start."""
    if not any(not text.isspace() for text, *_ in current.parts):
        return []
    tag = str(state.holders[-1].tag) if state.holders else "body"
    keep = any(h.tag == "pre" for h in state.holders[-3:])
    out: list[Piece] = []
    for group in _divided(current.parts, keep):
        made = _piece_of(group, state, tag, current.stamp)
        if made is not None:
            out.append(made)
    return out


Part = tuple[str, bool, bool, bool]


def _divided(parts: list[Part], keep: bool) -> list[list[Part]]:
    groups: list[list[Part]] = [[]]
    blank = 0
    for text, linked, bold, italic in parts:
        if text == "\n":
            blank += 1
            groups[-1].append(("\n", linked, bold, italic))
            continue
        if text.isspace() and blank:
            continue
        if blank > 1 and any(not t.isspace() for t, *_ in groups[-1]):
            groups.append([])
        blank = 0
        flat = text if keep else re.sub(r"\s+", " ", text)
        groups[-1].append((flat, linked, bold, italic))
    return groups


def _piece_of(group: list[Part], state: _State, tag: str, stamp: str | None) -> Piece | None:
    raw = "".join(text for text, *_ in group)
    lines = [cleaning.line(row) for row in cleaning.clean(raw).split("\n")]
    text = "\n".join(row for row in lines if row)
    if not text:
        return None
    counted = [(len(cleaning.line(t)), a, b, i) for t, a, b, i in group]
    piece = _piece(text, state, tag, characters=sum(n for n, *_ in counted))
    piece.linked = sum(n for n, a, _, _ in counted if a)
    piece.bold = sum(n for n, _, b, _ in counted if b)
    piece.stamp = stamp
    italics = [i for n, _, _, i in counted if n]
    if italics and italics[-1] and not italics[0]:
        tail = cleaning.line("".join(t for t, _, _, i in group[_first_of_tail(group) :]))
        if tail and text.endswith(tail):
            piece.aside_from = len(text) - len(tail)
    return piece


def _first_of_tail(group: list[Part]) -> int:
    """Where the italics begin that reach the end."""
    at = len(group)
    while at and (group[at - 1][3] or group[at - 1][0].isspace()):
        at -= 1
    return at


def _piece(text: str, state: _State, tag: str, *, characters: int) -> Piece:
    level = next((int(h.tag[1]) for h in reversed(state.holders[-3:]) if re.fullmatch(r"h[1-6]", str(h.tag))), 0)
    bullet = any(h.tag in ("li", "dd") for h in state.holders[-3:]) and not level
    return Piece(
        text=text,
        tag="li" if any(h.tag == "li" for h in state.holders[-3:]) else tag,
        holders=state.holders,
        asides=state.asides,
        level=level,
        bullet=bullet,
        hidden=state.hidden,
        characters=characters,
    )


def _data_rows(table: Element) -> list[str] | None:
    """The rows of a table that holds data, or None where it only lays out the page."""
    if table.find(".//table") is not None or table.find(".//h1") is not None or table.get("role") == "presentation":
        return None
    rows = []
    for row in list(table.iter("tr"))[:2000]:
        cells = [cleaning.line("".join(c.itertext())) for c in row if c.tag in ("td", "th")]
        rows.append([c for c in cells if c])
    full = [r for r in rows if r]
    if len(full) < 2 or max(len(r) for r in full) < 2 or sum(len(r) > 1 for r in full) < len(full) * 0.6:
        return None
    if any(len(c) > _MOST_CELL for r in full for c in r) and table.find(".//th") is None:
        return None
    return [" | ".join(r) for r in full]
