"""A person's own folder over the shipped one: theirs wins by id, and a bad file never stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from foiakit.library.collection import Library, open_library
from foiakit.reading import read
from foiakit.scanning import scan
from foiakit.scanning.cues import cuebook

ID = "agreement/participation"
RELEASE = Path(__file__).parents[2] / "examples" / "releases" / "ice-2009-09-10-imperial-county.txt"


def with_own(folder: Path, library: Library, old: str, new: str) -> Library:
    """The library with one shipped template changed in an own folder."""
    text = library.requests.book(ID).path.read_text(encoding="utf-8")
    assert old in text
    own = folder / "requests" / f"{ID}.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(text.replace(old, new, 1), encoding="utf-8")
    return open_library(folder)


def test_ones_own_template_wins_by_its_id(tmp_path: Path, library: Library) -> None:
    changed = with_own(tmp_path, library, "title: ", "title: Mine, ")
    assert changed.requests[ID].title.startswith("Mine, ")
    assert changed.requests.book(ID).replaces == library.requests.book(ID).path


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("claim: {programme: ", "claim: {program: ", "“program” is no feature"),
        ("weight: 2.0", "weigth: 2.0", "weigth"),
        ("title: ", "titel: ", "titel"),
    ],
)
def test_a_bad_one_is_named_by_line_and_the_others_still_work(
    tmp_path: Path, library: Library, old: str, new: str, says: str
) -> None:
    broken = with_own(tmp_path, library, old, new)
    problems = cuebook(broken).problems
    assert any(says in str(p) and p.line for p in problems), problems
    assert len(cuebook(broken).templates) == len(cuebook(library).templates) - 1
    assert any(passage.suggestions for passage in scan(read(RELEASE), broken).passages)
