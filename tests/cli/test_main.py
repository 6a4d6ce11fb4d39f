"""The front door: fast, complete, and never a traceback for a person's mistake."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from foiakit.cli import main, terminal
from foiakit.model.errors import FoiakitError

HEAVY = {
    "textual",
    "docx",
    "trafilatura",
    "pydantic",
    "holidays",
    "lxml",
    "httpx",
    "icalendar",
    "yaml",
    "rich",
    "nupunkt",
}


def foiakit(*arguments, **kwargs):
    return subprocess.run(
        [sys.executable, "-m", "foiakit", *arguments], capture_output=True, text=True, timeout=60, **kwargs
    )


def test_version_loads_nothing_heavy():
    code = """
import sys
from foiakit.cli.main import run
try:
    run(["--version"])
except SystemExit:
    print(sorted(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.strip("' []").split(".")[0] for name in done.stdout.splitlines()[-1].split(",")}
    assert done.stdout.startswith("foiakit, version ")
    assert not loaded & HEAVY


@pytest.mark.parametrize("name", main.cli.list_commands(None))
def test_every_command_has_help(name):
    result = CliRunner().invoke(main.cli, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["scn"], "Did you mean “foiakit scan”?"),
        (["nothing-like-it"], "lists the commands"),
        (["scan"], "Missing argument"),
        (["scan", "--nope"], "No such option"),
        (["open", "x.txt"], "needs a terminal"),
    ],
)
def test_a_usage_mistake_is_told_on_standard_error_with_code_2(arguments, says):
    done = foiakit(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_file_given_as_a_command_is_told_how_to_open_it(tmp_path):
    (tmp_path / "release.txt").write_text("x")
    done = foiakit("release.txt", cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(Path(main.__file__).parents[2])})
    assert "foiakit open release.txt" in done.stderr


def test_a_defect_is_told_without_texts_and_paths_of_the_person(tmp_path, monkeypatch, capsys):
    secret = str(tmp_path / "secret-source.txt")

    def broken(*_args, **_kwargs):
        raise RuntimeError(secret)

    monkeypatch.setattr(main.cli, "main", broken)
    with pytest.raises(SystemExit) as ended:
        main.run([])
    told = capsys.readouterr().err
    assert ended.value.code == main.DEFECT
    assert "defect in foiakit" in told
    assert "secret-source" not in told


def test_an_error_is_shown_with_its_remedy_and_harmless(monkeypatch, capsys):
    def fails(*_args, **_kwargs):
        raise FoiakitError("no file \x1b]0;x\x07 here", remedy="Look elsewhere.")

    monkeypatch.setattr(main.cli, "main", fails)
    with pytest.raises(SystemExit) as ended:
        main.run([])
    told = capsys.readouterr().err
    assert ended.value.code == main.USAGE
    assert "Look elsewhere." in told
    assert "\x1b" not in told


def test_a_table_shows_brackets_as_they_are(capsys):
    terminal.table(["passage"], [["[redacted] [/red]"]])
    assert "[redacted] [/red]" in capsys.readouterr().out
