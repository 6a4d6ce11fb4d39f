"""The example sentences in each template: they come first in their family, and the quiet ones do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from foiakit.library.collection import Library
from foiakit.library.request import Asks
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.scanning import Scored, explain, scan
from foiakit.scanning.claims import claims
from foiakit.scanning.fields import fields
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


def standing(library: Library, id: str, text: str, issued: date | None = None) -> list[Scored]:
    """The templates of the family for this sentence, the one that its cues fit best first."""
    family = id.split("/")[0]
    known = [s for s in explain(scan(alone(text, issued), library), "2.1", library) if s.family == family]
    return sorted(known, key=lambda s: -s.fit)


@pytest.mark.parametrize(("id", "example"), examples("asks"))
def test_an_example_comes_first_in_its_family(library: Library, id: str, example: Asks) -> None:
    first, second, *_ = standing(library, id, example.text, example.issued)
    assert first.template == id
    assert first.fit > second.fit, f"no better than {second.template}"
    if example.fields:
        release = alone(example.text, example.issued)
        claim = claims(release, library)["2.1"]
        filled = fields(library.requests[id], id.split("/")[0], release.passages[0], claim, release)
        assert {name: filled.get(name) for name in example.fields} == example.fields


@pytest.mark.parametrize(("id", "text"), examples("quiet"))
def test_a_quiet_example_does_not_speak_for_its_template(library: Library, id: str, text: str) -> None:
    first = standing(library, id, text)[0]
    assert first.template != id or first.fit <= library.requests[id].cues.base
