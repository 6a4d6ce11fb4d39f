"""Measuring: the figures of the suggestions that a scan makes, for the shipped model and for ones that saw less."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from foiakit.learning.aside import fold, kept_aside
from foiakit.learning.examples import Example, template_examples
from foiakit.learning.figures import Figures
from foiakit.library.collection import Library
from foiakit.scanning.cues import cuebook
from foiakit.scanning.judge import Model, load_model
from foiakit.scanning.scanner import Scanner

if TYPE_CHECKING:
    from foiakit.learning.leanings import Leanings

FOLDS = 5


def figures(releases: Sequence[Example], scanner: Scanner) -> Figures:
    """The figures of what a scanner suggests for labelled releases."""
    found = Figures()
    add(found, releases, scanner)
    return found


def add(found: Figures, releases: Sequence[Example], scanner: Scanner) -> None:
    """Scans labelled releases and counts what was suggested."""
    for example in releases:
        suggested = {one.passage.id: one.suggestions for one in scanner.scan(example.release).passages}
        found.add(
            [(row, None if id is None else [(s.family, s.score) for s in suggested[id]]) for row, id in example.judged]
        )


def parts(releases: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """The releases that are tuned on, and those kept aside."""
    return [e for e in releases if not kept_aside(e.name)], [e for e in releases if kept_aside(e.name)]


def aside(
    releases: Sequence[Example],
    more: Sequence[Example],
    leanings: Leanings,
    library: Library,
    say: Callable[[str], None] = lambda _: None,
) -> Figures:
    """The figures on the part kept aside, of a model trained on the rest.

    Args:
        more: Further releases to learn from, none of which is measured on.
        leanings: What words lean to, got without the releases measured on.
    """
    rest, kept = parts(releases)
    return figures(kept, _without(rest, more, template_examples(library), leanings, library, say))


def crossed(
    releases: Sequence[Example],
    more: Sequence[Example],
    leanings: Leanings,
    library: Library,
    say: Callable[[str], None] = lambda _: None,
) -> Figures:
    """The figures on the part that is tuned on, each release judged by a model that has not seen it."""
    rest, _ = parts(releases)
    alone = template_examples(library)
    found = Figures()
    for part in range(FOLDS):
        seen = [e for e in rest if fold(e.name, FOLDS) != part]
        say(f"part {part + 1} of {FOLDS}")
        add(
            found, [e for e in rest if fold(e.name, FOLDS) == part], _without(seen, more, alone, leanings, library, say)
        )
    return found


def _without(
    seen: Sequence[Example],
    more: Sequence[Example],
    alone: Sequence[Example],
    leanings: Leanings,
    library: Library,
    say: Callable[[str], None],
) -> Scanner:
    from foiakit.learning.train import train

    text = train(seen, more, alone, leanings, say=say)
    return Scanner(library, read_model(text), cuebook(library))


def read_model(text: str) -> Model:
    """A model from the text of its file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "families.json"
        path.write_text(text, encoding="utf-8")
        return load_model(path, path.stat().st_mtime_ns)
