"""Which pieces of a page are the release: the smallest element that holds its prose, and the heading above it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from foiakit.reading import pagewords, rules
from foiakit.reading.webblocks import Piece
from foiakit.reading.webfacts import letters

Element = Any

_SMALLER_PART = 0.4
_HOLDS = 0.95
_HOLDS_MOST = 0.55
_NAMED_HOLDS = 0.6
_LINKY = 0.6
_PROSE = 60
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*(?:\s|$)")


@dataclass(slots=True)
class Body:
    """The pieces from `first` to `last` (inclusive) that lie in the chosen element and are no furniture."""

    chosen: Element
    inside: list[bool]
    first: int
    last: int


def find(pieces: list[Piece], second: Callable[[], str] | None = None) -> Body | None:
    """The body of a page, or None where it has no prose.

    Args:
        second: Another reader's text of the page, asked only where one element holds most of the prose but not nearly
            all: it tells whether the rest belongs to the text or is the site's (teasers, notices).
    """
    aside = _asides(pieces)
    weights = [0 if aside[i] or p.hidden else _weight(p) for i, p in enumerate(pieces)]
    if not any(weights):
        weights = [0 if p.hidden else _weight(p) for p in pieces]
        aside = [False] * len(pieces)
    if not any(weights):
        weights = [0 if p.hidden else len(p.text) for p in pieces]
    if not any(weights):
        return None
    chosen = _narrowest(pieces, weights, _HOLDS)
    most = _narrowest(pieces, weights, _HOLDS_MOST)
    if most is not chosen and second is not None and _is_other(pieces, weights, chosen, most, second()):
        chosen = most
    inside = [chosen in p.holders and not aside[i] and not p.hidden for i, p in enumerate(pieces)]
    told = [i for i, yes in enumerate(inside) if yes and weights[i]] or [i for i, yes in enumerate(inside) if yes]
    if not told:
        return None
    cut = next((i for i in range(told[0] + 1, told[-1]) if inside[i] and goes_on_elsewhere(pieces[i])), None)
    if cut is not None and sum(weights[:cut]) > sum(weights[cut:]):
        inside[cut:] = [False] * (len(inside) - cut)
        told = [i for i in told if i < cut]
    return Body(chosen, inside, told[0], told[-1])


def _asides(pieces: list[Piece]) -> list[bool]:
    """Which pieces lie in furniture: an element that looks like it and holds the smaller part of the words."""
    total = sum(_weight(p) for p in pieces if not p.hidden) or 1
    held: dict[Element, int] = {}
    for piece in pieces:
        if piece.hidden:
            continue
        for element in piece.asides:
            held[element] = held.get(element, 0) + _weight(piece)
    small = {e for e, n in held.items() if n < _SMALLER_PART * total}
    return [any(e in small for e in p.asides) for p in pieces]


def _weight(piece: Piece) -> int:
    """How much prose a piece is: sentences count whole, list items half, what is mostly links not at all."""
    size = len(piece.text)
    if piece.link_share > _LINKY or piece.level:
        return 0
    if size >= _PROSE and _SENTENCE.search(piece.text):
        return size
    return size // 2 if piece.bullet and size >= _PROSE // 2 and piece.linked == 0 else 0


def _is_other(pieces: list[Piece], weights: list[int], chosen: Element, most: Element, second: str) -> bool:
    """Whether the prose of `chosen` outside `most` is no part of another reader's text."""
    known = letters(second)
    outside = [
        (p, w) for p, w in zip(pieces, weights, strict=True) if w and chosen in p.holders and most not in p.holders
    ]
    shared = sum(w for p, w in outside if letters(p.text)[:80] in known)
    return bool(known) and shared < 0.5 * sum(w for _, w in outside)


def _narrowest(pieces: list[Piece], weights: list[int], holds: float) -> Element:
    """From the outside in, for as long as one element holds the share `holds` of the prose."""
    total = sum(weights)
    held: dict[Element, int] = {}
    for piece, weight in zip(pieces, weights, strict=True):
        if weight:
            for element in piece.holders:
                held[element] = held.get(element, 0) + weight
    best = None
    depth = -1
    for piece, weight in zip(pieces, weights, strict=True):
        if not weight:
            continue
        for at, element in enumerate(piece.holders):
            share = held[element] / total
            enough = share >= holds or (share >= _NAMED_HOLDS and is_text_holder(element))
            if enough and at > depth and element.tag not in ("p", "li", "td", "tr", "tbody", "ul", "ol", "blockquote"):
                best, depth = element, at
    if best is None:
        best = next(p.holders[0] for p, w in zip(pieces, weights, strict=True) if w)
    return best


def is_text_holder(element: Element) -> bool:
    """Whether an element's name, class, id or itemprop says that it holds the text."""
    if element.tag in ("article", "main") or element.get("role") in ("main", "article"):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}".lower().split()
    return any(name in _text_words() for name in names)


@lru_cache(maxsize=1)
def _text_words() -> frozenset[str]:
    return frozenset(rules.pages().text_words)


def goes_on_elsewhere(piece: Piece) -> bool:
    """A heading under which a site shows other things ("Related news")."""
    short = piece.level > 0 or (piece.bold >= 0.9 * piece.characters and len(piece.text) < 40)
    return short and piece.text in _after_headings()


@lru_cache(maxsize=1)
def _after_headings() -> rules.Phrases:
    return rules.phrases(rules.pages().after_headings)


def is_label(piece: Piece) -> bool:
    """A short field name or value that a site sets under a text ("Topic(s):", "Download report", a tag)."""
    text = piece.text
    if len(text) > 90 or _SENTENCE.search(text):
        return False
    if piece.link_share > _LINKY or pagewords.is_navigation(text):
        return True
    written = piece.tag in ("p", "li", "td") or piece.bullet  # what a person typed, not a field of the site
    return not written and (text.rstrip().endswith(":") or len(text.split()) <= 4)
