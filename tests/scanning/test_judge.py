"""The model file and the judgement, on models small enough to reckon by hand."""

from __future__ import annotations

import json
from math import exp
from pathlib import Path

import pytest

from foiakit.library.collection import open_library
from foiakit.model.errors import BadFile
from foiakit.model.suggestion import FAMILIES
from foiakit.reading import read
from foiakit.scanning import judge, known
from foiakit.scanning.cues import cuebook
from foiakit.scanning.look import looks

CUES = cuebook(open_library())
WIDTH = known.WIDTH
INPUTS = 2 * (len(FAMILIES) + 1) + 2 + len(judge.CONTEXTS) * WIDTH


def small(**signs: str) -> dict[str, object]:
    """A model that knows a few signs, and whose second look repeats the first."""
    second = [[0.0] * WIDTH for _ in range(INPUTS)]
    for kind in range(len(FAMILIES) + 1):
        second[kind][kind] = 2.0
    return {
        "format": judge.FORMAT, "columns": list(known.COLUMNS), "unit": 0.005, "threshold": 0.5, "blend": 0.0,
        "bias": [0.0] * WIDTH, "second_bias": [0.0] * WIDTH, "second": second, "signs": signs,
    }  # fmt: skip


def column(name: str, steps: int) -> str:
    """A sign that weighs so many steps in one column, and makes up a whole passage's size."""
    weights = [steps if c == name else 0 for c in known.COLUMNS]
    return "".join(known.LETTERS[known.MIDDLE + w] for w in weights) + known.LETTERS[-1]


def load(folder: Path, data: object) -> judge.Model:
    path = folder / "families.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return judge.load_model(path, path.stat().st_mtime_ns)


def test_a_sign_raises_its_family_by_its_weight(tmp_path: Path) -> None:
    # Ten steps weigh 10 * 10 * 0.005 = 0.5; alone in its passage, a sign is brought to the typical size, 4.
    model = load(tmp_path, small(**{"=gizmo": column("system", 10)}))
    seen = looks(read(b"The gizmo works.\n\nNothing else does.\n"), {}, CUES)
    first, second = model.judge(seen)
    kinds = len(FAMILIES) + 1
    expected = exp(2.0) / (exp(2.0) + kinds - 1)
    assert first.families[FAMILIES.index("system")] == pytest.approx(expected)
    assert second.families[FAMILIES.index("system")] == pytest.approx(1 / kinds)
    assert first.wanted == pytest.approx(1 - 1 / (exp(2.0) + kinds - 1), abs=1e-6)
    assert first.picked == pytest.approx(0.5)


def test_the_surroundings_of_a_passage_are_averaged_without_itself() -> None:
    seen = looks(read(b"One is here. Two is here. Three is here.\n\n- four\n- five\n"), {}, CUES)
    number = len(seen.passages)
    chances = [tuple(float(10 * row + c == 10 * row) * (row + 1) for c in range(WIDTH)) for row in range(number)]
    inputs = judge.contexts(seen, chances)
    own = 2 * (len(FAMILIES) + 1) + 2
    at = {name: own + WIDTH * i for i, name in enumerate(judge.CONTEXTS)}
    assert inputs[1][at["before"]] == 1 and inputs[1][at["after"]] == 3
    assert inputs[0][at["before"]] == 0
    assert inputs[0][at["paragraph"]] == pytest.approx((2 + 3) / 2)
    assert inputs[3][at["list"]] == 5 and inputs[0][at["list"]] == 0
    assert all(len(row) == INPUTS for row in inputs)


@pytest.mark.parametrize(
    "data",
    [
        "no JSON",
        "{}",
        {"format": 99},
        small() | {"second": []},
        small() | {"columns": ["x"]},
        small() | {"bias": ["x"]},
        small(**{"=short": "AB"}),
    ],
    ids=["no JSON", "empty", "another format", "no second look", "other columns", "no numbers", "a short sign"],
)
def test_what_is_no_model_is_refused_with_the_command_that_mends_it(tmp_path: Path, data: object) -> None:
    with pytest.raises(BadFile, match="foiakit train"):
        load(tmp_path, data)


def test_the_shipped_model_is_under_a_megabyte_and_whole() -> None:
    path = judge.model_file(open_library())
    assert path.stat().st_size < 1_000_000
    model = judge.model(open_library())
    assert 0.1 < model.threshold < 0.9
    assert len(model.signs.written) > 1_000
    for sign in model.signs.written:
        known = model.signs.row(sign)
        assert known is not None
        packed, name, weights = known
        assert name == sign and packed > 0 and len(weights) == WIDTH and all(abs(weight) < 16 for weight in weights)
