"""`foiakit batch` as a person types it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.library.collection import open_library
from foiakit.model.errors import FoiakitError

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.fixture
def foiakit(tmp_path, monkeypatch, library):
    """Runs foiakit in a folder with a copy of the examples."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("foiakit.library.collection.open_library", lambda extra=None: library)
    shutil.copytree(EXAMPLES, tmp_path / "examples")

    def call(*arguments):
        result = CliRunner().invoke(cli, ["batch", *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


PLAN = "examples/batch/plan.yaml"
SOME = ("--only", "county=Imperial")


def test_the_example_writes_letters_manifest_index_and_calendar(foiakit):
    result = foiakit(PLAN, "-o", "out", "--date", "2026-11-24", "--zip", *SOME)
    assert result.exit_code == 0
    assert "1 letters written to out, 0 were up to date." in result.stdout
    assert {p.name for p in Path("out").iterdir() if p.name[0] != "."} == {
        "Imperial-sheriff.docx", "Imperial-sheriff.txt", "manifest.csv", "manifest.jsonl", "index.docx", "calendar.ics",
        "letters.zip",
    }  # fmt: skip


def test_a_later_run_keeps_the_date_of_the_first(foiakit):
    foiakit(PLAN, "-o", "out", "--date", "2025-03-03", *SOME)
    result = foiakit(PLAN, "-o", "out", *SOME)
    assert "0 letters written to out, 1 were up to date." in result.stdout
    assert "keep the date of the earlier run, 2025-03-03" in result.stderr


def test_a_dry_run_shows_a_letter_for_each_law_and_writes_nothing(foiakit):
    result = foiakit(PLAN, "--dry-run", "--only", "state=us-ca", *SOME)
    assert result.exit_code == 0
    assert "# California Public Records Act request" in result.stdout
    assert result.stdout.count("----- one letter under") == 1
    assert "Exhibit A, news release" in result.stdout
    assert {p.name for p in Path().iterdir()} == {"examples"}


def test_rows_that_gave_no_letter_are_counted_and_the_exit_code_is_1(foiakit):
    table = Path("examples/batch/sheriffs.csv")
    table.write_text("office,county\nus-ca/county/imperial/sheriff,Imperial\nus-ca/county/nowhere/sheriff,Nowhere\n")
    result = foiakit(PLAN, "-o", "out")
    assert result.exit_code == 1
    assert "1 rows gave no letter" in result.stderr
    assert "nowhere" in Path("out/problems.csv").read_text()
    assert foiakit(PLAN, "--dry-run").exit_code == 1


def test_a_plan_to_start_from_and_a_set_to_keep(foiakit, monkeypatch, tmp_path):
    monkeypatch.setattr("foiakit.batch.sets.place", lambda: tmp_path / "sets")
    assert "plan.yaml" in foiakit("new", "mine").stdout
    assert Path("mine/recipients.csv").is_file()
    assert "sheriffs.yaml" in foiakit("save-set", PLAN, "sheriffs").stdout
    assert foiakit("sets").stdout == "sheriffs\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((PLAN,), "say where the letters go"),
        ((PLAN, "-o", "out", "--only", "county"), "write COLUMN=VALUE"),
        (("nowhere.yaml", "-o", "out"), ""),
    ],
)
def test_what_is_typed_wrong_is_said(foiakit, arguments, says):
    try:
        result = foiakit(*arguments)
    except FoiakitError as error:
        assert "there is no such file" in str(error)
    else:
        assert result.exit_code == 2
        assert says in result.output
    assert not Path("out").exists()


def test_a_bad_date_and_a_bad_letterhead_are_refused_before_anything_is_written(foiakit):
    with pytest.raises(FoiakitError, match="is no date"):
        foiakit(PLAN, "-o", "out", "--date", "tomorrow")
    Path("ours.docx").write_bytes(b"no zip")
    with pytest.raises(FoiakitError, match=r"ours\.docx: this is no Word file"):
        foiakit(PLAN, "-o", "out", "--letterhead", "ours.docx")
    assert not Path("out").exists()
