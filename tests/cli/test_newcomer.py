"""What somebody meets who does not know the commands yet: an exit code, a message that says how to mend it, no noise."""

import hashlib
from pathlib import Path

import pytest

from foiakit.cli.main import run
from foiakit.drafting.blank_profile import blank_profile

RELEASE = "release.txt"
CLAIM = "More than 260 people were turned over to ICE in 2024."
OTHER = "It ended in May."
TEXT = f"{CLAIM}\n\n{OTHER}\n"
DRAFT = f"""\
foiakit: 1
releases:
  A:
    file: release.txt
    sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
    issuer_id: us/dhs/ice
picks:
  - id: A:1.1
    at: {{exact: {CLAIM}, start: 0, end: {len(CLAIM)}}}
    template: statistics/count
    quote: More than 260 people were turned over to ICE
    fields: {{period: 2024-01-01/2024-12-31, subject: people}}
    held_by: [us/dhs/ice]
recipients: [{{id: us/dhs/ice}}]
requester: {{name: Robin Roe, email: robin@records.example, ceiling: 25}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(RELEASE).write_text(TEXT)
    Path("draft.yaml").write_text(DRAFT)
    Path("blank.yaml").write_text(blank_profile())
    Path("note.txt").write_text("no Word file")
    return tmp_path


@pytest.fixture
def said(capsys):
    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return call


@pytest.mark.parametrize(
    ("arguments", "tells"),
    [
        (["scan", ""], "name the release"),
        (["scan", "nope.txt"], "nope.txt: there is no such file\n  Check the name"),
        (["scan", "--json", RELEASE, "--explain", "1.1"], "do not go together"),
        (["draft", RELEASE, "-o", "d.yaml"], "--pick 7.2"),
        (["draft", RELEASE, "--pick", "1.1", "-o", "none/d.yaml"], "there is no folder none\n  Make it"),
        (["draft", RELEASE, "--pick", "1.1", "--to", "ICE", "-o", "d.yaml"], "Did you mean us/dhs/ice"),
        (["agency", "show", "FBI"], "Did you mean us/doj/fbi"),
        (["check", RELEASE], ":1: a draft is wanted here; this is another file\n  foiakit draft RELEASE"),
        (["write", "nope.yaml", "-o", "out"], "a draft is wanted here; there is no such file"),
        (["write", "draft.yaml", "-o", "out", "--letterhead", "note.txt"], "note.txt: this is no Word file"),
        (["profile", "check", "blank.yaml"], "name: the name is still “Your Name”"),
        (["demo", "--date", "tomorrow"], "--date: “tomorrow” is no date\n  Write it as 2026-11-24."),
        (["law", "us", "--compare"], "name two laws"),
        (["law", "us-xx"], "Did you mean"),
        (["profile"], "profile [OPTIONS] COMMAND"),
        (["batch"], "batch [OPTIONS] COMMAND"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_ends_with_2_and_how_to_mend_it_and_prints_no_result(folder, said, arguments, tells):
    before = sorted(p.name for p in folder.iterdir())
    code, out, err = said(*arguments)
    assert (code, out) == (2, "")
    assert tells in err and "Traceback" not in err and "defect" not in err
    assert sorted(p.name for p in folder.iterdir()) == before


def test_a_law_is_found_in_capitals_too(said):
    code, out, _ = said("law", "US-CA")
    assert code == 0 and out.startswith("California (us-ca)")


def test_a_date_that_is_given_is_the_letters_date_whatever_the_draft_says(folder, said):
    local = DRAFT.replace("us/dhs/ice", "us-ca/county/imperial/sheriff")
    Path("draft.yaml").write_text(f"{local}date: 2026-11-24\n")
    assert said("check", "draft.yaml")[0] == 0
    code, out, _ = said("check", "draft.yaml", "--date", "1950-01-02")
    assert code == 1 and "1950-01-02" in out


def test_a_day_too_far_off_is_said_and_not_counted(folder, said):
    code, out, _ = said("deadline", "us", "--from", "9999-12-31")
    assert code == 0 and "No date: 9999-12-31 is too far off" in out
    assert "defect" not in said("check", "draft.yaml", "--date", "9999-12-31")[2]


def test_a_letter_is_not_signed_with_the_blank_profiles_name(folder, said):
    Path("draft.yaml").write_text(DRAFT.replace("Robin Roe", "Your Name"))
    code, out, err = said("write", "draft.yaml", "-o", "out")
    assert code == 1 and out == "" and "B01 error" in err and "Your Name" in err
    assert not Path("out").exists()


def test_two_picks_that_ask_for_the_same_records_are_told(folder, said):
    again = DRAFT[DRAFT.index("  - id:") : DRAFT.index("recipients:")].replace("A:1.1", "A:2.1")
    start = TEXT.index(OTHER)
    again = again.replace(
        f"{CLAIM}, start: 0, end: {len(CLAIM)}", f"{OTHER}, start: {start}, end: {start + len(OTHER)}"
    )
    again = again.replace("quote: More than 260 people were turned over to ICE", "quote: It ended in May")
    Path("draft.yaml").write_text(DRAFT.replace("recipients:", f"{again}recipients:"))
    assert "S17 warning: us/dhs/ice, item 2: items 1 and 2 ask for nearly the same" in said("check", "draft.yaml")[1]
    Path("draft.yaml").write_text(
        DRAFT.replace("recipients:", f"{again.replace('2024-01-01/2024-12-31', '2023-01-01/2023-12-31')}recipients:")
    )
    assert "S17" not in said("check", "draft.yaml")[1]
