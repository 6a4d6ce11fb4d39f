"""Words of a release that would hurt a terminal, a word processor or a spreadsheet reach none of them."""

import csv
import io
import re
import zipfile

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.files import place
from foiakit.library.collection import open_library
from foiakit.model.errors import FoiakitError

EXAMPLES = place.shipped().parent / "examples"
OBEYED = set("\x1b\x07\x9b\x9d\u202e\u2066\x08\x00")
HURT = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202e\x08"
RELEASE = f"""Harbor {HURT} office news [red]x[/red] {{{{ 7*7 }}}}

EL CENTRO, Calif. - The {HURT}Harbor Office [bold]inspected[/bold] 412 piers ![x](http://a.example/i.png) in 2025, it said.

=HYPERLINK("http://a.example") is what it spent $2.4 million on, <script>alert(1)</script> {{% for a in b %}} it said.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with the draft and letters of a hostile release, and all that the commands printed."""
    folder = tmp_path_factory.mktemp("words")
    library = open_library()
    (folder / "r.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "profile.yaml").write_bytes((EXAMPLES / "profile.yaml").read_bytes())
    said = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr("foiakit.library.collection.open_library", lambda extra=None: library)
        commands = [
            ["scan", "r.txt"],
            ["scan", "r.txt", "--explain", "1.1"],
            ["scan", "r.txt", "--json"],
            [
                "draft",
                "r.txt",
                "--pick",
                "1.1,2.1",
                "--to",
                "us/dhs/ice",
                "--requester",
                "profile.yaml",
                "-o",
                "d.yaml",
            ],
            ["check", "d.yaml"],
            ["write", "d.yaml", "-o", "out", "--format", "docx,md,txt", "--annotate", "--date", "2026-11-24"],
        ]
        for command in commands:
            result = CliRunner().invoke(cli, command)
            assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
            said += result.stdout + result.stderr
    return folder, said


def test_nothing_that_a_terminal_obeys_is_printed(made):
    _, said = made
    assert "412 piers" in said
    assert not OBEYED & set(said)


def test_nothing_that_a_terminal_obeys_is_written(made):
    folder, _ = made
    written = {p.name for p in (folder / "out").iterdir()}
    assert {"us-dhs-ice.docx", "us-dhs-ice.md", "us-dhs-ice.txt"} <= written
    for path in [folder / "d.yaml", *(folder / "out").glob("*.md"), *(folder / "out").glob("*.txt")]:
        assert not OBEYED & set(path.read_text(encoding="utf-8")), path.name
    with zipfile.ZipFile(folder / "out" / "us-dhs-ice.docx") as archive:
        for name in archive.namelist():
            content = archive.read(name).decode("utf-8")
            assert not OBEYED & set(content), name
            assert "<script>" not in content


def test_words_that_look_like_markup_stay_words(made):
    folder, _ = made
    text = (folder / "out" / "us-dhs-ice.txt").read_text(encoding="utf-8")
    assert "{{ 7*7 }}" in text and "[bold]inspected[/bold]" in text and "{% for a in b %}" in text
    markdown = (folder / "out" / "us-dhs-ice.md").read_text(encoding="utf-8")
    assert not re.search(r"!\[x\]\(|(?<!\\)<script>", markdown)


def test_nothing_written_tells_of_the_machine(made, monkeypatch):
    folder, _ = made
    for path in (folder / "out").iterdir():
        raw = path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                raw = b"\n".join(archive.read(name) for name in archive.namelist())
        assert str(folder).encode() not in raw, path.name
    assert str(folder) not in (folder / "d.yaml").read_text(encoding="utf-8")


def test_no_csv_or_spreadsheet_of_a_batch_holds_a_formula(tmp_path, monkeypatch):
    table = io.StringIO()
    hurt = [["us-ca/county/imperial/sheriff", '=HYPERLINK("http://a.example")'], ["=cmd|'/C calc'!A0", "@x"]]
    csv.writer(table).writerows([["id", "county"], *hurt])
    (tmp_path / "profile.yaml").write_bytes((EXAMPLES / "profile.yaml").read_bytes())
    (tmp_path / "r.txt").write_bytes((EXAMPLES / "releases" / "ice-2009-09-10-imperial-county.txt").read_bytes())
    (tmp_path / "t.csv").write_text(table.getvalue(), encoding="utf-8")
    plan = 'name: x\nreleases: [r.txt]\npicks: ["7.2"]\nrequester: profile.yaml\nrecipients: {file: t.csv, facts: [county]}\n'
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["batch", "plan.yaml", "-o", "out", "--date", "2026-11-24"])
    assert result.exit_code in {0, 1} and not isinstance(result.exception, FoiakitError), result.exception
    tables = list((tmp_path / "out").glob("*.csv"))
    assert tables
    for path in tables:
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines()):
            assert not any(cell.startswith(("=", "@", "+", "\t")) for cell in row), (path.name, row)
    for path in (tmp_path / "out").glob("*.xlsx"):
        with zipfile.ZipFile(path) as archive:
            assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
