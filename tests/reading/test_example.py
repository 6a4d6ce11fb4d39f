"""The shipped example is read as a person would count it, and so is the same page with every name swapped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from foiakit.model.release import Kind
from foiakit.reading import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "releases" / "ice-2009-09-10-imperial-county.txt"

BEGINNINGS = {
    1: "EL CENTRO, Calif. - Law enforcement agencies in Imperial County will benefit",
    3: "The Secure Communities biometric identification technology is now accessible",
    7: "Secure Communities enhances the ongoing joint efforts by the Imperial County",
    12: "Secure Communities is a key facet of ICE's enforcement priority",
    13: "More information about ICE's Secure Communities effort is available at www.ice.gov.",
}
SWAPS = (
    ("U.S. Immigration\nand Customs\nEnforcement", "State Bureau\nof Harbor\nInspection"),
    ("U.S. Immigration and Customs Enforcement", "State Bureau of Harbor Inspection"),
    ("EL CENTRO, Calif.", "PORT WYLER, Maine"),
    ("Imperial County", "Quill County"),
    ("Secure Communities", "Safe Moorings"),
    ("Department of Homeland Security", "Department of Marine Affairs"),
    ("ICE", "SBHI"),
    ("www.ice.gov", "www.sbhi.example.gov"),
    ("September 10, 2009", "June 3, 2021"),
    ("March 2003", "July 1994"),
)


@pytest.fixture(scope="module")
def release():
    return read(EXAMPLE)


@pytest.fixture(scope="module")
def swapped():
    text = EXAMPLE.read_text()
    for old, new in SWAPS:
        assert old in text
        text = text.replace(old, new)
    return read(text.encode(), name="swapped.txt")


def test_its_facts_are_found(release):
    assert release.title == (
        "New ICE initiative uses biometrics to enhance identification and removal of dangerous criminal aliens from "
        "Imperial County"
    )
    assert release.subtitle == "Now criminal and immigration records of all those arrested to be checked"
    assert release.issuer == "U.S. Immigration and Customs Enforcement"
    assert (release.date, release.place) == (date(2009, 9, 10), "El Centro, Calif.")


def test_its_body_has_thirteen_paragraphs(release):
    numbered = {p.number: release.text[p.start : p.end] for p in release.paragraphs if p.number}
    assert sorted(numbered) == list(range(1, 14))
    for number, beginning in BEGINNINGS.items():
        assert numbered[number].startswith(beginning)


def test_navigation_end_mark_and_words_about_the_agency_are_furniture(release):
    furniture = [p.text for p in release.passages if p.furniture]
    assert furniture[0] == "Skip Navigation"
    assert "-- ICE --" in furniture
    assert any("was established in March 2003" in text for text in furniture)
    assert not any(p.kind is Kind.BODY and "established" in p.text for p in release.passages)


def test_markdown_escapes_are_read_as_what_they_mean(release):
    assert "spending more than $1 billion on such efforts" in release.passage("12.3").text
    assert "\\" not in release.text


def test_title_and_subtitle_have_ids_of_their_own(release):
    assert [(p.id, p.kind) for p in release.passages if p.id.startswith("t")] == [
        ("t1", Kind.TITLE),
        ("t2", Kind.SUBTITLE),
    ]


def test_with_every_name_swapped_it_is_read_the_same(release, swapped):
    assert [p.id for p in swapped.passages] == [p.id for p in release.passages]
    assert [p.kind for p in swapped.passages] == [p.kind for p in release.passages]
    assert swapped.issuer == "State Bureau of Harbor Inspection"
    assert (swapped.date, swapped.place) == (date(2021, 6, 3), "Port Wyler, Maine")
    assert swapped.subtitle == release.subtitle
