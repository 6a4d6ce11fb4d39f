"""`foiakit law`: cards, lists, comparisons, and what is stale."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.files import place
from foiakit.model.errors import NotFound


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["law", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_card_shows_the_act_the_clock_and_when_it_was_checked():
    told = " ".join(run("us-ca").split())
    assert "California Public Records Act (CPRA)" in told
    assert "superseded: Cal. Gov. Code § 6250 et seq." in told
    assert "10 calendar days from receipt" in told
    assert "Cal. Gov. Code § 7922.535(a)" in told
    assert "AB 1821 (2026)" in told
    assert "Checked 2026-11-24, confidence high" in told


def test_a_card_shows_the_doubt_about_what_letters_leave_out():
    told = " ".join(run("us-ok").split())
    assert (
        "In doubt - court: a notice before suit was added in 2024 and its days were not found. Letters leave it out."
        in told
    )
    assert "Okla. Stat. tit. 51, § 24A.17(B) (in doubt, see below)" in told


def test_the_json_is_the_pack():
    data = json.loads(run("us-ca", "--json"))
    assert data["clock"][0]["within"]["number"] == 10
    assert data["act"][0]["replaces"] == ["Cal. Gov. Code § 6250 et seq."]
    assert set(json.loads(run("us-ca", "us-tx", "--json"))) == {"us-ca", "us-tx"}


def test_the_list_has_one_line_for_each_of_the_52():
    rows = json.loads(run("--list", "--json"))
    assert len(rows) == 52
    by_id = {row["id"]: row for row in rows}
    assert by_id["us-al"]["due"] == "acknowledgement"
    assert by_id["us-fl"]["clock"] == "promptly"
    assert by_id["us-ut"]["clock"] == "no number (in doubt)"
    assert by_id["us-mt"]["clock"] == "5 business days from receipt [state agency]"
    assert by_id["us-id"]["clock"] == "3 business days from receipt [residents]"
    assert by_id["us-pa"]["who"] == "legal residents of the United States"
    assert by_id["us-sd"]["appeal"].endswith("(in doubt)")
    text = run("--list")
    assert all(f"{id} " in text for id in by_id)


def test_the_list_holds_only_the_laws_that_are_named():
    rows = json.loads(run("--list", "us-TX", "us-ca", "--json"))
    assert [row["id"] for row in rows] == ["us-tx", "us-ca"]
    assert "Alabama" not in run("--list", "us-ca")
    with pytest.raises(NotFound, match="no law pack is called “us-tex”"):
        CliRunner().invoke(cli, ["law", "--list", "us-tex"], catch_exceptions=False)


def test_laws_stand_side_by_side():
    data = json.loads(run("--compare", "us-ca", "us-tx", "us", "--json"))
    assert list(data) == ["us-ca", "us-tx", "us"]
    assert "10 business days" in data["us-tx"]["Clock"]
    text = run("--compare", "us-ca", "us-tx", "us")
    assert "California (us-ca)" in text and "Texas (us-tx)" in text


def test_nothing_is_stale_until_a_year_has_passed(monkeypatch, tmp_path):
    shutil.copytree(place.shipped() / "laws", tmp_path / "laws")
    path = tmp_path / "laws" / "us-tx.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("on: 2026-11-24", "on: 2020-01-02"), encoding="utf-8")
    monkeypatch.setenv("FOIAKIT_TEMPLATES", str(tmp_path))
    rows = json.loads(run("--stale", "--json"))
    old = next(row for row in rows if row["id"] == "us-tx")
    assert old["checked"] == "2020-01-02"
    assert old["days"] == (date.today() - date(2020, 1, 2)).days
    assert all(row["days"] > 365 for row in rows)
    assert json.loads(run("--stale", "us-tx", "--json")) == [old]


def test_an_unknown_law_is_told_with_the_nearest():
    with pytest.raises(NotFound, match="no law pack is called “us-tex”"):
        CliRunner().invoke(cli, ["law", "us-tex"], catch_exceptions=False)


def test_a_broken_pack_is_named_and_the_others_are_listed(monkeypatch, tmp_path):
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "us-tx.yaml").write_text("name: Texas\nclok: []\n", encoding="utf-8")
    monkeypatch.setenv("FOIAKIT_TEMPLATES", str(tmp_path))
    result = CliRunner().invoke(cli, ["law", "--list", "--json"])
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)) == 51
    assert "us-tx.yaml:2" in result.stderr
    assert "Did you mean clock?" in result.stderr


def test_without_a_law_it_says_how_to_ask():
    result = CliRunner().invoke(cli, ["law"])
    assert result.exit_code == 2
    assert "foiakit law --list" in result.output
