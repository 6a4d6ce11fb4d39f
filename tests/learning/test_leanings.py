"""What words lean to: the file, and what training makes of it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foiakit.learning.leanings import KINDS, STEP, Leanings, beside, load, text_of
from foiakit.model.errors import BadFile

ROWS = st.lists(st.lists(st.floats(-3, 3), min_size=KINDS, max_size=KINDS), min_size=3, max_size=8)


def leaning(column: int) -> list[float]:
    return [4.0 if at == column else 0.0 for at in range(KINDS)]


@given(ROWS)
def test_what_is_written_is_read_back_to_half_a_step(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[float]]
) -> None:
    centred = np.array(rows) - np.mean(rows, axis=0)
    size = np.sqrt((centred**2).sum(axis=1)).mean()
    assume(size > 0.01)
    path = tmp_path_factory.getbasetemp() / "leanings.txt"
    path.write_text(
        text_of([(f"word{chr(97 + at)}", row) for at, row in enumerate(rows)], ["a note"]), encoding="utf-8"
    )
    read = np.array(list(load(path).values()))
    assert np.abs(read - np.clip(centred / size, -45 * STEP, 45 * STEP)).max() <= STEP / 2 + 1e-9


def test_each_line_that_is_no_leaning_is_named(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text(f"# note\ngrant {'P' * KINDS}\nmemorandum\nlease {'P' * (KINDS - 1)}\n", encoding="utf-8")
    with pytest.raises(BadFile) as raised:
        load(path)
    assert [problem.line for problem in raised.value.problems] == [3, 4]


def test_the_shipped_file_is_read_and_its_words_lean_where_one_expects() -> None:
    from foiakit.model.suggestion import FAMILIES

    found = load(Path(__file__).parents[2] / "examples" / "words" / "leanings.txt")
    assert len(found) > 20_000
    for stem, family in (
        ("memorandum", "agreement"),
        ("databas", "system"),
        ("vendor", "contract"),
        ("grant", "budget"),
    ):
        assert FAMILIES[int(np.argmax(found[stem][:-1]))] == family, stem


def test_only_a_sign_that_is_one_word_has_a_leaning() -> None:
    leanings: Leanings = {"grant": np.ones(KINDS)}
    rows = beside(("=grant", "=grant award", "@budget/money", "=other"), leanings, 0.5)
    assert rows[0].tolist() == [0.5] * KINDS and not rows[1:].any()


def test_a_word_that_no_release_holds_is_judged_by_what_it_leans_to() -> None:
    """Two families whose training words lean apart: an unseen word that leans like one of them is taken for it."""
    from foiakit.learning.examples import Example
    from foiakit.learning.labelled import Row
    from foiakit.learning.train import Settings, first_look
    from foiakit.model.suggestion import FAMILIES
    from foiakit.scanning.look import Looks

    def release(name: str, sentences: list[tuple[str, str]]) -> Example:
        rows = tuple(Row(number=at, text=words, primary=family) for at, (words, family) in enumerate(sentences))
        signs = tuple([f"={word}" for word in words.split()] for words, _ in sentences)
        return Example(name, None, Looks((), frozenset(), frozenset()), signs, rows, ())  # type: ignore[arg-type]

    money = ["grant", "dollar", "fund", "budget"]
    deals = ["treaty", "pact", "accord", "compact"]
    leanings = {
        **{word: np.array(leaning(FAMILIES.index("budget"))) for word in (*money, "stipend")},
        **{word: np.array(leaning(FAMILIES.index("agreement"))) for word in (*deals, "entente")},
    }
    seen = [
        release(f"r{at}", [(f"{a} {b}", "budget") for a, b in pairwise(money)]
                + [(f"{a} {b}", "agreement") for a, b in pairwise(deals)])
        for at in range(4)
    ]  # fmt: skip
    asked = release("asked", [("stipend", "budget"), ("entente", "agreement")])
    rows = first_look(seen, (), leanings, Settings()).chances([asked])["asked"]
    best = [FAMILIES[max(range(len(FAMILIES)), key=lambda at, row=row: row[at])] for row in rows]
    assert best == ["budget", "agreement"]
    without = first_look(seen, (), {}, Settings()).chances([asked])["asked"]
    assert without[0] == without[1]
