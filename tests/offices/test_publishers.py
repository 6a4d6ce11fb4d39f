"""Publishers' names in parts: a row is an office, a publisher's name, and the office that the name means."""

from __future__ import annotations

import pytest

from foiakit.library.collection import Library
from foiakit.offices import directory
from foiakit.offices.publishers import most_exact, parts


@pytest.mark.parametrize(("name", "cut"), [
    ("Department of X", ["Department of X"]),
    ("Department of X, Bureau of Y", ["Department of X", "Bureau of Y"]),
    ("Office of Z, Department of X", ["Office of Z", "Department of X"]),
    ("Department of X - Bureau of Y – Branch Z", ["Department of X", "Bureau of Y", "Branch Z"]),
    ("X-Ray Board | Office of Y;  Z", ["X-Ray Board", "Office of Y", "Z"]),
    (", ", []),
])  # fmt: skip
def test_a_name_is_cut_where_its_parts_meet(name: str, cut: list[str]) -> None:
    assert parts(name) == cut


@pytest.mark.parametrize(("owner", "name", "means"), [
    ("us/hhs", "U.S. Department of Health and Human Services, Office of Inspector General", "us/hhs/oig"),
    ("us/hhs", "Office of the Inspector General, Department of Health & Human Services", "us/hhs/oig"),
    ("us/doj", "Department of Justice, Office of the Inspector General", "us/doj/oig"),
    ("us/doj", "Department of Justice, Office of Nothing Much", "us/doj"),
    ("us/doj", "Department of Justice", "us/doj"),
    ("us/dhs", "Department of Homeland Security - U.S. Immigration and Customs Enforcement", "us/dhs/ice"),
    ("us/dhs", "Department of Homeland Security, Civil Rights Division", "us/dhs"),  # another department has one
    ("us-or/state/department-of-x", "Oregon Department of X, Office of Inspector General", "us-or/state/department-of-x"),
])  # fmt: skip
def test_the_most_exact_part_names_the_office(library: Library, owner: str, name: str, means: str) -> None:
    assert most_exact(directory(library), owner, name) == means


def test_every_office_below_another_is_found_by_both_names(library: Library) -> None:
    offices = directory(library)
    for id, row in offices.index.offices.items():
        owner = row.get("parent")
        if owner in offices.index.offices:
            said = f"{offices.index.offices[owner]['name']}, {row['name']}"
            assert most_exact(offices, owner, said).startswith(id), said
