"""Wrapping text to a width of terminal cells, keeping for every row the offsets it came from."""

from __future__ import annotations

import re

from rich.cells import cell_len

from foiakit.model.characters import harmless

_INVISIBLE = {0x00AD: None, 0x200B: None, 0xFEFF: None, 0x2028: " ", 0x2029: " ", 0x0A: " ", 0x09: " ", 0xA0: " "}
_WORD = re.compile(r"\S+\s*")


def shown(text: str) -> str:
    """A stretch of text as it may go to the screen: harmless, on one line, without characters of unsure width."""
    return harmless(text).translate(_INVISIBLE)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Rows of at most `width` cells, broken between words where a word fits, as (start, end) into `text`.

    Trailing white space of a row belongs to the row and is not counted. There is always one row.
    """
    width = max(4, width)
    if len(text) <= width and text.isascii():
        return [(0, len(text))]
    rows: list[tuple[int, int]] = []
    start, used = 0, len(text) - len(text.lstrip())
    for match in _WORD.finditer(text):
        word = match.group().rstrip()
        cells = len(word) if word.isascii() else cell_len(shown(word))
        if used and used + cells > width:
            rows.append((start, match.start()))
            start, used = match.start(), 0
        if cells > width:
            *whole, last = _pieces(word, match.start(), width)
            rows.extend(whole)
            start, used = last[0], cell_len(shown(text[last[0] : last[1]]))
        else:
            used += cells
        used += match.end() - match.start() - len(word)
    rows.append((start, len(text)))
    return rows


def _pieces(word: str, at: int, width: int) -> list[tuple[int, int]]:
    """A word wider than a row, cut where the cells run out."""
    pieces, begin, used = [], 0, 0
    for index, character in enumerate(word):
        cells = cell_len(shown(character))
        if used + cells > width:
            pieces.append((at + begin, at + index))
            begin, used = index, 0
        used += cells
    return [*pieces, (at + begin, at + len(word))]
