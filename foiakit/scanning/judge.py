"""The learned model at work: signs to chances, then once more with what the passages around say. Plain Python.

The model is a file (templates/models/families.json.gz): a weight of each sign for each family, for "none", for being
worth a request at all and for being picked first; and weights by which a passage's neighbours, paragraph and list lend
theirs. Nothing in it depends on the machine.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import exp, log
from operator import itemgetter, mul
from pathlib import Path

from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, NotFound, Problem
from foiakit.model.suggestion import FAMILIES
from foiakit.scanning.course import Course
from foiakit.scanning.known import COLUMNS, KINDS, WIDTH, Known, KnownSigns, Row, scores
from foiakit.scanning.look import Looks
from foiakit.scanning.signs import of_title, shown

FORMAT = 3
_WANTED, _PICKED = KINDS, KINDS + 1

CONTEXTS = ("before", "after", "two away", "paragraph", "list", "around", "release")
"""The surroundings whose chances the second look takes in."""
_AROUND, _PARAGRAPH = 4, 12

Heeded = tuple[Callable[[Sequence[float]], tuple[float, ...]], Row]
"""What picks the inputs of the second look that have a weight for a column, and those weights."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model thinks of a passage.

    `families` are chances that add up to less than 1 ("none" has the rest); `wanted` is the chance that there is
    something to request; `picked` how likely a reporter would take it among the first. `own` are the
    signs seen in the passage itself that the model knows, `around` those of its surroundings and of the title.
    """

    families: tuple[float, ...]
    wanted: float
    picked: float
    own: list[Known]
    around: list[Known]


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model.

    `signs` are those that it has learned; `second` the inputs that the second look heeds, for each column; `threshold`
    the chance from which a passage is flagged.
    """

    signs: KnownSigns
    bias: Row
    second: tuple[Heeded, ...]
    second_bias: Row
    threshold: float
    blend: float

    def judge(self, seen: Looks, course: Course | None = None) -> list[Verdict]:
        """A verdict on each passage, in order. `course` counts those that are done."""
        among, title = self.signs.among, self.signs.among(of_title(seen))
        known = [(among(own), among(around) + title) for own, around in (course or Course()).over(shown(seen))]
        chances = [chances_from(scores(self.bias, own + around)) for own, around in known]
        verdicts = []
        for second, before, (own, around) in zip(self._second(seen, chances), chances, known, strict=True):
            row = both(before, chances_from(second))
            families = row[: len(FAMILIES)]
            verdicts.append(Verdict(families, wanted(row, self.blend), row[_PICKED], own, around))
        return verdicts

    def _second(self, seen: Looks, chances: list[Row]) -> list[list[float]]:
        columns = list(zip(self.second_bias, self.second, strict=True))
        return [
            [bias + sum(map(mul, pick(inputs), weights)) for bias, (pick, weights) in columns]
            for inputs in contexts(seen, chances)
        ]


def chances_from(scores: Sequence[float]) -> Row:
    """Scores of all columns as chances: the families and "none" share 1; the last two stand alone."""
    top = max(scores[:KINDS])
    powers = [exp(s - top) for s in scores[:KINDS]]
    total = sum(powers)
    return (*[p / total for p in powers], _odds(scores[_WANTED]), _odds(scores[_PICKED]))


def wanted(row: Row, blend: float) -> float:
    """The chance that there is something to request: that column's, blended with the chance of any family."""
    return blend * row[_WANTED] + (1 - blend) * (1 - row[KINDS - 1])


def both(first: Row, second: Row) -> Row:
    """What the two looks think together: the mean of their chances, which is steadier than either."""
    return tuple([(a + b) / 2 for a, b in zip(first, second, strict=True)])


def _odds(score: float) -> float:
    return 1 / (1 + exp(-score)) if score > -30 else 0.0


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return log(chance / (1 - chance))


