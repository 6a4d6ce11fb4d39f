"""What the screens look like, as text that a person can read in review: tests/tui/golden/.

To accept a change: FOIAKIT_ACCEPT=1 pytest tests/tui/test_screens.py, then read the difference.
"""

import os
from pathlib import Path

import pytest

from foiakit.model.claim import Claim
from foiakit.model.suggestion import Reason, RecipientHint, Scan, ScannedPassage, Suggestion
from foiakit.tui import opening
from foiakit.tui.app import FoiakitApp
from foiakit.tui.screens.workbench import Workbench
from foiakit.tui.widgets.reader import PassageReader

GOLDEN = Path(__file__).parent / "golden"

RELEASE = """---
title: "Harbor Police seized 1,204 pounds of fish in 2019"
issuer: Harbor Police
date: 2020-02-03
---
Harbor Police officers seized 1,204 pounds of undersized fish at the docks in 2019, more than twice the year before.

The police and the state fisheries department signed an agreement in March 2019 to share landing records.

"We are proud of our officers," said Chief Lee Doe.

For more information call 555-0100.
"""


def as_text(app):
    rows = ["".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips()]
    return "\n".join(rows).rstrip() + "\n"


async def workbench(pilot):
    for _ in range(300):
        await pilot.pause(0.05)
        readers = pilot.app.screen.query(PassageReader) if isinstance(pilot.app.screen, Workbench) else ()
        if readers and readers.first().passages:
            break
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def scanned_by_hand(release, library, progress=None):
    """The release with suggestions that no training moves."""
    found = []
    for passage in release.passages:
        suggestions = ()
        if passage.id in {"1.1", "2.1"}:
            family, score = {"1.1": ("statistics/operation-total", 0.82), "2.1": ("agreement/data-sharing", 0.47)}[
                passage.id
            ]
            word = passage.text.split()[3]
            at = passage.start + passage.text.index(word)
            suggestions = (
                Suggestion(
                    template=family,
                    family=family.split("/")[0],
                    score=score,
                    reasons=(Reason(cue="a word that counts", text=word, span=(at, at + len(word)), weight=1.0),),
                    recipients=(RecipientHint(id="us-ca/county/imperial/sheriff", reason="named in the passage"),),
                ),
            )
        found.append(ScannedPassage(passage=passage, claim=Claim(), suggestions=suggestions))
    return Scan(release=release, passages=tuple(found))


SHOTS = {
    "opening-80x24": ((80, 24), [], []),
    "workbench-80x24": ((80, 24), ["release.txt"], ["g"]),
    "workbench-120x30": ((120, 30), ["release.txt"], ["g"]),
    "help-80x24": ((80, 24), ["release.txt"], ["question_mark"]),
    "part-80x24": ((80, 24), ["release.txt"], ["g", "v", "shift+left"]),
    "second-release-120x30": ((120, 30), ["release.txt", "second.txt"], ["space", "R", "space"]),
    "requester-100x40": ((100, 40), ["release.txt"], ["i"]),
}


@pytest.mark.parametrize("name", SHOTS)
async def test_a_screen_reads_as_it_did(name, tmp_path, monkeypatch):
    size, source, keys = SHOTS[name]
    (tmp_path / "release.txt").write_text(RELEASE)
    (tmp_path / "second.txt").write_text(RELEASE.replace("1,204", "1,350").replace("2019", "2021"))
    monkeypatch.setattr(opening, "scan_release", scanned_by_hand)
    monkeypatch.chdir(tmp_path)
    async with FoiakitApp(*source).run_test(size=size) as pilot:
        if source:
            await workbench(pilot)
        await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        seen = as_text(pilot.app)
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("FOIAKIT_ACCEPT"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(seen)
    assert seen == path.read_text()
