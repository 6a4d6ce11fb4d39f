"""`foiakit agency` at the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from foiakit.cli.agency import command
from foiakit.model.errors import NotFound


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("agency")
    environment = {"FOIAKIT_CACHE": str(folder / "cache"), "FOIAKIT_TEMPLATES": str(folder / "none")}

    def call(*arguments: str, **more: str):
        return CliRunner(env=environment | more).invoke(command, list(arguments), catch_exceptions=False)

    return call


def test_finding_shows_ids_names_and_why(run):
    done = run("find", "imperial", "sheriff")
    assert done.exit_code == 0
    first = done.stdout.splitlines()[1]
    assert first.startswith("us-ca/county/imperial/sheriff")
    assert "Imperial County Sheriff's Office" in first
    assert "its entry" in first


def test_finding_nothing_says_how_to_ask(run):
    done = run("find", "zzzqxj")
    assert done.exit_code == 1
    assert "el centro police" in done.stderr


def test_matches_as_json_can_be_read_back(run):
    rows = json.loads(run("find", "--json", "--limit", "2", "us visit").stdout)
    assert rows[0]["id"] == "us/dhs/obim"
    assert len(rows) == 2
    assert json.loads(run("find", "--json", "zzzqxj").stdout) == []


def test_showing_says_how_it_is_reached_and_that_it_wants_verifying(run):
    shown = run("show", "us/dhs/ice").stdout
    assert shown.startswith("U.S. Immigration and Customs Enforcement (ICE)\n")
    for words in (
        "part of         U.S. Department of Homeland Security [us/dhs]",
        "6 C.F.R. pt. 5",
        "Verify before sending.",
        "https://www.securerelease.us",
        "Enforcement Integrated Database (EID)",
        "Immigration and Naturalization Service (until 2003)",
        "agencies/us/dhs.yaml",
    ):
        assert words in shown


def test_an_old_contact_is_set_apart(run):
    shown = run("show", "us/doj/ojp").stdout
    assert shown.index("Older, not put on letters (as of 2017)") < shown.index("FOIAOJP@usdoj.gov")


def test_a_shared_intake_is_named(run):
    assert "requests go to  U.S. Department of Homeland Security [us/dhs]" in run("show", "us/dhs/obim").stdout


def test_an_office_without_an_entry_is_shown_too(run):
    shown = run("show", "us-la/county/orleans/sheriff").stdout
    assert "Orleans Parish Sheriff's Office" in shown
    assert "No way to reach it is known" in shown
    assert "check it" in shown


def test_an_office_as_json_has_its_fields(run):
    office = json.loads(run("show", "--json", "us/doj/fbi").stdout)
    assert (office["short"], office["body"], office["contact"]["portal"]) == ("FBI", "federal", "https://efoia.fbi.gov")


@pytest.mark.parametrize(
    ("id", "says"), [("us/doj/fbii", "us/doj/fbi"), ("us-ct/county/hartford/sheriff", "state marshals")]
)
def test_what_is_not_there_is_an_error_with_a_way_out(run, id, says):
    with pytest.raises(NotFound, match=says):
        run("show", id)


def test_a_fresh_contact_needs_no_verifying(run, tmp_path):
    mine = tmp_path / "agencies" / "mine.yaml"
    mine.parent.mkdir()
    mine.write_text(
        "title: Mine\noffices:\n  us-ut/county/utah/sheriff:\n"
        "    name: Utah County Sheriff's Office\n    kind: sheriff\n"
        "    contact:\n      email: {at: records@example.org, as_of: 2026-11-01}\n      source: a call\n"
    )
    shown = run("show", "us-ut/county/utah/sheriff", "--date", "2026-11-24", FOIAKIT_TEMPLATES=str(tmp_path)).stdout
    assert "Reached by (as of 2026-11-01).\n  e-mail  records@example.org" in shown
    later = run("show", "us-ut/county/utah/sheriff", "--date", "2027-11-24", FOIAKIT_TEMPLATES=str(tmp_path)).stdout
    assert "Verify before sending." in later


def test_a_bad_file_of_ones_own_is_told_and_the_rest_serves(run, tmp_path):
    mine = tmp_path / "agencies" / "mine.yaml"
    mine.parent.mkdir()
    mine.write_text("title: Mine\noffices:\n  us/x:\n    nam: X\n    kind: sheriff\n")
    done = run("show", "us/doj/fbi", FOIAKIT_TEMPLATES=str(tmp_path))
    assert "mine.yaml:4" in done.stderr
    assert "Did you mean name?" in done.stderr
    assert done.stdout.startswith("Federal Bureau of Investigation (FBI)")


@pytest.mark.parametrize("arguments", [["--help"], ["find", "--help"], ["show", "--help"]])
def test_there_is_help(run, arguments):
    assert run(*arguments).exit_code == 0
