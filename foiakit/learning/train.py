"""Training: labelled releases to the weights of `foiakit.scanning.judge`, the same bytes from the same releases.

Two looks, both logistic regression. The first has a weight of each sign for each family, for "none", for being worth a
request and for being picked. The second takes the chances that the first gives to a passage and to what surrounds it;
it learns from chances that each release got from a model that had not seen it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import sparse

from foiakit.learning.aside import fold
from foiakit.learning.examples import Example
from foiakit.learning.labelled import Row
from foiakit.learning.leanings import Leanings, beside
from foiakit.learning.regression import Array, fit, fit_yes_no
from foiakit.learning.written import Columns, written
from foiakit.model.suggestion import FAMILIES
from foiakit.scanning.judge import CONTEXTS, both, chances_from, contexts, wanted
from foiakit.scanning.known import KINDS, WIDTH
from foiakit.scanning.known import Row as Chances
from foiakit.scanning.signs import TYPICAL, WEIGHTS, sort_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What training is told. Chosen by cross-validation on the releases that are not kept aside.

    `seen_in` is how often a sign must occur, `rarity` how much less common signs count; `also` is the share of a
    sentence that goes to its further families; `doubtful` how much a sentence counts that may be flagged or not;
    `balance` 0 to 1 how far rare families are raised to common ones; the penalties are those of the first and second
    look for families, for being wanted and for being picked; `found` the share of requestable sentences that shall be
    flagged. `made` is how much a made-up release counts, `made_picks` how much what it would have a reporter pick;
    `leaning` how much a word's leaning counts beside the word itself.
    """

    seen_in: int = 2
    rarity: float = 0.35
    also: float = 0.35
    doubtful: float = 0.4
    balance: float = 0.5
    first: tuple[float, float, float] = (0.2, 0.5, 1.0)
    second: tuple[float, float, float] = (2.0, 1.0, 3.0)
    made: float = 0.6
    made_picks: float = 0.0
    leaning: float = 0.1
    folds: int = 4
    blend: float = 0.5
    found: float = 0.96
    most_bytes: int = 990_000


_SETTINGS = Settings()


def train(
    releases: Sequence[Example],
    more: Sequence[Example] = (),
    alone: Sequence[Example] = (),
    leanings: Leanings | None = None,
    settings: Settings = _SETTINGS,
    say: Callable[[str], None] = lambda _: None,
) -> str:
    """The model file for these releases, as text.

    Args:
        more: Releases to learn from that are not like those to come (made-up ones): they do not set the threshold, nor
            teach what a reporter would pick.
        alone: Labelled sentences without a release (`template_examples`): the first look learns their families.
        leanings: What words lean to, for those that the releases hold seldom or never.
        say: Told what is being done, a line each.
    """
    every = [*releases, *(replace(e, weight=settings.made, picks=settings.made_picks) for e in more)]
    leanings = leanings or {}
    say(f"{len(every)} releases, {sum(r is not None for e in every for r in e.rows)} labelled passages")
    unseen: dict[str, list[Chances]] = {}
    for part in range(settings.folds):
        rest = [e for e in every if fold(e.name, settings.folds) != part]
        held = [e for e in every if fold(e.name, settings.folds) == part]
        say(f"first look, part {part + 1} of {settings.folds}")
        unseen.update(first_look(rest, alone, leanings, settings).chances(held))
    say("second look")
    second, second_bias = second_look(every, unseen, settings)
    say("first look, all releases")
    first = first_look(every, alone, leanings, settings)
    threshold = _threshold(releases, unseen, second, second_bias, settings)
    columns = Columns(first.bias, second, second_bias, threshold, settings.blend)
    return written(first, columns, _counts([*every, *alone]), settings.most_bytes)


def _counts(releases: Sequence[Example]) -> Counter[str]:
    return Counter(sign for e in releases for names in e.signs for sign in names)


@dataclass(frozen=True, slots=True)
class _Labels:
    """Which of all passages in a row have a label, the labels, how much each counts, and how much its pick does."""

    at: list[int]
    rows: list[Row]
    counts: Array
    picks: Array


def _labelled(releases: Sequence[Example]) -> _Labels:
    every = [(row, e) for e in releases for row in e.rows]
    kept = [(at, row, e) for at, (row, e) in enumerate(every) if row is not None]
    return _Labels(
        [at for at, _, _ in kept],
        [row for _, row, _ in kept],
        np.array([e.weight for _, _, e in kept]),
        np.array([e.weight * e.picks for _, _, e in kept]),
    )


def _matrix(releases: Sequence[Example], column: dict[str, int], scale: Array) -> Any:
    """A row for each passage: the scale of each of its signs, all brought to the size of a typical passage."""
    rows, columns, at = [], [], 0
    for example in releases:
        for names in example.signs:
            for name in names:
                place = column.get(name)
                if place is not None:
                    rows.append(at)
                    columns.append(place)
            at += 1
    matrix = sparse.csr_matrix((scale[columns], (rows, columns)), shape=(at, len(column)))
    sizes = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (sparse.diags(np.divide(TYPICAL, sizes, out=np.zeros_like(sizes), where=sizes > 0)) @ matrix).tocsr()


def targets_of(rows: Sequence[Row], also_share: float) -> Array:
    """For each label a distribution over the families and "none".

    Args:
        also_share: What the further families of a sentence have of it together.
    """
    targets = np.zeros((len(rows), KINDS))
    for at, row in enumerate(rows):
        if not row.wanted:
            targets[at, KINDS - 1] = 1.0
            continue
        also = [family for family in row.also if family in FAMILIES and family != row.primary]
        targets[at, FAMILIES.index(row.primary)] = 1.0 - (also_share if also else 0.0)
        for family in also:
            targets[at, FAMILIES.index(family)] += also_share / len(also)
    return targets


