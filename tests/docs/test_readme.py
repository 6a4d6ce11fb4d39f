"""The README as a newcomer follows it: each command it shows exists and works, in the order in which it stands."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from foiakit.cli.main import cli, run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
SHOWN = [
    line[2:].partition("  #")[0].strip() for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")
]
INLINE = [
    " ".join(code.split())
    for code in re.findall(r"`(foiakit [^`]+)`", re.sub(r"```.*?```", "", README, flags=re.DOTALL))
]


def of_foiakit(commands):
    return [shlex.split(command)[1:] for command in commands if command.startswith("foiakit ")]


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    """Runs a command in a copy of what the README builds on; gives its exit code and what it printed."""
    for name in ("releases", "batch"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / "examples" / name)
    shutil.copy(ROOT / "examples" / "profile.yaml", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)

    def ran(arguments):
        with pytest.raises(SystemExit) as ended:
            run(arguments)
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return ran


def test_there_is_a_tour():
    assert list(dict.fromkeys(a[0] for a in of_foiakit(SHOWN) if a[0] != "open")) == ["scan", "draft", "check", "write"]
    assert any(command.startswith("make demo") for command in SHOWN)
    assert "make demo" in README[: README.index("## Five minutes")] and "make test" in README


def test_the_tour_followed_to_the_letter_writes_letters_and_the_commands_in_its_text_work(call, tmp_path):
    for arguments in [*of_foiakit(SHOWN), *of_foiakit(INLINE)]:
        if len(arguments) == 1 and arguments[0] in cli.list_commands(None):
            continue  # the name of a command, in a sentence
        code, out, err = call(arguments)
        if arguments[0] == "open":  # what it opens is tested in a pseudo-terminal, tests/tui/test_pty.py
            assert code == 2 and "needs a terminal" in err and Path(arguments[1]).is_file()
            continue
        assert code == 0, f"foiakit {' '.join(arguments)}: {err}"
        assert out, arguments
        assert "--dry-run" not in arguments or not (tmp_path / "out" / "batch").exists()
    assert len(list((tmp_path / "letters").glob("*.docx"))) >= 2


def test_make_has_the_targets_that_are_named():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)\b(?=`|\s+#)", README)) <= targets


def test_every_file_that_is_named_is_there():
    named = re.findall(r"`((?:docs|examples|templates|tests)/[^` *]*|[A-Z]+(?:\.md)?)`", README)
    named += [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    named = [name for name in named if "/" in name or name.endswith(".md")]
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
