"""The words of a text with their places, so that costly patterns are tried only where they can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


Token = tuple[str, int, int]
"""A word in small letters, where it starts and where it ends. A plain tuple: thousands are made for each release."""


def tokens_of(text: str) -> list[Token]:
    """All words of a text."""
    return [(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text)]


def matches(
    pattern: re.Pattern[str], text: str, tokens: list[Token], starts: frozenset[str], after: dict[str, frozenset[str]]
) -> Iterator[re.Match[str]]:
    """Matches of `pattern` that begin at a number or at one of `starts`, left to right, none overlapping.

    Args:
        after: Words that begin a match only before certain others ("the" before "past").
    """
    end = 0
    last = len(tokens) - 1
    for i, (low, start, _) in enumerate(tokens):
        if start < end or not (low in starts or low in after or low[0].isdigit()):
            continue
        if low in after and (i == last or not (tokens[i + 1][0] in after[low] or tokens[i + 1][0][0].isdigit())):
            continue
        if match := pattern.match(text, start):
            end = match.end()
            yield match


class Taken:
    """Stretches of a text that are spoken for; asking whether one is free costs no more than its own length."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marks = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: tuple[int, int]) -> None:
        """Takes a stretch."""
        self._marks[span[0] : span[1]] = b"\x01" * (span[1] - span[0])

    def __contains__(self, span: tuple[int, int]) -> bool:
        """True where any of the stretch is taken."""
        return self._marks.find(1, *span) >= 0
