"""A pack that cannot be right is refused with its file and line, and the others still load."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from foiakit.files import place
from foiakit.law import law_in
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile

# What is put in place of what in California's pack, the line's own text to look for, the key, and what is said.
BROKEN = [
    (
        "unit: calendar_days",
        "unit: calender_days",
        "within.unit",
        "Did you mean calendar_days",
    ),
    ("number: 10", "number: ten", "within.number", "“ten” should be"),
    ("number: 10", "number: 0", "within.number", "greater than or equal to 1"),
    ("duty: ", "dutty: ", "dutty", "Did you mean duty"),
    ("on: 2026-11-24", "on: 2026-11-31", "checked.on", "“2026-11-31” should be"),
    ("  - from: 2023-01-01\n    due", "  - from: 2023-02-30\n    due", "clock.0.from", "“2023-02-30” should be"),
    ("due: determination", "due: determinaton", "due", "Did you mean determination"),
    ('    cite: "Cal. Gov. Code § 7922.535(a)"\n', "", "clock.0", "no citation"),
    ('\n  cite: "Cal. Gov. Code § 7922.530(a)"', "", "fees", "no citation"),
    ("due: 2026-12-04", "due: 2026-11-04", "examples.0", "is before"),
    ("from: 2027-01-01\n    due", "due", "clock.1", "needs its first day"),
    ("at: waiver", "at: waver", "doubts", "“waver”"),
    ("- 'Cal\\. Gov", "- '(Cal\\. Gov", "citations", "is no pattern"),
    ("sheriff, other_local", "sherif, other_local", "bodies.4", "Did you mean sheriff"),
    ('starts: "07-01"', 'starts: "13-01"', "fiscal_year", "13-01"),
]


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(place.shipped() / "laws", tmp_path / "laws")
    return tmp_path


@pytest.mark.parametrize(("was", "now", "key", "says"), BROKEN, ids=[f"{b[2]}: {b[3]}" for b in BROKEN])
def test_it_is_refused_with_file_and_line(folder, was, now, key, says):
    path = folder / "laws" / "us-ca.yaml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8")
    library = Library((folder,))
    with pytest.raises(BadFile) as refused:
        library.laws["us-ca"]
    problem = next(p for p in refused.value.problems if key in p.key)
    assert says in str(problem)
    assert problem.path == path
    assert problem.line > 1
    assert "No letter to its offices can be written" in str(problem)
    assert library.laws["us-tx"].name == "Texas"
    good, problems = library.laws.all()
    assert len(good) == 51
    assert {p.path for p in problems} == {path}


def test_one_slip_is_one_problem(folder):
    """A list whose only member is bad is not told to be empty besides."""
    text = (folder / "laws" / "us-tx.yaml").read_text(encoding="utf-8")
    path = folder / "laws" / "us-tx.yaml"
    path.write_text(text.replace("unit: business_days", "unit: busness_days", 1), encoding="utf-8")
    with pytest.raises(BadFile) as told:
        Library((folder,)).laws.book("us-tx")
    assert len(told.value.problems) == 1
    assert "Did you mean business_days?" in str(told.value)


def test_a_broken_pack_is_never_replaced_by_another_law(folder):
    (folder / "laws" / "us-ca.yaml").write_text("name: California\n", encoding="utf-8")
    with pytest.raises(BadFile):
        law_in(Library((folder,)), "us-ca", on=date(2026, 11, 24))


def test_a_person_s_own_pack_wins_over_the_shipped_one(tmp_path):
    (tmp_path / "laws").mkdir()
    text = (place.shipped() / "laws" / "us-tx.yaml").read_text(encoding="utf-8")
    (tmp_path / "laws" / "us-tx.yaml").write_text(
        text.replace("name: Texas\n", "name: Texas, mine\n", 1), encoding="utf-8"
    )
    book = Library((tmp_path, place.shipped())).laws.book("us-tx")
    assert book.content.name == "Texas, mine"
    assert book.replaces == place.shipped() / "laws" / "us-tx.yaml"
