"""Suggestions as a person and other programs get them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foiakit.library.collection import open_library
from foiakit.model.claim import Span
from foiakit.model.errors import NotFound
from foiakit.model.suggestion import FAMILIES, Scan
from foiakit.reading import read
from foiakit.scanning import explain, scan

LIBRARY = open_library()

RELEASE = b"""---
title: State Parks Agency Closes Backlog
publisher: Oregon Department of State Parks
jurisdiction: us-or
date: 2015-03-04
---

SALEM, Ore. - The state parks agency inspected 412 bridges in 2014, up from 260 the year before, it announced today.

Under a memorandum of understanding signed in May, the agency and the Forest Service share inspection data every month.

The agency awarded a $2.3 million contract to Tallbridge Engineering Inc. after a request for proposals.

Applicants must hold a Class B license and may not have been cited in the past three years.

"We are proud of our rangers," said Director Lee Moss. "They are the heart of this agency."

For more information, visit www.example.org or call 555-201-4477.
"""


@pytest.fixture(scope="module")
def scanned() -> Scan:
    return scan(read(RELEASE), LIBRARY)


@pytest.mark.parametrize(
    ("begins", "family", "template", "because"),
    [
        ("SALEM", "statistics", None, "412"),
        ("Under a memorandum", "agreement", None, "memorandum of understanding"),
        ("The agency awarded", "contract", None, "contract"),
        ("Applicants must", "policy", None, "must"),
    ],
)
def test_a_sentence_leads_to_its_kind_of_record_and_says_by_which_words(
    scanned: Scan, begins: str, family: str, template: str | None, because: str
) -> None:
    one = next(p for p in scanned.passages if p.passage.text.startswith(begins))
    assert one.suggestions[0].family == family, one.suggestions
    told = " ".join((r.text or r.cue) for r in one.suggestions[0].reasons).lower()
    assert because in told


def test_logistics_stay_quiet(scanned: Scan) -> None:
    assert [p.suggestions for p in scanned.passages if p.passage.text.startswith("For more")] == [()]


def spans_of(scanned: Scan) -> Iterator[tuple[str, Span]]:
    for passage in scanned.passages:
        for suggestion in passage.suggestions:
            for reason in suggestion.reasons:
                if reason.span is not None:
                    yield reason.text or "", reason.span


def promises(scanned: Scan) -> None:
    """What holds of every scan."""
    text = scanned.release.text
    for one in scanned.passages:
        families = [s.family for s in one.suggestions]
        assert len(families) == len(set(families)) <= 3
        assert set(families) <= set(FAMILIES)
        scores = [s.score for s in one.suggestions]
        assert scores == sorted(scores, reverse=True) and all(0 <= s <= 1 for s in scores)
        for suggestion in one.suggestions:
            assert suggestion.template.startswith(suggestion.family + "/")
            assert suggestion.template not in suggestion.alternatives
            assert all(a.startswith(suggestion.family + "/") for a in suggestion.alternatives)
            assert all(reason.weight > 0 for reason in suggestion.reasons)
            assert len({r.id for r in suggestion.recipients}) == len(suggestion.recipients) <= 4
        if one.passage.furniture:
            assert one.suggestions == ()
    for words, (start, end) in spans_of(scanned):
        assert text[start:end] == words


def test_the_promises_of_a_scan_hold(scanned: Scan) -> None:
    promises(scanned)


BITS = (
    "“", "”", '"', "\n\n", "- ", ": ", "$5 million", "12 percent", "The agency", "agreed to", "signed", "MOU", "é", "—",
    "officers", "last year.", "were arrested", "will open", "(ABC)", "said Ann Doe.", "must", "[b]", "…", "3,000",
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=60))
def test_the_promises_hold_for_any_text_of_agency_words(parts: list[str]) -> None:
    try:
        release = read((" ".join(parts) + " word.\n").encode())
    except Exception as error:
        assert type(error).__module__ == "foiakit.model.errors"
        return
    promises(scan(release, LIBRARY))


def test_the_same_release_gives_the_same_scan(scanned: Scan) -> None:
    assert scan(read(RELEASE), LIBRARY) == scanned


def test_a_long_text_tells_how_far_its_scan_has_come() -> None:
    long = read(b"The agency signed 12 agreements in 2011.\n\n" * 400)
    told: list[tuple[int, int]] = []
    scanned = scan(long, LIBRARY, progress=lambda done, whole: told.append((done, whole)))
    assert scanned == scan(long, LIBRARY)
    assert len(told) > 4 and told == sorted(told)
    assert all(0 < done <= whole == told[0][1] for done, whole in told)


def test_explaining_lists_every_template_with_the_proposed_ones_marked(scanned: Scan) -> None:
    library = LIBRARY
    one = next(p for p in scanned.passages if p.passage.text.startswith("Under a memorandum"))
    standings = explain(scanned, one.passage.id, library)
    assert {s.template for s in standings} == set(library.requests)
    proposed = [s.template for s in standings if s.proposed]
    assert proposed == [s.template for s in one.suggestions]
    against = [s for s in standings if s.family == "case"]
    assert any(reason.weight < 0 for s in against for reason in s.reasons), "what speaks against is told, too"


def test_explaining_an_unknown_passage_names_those_there_are(scanned: Scan) -> None:
    with pytest.raises(NotFound, match=r"99\.9"):
        explain(scanned, "99.9", LIBRARY)


def test_a_release_without_date_or_issuer_is_scanned() -> None:
    bare = replace(read(RELEASE), date=None, issuer=None, title=None, jurisdiction=None)
    scanned = scan(bare, LIBRARY)
    assert any(one.suggestions for one in scanned.passages)
    assert scanned.issuer_id is None
