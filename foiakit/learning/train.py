"""Training: labelled releases to the weights of `foiakit.scanning.judge`, the same bytes from the same releases.

Two looks, both logistic regression. The first has a weight of each sign for each family, for "none", for being worth a
request and for being picked. The second takes the chances that the first gives to a passage and to what surrounds it;
it learns from chances that each release got from a model that had not seen it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from foiakit.learning.aside import fold
from foiakit.learning.examples import Example
from foiakit.learning.figures import Figures, Suggested
from foiakit.learning.labelled import Row
from foiakit.learning.regression import Array, fit, fit_yes_no
from foiakit.model.suggestion import FAMILIES
from foiakit.scanning.judge import COLUMNS, CONTEXTS, FORMAT, WIDTH, Model, contexts
from foiakit.scanning.judge import Row as Chances
from foiakit.scanning.judge import chances_from as chances_of
from foiakit.scanning.signs import WEIGHTS, sort_of

KINDS = len(FAMILIES) + 1
WANTED, PICKED = KINDS, KINDS + 1
INPUTS = 2 * KINDS + 2 + len(CONTEXTS) * WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What training is told. Chosen by cross-validation on the releases that are not kept aside.

    `also` is the share of a sentence that goes to its further families; `doubtful` how much a sentence counts that may
    be flagged or not; `balance` 0 to 1 how far rare families are raised to common ones; the penalties are those of the
    first and second look for families, for being wanted and for being picked.
    """

    seen_in: int = 2
    also: float = 0.35
    doubtful: float = 0.4
    balance: float = 0.5
    first: tuple[float, float, float] = (0.8, 2.0, 3.0)
    second: tuple[float, float, float] = (2.0, 1.0, 3.0)
    folds: int = 4
    blend: float = 0.5
    unit: float = 0.01
    most_bytes: int = 950_000


@dataclass(frozen=True, slots=True)
class Trained:
    """Weights as trained, before they are cut to the size of a file."""

    signs: tuple[str, ...]
    first: Array
    bias: Array
    second: Array
    second_bias: Array


def train(
    releases: Sequence[Example], settings: Settings = Settings(), say: Callable[[str], None] = lambda _: None
) -> str:
    """The model file for these releases, as text.

    Args:
        say: Told what is being done, a line each.
    """
    say(f"{len(releases)} releases, {sum(r is not None for e in releases for r in e.rows)} labelled passages")
    unseen: dict[str, list[Chances]] = {}
    for part in range(settings.folds):
        rest = [e for e in releases if fold(e.name, settings.folds) != part]
        held = [e for e in releases if fold(e.name, settings.folds) == part]
        say(f"first look, part {part + 1} of {settings.folds}")
        unseen.update(_chances_for(held, *_first(rest, settings), settings))
    say("second look")
    second, second_bias = _second(releases, unseen, settings)
    say("first look, all releases")
    names, weights, bias = _first(releases, settings)
    trained = Trained(names, weights, bias, second, second_bias)
    threshold = _threshold(releases, unseen, trained, settings)
    return _written(trained, threshold, _counts(releases), settings)


def _counts(releases: Sequence[Example]) -> Counter[str]:
    return Counter(sign for e in releases for names in e.signs for sign in names)


def _labelled(releases: Sequence[Example]) -> tuple[list[int], list[Row]]:
    """Which of all passages in a row have a label, and the labels."""
    every = [row for e in releases for row in e.rows]
    return [at for at, row in enumerate(every) if row is not None], [row for row in every if row is not None]


def _matrix(releases: Sequence[Example], column: dict[str, int]) -> Any:
    rows, columns, values, at = [], [], [], 0
    for example in releases:
        for names in example.signs:
            for name in names:
                place = column.get(name)
                if place is not None:
                    rows.append(at)
                    columns.append(place)
                    values.append(WEIGHTS[sort_of(name)])
            at += 1
    return sparse.csr_matrix((values, (rows, columns)), shape=(at, len(column)))


def _targets(rows: Sequence[Row], settings: Settings) -> Array:
    """For each label a distribution over the families and "none"."""
    targets = np.zeros((len(rows), KINDS))
    for at, row in enumerate(rows):
        if not row.wanted:
            targets[at, KINDS - 1] = 1.0
            continue
        also = [family for family in row.also if family in FAMILIES and family != row.primary]
        targets[at, FAMILIES.index(row.primary)] = 1.0 - (settings.also if also else 0.0)
        for family in also:
            targets[at, FAMILIES.index(family)] += settings.also / len(also)
    return targets


def _fit_all(
    inputs: Any,
    rows: Sequence[Row],
    penalties: tuple[float, float, float],
    settings: Settings,
    mask: Array | None = None,
) -> tuple[Array, Array]:
    """Weights and biases of all columns."""
    targets = _targets(rows, settings)
    doubtful = np.array([settings.doubtful if row.either else 1.0 for row in rows])
    sizes = (targets * doubtful[:, None]).sum(axis=0)
    share = np.divide(sizes.mean(), sizes, out=np.ones_like(sizes), where=sizes > 0) ** settings.balance
    kinds, kinds_bias = fit(inputs, targets, doubtful * (targets @ share), penalties[0], mask=mask)
    wanted = np.array([float(row.wanted) for row in rows])
    sure = np.array([0.1 if row.either else 1.0 for row in rows])
    no = (sure * (1 - wanted)).sum()
    evened = sure * np.where(wanted > 0, 1.0, (sure * wanted).sum() / no if no else 1.0)
    worth, worth_bias = fit_yes_no(inputs, wanted, evened, penalties[1])
    picked = np.array([float(row.pick) for row in rows])
    first, first_bias = fit_yes_no(inputs, picked, np.ones(len(rows)), penalties[2])
    return np.column_stack([kinds, worth, first]), np.array([*kinds_bias, worth_bias, first_bias])


