"""The words of a passage, and stretches of them as they can be quoted: exact, without stray punctuation."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
_OPENERS = {"“": "”", "(": ")", "[": "]", '"': '"', "‘": "’"}
_CLOSERS = {"”": "“", ")": "(", "]": "[", '"': '"'}
_LEADING = frozenset("-–—…•")
_TRAILING = frozenset(",;:!?-–—")

Span = tuple[int, int]


def words(text: str) -> list[Span]:
    """The words of a text with what is glued to them, as (start, end)."""
    return [match.span() for match in _WORD.finditer(text)]


def stretch(text: str, first: Span, last: Span) -> Span:
    """From one word to another, as it stands between quotation marks.

    Punctuation at its ends is left out, and a quotation mark or bracket whose partner lies outside; the full stop of an
    abbreviation stays, that of the sentence does not. Words that are punctuation alone stay as they are.
    """
    start, end = first[0], last[1]
    stop = len(text.rstrip('”"’)] '))
    while start < end and _is_stray_before(text, start, end):
        start += 1
    while end > start and _is_stray_after(text, start, end, stop):
        end -= 1
    return (start, end) if start < end else (first[0], last[1])


def _is_stray_before(text: str, start: int, end: int) -> bool:
    mark = text[start]
    partner = _OPENERS.get(mark)
    return mark in _LEADING or mark.isspace() or (partner is not None and partner not in text[start + 1 : end])


def _is_stray_after(text: str, start: int, end: int, stop: int) -> bool:
    mark, before = text[end - 1], text[start : end - 1]
    if mark in _TRAILING or mark.isspace():
        return True
    if mark == ".":
        return end >= stop and not before.endswith(".")
    partner = _CLOSERS.get(mark)
    if partner is None:
        return False
    if partner == mark:
        return before.count(mark) % 2 == 0
    return before.count(partner) <= before.count(mark)
