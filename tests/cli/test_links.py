"""A link is fetched once; what came through it lies beside the draft, and the letter cites its address and the day."""

import http.server
import stat
import threading
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.drafting import load_draft
from foiakit.files import place
from foiakit.library.collection import open_library
from foiakit.tui.opening import open_workspace

EXAMPLES = place.shipped().parent / "examples"
PAGE = """<html><head><title>Harbor Office Inspects 412 Piers</title><link rel="canonical" href="{canonical}">
<meta property="article:published_time" content="2026-03-02"></head><body><h1>Harbor Office Inspects 412 Piers</h1>
<p>The Harbor Office inspected 412 piers in 2025, the director said on Monday.</p>
<p>It closed 31 of them and paid a contractor $2.4 million for repairs.</p></body></html>"""


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves the page; /elsewhere says that it is a page of another site."""

    fetched = 0

    def do_GET(self):
        type(self).fetched += 1
        canonical = "https://example.org/other" if self.path == "/elsewhere" else ""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.format(canonical=canonical).encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def run(tmp_path, monkeypatch):
    library = open_library()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("foiakit.library.collection.open_library", lambda extra=None: library)
    (tmp_path / "profile.yaml").write_bytes((EXAMPLES / "profile.yaml").read_bytes())
    (tmp_path / "memo.txt").write_text("Harbor Office\n\nThe Harbor Office hired 17 inspectors in 2025, it said.\n")

    def call(*arguments, **more):
        return CliRunner().invoke(cli, list(arguments), **more)

    return call


def letter_text(folder: Path) -> str:
    (file,) = (folder / "out").glob("*.md")
    return file.read_text()


def test_a_link_is_kept_and_cited_and_not_fetched_again(run, site, tmp_path):
    made = run(
        "draft", f"{site}/piers", "memo.txt", "--allow-private", "--pick", "1.1", "--pick", "B:1.1", "--pick", "2.1",
        "--archived", "https://web.example.org/2026/piers", "--to", "us/dhs/ice", "--requester", "profile.yaml",
        "-o", "draft.yaml",
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    assert "kept as draft-release-a.html" in made.stderr
    copy = tmp_path / "draft-release-a.html"
    assert copy.read_bytes() == PAGE.format(canonical="").encode()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    ref = load_draft(tmp_path / "draft.yaml").releases["A"]
    assert (ref.file, ref.url, ref.retrieved) == ("draft-release-a.html", f"{site}/piers", date.today())
    assert ref.archived == "https://web.example.org/2026/piers"
    before = Handler.fetched
    written = run("write", "draft.yaml", "-o", "out", "--format", "md", "--date", "2026-11-24")
    assert written.exit_code == 0, written.output
    assert Handler.fetched == before
    text = letter_text(tmp_path)
    assert "(retrieved " in text and "archived at https://web" in text.replace("\\", "")
    assert "Exhibit A" in text and "Exhibit B" in text
    notes = [line for line in text.splitlines() if line.startswith("[^")]
    assert len(notes) == 3
    assert "Exhibit A" in notes[0] and "Exhibit B" in notes[1] and "Exhibit A" in notes[2]
    assert "of March 2, 2026" in notes[2] and "retrieved" not in notes[2], "cited again, a release is cited shortly"


def test_a_link_into_this_machine_is_refused_unless_allowed(run, site):
    for command in (["scan"], ["draft", "--pick", "1.1", "-o", "draft.yaml"]):
        refused = run(*command, f"{site}/piers")
        assert "only https:// links are fetched" in str(refused.exception)
    assert run("scan", f"{site}/piers", "--allow-private").exit_code == 0


def test_a_page_cannot_say_that_it_is_of_another_site(run, site, tmp_path):
    run("draft", f"{site}/elsewhere", "--allow-private", "--pick", "1.1", "--to", "us/dhs/ice", "-o", "draft.yaml")
    assert load_draft(tmp_path / "draft.yaml").releases["A"].url == f"{site}/elsewhere"


def test_a_copy_is_never_written_over_another_file(run, tmp_path):
    (tmp_path / "draft-release-a.txt").write_text("my own notes")
    made = run(
        "draft", "-", "--pick", "1.1", "--to", "us/dhs/ice", "-o", "draft.yaml", input="The office hired 17 men."
    )
    assert made.exit_code == 0, made.output
    assert (tmp_path / "draft-release-a.txt").read_text() == "my own notes"
    assert load_draft(tmp_path / "draft.yaml").releases["A"].file == "draft-release-a-2.txt"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["memo.txt", "--archived", "B=https://example.org/x"], "there is no release B"),
        (["memo.txt", "--archived", "nowhere"], "is no address"),
        (["-", "-"], "can be read once"),
        (["memo.txt"] * 27, "at most 26"),
    ],
)
def test_what_is_typed_wrong_is_said(run, tmp_path, arguments, says):
    made = run("draft", *arguments, "--pick", "1.1", "-o", "draft.yaml", input="x")
    assert made.exit_code == 2 and says in made.output
    assert not (tmp_path / "draft.yaml").exists()


def test_the_terminal_ui_keeps_a_link_too_once_there_is_something_to_save(run, site, tmp_path):
    work = open_workspace([f"{site}/piers"], requester="profile.yaml", out=tmp_path / "out", allow_private=True)
    assert not list(tmp_path.glob("*release-a*"))
    work.pick("1.1", "statistics/count")
    (copy,) = tmp_path.glob("*release-a.html")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    draft = load_draft(work.path)
    assert (draft.releases["A"].file, draft.releases["A"].retrieved) == (copy.name, date.today())
    assert draft.requester == "profile.yaml", "no login stands in a draft"
    again = open_workspace([f"{site}/piers"], requester=None, out=tmp_path / "out", allow_private=True)
    assert again.picked == {"1.1"}


def test_the_draft_of_a_release_with_a_long_name_has_a_shorter_one(run, tmp_path):
    name = "pier " * 49 + ".txt"
    (tmp_path / name).write_text("Harbor Office\n\nThe Harbor Office hired 17 inspectors in 2025, it said.\n")
    work = open_workspace([name], requester=None, out=tmp_path / "out")
    work.pick("1.1", "statistics/count")
    assert load_draft(work.path).releases["A"].file == name
    assert open_workspace([name], requester=None, out=tmp_path / "out").picked == {"1.1"}
