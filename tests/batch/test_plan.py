"""Plans: refused by key and line; rows become offices or a problem that says how to mend it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from foiakit.batch import sets
from foiakit.batch.opening import open_plan
from foiakit.batch.plan import load_plan
from foiakit.batch.start import start
from foiakit.library.collection import open_library
from foiakit.model.errors import BadFile, FoiakitError, NotFound


@pytest.mark.parametrize(
    ("change", "where", "says"),
    [
        (("picks: [", "pikcs: ["), "plan.yaml:3", "“pikcs” is not a key here"),
        (("picks: [\"1.1\", \"2.1\"]", 'picks: ["1.x"]'), "plan.yaml:3", "“1.x” names no passage"),
        (("picks: [\"1.1\", \"2.1\"]\n", ""), "plan.yaml", "write either picks or select"),
        (('templates: {"1.1"', 'templates: {"9.9"'), "plan.yaml", "templates.9.9: that passage is not among the picks"),
        (("file: table.csv", "fil: table.csv"), "plan.yaml:9", "“fil” is not a key here"),
        (("recipients:", "output: {formats: [doc]}\nrecipients:"), "plan.yaml:9", "“doc” is not one of"),
        (("picks: [\"1.1\", \"2.1\"]", "select: {families: [statistic]}"), "plan.yaml:3", "“statistic” is no family"),
    ],
)  # fmt: skip
def test_a_plan_is_refused_by_key_and_line(opened, change, where, says):
    with pytest.raises(BadFile) as caught:
        opened(change)
    assert where in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("change", "says", "remedy"),
    [
        (("facts: [county]", "facts: [countty]"), "no column is headed “countty”", "Did you mean county?"),
        (("facts: [county]", "facts: []"), "the column “county” is neither mapped nor declared", "recipients.facts"),
        (("columns: {id: office}, ", ""), "no column holds the office's id", "Head a column id"),
        (('["{office}", ICE]', '["{offices}", ICE]'), "no fact is called “offices”", "Did you mean office?"),
        (("releases: [release.txt]", "releases: [releases.txt]"), "releases.txt", ""),
        (("requester: profile.yaml", "requester: nobody.yaml"), "there is no such profile", "profile new"),
        (('picks: ["1.1", "2.1"]', 'picks: ["1.1", "2.1", "7.7"]'), "no passage 7.7", ""),
        (("statistics/count", "statistics/cuont"), "statistics/cuont", "statistics/count"),
        (("file: table.csv", "set: nowhere"), "there is no saved set “nowhere”", ""),
    ],
)  # fmt: skip
def test_what_a_plan_names_and_is_not_there_is_said(opened, monkeypatch, tmp_path, change, says, remedy):
    monkeypatch.setattr(sets, "place", lambda: tmp_path / "sets")
    with pytest.raises(FoiakitError) as caught:
        opened(change)
    assert says in str(caught.value)
    assert remedy in str(caught.value)


BY_NAME = ("{id: office}, facts: [county]", "{id: office, name: called, jurisdiction: state}")


def test_rows_name_offices_by_id_or_by_name_and_jurisdiction(opened):
    rows = [
        ("", "Alameda County Sheriff's Office", "us-ca"),
        ("us-tx/county/travis/sheriff", "Travis County Sheriff", ""),
        ("", "Alamedo County Sheriff's Office", "us-ca"),
        ("", "", "us-ca"),
    ]
    plan = opened(BY_NAME, ('"{office}"', "the office"), rows=rows, headings=("office", "called", "state"))
    assert [a.id for a in plan.addressees] == ["us-ca/county/alameda/sheriff", "us-tx/county/travis/sheriff"]
    assert plan.addressees[1].recipients[0].name == "Travis County Sheriff"
    near, none = sorted(plan.problems)
    assert (near.row, near.what) == (4, "no office of us-ca is called “Alamedo County Sheriff's Office”")
    assert near.mend.startswith("Write its id")
    assert "us-ca/state" not in near.mend
    assert (none.row, none.what) == (5, "no office is named")


CONTACTS = ("{id: office}, facts: [county]", "{id: office, email: mail, address: where, channel: how}")


def test_what_the_table_knows_of_an_office_is_used_and_checked(opened):
    rows = [
        ("us-ca/county/alameda/sheriff", "records@alameda.example", "1 Example Street | Oakland", "Email"),
        ("us-ca/county/marin/sheriff", "", "", "pigeon"),
    ]
    plan = opened(CONTACTS, ('"{office}"', "the office"), rows=rows, headings=("office", "mail", "where", "how"))
    [known] = plan.addressees[0].recipients
    assert (known.contact.email, known.contact.address) == ("records@alameda.example", ("1 Example Street", "Oakland"))
    assert known.channel == "email"
    [problem] = plan.problems
    assert (problem.row, problem.column, problem.what) == (3, "how", "“pigeon” is no way to send a letter")


def test_rows_of_one_office_stand_in_one_letter_unless_they_differ(opened):
    same = ("us-ca/county/alameda/sheriff", "Alameda")
    plan = opened(rows=[same, same, ("us-ca/county/marin/sheriff", "Marin")])
    assert [(a.id, a.rows) for a in plan.addressees] == [
        ("us-ca/county/alameda/sheriff", (2, 3)),
        ("us-ca/county/marin/sheriff", (4,)),
    ]
    plan = opened(rows=[same, (same[0], "Other"), ("us-ca/county/marin/sheriff", "Marin")])
    assert [a.id for a in plan.addressees] == ["us-ca/county/marin/sheriff"]
    assert sorted(p.row for p in plan.problems) == [2, 3]


def test_offices_that_share_an_intake_stand_in_one_letter(opened, library):
    from foiakit.offices import directory

    places = directory(library)
    shared = next(id for id in places.ids if places.office(id).intake not in {None, id})
    intake = places.office(shared).intake
    [addressee] = opened(rows=[(shared, ""), (intake, "")]).addressees
    assert addressee.id == intake
    assert {r.id for r in addressee.recipients} == {shared, intake}
    assert addressee.rows == (2, 3)


def test_rows_are_filtered_by_state_and_by_fact(opened):
    assert [a.id[:5] for a in opened(only={"state": "us-tx"}).addressees] == ["us-tx"]
    assert [a.id[:5] for a in opened(only={"state": "WA"}).addressees] == ["us-wa"]
    assert [a.id for a in opened(only={"county": "marin"}).addressees] == ["us-ca/county/marin/sheriff"]
    with pytest.raises(FoiakitError, match=re.escape("no column or fact is called “conty”")):
        opened(only={"conty": "x"})
    with pytest.raises(FoiakitError, match="no row is left"):
        opened(only={"state": "us-hi"})


def test_a_pick_can_be_left_to_the_scan(opened, picks_and_fields):
    picks, fields = picks_and_fields
    plan = opened((picks, "select: {above: 0.0, at_most: 1}\n"), (fields, ""))
    assert len(plan.prepared.draft.picks) == 1
    with pytest.raises(FoiakitError, match="no suggestion of training scores above"):
        opened((picks, "select: {families: [training], above: 0.99}\n"), (fields, ""))


def test_a_new_plan_loads_and_overwrites_nothing(tmp_path):
    plan, table = start(tmp_path / "new")
    assert load_plan(plan).picks == ("2.1", "3.1")
    assert table.read_text().startswith("id,")
    with pytest.raises(FoiakitError, match="there is such a file already"):
        start(tmp_path / "new")


def test_a_saved_set_serves_another_plan(opened, monkeypatch, tmp_path):
    monkeypatch.setattr(sets, "place", lambda: tmp_path / "sets")
    plan = opened()
    sets.save("west", plan.plan.recipients, Path(plan.plan.folder) / "table.csv")
    assert sets.names() == ["west"]
    again = opened(("file: table.csv, columns: {id: office}, facts: [county]", "set: west"))
    assert [a.id for a in again.addressees] == [a.id for a in plan.addressees]
    assert again.addressees[0].facts == {"county": "Alameda"}
    with pytest.raises(NotFound, match="no saved set"):
        opened(("file: table.csv, columns: {id: office}, facts: [county]", "set: east"))


def test_a_release_that_is_not_there_is_told_on_its_line(tmp_path):
    (tmp_path / "plan.yaml").write_text(
        'releases: [missing.txt]\npicks: ["7.2"]\nrequester: profile.yaml\nrecipients: {file: t.csv, columns: {id: id}}\n'
    )
    with pytest.raises(BadFile) as refused:
        open_plan(tmp_path / "plan.yaml", open_library(), on=date(2026, 11, 24))
    problem = refused.value.problems[0]
    assert (problem.line, "missing.txt" in problem.says) == (1, True)
    assert "under releases" in problem.remedy