def contexts(seen: Looks, chances: list[Row]) -> list[list[float]]:
    """The inputs of the second look at each passage: its own first verdict, then one row for each of `CONTEXTS`."""
    number = len(chances)
    if not number:
        return []
    nothing: Row = (0.0,) * WIDTH
    sums = [list(accumulate((row[c] for row in chances), initial=0.0)) for c in range(WIDTH)]

    def mean(start: int, stop: int, but: int) -> Row:
        """The mean over passages start to stop without one of them."""
        others = stop - start - 1
        if others < 1:
            return nothing
        own = chances[but]
        return tuple([(total[stop] - total[start] - one) / others for total, one in zip(sums, own, strict=True)])

    paragraphs = _stretches([look.passage.paragraph for look in seen.passages], _PARAGRAPH)
    lists = _stretches([True if look.passage.bullet else at for at, look in enumerate(seen.passages)], number)
    out = []
    for at, row in enumerate(chances):
        logs = [log(max(p, 1e-4)) for p in row[:KINDS]]
        centre = sum(logs) / KINDS
        inputs = [0.5 * (value - centre) for value in logs]
        inputs += row[:KINDS]
        inputs += (0.5 * _log_odds(row[_WANTED]), 0.5 * _log_odds(row[_PICKED]))
        inputs += chances[at - 1] if at else nothing
        inputs += chances[at + 1] if at + 1 < number else nothing
        back = chances[at - 2] if at > 1 else nothing
        on = chances[at + 2] if at + 2 < number else nothing
        inputs += [0.7 * (a + b) for a, b in zip(back, on, strict=True)]
        inputs += mean(*paragraphs[at], at)
        inputs += mean(*lists[at], at)
        inputs += mean(max(0, at - _AROUND), min(number, at + _AROUND + 1), at)
        inputs += [2 * (total[number] - own) / number for total, own in zip(sums, row, strict=True)]
        out.append(inputs)
    return out


def _heeded(column: Sequence[float]) -> Heeded:
    """Half of the weights of the second look are zero: their inputs are not even looked at."""
    at = [number for number, weight in enumerate(column) if weight or number < 2]  # of one, itemgetter gives no tuple
    return itemgetter(*at), tuple(column[number] for number in at)


def _stretches(keys: Sequence[object], most: int) -> list[tuple[int, int]]:
    """For each place the run of equal keys it stands in, cut to `most` on either side."""
    runs: list[tuple[int, int]] = []
    start = 0
    for at, key in enumerate(keys):
        if at and key != keys[start]:
            runs.extend([(start, at)] * (at - start))
            start = at
    runs.extend([(start, len(keys))] * (len(keys) - start))
    return [(max(a, at - most), min(b, at + most + 1)) for at, (a, b) in enumerate(runs)]


def model_file(library: Library) -> Path:
    """The model in force: a person's own `models/families.json`, plain or packed (`.gz`), over the shipped one.

    Raises:
        NotFound: There is none.
    """
    for folder in library.under("models"):
        for name in ("families.json", "families.json.gz"):
            if (folder / name).is_file():
                return folder / name
    raise NotFound(
        "there is no models/families.json.gz among the templates",
        remedy="Reinstall foiakit, or train one: foiakit train LABELLED -o families.json.gz",
    )


def model(library: Library) -> Model:
    """The trained model of this library.

    Raises:
        BadFile: The file is no model of this format.
        NotFound: There is none.
    """
    path = model_file(library)
    return load_model(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def load_model(path: Path, _changed: int = 0) -> Model:
    """A model file, read. The format is told in docs/model-file.md."""
    try:
        raw = path.read_bytes()
        data = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)
        if data["format"] != FORMAT or tuple(data["columns"]) != COLUMNS:
            raise ValueError(f"of another format than {FORMAT}")
        unit = float(data["unit"])
        coded = data["signs"]
        if not all(isinstance(code, str) and len(code) == WIDTH + 1 for code in coded.values()):
            raise ValueError("a sign has another number of weights")
        second = [[float(weight) for weight in weights] for weights in data["second"]]
        if len(second) != 2 * KINDS + 2 + len(CONTEXTS) * WIDTH:
            raise ValueError("its second look has another number of inputs")
        return Model(
            KnownSigns(coded, unit),
            tuple(float(w) for w in data["bias"]),
            tuple(_heeded(column) for column in zip(*second, strict=True)),
            tuple(float(w) for w in data["second_bias"]),
            float(data["threshold"]),
            float(data["blend"]),
        )
    except (ValueError, KeyError, TypeError, IndexError, OSError, EOFError, zlib.error) as error:
        raise BadFile(
            Problem(
                path=path,
                says=f"this is no model for suggestions: {error}",
                remedy="Train it again: foiakit train LABELLED -o families.json.gz",
            )
        ) from None
