"""A passage as words: what cues and the learned model see of it, each word with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import add

from foiakit.scanning.memo import Memo

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*|[^\w\s]")
MAX_WORDS = 400
"""A passage longer than this (a table run together, a whole page on one line) is judged by its first words."""


_ORDINARY = 20 * MAX_WORDS
"""Characters of a text that is cut into words whole, though only the first are kept."""


@dataclass
class Words:
    """The tokens of one passage, in order: words, numbers, and marks of punctuation one by one.

    `lower` are the tokens in lower case with straight apostrophes and without the possessive; `raw` as they stand.
    """

    text: str
    raw: tuple[str, ...]
    lower: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.raw)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token begins in the passage's text. Found when first asked for: many passages never are."""
        starts, end = [], 0
        for token in self.raw:
            # What lies between two tokens cannot begin one: the next that reads so is the one.
            start = self.text.index(token, end)
            end = start + len(token)
            starts.append(start)
        return tuple(starts)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each token ends in the passage's text."""
        return tuple(map(add, self.starts, map(len, self.raw)))


def _in_lower_case(token: str) -> str:
    return "u.s." if token == "US" else token.lower().replace("’", "'").removesuffix("'s")


_lower = Memo(_in_lower_case, 60_000)


def words(text: str) -> Words:
    """Splits a passage into words. Hyphenated words come apart; "U.S." and "don't" stay whole."""
    if len(text) < _ORDINARY:
        raw = _TOKEN.findall(text)[:MAX_WORDS]
    else:
        raw = [match.group() for match in islice(_TOKEN.finditer(text), MAX_WORDS)]
    return Words(text, tuple(raw), tuple([_lower[token] for token in raw]))
