"""A trained model as the text of its file; docs/model-file.md tells the format."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from foiakit.learning.regression import Array
from foiakit.scanning.judge import FORMAT
from foiakit.scanning.known import COLUMNS, LETTERS, MIDDLE

if TYPE_CHECKING:
    from foiakit.learning.train import FirstLook

_SLIGHT, _SLIGHT_SECOND = 6, 0.1
"""Steps of a sign, and weights of the second look, that are left out."""
_UNSEEN = 0.5
"""What a word that no release holds counts as, when room in the file is given out by how often a sign occurs."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What a model holds besides the weights of its signs."""

    bias: Array
    second: Array
    second_bias: Array
    threshold: float
    blend: float


def packed(text: str) -> bytes:
    """A model's text as its file holds it: gzip, without the hour, so that the same text gives the same bytes."""
    return gzip.compress(text.encode(), 9, mtime=0)


def written(first: FirstLook, columns: Columns, counts: Counter[str], most_bytes: int) -> str:
    """The file's text; packed it has at most so many bytes: the signs that matter least are left out until it fits."""
    lines, unit = _lines(first, counts)
    kept = len(lines)
    while True:
        text = _text(lines[:kept], unit, columns)
        size = len(packed(text))
        if size <= most_bytes or not kept:
            return text
        kept = int(kept * min(0.98, most_bytes / size))


def _lines(first: FirstLook, counts: Counter[str]) -> tuple[list[str], float]:
    """A line for each sign, those that matter most first, and what a step is worth."""
    weights = first.weights * first.scale[:, None]
    unit = float(f"{max(1e-9, np.abs(weights).max()) / MIDDLE**2:.3g}")
    steps = np.clip(np.rint(np.sign(weights) * np.sqrt(np.abs(weights) / unit)), -MIDDLE, MIDDLE).astype(int)
    # What moves nothing is not written: half of the letters, and half of the time of a scan.
    steps[np.abs(steps) < _SLIGHT] = 0
    sizes = np.clip(np.rint(first.scale * len(LETTERS)), 1, len(LETTERS)).astype(int) - 1
    matters = np.abs(weights).max(axis=1) * np.sqrt([min(max(counts[s], _UNSEEN), 30) for s in first.signs])
    order = sorted(range(len(first.signs)), key=lambda i: (-round(float(matters[i]), 6), first.signs[i]))
    lines = []
    for i in order:
        code = "".join(LETTERS[step + MIDDLE] for step in steps[i].tolist()) + LETTERS[int(sizes[i])]
        lines.append(f'{json.dumps(first.signs[i], ensure_ascii=False)}:"{code}"')
    return lines, unit


def _text(lines: list[str], unit: float, columns: Columns) -> str:
    head = {
        "format": FORMAT,
        "columns": list(COLUMNS),
        "unit": unit,
        "threshold": columns.threshold,
        "blend": columns.blend,
        "bias": [round(b, 4) for b in columns.bias.tolist()],
        "second_bias": [round(b, 4) for b in columns.second_bias.tolist()],
    }
    parts = [f"{json.dumps(k)}:{json.dumps(v)}" for k, v in head.items()]
    table = [[round(w, 2) if abs(w) >= _SLIGHT_SECOND else 0 for w in row] for row in columns.second.tolist()]
    parts.append('"second":[\n' + ",\n".join(json.dumps(row, separators=(",", ":")) for row in table) + "]")
    parts.append('"signs":{\n' + ",\n".join(sorted(lines)) + "}")
    return "{" + ",\n".join(parts) + "}\n"
