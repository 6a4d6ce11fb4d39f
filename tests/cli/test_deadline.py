"""`foiakit deadline`: dates with the count behind them."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.model.errors import FoiakitError


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["deadline", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_date_is_shown_with_each_holiday_by_name_and_the_statute():
    told = run("us-tx", "--from", "2026-11-24")
    assert "Thursday, December 10, 2026 at the earliest: a determination is due" in told
    assert "Thu 2026-11-26 Thanksgiving Day; Fri 2026-11-27 Friday After Thanksgiving" in told
    assert "Tex. Gov't Code §§ 552.221(a)" in told


def test_an_extension_is_counted_on_and_the_day_without_it_is_kept():
    told = run("us", "--from", "2026-11-24", "--extended")
    assert "Friday, January 8, 2027: a determination is due" in told
    assert "20 business days and, extended, 10 business days more" in told
    assert "2026-12-23" in told


def test_where_silence_is_a_denial_the_appeal_s_last_day_is_shown():
    told = run("us-ct", "--from", "2026-11-24")
    assert "Tuesday, December 1, 2026: silence is a denial" in told
    assert "Thursday, December 31, 2026: last day to appeal to the Freedom of Information Commission" in told


def test_a_law_without_a_number_gives_its_word_and_no_date():
    told = run("us-fl", "--from", "2026-11-24")
    assert "No date" in told
    assert "The law's word is “promptly”, Fla. Stat. § 119.07(1)(c)" in told
    assert " 2026:" not in told


def test_a_body_and_a_residence_choose_the_clock():
    assert "No date" in run("us-mt", "--from", "2026-11-24", "--body", "city")
    assert "December 2, 2026" in run("us-mt", "--from", "2026-11-24", "--body", "state_agency")
    assert "No date" in run("us-id", "--from", "2026-11-24")
    assert "November 30, 2026" in run("us-id", "--from", "2026-11-24", "--resident")


def test_each_date_says_what_is_due_by_then_and_a_clock_without_a_number_stands_beside_it():
    alabama = run("us-al", "--from", "2026-11-24")
    assert "an acknowledgment is due\n  an acknowledgment of this request\n" in alabama
    assert "  a substantive response to a standard request" in alabama
    assert "January 20, 2027: silence is a denial" in alabama
    assert "December 3, 2026 at the earliest: silence is a denial" in run("us-pa", "--from", "2026-11-24")
    montana = run("us-mt", "--from", "2026-11-24")
    assert "(from a state agency)" in montana
    assert "No date, in a timely manner: the records are due (from a county government or city" in montana
    assert "No date" not in run("us-mt", "--from", "2026-11-24", "--body", "state_agency")
    assert "No date, promptly: the records are due" in run("us-ct", "--from", "2026-11-24")


def test_an_e_mail_to_a_michigan_body_counts_a_day_later():
    assert "December 14, 2026" in run("us-mi", "--from", "2026-12-04", "--channel", "email")
    assert "December 11, 2026" in run("us-mi", "--from", "2026-12-04")


def test_the_json_has_every_date():
    data = json.loads(run("us-al", "--from", "2026-11-24", "--json"))
    assert [row["what"] for row in data] == ["acknowledgement", "determination", "denial"]
    assert data[0]["day"] == "2026-12-04"


def test_calendar_entries_can_be_read_back_and_are_the_same_bytes_each_time(tmp_path):
    from icalendar import Calendar

    paths = [tmp_path / "one.ics", tmp_path / "two.ics"]
    for path in paths:
        run("us-ct", "--from", "2026-11-24", "--ics", str(path))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    events = list(Calendar.from_ical(paths[0].read_bytes()).walk("VEVENT"))
    assert [str(e["dtstart"].dt) for e in events] == ["2026-12-01", "2026-12-01", "2026-12-31"]
    assert "Last day to appeal" in events[-1]["summary"]
    assert "Conn. Gen. Stat. § 1-206(b)(1)" in events[-1]["description"]
    assert len({str(e["uid"]) for e in events}) == 3


def test_a_body_that_the_law_does_not_reach_is_refused():
    with pytest.raises(FoiakitError, match="reaches no county government"):
        CliRunner().invoke(cli, ["deadline", "us-ct", "--body", "county"], catch_exceptions=False)
