"""How good suggestions are: the figures by which the README states quality, computed from labelled sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import fmean

from foiakit.learning.labelled import Row

Suggested = Sequence[tuple[str, float]]
"""The families suggested for a passage with their scores, best first."""


@dataclass(slots=True)
class Figures:
    """Counts over labelled releases; the properties are the figures.

    `find_recall`: share of requestable sentences that are flagged (doubtful ones left out). `keep`: share of the
    others that stay quiet. `find_balanced`: the mean of the two. `top1`: share of requestable sentences whose first
    suggestion is in the label's family or one of its `also` (one that was not flagged is wrong); `strict`: its family
    alone; `recall3`: its family among the first three. `macro_top1`: `top1` averaged over families. `pick_rprec`: of a
    release's sentences ordered by score, how many of the first k are among the k that a reporter would take first.
    """

    releases: int = 0
    unmatched: int = 0
    flagged: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    total: int = 0
    hits: int = 0
    strict_hits: int = 0
    third_hits: int = 0
    by_family: dict[str, tuple[int, int]] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    precisions: list[float] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)

    def add(self, judged: Sequence[tuple[Row, Suggested | None]]) -> None:
        """Counts one release: each row with what was suggested for its passage (None: no passage holds it)."""
        self.releases += 1
        ranked: list[tuple[float, int, bool]] = []
        for row, suggested in judged:
            if suggested is None and row.wanted and not row.either:
                self.unmatched += 1
            families = [family for family, _ in suggested or ()]
            best = max((score for _, score in suggested or ()), default=float("-inf"))
            ranked.append((-best, row.number, row.pick))
            if row.either:
                continue
            self.flagged[row.wanted, bool(families)] += 1
            if row.wanted:
                self._count(row, families)
        picks = sum(pick for _, _, pick in ranked)
        if picks:
            self.precisions.append(sum(pick for _, _, pick in sorted(ranked)[:picks]) / picks)
            self.chances.append(picks / len(ranked))

    def _count(self, row: Row, families: list[str]) -> None:
        right = bool(families) and families[0] in {row.primary, *row.also}
        self.total += 1
        self.hits += right
        self.strict_hits += bool(families) and families[0] == row.primary
        self.third_hits += row.primary in families[:3]
        hits, total = self.by_family.get(row.primary, (0, 0))
        self.by_family[row.primary] = (hits + right, total + 1)
        self.confusion[row.primary, families[0] if families else "-"] += 1

    @property
    def find_recall(self) -> float:
        return _share(self.flagged[True, True], self.flagged[True, True] + self.flagged[True, False])

    @property
    def keep(self) -> float:
        return _share(self.flagged[False, False], self.flagged[False, False] + self.flagged[False, True])

    @property
    def find_balanced(self) -> float:
        return (self.find_recall + self.keep) / 2

    @property
    def top1(self) -> float:
        return _share(self.hits, self.total)

    @property
    def strict(self) -> float:
        return _share(self.strict_hits, self.total)

    @property
    def recall3(self) -> float:
        return _share(self.third_hits, self.total)

    @property
    def macro_top1(self) -> float:
        return fmean(h / n for h, n in self.by_family.values()) if self.by_family else 0.0

    @property
    def pick_rprec(self) -> float:
        return fmean(self.precisions) if self.precisions else 0.0

    @property
    def pick_chance(self) -> float:
        return fmean(self.chances) if self.chances else 0.0

    def row(self) -> dict[str, float]:
        """The figures by name, in the order of the README's table."""
        names = ("find_balanced", "find_recall", "keep", "top1", "strict", "recall3", "macro_top1", "pick_rprec")
        return {name: round(getattr(self, name), 4) for name in names}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
