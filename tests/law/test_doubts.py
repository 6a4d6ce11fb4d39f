"""What is too uncertain to print is not there for a letter, and is there for the card."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.law import law_in
from foiakit.law.in_force import LawInForce
from foiakit.model.errors import FoiakitError, NotFound
from foiakit.model.office import Body

ON = date(2026, 11, 24)
STATE, CITY, COUNTY, SCHOOL = Body.STATE_AGENCY, Body.CITY, Body.COUNTY, Body.SCHOOL_DISTRICT
ALL = None

# One row for each field that an audit of 24 November 2026 found unsafe: for whom, and whether it may be stated.
UNSAFE = [
    ("us-ut", "clock.within", ALL, None, False),
    ("us-mt", "clock.within", STATE, None, True),
    ("us-mt", "clock.within", CITY, None, False),
    ("us-mt", "clock.within", COUNTY, None, False),
    ("us-mt", "clock.within", SCHOOL, None, False),
    ("us-ok", "court", ALL, None, False),
    ("us-ok", "attorney_fees", ALL, None, False),
    ("us-oh", "court", ALL, None, False),
    ("us-va", "fees.basis", ALL, "us-va", False),
    ("us-ri", "waiver", ALL, None, False),
    ("us-wy", "waiver", ALL, None, False),
    ("us-nh", "requester.who", ALL, None, False),
    ("us-nh", "requester.who", ALL, "us-nh", True),
    ("us-ne", "fees.search", ALL, None, False),
    ("us-ne", "fees.free", ALL, "us-ia", False),
    ("us-ne", "fees.free", ALL, "us-ne", True),
    ("us-nj", "purpose", ALL, None, False),
    ("us-sc", "court", ALL, None, False),
    ("us-sd", "appeal.within", ALL, None, False),
    ("us-ia", "fees", ALL, None, False),
    ("us-ia", "waiver", ALL, None, False),
    ("us-ia", "estimate", ALL, None, False),
    ("us-de", "appeal.mandatory", STATE, "us-de", False),
    ("us-de", "court.court", STATE, "us-de", False),
    ("us-de", "court.court", CITY, "us-de", True),
    ("us-dc", "appeal.mandatory", ALL, None, False),
    ("us-al", "clock.extension", ALL, "us-al", False),
    ("us-ar", "attorney_fees", STATE, "us-ar", False),
    ("us-ar", "attorney_fees", CITY, "us-ar", True),
    ("us-in", "attorney_fees", ALL, None, False),
    ("us-id", "clock.within", ALL, None, False),
    ("us-id", "clock.within", ALL, "us-or", False),
    ("us-id", "clock.within", ALL, "us-id", True),
]


def law(library, id: str, body: Body | None, home: str | None = None, on: date = ON) -> LawInForce:
    return law_in(library, id, body=body, on=on, resident_of=home)


@pytest.mark.parametrize(("id", "path", "body", "home", "stated"), UNSAFE, ids=lambda v: str(v))
def test_an_unsafe_field_is_stated_only_under_its_condition(id, path, body, home, stated, library):
    assert law(library, id, body, home).states(path) is stated


def test_a_doubtful_field_takes_the_pack_s_own_sentence_with_it(library):
    for id in library.laws:
        found = law_in(library, id, on=ON)
        for clock in found.clocks:
            if clock.within is None and clock.wording is None:
                assert clock.says is None, id


def test_arizona_cites_the_section_without_a_paragraph(library):
    text = library.laws.book("us-az").path.read_text(encoding="utf-8")
    assert "39-121.01(" not in text


def test_minnesota_prints_no_filing_fee_and_mississippi_no_sunset(library):
    assert "$1,000" not in library.laws.book("us-mn").path.read_text(encoding="utf-8")
    assert "sunset" not in str(library.laws["us-ms"].act)


def test_california_states_no_number_for_letters_from_2027(library):
    before = law(library, "us-ca", Body.SHERIFF, on=date(2026, 12, 31))
    after = law(library, "us-ca", Body.SHERIFF, on=date(2027, 1, 1))
    assert before.clock.within.words == "10 calendar days"
    assert before.upcoming[0].expected
    assert after.clock.within is None
    assert after.clock.expected


def test_every_doubt_that_takes_something_away_is_on_the_card(library):
    for id in library.laws:
        found = law_in(library, id, on=ON)
        assert set(found.doubts) <= set(library.laws[id].doubts)


def test_a_law_that_does_not_reach_the_body_is_an_error_that_says_what_it_reaches(library):
    with pytest.raises(FoiakitError, match="reaches no county government"):
        law(library, "us-ct", Body.COUNTY)
    with pytest.raises(FoiakitError, match="federal agency"):
        law(library, "us", Body.CITY)


def test_there_is_never_another_law_instead_of_an_unknown_one(library):
    with pytest.raises(NotFound):
        law_in(library, "us-pr", on=ON)
    with pytest.raises(FoiakitError, match="1990"):
        law_in(library, "us-ca", on=date(1990, 1, 1))
