"""`foiakit demo`: the whole way on the example release, from the page to Word letters."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal
from foiakit.cli._day import day_option
from foiakit.cli.write import write_letters
from foiakit.files import place

if TYPE_CHECKING:
    from foiakit.model.suggestion import Scan

MOST = 6
"""Passages that the demo picks: those with the best scores."""


@click.command()
@click.option("-o", "--out", type=click.Path(file_okay=False), default="out", show_default=True, help="The folder.")
@day_option("--date", "on", help="The letters' date (today unless said).")
def command(out: str, on: date | None) -> None:
    """Drafts Word letters from the example release, as an example person would send them."""
    from foiakit.composing import compose
    from foiakit.drafting import new_draft, save_draft
    from foiakit.library.collection import open_library
    from foiakit.reading import read
    from foiakit.scanning import scan

    examples = place.shipped().parent / "examples"
    source = next(iter(sorted((examples / "releases").glob("*.txt"))))
    folder = Path(out)
    library = open_library()
    scanned = scan(read(source), library)
    picks = best(scanned, MOST)
    terminal.say(f"Read {source.name}: {scanned.release.title}")
    terminal.say(f"Picked the {len(picks)} passages with the best scores: {', '.join(picks)}")
    draft = new_draft(
        [scanned], picks, library=library, requester=str((examples / "profile.yaml").resolve()), folder=folder
    )
    composed = compose(draft, library, on=on or date.today(), releases={"A": scanned.release})
    write_letters(composed.letters, folder, ("docx",), annotate=False, letterhead=None)
    for missing in composed.missing:
        terminal.say(f"Not written: {missing}")
    path = folder / "demo.draft.yaml"
    if not path.exists():
        save_draft(draft, path)
        terminal.say(f"The draft they were made of: {path}")
    terminal.say(f"To pick passages yourself: {_itself()} open {_near(source)}")


def best(scan: Scan, most: int) -> list[str]:
    """The passages with the best scores, one for each request, in the release's order."""
    rated = sorted(((p.suggestions[0].score, i) for i, p in enumerate(scan.passages) if p.suggestions), reverse=True)
    by_template: dict[str, int] = {}
    for _, index in rated:
        by_template.setdefault(scan.passages[index].suggestions[0].template, index)
    return [scan.passages[i].passage.id for i in sorted(list(by_template.values())[:most])]


def _itself() -> str:
    """How a person starts foiakit here: by its name where that is on the path, else where it lies."""
    return "foiakit" if shutil.which("foiakit") else _near(Path(sys.argv[0]))


def _near(path: Path) -> str:
    """The path as it is typed from this folder."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
