"""Tables: whole ids in a narrow terminal, a row a line where another program reads."""

import io
import os

import pytest

from foiakit.cli import terminal

HEADERS = ("passage", "ask with", "records at")
ROW = ("7.2", "statistics/operation-total", "us/dhs/ice, us-ca/county/imperial/sheriff")


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch):
    def show(columns, rows, headers=HEADERS):
        screen = Screen() if columns else io.StringIO()
        monkeypatch.setattr("sys.stdout", screen)
        monkeypatch.setattr("shutil.get_terminal_size", lambda *_: os.terminal_size((columns, 24)))
        terminal.table(headers, rows)
        return screen.getvalue().splitlines()

    return show


@pytest.mark.parametrize("columns", [36, 40, 60])
def test_a_narrow_terminal_gets_lines_that_cut_no_id(shown, columns):
    lines = shown(columns, [ROW])
    assert lines[0].startswith("7.2  ask with") and all(line.startswith("    ") for line in lines[1:])
    assert all(len(line) <= columns for line in lines)
    assert {"statistics/operation-total", "us/dhs/ice,", "us-ca/county/imperial/sheriff"} <= set(
        " ".join(lines).split()
    )


def test_a_wide_terminal_gets_a_table(shown):
    assert [line.split() for line in shown(120, [ROW])][-1][0] == "7.2"
    assert len(shown(120, [ROW])) == 2


def test_a_pipe_gets_a_row_a_line_however_long_and_no_space_at_its_end(shown):
    lines = shown(0, [(*ROW[:2], ", ".join(["us/dhs/ice"] * 15)), ROW])
    assert len(lines) == 3 and all(line == line.rstrip() for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_prose_in_a_pipe_is_wrapped(shown):
    lines = shown(0, [("clock", "word " * 100)], ("", "law"))
    assert len(lines) > 3 and max(map(len, lines)) <= terminal.PIPED_WIDTH


def test_long_work_shows_a_percentage_in_a_terminal_and_nothing_elsewhere(monkeypatch):
    for screen, shows in ((Screen(), True), (io.StringIO(), False)):
        monkeypatch.setattr("sys.stderr", screen)
        monkeypatch.setenv("TERM", "xterm")
        with terminal.working("Reading [x]") as told:
            told(1, 2)
        assert ("Reading [x] 50%" in screen.getvalue()) is shows
        assert bool(screen.getvalue()) is shows
