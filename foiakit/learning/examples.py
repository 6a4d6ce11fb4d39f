"""Labelled releases as the model sees them: read as any release is, each passage with its signs and its label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from foiakit.learning.labelled import Labelled, Row, labels_of, matched
from foiakit.library.collection import Library
from foiakit.model.release import Passage, Release
from foiakit.reading import read
from foiakit.scanning.claims import claims
from foiakit.scanning.cues import cuebook
from foiakit.scanning.look import Looks, looks
from foiakit.scanning.signs import signs

_SOME_DAY = date(2015, 6, 1)
"""For example sentences that name no day of issue, so that "last year" is one."""


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled release as it was read. `rows[i]` is the label of `looks.passages[i]` or None; `judged` pairs every
    labelled sentence with the id of its passage (None: no passage holds it). `weight` is how much it counts,
    `picks` how much of that what a reporter would pick does."""

    name: str
    release: Release
    looks: Looks
    signs: tuple[list[str], ...]
    rows: tuple[Row | None, ...]
    judged: tuple[tuple[Row, str | None], ...]
    weight: float = 1.0
    picks: float = 1.0


def examples(releases: Iterable[Labelled], library: Library) -> tuple[Example, ...]:
    """Reads labelled releases and looks at them."""
    return tuple(_example(one, library) for one in releases)


def _example(one: Labelled, library: Library) -> Example:
    release = read(one.source)
    seen = looks(release, claims(release, library), cuebook(library))
    labels = labels_of(release, one.rows)
    judged = tuple(
        (row, None if index is None else release.passages[index].id)
        for row, index in matched(one.rows, [p.text for p in release.passages])
    )
    return Example(
        one.name,
        release,
        seen,
        tuple(signs(seen)),
        tuple(labels.get(look.passage.id) for look in seen.passages),
        judged,
    )


def template_examples(library: Library) -> tuple[Example, ...]:
    """The sentences that request templates must match, each an example of its family.

    They stand alone, so nothing is learned from their place; nor from the templates' cues, which were written for them.
    """
    found = []
    for id, template in sorted(cuebook(library).templates.items()):
        for number, one in enumerate(template.examples.asks):
            passage = Passage(id="1.1", text=one.text, start=0, end=len(one.text), paragraph=1, sentence=1)
            release = Release(
                file=id, sha256="", text=one.text, paragraphs=(), passages=(passage,), date=one.issued or _SOME_DAY
            )
            seen = looks(release, claims(release, library), cuebook(library))
            names = [s for s in signs(seen)[0] if s[0] in "=@~!" and "cue:" not in s]
            row = Row(number=number, text=one.text, primary=id.split("/")[0])
            found.append(Example(f"{id}#{number}", release, seen, (names,), (row,), ()))
    return tuple(found)
