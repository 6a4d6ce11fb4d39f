"""Short factories: releases of any length, scanned by hand."""

import pytest

from foiakit.model.claim import Claim
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.model.suggestion import Reason, Scan, ScannedPassage, Suggestion


def scanned(texts, suggested=()):
    """A scan of one passage a paragraph; `suggested` are the indices of passages with a suggestion."""
    text = "\n\n".join(texts)
    passages, paragraphs, at = [], [], 0
    for number, words in enumerate(texts, 1):
        paragraphs.append(Paragraph(number=number, start=at, end=at + len(words)))
        passage = Passage(id=f"{number}.1", text=words, start=at, end=at + len(words), paragraph=number, sentence=1)
        reason = Reason(cue="figure", text=words[:4], span=(at, at + 4), weight=1.0)
        suggestion = Suggestion(template="statistics/count", family="statistics", score=0.7, reasons=(reason,))
        passages.append(
            ScannedPassage(passage=passage, claim=Claim(), suggestions=(suggestion,) if number - 1 in suggested else ())
        )
        at += len(words) + 2
    release = Release(
        file="release.txt",
        sha256="0" * 64,
        text=text,
        paragraphs=tuple(paragraphs),
        passages=tuple(p.passage for p in passages),
        title="A title",
        issuer="An Office",
    )
    return Scan(release=release, passages=tuple(passages))


@pytest.fixture
def make_scan():
    return scanned
