"""A made-up release, scanned by hand, and drafts of it."""

from __future__ import annotations

import hashlib
from datetime import date
from types import SimpleNamespace

import pytest

from foiakit.library.collection import Library, open_library
from foiakit.model.claim import Basis, Bound, Claim, Figure, Mention, Period
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.model.suggestion import RecipientHint, Scan, ScannedPassage, Suggestion

SENTENCES = (
    "Last year, 1,460 people left the county jail for state custody.",
    "The sheriff and the state work together under a joint agreement.",
    "The office thanks its staff.",
)


def make_scan(sentences: tuple[str, ...] = SENTENCES, file: str = "release.txt") -> Scan:
    text = "\n\n".join(sentences)
    paragraphs, passages, at = [], [], 0
    for number, sentence in enumerate(sentences, 1):
        end = at + len(sentence)
        paragraphs.append(Paragraph(number=number, start=at, end=end))
        passages.append(Passage(id=f"{number}.1", text=sentence, start=at, end=end, paragraph=number, sentence=1))
        at = end + 2
    release = Release(
        file=file,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        paragraphs=tuple(paragraphs),
        passages=tuple(passages),
        title="Transfers rise",
        issuer="Office of Made-up Affairs",
        date=date(2026, 3, 2),
    )
    return Scan(release=release, passages=tuple(map(_scanned, passages)), issuer_id="us/dhs/ice")


def _scanned(passage: Passage) -> ScannedPassage:
    text, start = passage.text, passage.start
    if "1,460" in text:
        figure = Figure(text="1,460", span=(start + 11, start + 16), value=1460, bound=Bound.EXACT, of="people")
        period = Period(
            text="Last year",
            span=(start, start + 9),
            start=date(2025, 1, 1),
            end=date(2025, 12, 31),
            basis=Basis.CALENDAR,
        )
        place = Mention(name="Made-up County", text="county", span=(start + 34, start + 40))
        count = Suggestion(
            template="statistics/count",
            family="statistics",
            score=0.9,
            fields={"period": "2025-01-01/2025-12-31", "subject": "people"},
            alternatives=("statistics/trend",),
            recipients=(
                RecipientHint(id="us/dhs/ice", reason="issuer"),
                RecipientHint(id="us/doj/fbi", reason="keeper"),
            ),
        )
        claim = Claim(figures=(figure,), periods=(period,), places=(place,))
        return ScannedPassage(passage=passage, claim=claim, suggestions=(count,))
    if "agreement" in text:
        joint = Suggestion(
            template="agreement/memorandum",
            family="agreement",
            score=0.8,
            fields={"parties": ("Made-up County Sheriff's Office", "ICE")},
            recipients=(RecipientHint(id="us/dhs/ice", reason="issuer"),),
        )
        return ScannedPassage(passage=passage, claim=Claim(), suggestions=(joint,))
    return ScannedPassage(passage=passage, claim=Claim())


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def scans() -> SimpleNamespace:
    """`scans.make(sentences)`: a release of these sentences as the scan would give it; `scans.one`: the usual one."""
    return SimpleNamespace(make=make_scan, one=make_scan())
