"""Labelled releases as the model sees them: read as any release is, each passage with its signs and its label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foiakit.learning.labelled import Labelled, Row, labels_of, matched
from foiakit.library.collection import Library
from foiakit.reading import read
from foiakit.scanning.look import Looks, looks
from foiakit.scanning.signs import signs
from foiakit.scanning.wordclasses import word_classes


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled release. `rows[i]` is the label of `looks.passages[i]` or None; `judged` pairs every labelled sentence
    with the place of its passage (None: no passage holds it; -1: it was read as furniture)."""

    name: str
    looks: Looks
    signs: tuple[list[str], ...]
    rows: tuple[Row | None, ...]
    judged: tuple[tuple[Row, int | None], ...]


def examples(releases: Iterable[Labelled], library: Library) -> tuple[Example, ...]:
    """Reads labelled releases and looks at them."""
    return tuple(_example(one, library) for one in releases)


def _example(one: Labelled, library: Library) -> Example:
    release = read(one.source)
    seen = looks(release, word_classes(library))
    labels = labels_of(release, one.rows)
    place = {look.passage.id: at for at, look in enumerate(seen.passages)}
    judged = tuple(
        (row, None if index is None else place.get(release.passages[index].id, -1))
        for row, index in matched(one.rows, [p.text for p in release.passages])
    )
    return Example(
        one.name,
        seen,
        tuple(signs(seen)),
        tuple(labels.get(look.passage.id) for look in seen.passages),
        judged,
    )
