"""`foiakit evaluate`: how good the suggestions are, on releases that people labelled sentence by sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal

if TYPE_CHECKING:
    from foiakit.learning.figures import Figures


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--unseen", is_flag=True, help="Train without the releases measured on, and measure the baseline too.")
@click.option(
    "--with",
    "more",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="With --unseen: a folder of further labelled releases to learn from.",
)
@click.option(
    "--leanings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --unseen: what words lean to, as for `foiakit train`.",
)
@click.option("--families", is_flag=True, help="The first suggestion, family by family.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def command(
    folder: Path, unseen: bool, more: tuple[Path, ...], leanings: Path | None, families: bool, as_json: bool
) -> None:
    """Measures the suggestions on the labelled releases of FOLDER (NAME.txt beside NAME.jsonl).

    The shipped model has learned from some releases: on those its figures flatter. With --unseen, models are trained
    anew that have not seen what they are measured on: cross-validated on most releases, and on the part that is kept
    aside from all tuning.
    """
    from foiakit.learning.examples import examples
    from foiakit.learning.labelled import labelled
    from foiakit.learning.measure import aside, crossed, figures, parts
    from foiakit.library.collection import open_library
    from foiakit.scanning.scanner import scanner

    library = open_library()
    releases = examples(labelled([folder]), library)
    measured: dict[str, Figures] = {"this model": figures(releases, scanner(library))}
    if unseen:
        from foiakit.cli.train import needs_training

        needs_training()
        from foiakit.learning.baseline import baseline
        from foiakit.learning.leanings import load

        leaning = load(leanings) if leanings else {}
        further = examples(labelled(more), library) if more else ()
        rest, kept = parts(releases)
        measured["cross-validated"] = crossed(releases, further, leaning, library, terminal.say)
        measured["kept aside"] = aside(releases, further, leaning, library, terminal.say)
        measured["TF-IDF, kept aside"] = baseline(rest, kept, neighbours=False)
        measured["TF-IDF, neighbours, kept aside"] = baseline(rest, kept, neighbours=True)
    if as_json:
        terminal.out(json.dumps({name: found.row() for name, found in measured.items()}, indent=2))
        return
    names = list(next(iter(measured.values())).row())
    rows = [
        (name, found.releases, found.total, *(f"{value:.3f}" for value in found.row().values()))
        for name, found in measured.items()
    ]
    terminal.table(("", "releases", "sentences", *names), rows, right=tuple(range(1, len(names) + 3)))
    if families:
        _by_family(measured)


def _by_family(measured: dict[str, Figures]) -> None:
    every = sorted({family for found in measured.values() for family in found.by_family})
    rows = []
    for family in every:
        counts = [found.by_family.get(family, (0, 0)) for found in measured.values()]
        rows.append((family, *(f"{hits}/{total}" for hits, total in counts)))
    terminal.table(("first suggestion right", *measured), rows, right=tuple(range(1, len(measured) + 1)))
