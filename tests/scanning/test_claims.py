"""Claims of whole releases: the example's passages, fiscal years by law pack, hostile input, and that every span is exact."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.library.collection import open_library
from foiakit.model.claim import Basis, Claim
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.reading import read
from foiakit.scanning.claims import claims, issuer_id
from foiakit.scanning.fields import SOURCES

LIBRARY = open_library()
EXAMPLE = Path(__file__).parents[2] / "examples" / "releases" / "ice-2009-09-10-imperial-county.txt"
ICE, FBI, DHS, DOJ, OBIM = "us/dhs/ice", "us/doj/fbi", "us/dhs", "us/doj", "us/dhs/obim"
SHERIFF = "us-ca/county/imperial/sheriff"


def one(text: str, **about: object) -> Release:
    passage = Passage(id="1.1", text=text, start=0, end=len(text), paragraph=1, sentence=1)
    return Release(
        file="made.txt", sha256="0" * 64, text=text, passages=(passage,),
        paragraphs=(Paragraph(number=1, start=0, end=len(text)),), **about,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture(scope="module")
def example() -> tuple[Release, dict[str, Claim]]:
    release = read(EXAMPLE)
    return release, dict(claims(release, LIBRARY))


ROWS = [
    # passage, periods, offices named (of bodies, and of systems and programmes)
    ("1.1", [], {DOJ, DHS}),
    ("3.1", [], {SHERIFF, ICE}),
    ("3.2", ["../2009-09-10", "../2013-12-31"], set()),
    ("4.2", ["2009-09-09/2009-09-10"], {FBI, DHS, ICE}),
    ("5.1", [], {DHS, ICE}),
    ("5.3", [], set()),
    ("6.2", [], set()),
    ("7.1", [], {SHERIFF, ICE}),
    ("7.2", ["2008-01-01/2008-12-31"], {SHERIFF, ICE}),
    ("8.2", [], {DOJ, DHS, ICE}),
    ("9.2", [], {DHS, FBI, OBIM}),
    ("10.1", [], {OBIM, ICE}),
    ("11.1", [], {ICE, FBI}),
    ("12.1", [], {ICE}),
    ("12.2", ["2007-10-01/2008-09-30"], {ICE}),
    ("12.3", ["2008-10-01/2009-09-30"], {ICE}),
]


@pytest.mark.parametrize(("id", "periods", "offices"), ROWS)
def test_a_passage_of_the_example_has_its_periods_and_names(
    example: tuple[Release, dict[str, Claim]], id: str, periods: list[str], offices: set[str]
) -> None:
    claim = example[1][id]
    assert [p.interval for p in claim.periods] == periods
    assert {m.id for m in (*claim.agencies, *claim.systems)} == offices


SPANS = [
    ("Visits rose from 810 in 2007 to 964 in 2010.", "2007-01-01/2010-12-31"),
    ("There were 40 in 2008, up from 31 in 2006.", "2006-01-01/2008-12-31"),
    ("Officials said yesterday that visits rose from 810 in 2007 to 964 in 2010.", "2007-01-01/2010-12-31"),
    ("Visits rose from 810 in 2007 to 964 in 2010 and will rise in 2019.", "2007-01-01/2010-12-31"),
    ("Visits fell by 8 percent in 2010.", "2010-01-01/2010-12-31"),
    ("Visits have grown since 2010.", "2010-01-01/2012-05-04"),
    ("Visits rose.", ""),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_two_periods_compared_are_asked_for_from_the_first_to_the_last(text: str, span: str) -> None:
    made = one(text, date=date(2012, 5, 4), jurisdiction="us")
    found = SOURCES["claim.span"]("statistics", made.passages[0], claims(made, LIBRARY)["1.1"], made)
    assert "".join(found) == span


def test_the_example_s_figures_and_speakers(example: tuple[Release, dict[str, Claim]]) -> None:
    found = example[1]
    assert [(f.value, f.bound, f.unit, f.of) for id in ("3.2", "7.2", "12.2", "12.3") for f in found[id].figures] == [
        (79, "about", "count", "counties"),
        (260, "more_than", "count", "criminal aliens"),
        (221_000, "more_than", "count", "potentially removable aliens"),
        (1_000_000_000, "more_than", "usd", None),
    ]
    speakers = {id: found[id].speaker for id in ("6.1", "6.2", "10.1", "10.2", "11.1", "11.2")}
    assert [s.name if s else None for s in speakers.values()] == [
        "Marc Rapp", "Marc Rapp", "Robert Mocny", "Robert Mocny", "Daniel D. Roberts", "Daniel D. Roberts",
    ]  # fmt: skip
    assert found["7.1"].parties and {m.id for m in found["7.1"].parties} == {SHERIFF, ICE}
    assert issuer_id(example[0], LIBRARY) == ICE


def test_every_span_of_the_example_indexes_its_text(example: tuple[Release, dict[str, Claim]]) -> None:
    release, found = example
    assert set(found) == {p.id for p in release.passages}
    for claim in found.values():
        for part in (*claim.figures, *claim.periods, *claim.agencies, *claim.systems, *claim.parties, *claim.places):
            assert release.text[slice(*part.span)] == part.text


FISCAL = [
    # issuer, jurisdiction, the release's date, this fiscal year
    ("U.S. Department of Energy", "us", date(2026, 3, 2), "2025-10-01/2026-09-30"),
    ("Texas Department of Transportation", "us-tx", date(2026, 3, 2), "2025-09-01/2026-08-31"),
    ("Ohio Department of Health", "us-oh", date(2026, 3, 2), "2025-07-01/2026-06-30"),
    ("New York State Department of Health", "us-ny", date(2026, 5, 4), "2026-04-01/2027-03-31"),
]


@pytest.mark.parametrize(("issuer", "jurisdiction", "issued", "days"), FISCAL)
def test_a_fiscal_year_comes_from_the_law_of_the_body_that_speaks(
    issuer: str, jurisdiction: str, issued: date, days: str
) -> None:
    release = one("This fiscal year it spent more.", issuer=issuer, jurisdiction=jurisdiction, date=issued)
    (period,) = claims(release, LIBRARY)["1.1"].periods
    assert (period.interval, period.basis) == (days, Basis.FISCAL)


@pytest.mark.parametrize(("issuer", "jurisdiction"), [
    ("City of Salem, Oregon", "us-or-salem"),
    ("Lane County, Oregon", "us-or-lane"),
    ("Lane County Sheriff's Office", "us-or"),
    (None, None),
])  # fmt: skip
def test_a_local_body_s_fiscal_year_is_asked_for(issuer: str | None, jurisdiction: str | None) -> None:
    release = one("It spent more in fiscal year 2024.", issuer=issuer, jurisdiction=jurisdiction, date=date(2025, 3, 2))
    (period,) = claims(release, LIBRARY)["1.1"].periods
    assert (period.interval, period.basis) == ("../..", Basis.OPEN)


HOSTILE = [
    "a",
    "1 ",
    "1,",
    "one ",
    "2008, ",
    "said ",
    "A.B. ",
    "(AB) ",
    "$1",
    "County of ",
    "Jan. ",
    "“",
    "the past two ",
    "-1",
    "X Inc. ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_claims_of_a_long_line_take_time_in_its_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        release = one((unit * length)[:length], date=date(2009, 9, 10), jurisdiction="us")
        begun = time.process_time()
        claims(release, LIBRARY)
        return time.process_time() - begun

    claims(one("It met."), LIBRARY)
    assert seconds(32_000) < 6, "time that grows with the square of the length would be minutes"


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, "us", "us-or", "us-or-salem"]))
def test_any_text_has_claims_with_exact_spans(text: str, jurisdiction: str | None) -> None:
    release = one(text, jurisdiction=jurisdiction, date=date(2020, 2, 29))
    claim = claims(release, LIBRARY)["1.1"]
    for part in (*claim.figures, *claim.periods, *claim.agencies, *claim.systems, *claim.parties, *claim.places):
        assert text[slice(*part.span)] == part.text
