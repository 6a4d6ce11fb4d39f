"""Once through a real terminal: what is written to it, what it shows, and what a closed one leaves."""

import os
import random
import re
import shutil
import signal
import sys
import time

import pexpect
import pyte
import pytest

from foiakit.drafting import load_draft
from foiakit.files import place

EXAMPLES = place.shipped().parent / "examples"
EXAMPLE = "ice-2009-09-10-imperial-county.txt"
PRIVATE = re.compile(r"\x1b\[[?>=<][0-9;]*\$?[a-zA-Z]|\x1b\[[0-9;]*\$[a-z]|\x1b[P_][^\x1b]*\x1b\\")


class Terminal:
    """foiakit in a pty of 80 by 24, with what it wrote and what a screen would show of it."""

    def __init__(self, folder, *arguments):
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "foiakit", "open", *arguments],
            cwd=str(folder),
            dimensions=(24, 80),
            env={**os.environ, "TERM": "xterm-256color", "FOIAKIT_CACHE": str(folder / "cache")},
            timeout=30,
        )
        self.raw = ""

    def until(self, words, seconds=40):
        """Reads until the words are on the screen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.raw += self.child.read_nonblocking(65536, timeout=0.3).decode("utf-8", "replace")
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                break
            if words in self.screen():
                return
        pytest.fail(f"“{words}” never came on the screen:\n{self.screen()}")

    def screen(self):
        screen = pyte.Screen(80, 24)
        pyte.Stream(screen).feed(PRIVATE.sub("", self.raw))
        return "\n".join(screen.display)


@pytest.fixture
def folder(tmp_path):
    shutil.copy(EXAMPLES / "releases" / EXAMPLE, tmp_path / EXAMPLE)
    shutil.copy(EXAMPLES / "profile.yaml", tmp_path / "profile.yaml")
    return tmp_path


def test_a_terminal_that_hangs_up_loses_nothing(folder):
    terminal = Terminal(folder, EXAMPLE, "--requester", "profile.yaml")
    terminal.until("EL CENTRO")
    terminal.child.send(" ")
    terminal.until("1 picked")
    terminal.child.kill(signal.SIGHUP)
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 128 + signal.SIGHUP
    assert len(load_draft(folder / f"{EXAMPLE}.draft.yaml").picks) == 1


def test_bytes_of_a_hostile_release_never_reach_the_terminal(folder):
    (folder / "hostile.txt").write_text(
        "Budget \x1b]0;owned\x07 news [red]\n\nThe office spent $4 million \x1b]52;c;b3duZWQ=\x07 last year \x9b31m on [/b] maps.\n"
    )
    terminal = Terminal(folder, "hostile.txt")
    terminal.until("$4 million")
    terminal.child.send("q")
    terminal.child.expect(pexpect.EOF)
    written = terminal.raw + terminal.child.before.decode("utf-8", "replace")
    assert "[/b] maps" in terminal.screen()
    assert "\x1b]0;owned" not in written
    assert "\x1b]52" not in written
    assert "\x9b" not in written
    terminal.child.close()
    assert terminal.child.exitstatus == 0


@pytest.mark.slow
def test_killed_in_the_midst_of_decisions_the_draft_is_whole_and_the_next_start_goes_on(folder):
    chance = random.Random(3)
    path = folder / f"{EXAMPLE}.draft.yaml"
    before = 0
    for _ in range(4):
        terminal = Terminal(folder, EXAMPLE)
        terminal.until("EL CENTRO")
        for _ in range(chance.randint(2, 8)):
            terminal.child.send(chance.choice((" ", "j", " ", "j", "u")))
            time.sleep(chance.uniform(0, 0.05))
        time.sleep(chance.uniform(0, 0.4))
        terminal.child.kill(signal.SIGKILL)
        terminal.child.close(force=True)
        if path.exists():
            draft = load_draft(path)
            assert path.stat().st_mode & 0o077 == 0
            before = len(draft.picks)
    terminal = Terminal(folder, EXAMPLE)
    terminal.until(f"{before} picked")
    terminal.child.send("q")
    terminal.child.expect(pexpect.EOF)
