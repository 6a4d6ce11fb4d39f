"""The example sentences in each template: they come first in their family, and the quiet ones do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from foiakit.library.collection import Library
from foiakit.library.request import Asks
from foiakit.model.claim import Claim
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.scanning.claims import claims
from foiakit.scanning.cues import CLASS_CUE, Fit, cuebook
from foiakit.scanning.features import claim_features
from foiakit.scanning.fields import fields
from foiakit.scanning.wordclasses import word_classes
from foiakit.scanning.words import words
from tests.requests.conftest import IDS, LIBRARY

ISSUED = date(2026, 6, 12)
"""The day on which an example was issued, where it names none."""


def examples(kind: str) -> Iterator[object]:
    for id in IDS:
        book = LIBRARY.requests.book(id)
        for at, example in enumerate(getattr(book.content.examples, kind)):
            line = book.document.line_of("examples", kind, at)
            yield pytest.param(id, example, id=f"{id}.yaml:{line}")


def alone(text: str, issued: date | None) -> Release:
    """A federal release of one sentence, in its second paragraph."""
    return Release(
        file="example", sha256="0" * 64, text=text, issuer="Example Department", jurisdiction="us",
        paragraphs=(Paragraph(number=2, start=0, end=len(text)),),
        passages=(Passage(id="2.1", text=text, start=0, end=len(text), paragraph=2, sentence=1),),
        date=issued or ISSUED,
    )  # fmt: skip


def standing(library: Library, id: str, text: str, issued: date | None = None) -> tuple[list[Fit], Claim, Release]:
    """The templates of the family for this sentence, best first, by their cues alone."""
    release = alone(text, issued)
    claim, tokens = claims(release, library)["2.1"], words(text)
    features = claim_features(release.passages[0], claim, release.date)
    for name, first, last in word_classes(library).find(tokens):
        features.setdefault(CLASS_CUE + name, (tokens.starts[first], tokens.ends[last - 1]))
    book = cuebook(library)
    return book.fits(id.split("/")[0], book.seen_cues(tokens, 0), features, text, 0), claim, release


@pytest.mark.parametrize(("id", "example"), examples("asks"))
def test_an_example_comes_first_in_its_family(library: Library, id: str, example: Asks) -> None:
    fits, claim, release = standing(library, id, example.text, example.issued)
    assert fits[0].template == id, [(f.template, f.score) for f in fits[:3]]
    assert fits[0].score > fits[1].score, f"no better than {fits[1].template}"
    filled = fields(library.requests[id], id.split("/")[0], release.passages[0], claim, release)
    assert {name: filled.get(name) for name in example.fields} == example.fields


@pytest.mark.parametrize(("id", "text"), examples("quiet"))
def test_a_quiet_example_does_not_speak_for_its_template(library: Library, id: str, text: str) -> None:
    best = standing(library, id, text)[0][0]
    assert best.template != id or sum(r.weight for r in best.reasons) <= 0