def _fit_all(
    inputs: Any,
    labels: _Labels,
    penalties: tuple[float, float, float],
    settings: Settings,
    *,
    mask: Array | None = None,
    whole: int | None = None,
    plain: int | None = None,
) -> tuple[Array, Array]:
    """Weights and biases of all columns; the last two are learned from the first `whole` rows alone, what is picked
    from the first `plain` inputs."""
    rows, counts = labels.rows, labels.counts
    targets = targets_of(rows, settings.also)
    doubtful = counts * np.array([settings.doubtful if row.either else 1.0 for row in rows])
    sizes = (targets * doubtful[:, None]).sum(axis=0)
    share = np.divide(sizes.mean(), sizes, out=np.ones_like(sizes), where=sizes > 0) ** settings.balance
    kinds, kinds_bias = fit(inputs, targets, doubtful * (targets @ share), penalties[0], mask=mask)
    inputs, rows, counts = inputs[:whole], rows[:whole], counts[:whole]
    wanted = np.array([float(row.wanted) for row in rows])
    sure = counts * np.array([0.1 if row.either else 1.0 for row in rows])
    no = (sure * (1 - wanted)).sum()
    evened = sure * np.where(wanted > 0, 1.0, (sure * wanted).sum() / no if no else 1.0)
    worth, worth_bias = fit_yes_no(inputs, wanted, evened, penalties[1])
    picked = np.array([float(row.pick) for row in rows])
    taken, first_bias = fit_yes_no(inputs[:, :plain], picked, labels.picks[:whole], penalties[2])
    first = np.zeros_like(worth)
    first[: len(taken)] = taken
    return np.column_stack([kinds, worth, first]), np.array([*kinds_bias, worth_bias, first_bias])


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The signs that occur often enough, how much each counts, its weights (signs x columns), and the biases."""

    signs: tuple[str, ...]
    scale: Array
    weights: Array
    bias: Array

    def chances(self, releases: Sequence[Example]) -> dict[str, list[Chances]]:
        """What it gives to each passage of some releases, by the release's name."""
        column = {name: i for i, name in enumerate(self.signs)}
        found = {}
        for example in releases:
            scores = _matrix([example], column, self.scale) @ self.weights + self.bias
            found[example.name] = [chances_from(row) for row in scores.tolist()]
        return found


def first_look(
    releases: Sequence[Example], alone: Sequence[Example], leanings: Leanings, settings: Settings
) -> FirstLook:
    """Learns the weights of signs. A sign counts by its sort, and less the more common it is.

    A word's leaning stands beside it as further inputs; what is learned of them is added to the word's own weights, and
    gives weights to words that no release holds.
    """
    every = [*releases, *alone]
    counts = _counts(every)
    seen = {s for s, n in counts.items() if n >= settings.seen_in and sort_of(s) in WEIGHTS}
    names = (*sorted(seen), *sorted({f"={word}" for word in leanings} - seen))
    scale = np.array([WEIGHTS[sort_of(s)] * min(1.0, (max(2, counts[s]) / 2) ** -settings.rarity) for s in names])
    labels = _labelled(every)
    matrix = _matrix(every, {name: i for i, name in enumerate(names)}, scale)[labels.at]
    leaning = beside(names, leanings, settings.leaning)
    inputs = sparse.hstack([matrix[:, : len(seen)], sparse.csr_matrix(matrix @ leaning)]).tocsr()
    # What stands alone says nothing of what is worth a request or would be picked among others.
    whole = sum(row is not None for e in releases for row in e.rows)
    fitted, bias = _fit_all(inputs, labels, settings.first, settings, whole=whole, plain=len(seen))
    weights = leaning @ fitted[len(seen) :]
    weights[: len(seen)] += fitted[: len(seen)]
    return FirstLook(names, scale, weights, bias)


def _mask() -> Array:
    """Which inputs of the second look may move which column: neighbours any, what lies farther only its own family,
    "none", and the last two."""
    own = np.ones((2 * KINDS + 2, KINDS))
    near = np.ones((WIDTH, KINDS))
    far = np.zeros((WIDTH, KINDS))
    far[:KINDS] = np.eye(KINDS)
    far[KINDS:] = 1.0
    far[KINDS - 1] = 1.0
    return np.vstack([own] + [near if name in {"before", "after"} else far for name in CONTEXTS])


def second_look(
    releases: Sequence[Example], unseen: dict[str, list[Chances]], settings: Settings
) -> tuple[Array, Array]:
    inputs = np.array([row for e in releases for row in contexts(e.looks, unseen[e.name])])
    labels = _labelled(releases)
    return _fit_all(inputs[labels.at], labels, settings.second, settings, mask=_mask())


def _threshold(
    releases: Sequence[Example], unseen: dict[str, list[Chances]], second: Array, second_bias: Array, settings: Settings
) -> float:
    """The chance of being wanted that so many requestable passages of unseen releases reach."""
    judged: list[tuple[float, bool]] = []
    for example in releases:
        scores = np.array(contexts(example.looks, unseen[example.name])) @ second + second_bias
        for row, before, after in zip(example.rows, unseen[example.name], scores.tolist(), strict=True):
            if row is not None and not row.either:
                judged.append((wanted(both(before, chances_from(after)), settings.blend), row.wanted))
    found = sorted(chance for chance, want in judged if want)
    if not found:
        return 0.5
    return round(found[int((1 - settings.found) * len(found))], 2)
