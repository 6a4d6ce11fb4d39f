"""Names in releases lead to the office that keeps the records today."""

from __future__ import annotations

import pytest

from foiakit.library.collection import open_library
from foiakit.offices import directory


@pytest.fixture(scope="module")
def mentions():
    return directory(open_library()).mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. Immigration and Customs Enforcement (ICE)", ["us/dhs/ice", "us/dhs/ice"]),
        (
            "developed by the Departments of Justice (DOJ) and Homeland Security (DHS)",
            ["us/doj", "us/doj", "us/dhs", "us/dhs"],
        ),
        ("the Departments of Labor, Education and Health and Human Services", ["us/dol", "us/ed", "us/hhs"]),
        ("the Departments of Commerce and the Treasury", ["us/doc", "us/treasury"]),
        ("US VISIT is proud to support ICE", ["us/dhs/obim", "us/dhs/ice"]),
        ("US-VISIT\nDirector", ["us/dhs/obim"]),
        ("the FBI's Criminal Justice Information Services Division", ["us/doj/fbi", "us/doj/fbi"]),
        ("the FBI’s Integrated Automated Fingerprint Identification System (IAFIS)", ["us/doj/fbi"] * 3),
        ("the Automated Biometric Identification System (IDENT)", ["us/dhs/obim", "us/dhs/obim"]),
        ("the INS and the U.S. Customs Service", ["us/dhs/uscis", "us/dhs/cbp"]),
        ("its Criminal Alien Program and Fugitive Operations Program", ["us/dhs/ice", "us/dhs/ice"]),
        ("an ICE-led task force", ["us/dhs/ice"]),
        ("the iceberg, ICES and PRICE", []),
        ("the California Department of Justice and the Texas National Guard", []),
        ("the city of Justice, department stores", []),
    ],
)
def test_names_lead_to_the_keeper_of_today(mentions, text, expected):
    assert [hit.entity.id for hit in mentions.find(text)] == expected
