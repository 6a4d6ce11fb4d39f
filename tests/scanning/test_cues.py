"""The cues of templates: which template comes first in its family, what counts against it, what a bad cue gets told."""

from __future__ import annotations

from pathlib import Path

import pytest

from foiakit.library.collection import Library, open_library
from foiakit.model.errors import BadFile
from foiakit.reading import read
from foiakit.scanning import explain, scan
from foiakit.scanning.cues import cuebook
from foiakit.scanning.features import CLAIM_FEATURES

TEMPLATE = """\
title: {title}
use_when: A made-up case.
cues:
  {cues}
item: {{label: The record, lead: "The release says: “{{{{ quote }}}}”.{{{{ note }}}} Please provide it."}}
teach: Made up.
examples: {{asks: ["A made-up sentence."]}}
"""


def own(folder: Path, id: str, cues: str) -> Path:
    path = folder / "requests" / f"{id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEMPLATE.format(title=id, cues=cues), encoding="utf-8")
    return path


def first_of(family: str, sentence: str, library: Library) -> str:
    scanned = scan(read((sentence + "\n").encode()), library)
    standings = explain(scanned, scanned.passages[0].passage.id, library)
    return next(one.template for one in standings if one.family == family)


@pytest.mark.parametrize(
    ("cues", "sentence", "first"),
    [
        ("phrases: [{any: [zeppelin*], weight: 9}]", "The county counted 14 zeppelins last year.", True),
        ("phrases: [{any: [zeppelin*], weight: 9}]", "The county counted 14 kites last year.", False),
        ("{base: 9, against: {count: 9}}", "The county counted 14 kites last year.", False),
        ("{claim: {percent: 9}}", "Some 14 percent of the kites were red.", True),
        ("{claim: {percent: 9}}", "Some 14 of the kites were red.", False),
        ('{claim: {"word:contract/solicit": 9}}', "The county counted 14 bids in the solicitation.", True),
    ],
)
def test_a_persons_own_template_comes_first_where_its_cues_say_so(
    tmp_path: Path, cues: str, sentence: str, first: bool
) -> None:
    own(tmp_path, "statistics/mine", cues)
    library = open_library(tmp_path)
    assert (first_of("statistics", sentence, library) == "statistics/mine") is first


def test_a_cue_counts_for_its_family_before_any_training(tmp_path: Path) -> None:
    sentence = "The department's gizmo was shown to visitors from three counties in the lobby on Tuesday."
    before = scan(read((sentence + "\n").encode()), open_library())
    own(tmp_path, "system/gizmo", "phrases: [{any: [gizmo], weight: 4}]")
    library = open_library(tmp_path)
    after = scan(read((sentence + "\n").encode()), library)
    chance = {one.family: one.chance for one in explain(after, "1.1", library)}
    unmoved = {one.family: one.chance for one in explain(before, "1.1", open_library())}
    assert chance["system"] > unmoved["system"]


@pytest.mark.parametrize(
    ("cues", "says"),
    [
        ("{claim: {percentage: 1}}", "“percentage” is no feature of a claim"),
        ('{against: {"word:no/such": 1}}', "“word:no/such” is no feature of a claim"),
        ("phrases: [{any: [good words, sign …]}]", "“sign …” has no word to end with"),
        ("phrases: [{any: [x], weigth: 2}]", "weigth"),
    ],
)
def test_a_bad_cue_is_named_with_its_line_and_the_other_templates_load(tmp_path: Path, cues: str, says: str) -> None:
    path = own(tmp_path, "statistics/mine", cues)
    book = cuebook(open_library(tmp_path))
    problems = [p for p in book.problems if p.path == path]
    assert len(problems) == 1 and problems[0].line in {4, 5} and says in str(problems[0])
    assert "statistics/mine" not in book.templates and "statistics/count" in book.templates


def test_where_no_template_loads_the_problems_are_the_error(tmp_path: Path) -> None:
    own(tmp_path, "statistics/mine", "{claim: {percentage: 1}}")
    with pytest.raises(BadFile, match="percentage"):
        cuebook(Library((tmp_path,)))


def test_every_shipped_template_loads_and_every_family_has_one() -> None:
    book = cuebook(open_library())
    assert book.problems == ()
    assert len(book.families) == 11


def test_the_features_of_a_claim_are_told() -> None:
    assert all(name.isalpha() and says for name, says in CLAIM_FEATURES.items())
