"""The figures of quality, reckoned by hand on a small made-up set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foiakit.learning.aside import fold, kept_aside
from foiakit.learning.figures import Figures
from foiakit.learning.labelled import Row, labelled, matched
from foiakit.model.errors import BadFile, FoiakitError


def row(number: int, primary: str, *also: str, either: bool = False, pick: bool = False) -> Row:
    return Row(number=number, text=f"sentence {number}", primary=primary, also=also, either=either, pick=pick)


@pytest.fixture
def small() -> Figures:
    found = Figures()
    found.add(
        [
            (row(0, "none", either=True), [("policy", 0.1)]),
            (row(1, "statistics", "budget", pick=True), [("budget", 0.9), ("statistics", 0.2)]),
            (row(2, "policy", pick=True), [("statistics", 0.8), ("case", 0.2), ("system", 0.1), ("policy", 0.05)]),
            (row(3, "policy"), [("policy", 0.85)]),
            (row(4, "case"), []),
            (row(5, "none"), []),
            (row(6, "none"), [("case", 0.3)]),
            (row(7, "communications", either=True), []),
            (row(8, "training"), None),
        ]
    )
    return found


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("find_recall", 3 / 5),  # 1, 2, 3 of 1, 2, 3, 4, 8
        ("keep", 1 / 2),  # 5 of 5, 6
        ("find_balanced", (3 / 5 + 1 / 2) / 2),
        ("top1", 2 / 5),  # 1 by its further family, 3
        ("strict", 1 / 5),  # 3
        ("recall3", 2 / 5),  # 1, 3; the fourth suggestion of 2 does not count
        ("macro_top1", (1 + 1 / 2 + 0 + 0) / 4),  # statistics, policy, case, training
        ("pick_rprec", 1 / 2),  # first two by score: 1 and 3; picks: 1 and 2
        ("pick_chance", 2 / 9),
    ],
)
def test_each_figure_is_what_its_docstring_says(small: Figures, figure: str, value: float) -> None:
    assert getattr(small, figure) == pytest.approx(value)


def test_what_no_passage_holds_is_counted_apart(small: Figures) -> None:
    assert small.unmatched == 1 and small.releases == 1 and small.total == 5


def test_a_release_without_picks_leaves_the_ranking_alone() -> None:
    found = Figures()
    found.add([(row(0, "none"), [])])
    assert found.precisions == [] and found.pick_rprec == 0 and found.macro_top1 == 0


@pytest.mark.parametrize(
    ("sentences", "passages", "places"),
    [
        (["The city paved six roads.", "It cost a lot."], ["The city paved six roads.", "It cost a lot."], [0, 1]),
        (["The city paved", "six roads in the spring."], ["The city paved six roads in the spring."], [0, 0]),
        (["Thank you all."], ["Nothing like it here."], [None]),
        (["Contact: Ann"], ["Contact: Ann", "Filler words stand here.", "Contact: Ann"], [0]),
        (["A first remark here.", "Contact: Ann"], ["Contact: Ann", "A first remark here.", "Contact: Ann"], [1, 0]),
        (["—"], ["—"], [None]),
    ],
)  # fmt: skip
def test_a_sentence_finds_the_passage_that_shares_most_of_its_words(
    sentences: list[str], passages: list[str], places: list[int | None]
) -> None:
    rows = [Row(number=n, text=text, primary="none") for n, text in enumerate(sentences)]
    assert [place for _, place in matched(rows, passages)] == places


def write(folder: Path, name: str, *rows: str) -> None:
    (folder / f"{name}.txt").write_text("Words.\n", encoding="utf-8")
    (folder / f"{name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_labelled_releases_are_read_by_name(tmp_path: Path) -> None:
    good = json.dumps({"i": 0, "para": 1, "text": "Words.", "primary": "case", "also": ["budget"], "pick": True})
    write(tmp_path, "b", good)
    write(tmp_path, "a", good, "")
    found = labelled([tmp_path])
    assert [one.name for one in found] == ["a", "b"]
    assert found[0].rows == (Row(number=0, text="Words.", primary="case", also=("budget",), pick=True),)


def test_bad_rows_are_all_named_with_their_lines(tmp_path: Path) -> None:
    write(tmp_path, "a", '{"i": 0, "text": "x", "primary": "case"}', "{", '{"i": 1, "text": "x"}',
          '{"i": 2, "text": "x", "primary": "cases"}')  # fmt: skip
    with pytest.raises(BadFile) as caught:
        labelled([tmp_path])
    assert [p.line for p in caught.value.problems] == [2, 3, 4]


def test_a_folder_without_labelled_releases_says_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(FoiakitError, match=r"NAME\.jsonl"):
        labelled([tmp_path])


def test_the_part_kept_aside_never_moves() -> None:
    names = [f"release-{n}" for n in range(12)]
    assert [n for n in names if kept_aside(n)] == ["release-4", "release-5", "release-9"]
    assert {fold(f"release-{n}", 4) for n in range(40)} == {0, 1, 2, 3}


def test_labels_in_another_encoding_are_told_and_a_line_separator_within_a_sentence_is_no_row(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One sentence.\n")
    row = '{"i": 0, "text": "One\u2028sentence.", "primary": "none"}\n'
    (tmp_path / "a.jsonl").write_text(row, encoding="utf-8")
    assert [r.text for r in labelled([tmp_path])[0].rows] == ["One\u2028sentence."]
    (tmp_path / "a.jsonl").write_bytes(b'{"i": 0, "text": "Caf\xe9.", "primary": "none"}\n')
    with pytest.raises(BadFile, match=r"a\.jsonl: cannot be read"):
        labelled([tmp_path])
