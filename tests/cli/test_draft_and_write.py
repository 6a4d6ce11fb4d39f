"""The two commands of a deadline: from picked passages to a draft, from a draft to letters."""

import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.library.collection import open_library
from foiakit.model.errors import BadFile, FoiakitError

EXAMPLES = Path(__file__).parents[2] / "examples"
RELEASE = EXAMPLES / "releases" / "ice-2009-09-10-imperial-county.txt"
DAY = ("--date", "2026-11-24")


@pytest.fixture(scope="module")
def library():
    """One library for all runs: what it loads is kept, as in one long run."""
    return open_library()


@pytest.fixture
def run(tmp_path, monkeypatch, library):
    """Runs foiakit in an empty folder with the example release and profile in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("foiakit.library.collection.open_library", lambda extra=None: library)
    shutil.copy(RELEASE, tmp_path / "release.txt")
    shutil.copy(EXAMPLES / "profile.yaml", tmp_path / "profile.yaml")

    def call(*arguments, fails=None, **more):
        result = CliRunner().invoke(cli, list(arguments), catch_exceptions=True, **more)
        if fails is None:
            if result.exception and not isinstance(result.exception, SystemExit):
                raise result.exception
            return result
        assert isinstance(result.exception, fails), (result.exception, result.output)
        return result.exception

    return call


def draft(run, *more, picks=("7.2,7.1", "12.3")):
    arguments = [a for p in picks for a in ("--pick", p)]
    return run("draft", "release.txt", *arguments, "--requester", "profile.yaml", "-o", "draft.yaml", *more)


def test_picks_become_a_draft_and_the_draft_becomes_letters(run, tmp_path):
    result = draft(run)
    assert "A:7.2" in result.stdout and "statistics/count" in result.stdout
    assert stat.S_IMODE((tmp_path / "draft.yaml").stat().st_mode) == 0o600
    result = run("write", "draft.yaml", "-o", "out", *DAY)
    assert result.exit_code == 0, result.output
    for words in (
        "U.S. Immigration and Customs Enforcement",
        "2026-12-23",
        "Imperial County Sheriff's Office",
        "2026-12-04",
    ):
        assert words in result.stdout
    assert {p.name for p in (tmp_path / "out").glob("*.docx")} == {
        "us-dhs-ice.docx",
        "us-ca-county-imperial-sheriff.docx",
    }
    assert "foiakit sends nothing" in result.stderr


def test_writing_again_changes_nothing_and_an_edited_letter_is_kept(run, tmp_path):
    draft(run, "--to", "us/dhs/ice")
    run("write", "draft.yaml", "-o", "out", "--format", "md", *DAY)
    letter = tmp_path / "out" / "us-dhs-ice.md"
    first = letter.read_bytes()
    again = run("write", "draft.yaml", "-o", "out", "--format", "md", *DAY)
    assert letter.read_bytes() == first and "1 of 1 files stood there already" in again.stderr
    letter.write_text("My own words.")
    kept = run("write", "draft.yaml", "-o", "out", "--format", "md", *DAY)
    assert letter.read_text() == "My own words."
    assert "was edited since and is kept" in kept.stderr
    assert (tmp_path / "out" / "us-dhs-ice.new.md").read_bytes() == first


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_every_format_gives_the_same_bytes_for_the_same_draft_and_day(run, tmp_path, form):
    draft(run, "--to", "us/dhs/ice")
    for folder in ("one", "two"):
        assert run("write", "draft.yaml", "-o", folder, "--format", form, *DAY).exit_code == 0
    one, two = (tmp_path / f / f"us-dhs-ice.{form}" for f in ("one", "two"))
    assert one.read_bytes() == two.read_bytes() and one.stat().st_size > 1000


def test_a_portal_text_fits_or_says_by_how_much_not(run, tmp_path):
    draft(run, "--to", "us/dhs/ice")
    result = run("write", "draft.yaml", "-o", "out", "--format", "txt", *DAY)
    text = (tmp_path / "out" / "us-dhs-ice.txt").read_text()
    assert len(text) <= 10_000 or f"{len(text) - 10_000:,} characters over" in result.stderr


def test_a_recipient_that_would_hold_nothing_is_said_and_gets_no_letter(run, tmp_path):
    result = draft(run, "--to", "us/dhs/ice,us/doj/fbi", picks=("12.3",))
    assert "us/doj/fbi gets no letter" in result.stderr and "held_by" in result.stderr
    result = run("write", "draft.yaml", "-o", "out", *DAY)
    assert "us/doj/fbi gets no letter" in result.stderr
    assert [p.name for p in (tmp_path / "out").glob("*.docx")] == ["us-dhs-ice.docx"]


def test_another_template_can_be_named(run, tmp_path):
    draft(run, "--template", "7.2=statistics/trend", picks=("7.2",))
    assert "template: statistics/trend" in (tmp_path / "draft.yaml").read_text()


def test_an_existing_draft_is_left_as_it_is(run, tmp_path):
    (tmp_path / "draft.yaml").write_text("mine")
    error = run("draft", "release.txt", "--pick", "7.2", "-o", "draft.yaml", fails=FoiakitError)
    assert "exists already" in str(error) and (tmp_path / "draft.yaml").read_text() == "mine"
    assert run("draft", "release.txt", "--pick", "7.2", "-o", "draft.yaml", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--pick", "7.9"), "no passage 7.9"),
        (("--pick", "B:1.1"), "there is no release B"),
        (("--pick", "7.2", "--template", "7.2=statistics/cuont"), "statistics/count"),
        (("--pick", "7.2", "--to", "us/dhs/iec"), "us/dhs/iec"),
        (("--pick", "7.2", "--requester", "nobody.yaml"), "foiakit profile new"),
    ],
)
def test_what_is_not_there_is_named_and_no_draft_is_written(run, tmp_path, arguments, says):
    error = run("draft", "release.txt", *arguments, "-o", "draft.yaml", fails=FoiakitError)
    assert says in str(error)
    assert not (tmp_path / "draft.yaml").exists()


def test_without_a_pick_the_usage_says_how(run):
    result = run("draft", "release.txt", "-o", "draft.yaml")
    assert result.exit_code == 2 and "--pick 7.2" in result.output


def test_standard_input_is_kept_beside_the_draft(run, tmp_path):
    run("draft", "-", "--pick", "7.2", "--to", "us/dhs/ice", "-o", "draft.yaml", input=RELEASE.read_bytes())
    assert (tmp_path / "draft-release-a.txt").read_bytes() == RELEASE.read_bytes()
    assert "file: draft-release-a.txt" in (tmp_path / "draft.yaml").read_text()


def test_without_a_requester_nothing_is_written_and_the_question_is_asked(run, tmp_path):
    run("draft", "release.txt", "--pick", "7.2", "--to", "us/dhs/ice", "-o", "draft.yaml")
    result = run("write", "draft.yaml", "-o", "out", *DAY)
    assert result.exit_code == 1
    assert "nobody is named as the requester" in result.stderr and "foiakit profile new" in result.stderr
    assert not list(tmp_path.glob("out/*.docx"))


def test_a_slip_in_the_draft_is_refused_with_its_line(run, tmp_path):
    draft(run)
    path = tmp_path / "draft.yaml"
    path.write_text(path.read_text().replace("template:", "tempalte:", 1))
    error = run("write", "draft.yaml", "-o", "out", fails=BadFile)
    assert "tempalte" in str(error) and "draft.yaml:" in str(error)


def test_a_release_that_changed_since_is_not_quoted_wrongly(run, tmp_path):
    draft(run, "--to", "us/dhs/ice", picks=("7.2",))
    release = tmp_path / "release.txt"
    release.write_text(release.read_text().replace("more than 260 criminal", "more than 360 criminal"))
    result = run("write", "draft.yaml", "-o", "out", *DAY)
    assert result.exit_code == 1 and "360" in result.stderr and not list(tmp_path.glob("out/*.docx"))


def test_a_format_that_is_none_is_a_usage_error(run):
    draft(run)
    result = run("write", "draft.yaml", "-o", "out", "--format", "rtf")
    assert result.exit_code == 2 and "docx, md, txt, pdf" in result.output


def test_an_output_folder_that_is_a_file_is_named(run, tmp_path):
    draft(run)
    (tmp_path / "out.txt").write_text("x")
    error = run("write", "draft.yaml", "-o", "out.txt/sub", fails=FoiakitError)
    assert "out.txt" in str(error)


def test_a_letterhead_that_is_not_there_is_named(run):
    draft(run)
    error = run("write", "draft.yaml", "-o", "out", "--letterhead", "ours.docx", *DAY, fails=FoiakitError)
    assert "ours.docx" in str(error)


def test_annotating_leaves_the_portal_text_as_it_is(run, tmp_path):
    draft(run, "--to", "us/dhs/ice")
    run("write", "draft.yaml", "-o", "plain", "--format", "docx,txt", *DAY)
    run("write", "draft.yaml", "-o", "notes", "--format", "docx,txt", "--annotate", *DAY)
    assert (tmp_path / "plain/us-dhs-ice.txt").read_bytes() == (tmp_path / "notes/us-dhs-ice.txt").read_bytes()
    assert (tmp_path / "plain/us-dhs-ice.docx").read_bytes() != (tmp_path / "notes/us-dhs-ice.docx").read_bytes()


def test_the_date_on_the_command_line_comes_before_the_draft_s(run, tmp_path):
    draft(run, "--to", "us/dhs/ice")
    path = tmp_path / "draft.yaml"
    path.write_text(path.read_text() + "date: 2026-10-01\n")
    run("write", "draft.yaml", "-o", "stored", "--format", "md")
    run("write", "draft.yaml", "-o", "given", "--format", "md", *DAY)
    assert "October 1, 2026" in (tmp_path / "stored/us-dhs-ice.md").read_text()
    assert "November 24, 2026" in (tmp_path / "given/us-dhs-ice.md").read_text()


def test_without_libreoffice_the_word_files_are_written_and_the_missing_piece_is_named(run, tmp_path, monkeypatch):
    draft(run, "--to", "us/dhs/ice")
    monkeypatch.delenv("FOIAKIT_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    error = run("write", "draft.yaml", "-o", "out", "--format", "docx,pdf", *DAY, fails=FoiakitError)
    assert "LibreOffice" in str(error)
    assert [p.name for p in (tmp_path / "out").glob("us-dhs-ice.*")] == ["us-dhs-ice.docx"]
