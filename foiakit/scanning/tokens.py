"""The words of a text with their places, so that costly patterns are tried only where they can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+")


Token = tuple[str, int, int]
"""A word in small letters, where it starts and where it ends. A plain tuple: thousands are made for each release."""


def tokens_of(text: str) -> list[Token]:
    """All words of a text."""
    return [(m[0].lower(), *m.span()) for m in _WORD.finditer(text)]


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
        if start < end:
            continue
        if low in after:
            if i == last or not (tokens[i + 1][0] in after[low] or tokens[i + 1][0][0].isdigit()):
                continue
        elif low not in starts and not low[0].isdigit():
            continue
        if match := pattern.match(text, start):
            end = match.end()
            yield match
