"""`foiakit explain`: any id that a letter's annotations name can be looked up."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.files import place
from foiakit.library.collection import Library
from foiakit.model.errors import NotFound

LIBRARY = Library((place.shipped(),))


def run(id: str) -> str:
    result = CliRunner().invoke(cli, ["explain", id], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_field_of_law_has_its_words_citation_file_and_line():
    told = run("us-ca:clock.0")
    assert "10 calendar days from receipt" in told
    assert "Cal. Gov. Code § 7922.535(a)" in told
    line = LIBRARY.laws.book("us-ca").document.line_of("clock", 0)
    assert f"us-ca.yaml:{line}, checked 2026-11-24" in told


def test_a_section_shows_all_its_values_and_a_doubt_is_told():
    assert run("us-mt:clock").count("Clock") == 3
    told = run("us-ut:clock.0.within")
    assert "In doubt: clock.0.within: S.B. 64 (2026)" in told
    assert "Advice: print no number; ask for the expected date." in told


def test_an_authority_says_what_it_holds_and_whether_it_was_read():
    told = run("mcburney-v-young")
    assert "569 U.S. 221 (2013)" in told
    assert "general knowledge, not read for foiakit" in told
    assert "read at https://self-law.org" in run("cal-gov-7922-575")


@pytest.mark.parametrize("shelf", ["clauses", "requests", "authorities", "letters"])
def test_everything_on_a_shelf_can_be_explained(shelf, monkeypatch):
    monkeypatch.setattr("foiakit.library.collection.open_library", lambda: LIBRARY)
    for id in getattr(LIBRARY, shelf):
        assert id in run(id)


def test_capitals_do_not_matter():
    assert run("FEES/Ceiling") == run("fees/ceiling")


def test_a_law_alone_lists_its_sections():
    assert "us-tx:clock.0  Clock" in run("us-tx")


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("fees/celing", "Did you mean fees/ceiling"),
        ("us-ca:nothing", "It has: act, scope"),
        ("us-ca:fees.nothing", "says nothing at"),
        ("us-zz:clock", "no law pack"),
        ("S01", "foiakit check --explain S01"),
        ("us/dhs/ice", "foiakit agency show us/dhs/ice"),
        ("", "Give a clause"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(id, says):
    with pytest.raises(NotFound, match=says):
        CliRunner().invoke(cli, ["explain", id], catch_exceptions=False)
