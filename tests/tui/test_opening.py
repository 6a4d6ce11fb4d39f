"""Opening a release: how far a long one is, what is said about it, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from foiakit.tui.opening import arrive, open_workspace

SHORT = "The county paved 14 roads last year.\n"
KNOWN = "---\nissuer: Lane County\n---\n"
UNKNOWN = "---\nissuer: Lane County\nlevel: 3\n---\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(*sources: str, told: list[str] | None = None):
    return open_workspace(sources, requester=None, out=Path("out"), tell=(told if told is not None else []).append)


def test_a_long_text_tells_how_far_it_is(here):
    (here / "long.txt").write_text(SHORT * 900)
    (here / "short.txt").write_text(SHORT)
    told: list[str] = []
    workspace = opened("long.txt", told=told)
    shares = [line for line in told if line.endswith("%")]
    assert any(line.startswith("Looking for claims … ") for line in shares)
    assert told.index("Looking for claims …") < told.index(next(s for s in shares if s.startswith("Looking")))
    done = [int(line.rstrip("%").rsplit(" ", 1)[-1]) for line in shares if line.startswith("Looking")]
    assert done == sorted(done) and 0 < done[0] <= done[-1] <= 100
    told.clear()
    (here / "long.txt").write_text(SHORT * 901)  # of the bytes that are open already nothing is looked for again
    arrive(workspace, "long.txt", told.append)
    assert told[0] == "Reading long.txt …" and any(line.endswith("%") for line in told)
    told.clear()
    opened("short.txt", told=told)
    assert not any(line.endswith("%") for line in told)


def test_unknown_front_matter_is_no_remark_here(here):
    (here / "known.txt").write_text(KNOWN + SHORT)
    (here / "unknown.txt").write_text(UNKNOWN + SHORT)
    workspace = opened("unknown.txt")
    assert workspace.scan.release.warnings  # the reader does remark on it
    assert not workspace.notes and not workspace.news
    assert arrive(opened("known.txt"), "unknown.txt").notes == ()


def test_what_opening_did_is_news_and_what_is_amiss_is_a_note(here):
    (here / "one.txt").write_text(SHORT)
    workspace = opened("one.txt")
    workspace.pick("1.1", next(iter(workspace.titles)))
    again = opened("one.txt")
    assert not again.notes and any("Going on with" in news for news in again.news)
    (here / "one.txt").write_text("The county paved 15 bridges last year.\n")
    changed = opened("one.txt")
    assert any("another version" in note for note in changed.notes)


def test_a_release_that_is_open_already_is_not_scanned_again(here):
    (here / "short.txt").write_text(SHORT)
    workspace = opened("short.txt")
    told: list[str] = []
    assert arrive(workspace, "short.txt", told.append).scan is workspace.scan
    assert "Looking for claims …" not in told
