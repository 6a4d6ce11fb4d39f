"""The signs that the model knows, each with its weights, and how they are written in the model's file."""

from __future__ import annotations

from collections.abc import Iterable

from foiakit.model.suggestion import FAMILIES
from foiakit.scanning.memo import Memo
from foiakit.scanning.signs import TYPICAL, Group

LETTERS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""What weights are written with: one letter each, from -45 to 45 steps; JSON escapes none of them."""
MIDDLE = len(LETTERS) // 2
COLUMNS = (*FAMILIES, "none", "wanted", "picked")
"""What a sign has weights for."""
WIDTH = len(COLUMNS)
KINDS = len(FAMILIES) + 1
"""The families and "none", whose chances add up to 1: the first of the columns."""

Row = tuple[float, ...]
Known = tuple[int, str, Row]
"""A sign that the model knows: its weights and its share of the size in one number, its name, its weights by column."""
_LANE, _FINE, _RAISED = 40, 1_000_000, 1 << 24
"""Weights are summed in one long number: a lane of 40 bits a column, millionths, raised by 2^24 so that none is
negative; above them all a lane for the size. Adding a few hundred such numbers is many times faster than adding their
fourteen columns one by one, and whole numbers give the same sum in any order."""
_SIZE = WIDTH * _LANE
_ONE_LANE = (1 << _LANE) - 1
_REMEMBERED = 20_000
"""Ways to go on that are remembered for one beginning."""


class KnownSigns:
    """What a model has learned of signs.

    Half of what a passage shows was never learned, and most of it was shown by passages before: so each beginning that
    signs share ("<", "@money/sum&") remembers how known and unknown signs go on from it. A sign is then found without
    its name being put together.

    Args:
        written: For each sign its weights, a letter each, then its share of a passage's size, by which long passages
            are brought to the size of short ones. They are read as they are needed.
        unit: What the smallest step is worth; see `worth`.
    """

    def __init__(self, written: dict[str, str], unit: float) -> None:
        self.written = written
        self._steps = {letter: worth(at - MIDDLE, unit) for at, letter in enumerate(LETTERS)}
        self._rows: dict[str, Known] = {}
        self._begun: dict[str, Memo[Known | None]] = {}

    def row(self, sign: str) -> Known | None:
        """A sign with its weights; None for one that was not learned."""
        row = self._rows.get(sign)
        if row is None and (code := self.written.get(sign)) is not None:
            row = self._rows[sign] = self._read(sign, code)
        return row

    def _beginning(self, beginning: str) -> Memo[Known | None]:
        """Signs that begin alike, by how they go on: None where they were not learned."""
        return Memo(lambda ending: self.row(beginning + ending), _REMEMBERED)

    def _read(self, sign: str, code: str) -> Known:
        weights = tuple([self._steps[letter] for letter in code[:WIDTH]])
        packed = (LETTERS.index(code[WIDTH]) + 1) ** 2
        for weight in reversed(weights):
            packed = (packed << _LANE) + round(weight * _FINE) + _RAISED
        return packed, sign, weights

    def among(self, groups: Iterable[Group]) -> list[Known]:
        """Those of some signs that are known, in their order."""
        known: list[Known] = []
        written = self.written
        for beginning, endings in groups:
            if not beginning:
                known += [row for sign in endings if sign in written and (row := self.row(sign))]
                continue
            begun = self._begun.get(beginning)
            if begun is None:
                begun = self._begun[beginning] = self._beginning(beginning)
            known += [row for ending in endings if (row := begun[ending])]
        return known


def scores(bias: Row, known: list[Known]) -> list[float]:
    """What some signs add up to by column, brought to the typical size."""
    total = sum([packed for packed, _, _ in known])
    size = (total >> _SIZE) / len(LETTERS) ** 2
    scale = TYPICAL / size**0.5 / _FINE if size else 0.0
    raised = len(known) * _RAISED
    sums = [((total >> shift) & _ONE_LANE) - raised for shift in range(0, _SIZE, _LANE)]
    return [start + scale * one for start, one in zip(bias, sums, strict=True)]


def worth(step: int, unit: float) -> float:
    """The weight of a number of steps: small weights are told apart more finely than large ones."""
    return step * abs(step) * unit
