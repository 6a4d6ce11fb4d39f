"""Leanings: which record a word makes one think of, for words that labelled releases hold seldom or never.

A file has a line for each word's stem: the stem, then a letter for each family and one for "none", -45 to 45 steps of
0.05 in the letters of `foiakit.scanning.known`. What is learned of a leaning goes into the weights of the words, so a
scan neither reads the file nor takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from foiakit.learning.regression import Array
from foiakit.model.errors import BadFile, Problem
from foiakit.scanning.known import KINDS, LETTERS, MIDDLE

STEP = 0.05

Leanings = dict[str, Array]
"""A row for each stem, centred, of size 1 on the average."""


def load(path: Path) -> Leanings:
    """A file of leanings; lines that begin with `#` say what it is.

    Raises:
        BadFile: It cannot be read, or a line is no stem with its letters; each with its line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(
            Problem(path=path, says=f"it cannot be read: {error}", remedy="Name a file of leanings.")
        ) from None
    found: Leanings = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        word, _, code = line.partition(" ")
        if len(code) != KINDS or any(letter not in LETTERS for letter in code):
            says = f"this is no stem with {KINDS} letters: {line[:60]!r}"
            remedy = "docs/model-file.md says what a line holds."
            problems.append(Problem(path=path, line=number, says=says, remedy=remedy))
            continue
        found[word] = np.array([(LETTERS.index(letter) - MIDDLE) * STEP for letter in code])
    if problems:
        raise BadFile(*problems)
    return found


def text_of(words: Iterable[tuple[str, Sequence[float]]], notes: Sequence[str]) -> str:
    """The file's text for some stems, after lines that say what it is.

    Args:
        words: Each stem and its leanings on any scale; they are centred and brought to size 1 on the average.
    """
    pairs = sorted(words)
    rows = np.array([row for _, row in pairs], dtype=float)
    rows -= rows.mean(axis=0)
    rows /= np.sqrt((rows * rows).sum(axis=1)).mean()
    steps = np.clip(np.rint(rows / STEP), -MIDDLE, MIDDLE).astype(int)
    lines = [f"# {note}" for note in notes]
    for (word, _), row in zip(pairs, steps.tolist(), strict=True):
        lines.append(word + " " + "".join(LETTERS[step + MIDDLE] for step in row))
    return "\n".join(lines) + "\n"


def beside(signs: Sequence[str], leanings: Leanings, size: float) -> Array:
    """A row for each sign: what its word leans to, times a size; nothing for signs that are no single word."""
    rows = np.zeros((len(signs), KINDS))
    for at, sign in enumerate(signs):
        leaning = leanings.get(sign[1:]) if sign[0] == "=" else None
        if leaning is not None:
            rows[at] = leaning * size
    return rows
