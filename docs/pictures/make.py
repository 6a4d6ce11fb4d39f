"""Makes the README's picture of the terminal UI: `make pictures`. The page's fonts are left to the reader's system."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from foiakit.files import place
from foiakit.tui.app import FoiakitApp
from foiakit.tui.screens.workbench import Workbench
from foiakit.tui.widgets.reader import PassageReader

HERE = Path(__file__).parent
EXAMPLES = place.shipped().parent / "examples"
EXAMPLE = "ice-2009-09-10-imperial-county.txt"


async def workbench(folder: Path) -> str:
    """The workbench on the example release, with two passages picked."""
    app = FoiakitApp(str(folder / EXAMPLE), requester=str(folder / "profile.yaml"), out=str(folder / "out"))
    async with app.run_test(size=(160, 44)) as pilot:
        while not (isinstance(app.screen, Workbench) and app.screen.query_one(PassageReader).passages):
            await pilot.pause(0.1)
        reader = app.screen.query_one(PassageReader)
        for passage in ("7.1", "7.2"):
            reader.cursor = next(i for i, p in enumerate(reader.passages) if p.passage.id == passage)
            await pilot.press("space")
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await pilot.pause(0.3)
        return app.export_screenshot(title="foiakit")


def local_fonts(svg: str) -> str:
    """The picture without fonts from elsewhere: it is the same for everyone, and asks nobody."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return re.sub(r"font-family:[^;]*;", 'font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;', svg)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (EXAMPLES / "releases" / EXAMPLE, EXAMPLES / "profile.yaml"):
            shutil.copy(file, folder / file.name)
        (HERE / "workbench.svg").write_text(local_fonts(asyncio.run(workbench(folder))))


if __name__ == "__main__":
    main()
