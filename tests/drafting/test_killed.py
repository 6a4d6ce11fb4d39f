"""Killed at any moment, a save leaves the old draft or the new one, and a write leaves whole letters."""

import random
import signal
import subprocess
import sys
import time
import zipfile

import pytest

from foiakit.drafting import load_draft
from foiakit.files import place

EXAMPLES = place.shipped().parent / "examples"

SAVING = """
import sys
from pathlib import Path
from foiakit.drafting import load_draft, save_draft
path = Path(sys.argv[1])
draft = load_draft(path)
for number in range(1_000_000):
    save_draft(draft.model_copy(update={"notes": f"{number} " + "x" * 20_000}), path)
    if number == 0:
        print("saving", flush=True)
"""

WRITING = """
import sys
from pathlib import Path
from foiakit.writing.output import Folder
from foiakit.composing import compose
from foiakit.drafting import load_draft
from foiakit.library.collection import open_library
from foiakit.writing import to_docx
from datetime import date, timedelta
draft = load_draft(Path(sys.argv[1]))
library = open_library()
print("writing", flush=True)
for number in range(1_000_000):
    on = date(2026, 11, 24) + timedelta(days=number % 30)
    letters = compose(draft, library, on=on).letters
    Folder(Path(sys.argv[2])).write({f"{letter.stem}.docx": to_docx(letter) for letter in letters})
"""


def killed(script, arguments, word, wait):
    """Runs a script until it is at work, then kills it after `wait` seconds."""
    child = subprocess.Popen([sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline().strip() == word
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    child.wait()


@pytest.mark.slow
def test_a_killed_save_leaves_the_old_draft_or_the_new_one(tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_bytes((EXAMPLES / "draft.yaml").read_bytes())
    chance = random.Random(1)
    for _ in range(12):
        killed(SAVING, [path], "saving", chance.uniform(0, 0.4))
        draft = load_draft(path)
        number, _, rest = draft.notes.partition(" ")
        assert number.isdigit()
        assert rest == "x" * 20_000
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_killed_write_leaves_whole_letters_and_goes_on_over_its_own(tmp_path):
    out = tmp_path / "out"
    chance = random.Random(2)
    for _ in range(6):
        killed(WRITING, [EXAMPLES / "draft.yaml", out], "writing", chance.uniform(0.05, 0.8))
        for file in out.glob("*.docx"):
            with zipfile.ZipFile(file) as package:
                assert package.testzip() is None
        assert not list(out.glob("*.new.docx"))
