"""A passage as words: what cues and the learned model see of it, each word with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*|[^\w\s]")
MAX_WORDS = 400
"""A passage longer than this (a table run together, a whole page on one line) is judged by its first words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one passage, in order: words, numbers, and marks of punctuation one by one.

    `lower` are the tokens in lower case with straight apostrophes and without the possessive; `raw` as they stand;
    `starts` and `ends` index the passage's text.
    """

    raw: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.raw)


def words(text: str) -> Words:
    """Splits a passage into words. Hyphenated words come apart; "U.S." and "don't" stay whole."""
    raw: list[str] = []
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        raw.append(token)
        # most words are in lower case: they are kept once, not twice
        low = token if token.islower() else "u.s." if token == "US" else token.lower()
        if "’" in low:
            low = low.replace("’", "'")
        if low.endswith("'s"):
            low = low[:-2]
        lower.append(low)
        starts.append(match.start())
        ends.append(match.end())
        if len(raw) >= MAX_WORDS:
            break
    return Words(tuple(raw), tuple(lower), tuple(starts), tuple(ends))