def _first(releases: Sequence[Example], settings: Settings) -> tuple[tuple[str, ...], Array, Array]:
    names = tuple(sorted(s for s, n in _counts(releases).items() if n >= settings.seen_in and sort_of(s) in WEIGHTS))
    at, rows = _labelled(releases)
    matrix = _matrix(releases, {name: i for i, name in enumerate(names)})[at]
    weights, bias = _fit_all(matrix, rows, settings.first, settings)
    return names, weights, bias


def _chances_for(
    releases: Sequence[Example], names: tuple[str, ...], weights: Array, bias: Array, _settings: Settings
) -> dict[str, list[Chances]]:
    column = {name: i for i, name in enumerate(names)}
    out = {}
    for example in releases:
        scores = _matrix([example], column) @ weights + bias
        out[example.name] = [chances_of(row) for row in scores.tolist()]
    return out


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


def _second(releases: Sequence[Example], unseen: dict[str, list[Chances]], settings: Settings) -> tuple[Array, Array]:
    inputs = np.array([row for e in releases for row in contexts(e.looks, unseen[e.name])])
    at, rows = _labelled(releases)
    return _fit_all(inputs[at], rows, settings.second, settings, _mask())


def _threshold(
    releases: Sequence[Example], unseen: dict[str, list[Chances]], trained: Trained, settings: Settings
) -> float:
    """The chance of being wanted from which a passage is flagged: the best of recall and quiet on unseen releases."""
    judged = []
    for example in releases:
        scores = np.array(contexts(example.looks, unseen[example.name])) @ trained.second + trained.second_bias
        for row, chances in zip(example.rows, (chances_of(r) for r in scores.tolist()), strict=True):
            if row is not None and not row.either:
                sure = settings.blend * chances[WANTED] + (1 - settings.blend) * (1 - chances[KINDS - 1])
                judged.append((sure, row.wanted))
    yes = sum(wanted for _, wanted in judged)
    return max(
        (t / 100 for t in range(15, 75)),
        key=lambda t: (
            1.3 * sum(w and c >= t for c, w in judged) / max(1, yes)
            + sum(not w and c < t for c, w in judged) / max(1, len(judged) - yes)
        ),
    )


def _written(trained: Trained, threshold: float, counts: Counter[str], settings: Settings) -> str:
    """The file's text: whole numbers of `unit`; the signs that matter least left out until it fits."""
    scale = np.array([WEIGHTS[sort_of(s)] for s in trained.signs])[:, None]
    whole = np.rint(trained.first * scale / settings.unit).astype(int)
    worth = np.abs(whole).max(axis=1) * np.sqrt([min(counts[s], 30) for s in trained.signs])
    order = sorted(range(len(trained.signs)), key=lambda i: (-worth[i], trained.signs[i]))
    lines: dict[str, str] = {}
    size = 20_000
    for i in order:
        if not whole[i].any():
            continue
        line = f"{json.dumps(trained.signs[i], ensure_ascii=False)}:[{','.join(map(str, whole[i].tolist()))}]"
        size += len(line.encode()) + 2
        if size > settings.most_bytes:
            break
        lines[trained.signs[i]] = line
    second = np.rint(trained.second / settings.unit).astype(int).tolist()
    head = {
        "format": FORMAT,
        "columns": list(COLUMNS),
        "unit": settings.unit,
        "threshold": threshold,
        "blend": settings.blend,
        "bias": [round(b, 4) for b in trained.bias.tolist()],
        "second_bias": [round(b, 4) for b in trained.second_bias.tolist()],
    }
    parts = [f"{json.dumps(k)}:{json.dumps(v)}" for k, v in head.items()]
    parts.append('"second":[\n' + ",\n".join(json.dumps(row, separators=(",", ":")) for row in second) + "]")
    parts.append('"signs":{\n' + ",\n".join(lines[s] for s in sorted(lines)) + "}")
    return "{" + ",\n".join(parts) + "}\n"


def figures(releases: Sequence[Example], model: Model) -> Figures:
    """How good a model is on labelled releases, by the judgement alone (every family is taken to have a template)."""
    out = Figures()
    for example in releases:
        verdicts = model.judge(example.looks)
        judged: list[tuple[Row, Suggested | None]] = []
        for row, at in example.judged:
            if at is None:
                judged.append((row, None))
                continue
            verdict = verdicts[at] if at >= 0 else None
            if verdict is None or verdict.wanted < model.threshold:
                judged.append((row, ()))
                continue
            order = sorted(range(len(FAMILIES)), key=lambda i: -verdict.families[i])[:3]
            judged.append((row, [(FAMILIES[i], verdict.picked) for i in order]))
        out.add(judged)
    return out
