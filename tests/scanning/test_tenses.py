"""Dates without a year: a row is a sentence in a release of a day, and the days that it speaks of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.library.collection import open_library
from foiakit.model.claim import Basis, Period
from foiakit.scanning.days import Anchor, federal_fiscal_year
from foiakit.scanning.periods import PeriodReader

READER = PeriodReader.of(open_library())
JANUARY, MAY, JULY = date(2024, 1, 8), date(2024, 5, 20), date(2024, 7, 15)
SEPTEMBER, NOVEMBER, DECEMBER = date(2024, 9, 10), date(2023, 11, 20), date(2024, 12, 16)


def read(text: str, issued: date) -> tuple[Period, ...]:
    return READER.read(text, Anchor(issued, federal_fiscal_year, federal_fiscal_year))[0]


ROWS = [
    ("The hurricane season runs from June 1 to November 30.", MAY, ["2024-06-01/2024-11-30"]),
    ("The hurricane season runs from June 1 to November 30.", JULY, ["2024-06-01/2024-11-30"]),
    ("The hurricane season runs from June 1 to November 30.", DECEMBER, ["2024-06-01/2024-11-30"]),
    ("The hurricane season will run from June 1 to November 30.", DECEMBER, ["2025-06-01/2025-11-30"]),
    ("The burn ban is in effect from June 1 to November 30.", MAY, ["2024-06-01/2024-11-30"]),
    ("From June 1 to November 30, crews inspected 40 bridges.", MAY, ["2023-06-01/2023-11-30"]),
    ("Crews inspected 40 bridges from June 1 to November 30.", MAY, ["2023-06-01/2023-11-30"]),
    ("From June 1 to November 30, crews will inspect 40 bridges.", MAY, ["2024-06-01/2024-11-30"]),
    ("The season begins June 1 and ends November 30.", JULY, ["2024-06-01/2024-11-30"]),
    ("The season begins on June 1 and runs through November 30.", MAY, ["2024-06-01/2024-11-30"]),
    ("Lanes are scheduled to close from June 1 through August 15.", MAY, ["2024-06-01/2024-08-15"]),
    ("Enrollment is open from November 1 through January 15.", NOVEMBER, ["2023-11-01/2024-01-15"]),
    ("Enrollment is open from November 1 through January 15.", JANUARY, ["2023-11-01/2024-01-15"]),
    ("Enrollment ran from November 1 through January 15.", MAY, ["2023-11-01/2024-01-15"]),
    ("Enrollment was open from November 1 through January 15.", DECEMBER, ["2023-11-01/2024-01-15"]),
    ("Heat killed 40 people between July 1 and September 30.", DECEMBER, ["2024-07-01/2024-09-30"]),
    ("Heat killed 40 people between October 1 and December 31.", JANUARY, ["2023-10-01/2023-12-31"]),
    ("Purchases between October 1 and December 31 qualify for a rebate.", SEPTEMBER, ["2024-10-01/2024-12-31"]),
    ("Residents may apply between October 1 and December 31.", SEPTEMBER, ["2024-10-01/2024-12-31"]),
    ("The fee is waived between October 1 and December 31.", SEPTEMBER, ["2024-10-01/2024-12-31"]),
    ("It will be done by June 30.", JANUARY, ["../2024-06-30"]),
    ("It will be done by June 30.", SEPTEMBER, ["../2025-06-30"]),
    ("All 40 wells had been capped by June 30.", SEPTEMBER, ["../2024-06-30"]),
    ("All 40 wells had been capped by June 30.", JANUARY, ["../2023-06-30"]),
    ("Applications must be received by June 30.", JANUARY, ["../2024-06-30"]),
    ("Comments received by June 30 will be read.", JANUARY, ["../2024-06-30"]),
    ("Owners have until June 30 to comply.", JANUARY, ["../2024-06-30"]),
    ("The hearing is on March 3.", JANUARY, ["2024-03-03/2024-03-03"]),
    ("The bridge collapsed on March 3.", JANUARY, ["2023-03-03/2023-03-03"]),
    ("The bridge collapsed on March 3.", MAY, ["2024-03-03/2024-03-03"]),
    ("The board will meet on March 3.", MAY, ["2025-03-03/2025-03-03"]),
    ("The hearing is set for January 5.", DECEMBER, ["2025-01-05/2025-01-05"]),
    ("Starting July 1, drivers pay $5.", MAY, ["2024-07-01/.."]),
    ("Starting July 1, drivers pay $5.", SEPTEMBER, ["2024-07-01/2024-09-10"]),
    ("The agency announced a toll starting July 1.", JANUARY, ["2024-07-01/.."]),
    ("Beginning July 1, drivers will pay $5.", MAY, ["2024-07-01/.."]),
    ("Since July 1 drivers have paid $5.", MAY, ["2023-07-01/2024-05-20"]),
    ("Since July 1 drivers have paid $5.", SEPTEMBER, ["2024-07-01/2024-09-10"]),
    ("The line opens this fall.", MAY, ["2024-09-01/2024-11-30"]),
    ("Crews cleared 40 lots this fall.", DECEMBER, ["2024-09-01/2024-11-30"]),
    ("Crews cleared 40 lots this fall.", JANUARY, ["2023-09-01/2023-11-30"]),
    ("The line opens next spring.", SEPTEMBER, ["2025-03-01/2025-05-31"]),
    ("The line will open this spring.", DECEMBER, ["2025-03-01/.."]),
    ("The program runs through the end of the year.", MAY, ["../2024-12-31"]),
    ("The lane will stay closed through the end of the year.", SEPTEMBER, ["../2024-12-31"]),
    ("The season runs from June to November.", MAY, ["2024-06-01/2024-11-30"]),
    ("Sales fell from June to November.", MAY, ["2023-06-01/2023-11-30"]),
    ("Sales will fall from June to November.", MAY, ["2024-06-01/2024-11-30"]),
    ("The rule, which was signed last year, takes effect July 1.", JANUARY, ["2023-01-01/2023-12-31", "2024-07-01/.."]),
    ("He was arrested Friday and will appear in court on February 9.", JANUARY, ["2024-01-05/2024-01-05", "2024-02-09/2024-02-09"]),
    ("Nearly 40 homes were lost from June 28 to July 2.", JULY, ["2024-06-28/2024-07-02"]),
    ("The limited season, from December 1 to February 28, is closed to nets.", MAY, ["2023-12-01/2024-02-28"]),
    ("Bids are due June 28 - July 2.", MAY, ["2024-06-28/2024-07-02"]),
    ("The sweep took place from December 28 to January 3.", JANUARY, ["2023-12-28/2024-01-03"]),
    ("The sweep took place from December 28 to January 3.", SEPTEMBER, ["2023-12-28/2024-01-03"]),
    ("Training begins in March and continues in July.", NOVEMBER, ["2024-03-01/2024-03-31", "2024-07-01/2024-07-31"]),
    ("One class began on March 12 and another, beginning in June, is full.", date(2024, 4, 11), ["2024-03-12/2024-03-12", "2024-06-01/.."]),
    ("The ramp is closed due to flooding that began July 1.", SEPTEMBER, ["2024-07-01/2024-07-01"]),
    ("The ban was lifted, and on March 3 the lake will open.", NOVEMBER, ["2024-03-03/2024-03-03"]),
    ("The expanded season, June 1 to November 30, is the longest yet.", MAY, ["2024-06-01/2024-11-30"]),
    ("The toll took effect July 1.", MAY, ["2023-07-01/2024-05-20"]),
    ("Deaths rose from 40 in June to 60 in November.", DECEMBER, ["2024-06-01/2024-06-30", "2024-11-01/2024-11-30"]),
    ("The deadline to enroll is January 31.", NOVEMBER, ["2024-01-31/2024-01-31"]),
    ("The award was announced between January 5 and January 10.", DECEMBER, ["2024-01-05/2024-01-10"]),
    ("Surveyors will walk the line Monday, June 10, through Friday, June 14.", MAY, ["2024-06-10/2024-06-14"]),
    ("The council passed the Rebuild Elm plan in April.", MAY, ["2024-04-01/2024-04-30"]),
    ("Crews prepared for the expected opening in November.", JANUARY, ["2024-11-01/2024-11-30"]),
    ("It exceeded its goal in November.", JANUARY, ["2023-11-01/2023-11-30"]),
    ("The permit was issued in March for work through November.", MAY, ["2024-03-01/2024-03-31", "../2024-11-30"]),
    ("The firm must pay within 30 days of May 14.", MAY, ["2024-05-14/2024-05-14"]),
    ("Between December 20 and January 2, the unit wrote 40 citations.", JANUARY, ["2023-12-20/2024-01-02"]),
    ("The campaign, which ran December 15 through January 1, is over.", JANUARY, ["2023-12-15/2024-01-01"]),
    ("From December 15 to January 31, officers will be on patrol.", JANUARY, ["2023-12-15/2024-01-31"]),
    ("Anyone who visits the clinic between March 12 and April 2 should call.", JANUARY, ["2024-03-12/2024-04-02"]),
    ("Anyone who visited the clinic between October 12 and November 2 should call.", JANUARY,
     ["2023-10-12/2023-11-02"]),
    ("Trappers may take beavers from November 15 to March 15.", DECEMBER, ["2024-11-15/2025-03-15"]),
    ("Trappers took 40 beavers from November 15 to March 15.", DECEMBER, ["2023-11-15/2024-03-15"]),
    ("Enrollment opened November 1 and ends January 15.", DECEMBER, ["2024-11-01/2025-01-15"]),
    ("The trail will close January 22 and reopen May 1.", JANUARY, ["2024-01-22/2024-01-22", "2024-05-01/2024-05-01"]),
    ("Hours rose from 4,100 in March to 6,900 in June.", MAY, ["2023-03-01/2023-03-31", "2023-06-01/2023-06-30"]),
    ("Applications submitted between February 1 and March 1 will be considered.", JANUARY, ["2024-02-01/2024-03-01"]),
    ("Applications submitted between February 1 and March 1 were considered.", JANUARY, ["2023-02-01/2023-03-01"]),
    ("Applications were submitted between February 1 and March 1.", JANUARY, ["2023-02-01/2023-03-01"]),
    ("Bids received from June 1 to June 30 will be opened.", JANUARY, ["2024-06-01/2024-06-30"]),
    ("Claims filed between October 1 and November 1 will be paid.", NOVEMBER, ["2023-10-01/2023-11-01"]),
    ("Meals served between February 1 and March 1 are free.", JANUARY, ["2024-02-01/2024-03-01"]),
    ("Purchases made in October and November qualify.", SEPTEMBER, ["2024-10-01/2024-11-30"]),
    ("The award, made in October, will be paid.", JANUARY, ["2023-10-01/2023-10-31"]),
    ("The rule takes effect 1 January.", NOVEMBER, ["2024-01-01/.."]),
    ("The rule took effect on 1 January.", MAY, ["2024-01-01/2024-05-20"]),
    ("The clinic opened on 10 May.", JULY, ["2024-05-10/2024-05-10"]),
    ("The clinic opened on the 1st of June.", JULY, ["2024-06-01/2024-06-01"]),
    ("Crews will work from 28 June to 2 July.", MAY, ["2024-06-28/2024-07-02"]),
    ("Crews worked from 28 December 2022 to 2 January.", MAY, ["2022-12-28/2023-01-02"]),
    ("The bridge was closed 3 July, and 40 cars turned back.", SEPTEMBER, ["2024-07-03/2024-07-03"]),
    ("About 10 May apply, and 4 March on.", JULY, []),
    ("The top 10 January sales fell.", JULY, ["2024-01-01/2024-01-31"]),
    ("The bridge closed on 31 June.", JULY, []),
    ("Bail rose from $90 in October to about $120 in March.", MAY, ["2023-10-01/2023-10-31", "2024-03-01/2024-03-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "issued", "days"), ROWS)
def test_the_verb_tells_which_year_is_meant(phrase: str, issued: date, days: list[str]) -> None:
    assert [p.interval for p in read(phrase, issued)] == days


DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))
MONTHS = st.sampled_from(["January", "March", "June", "August", "November", "December"])


@given(DAYS, MONTHS, MONTHS, st.integers(1, 28), st.integers(1, 28))
def test_a_range_runs_forward_within_a_year_and_lies_where_its_verb_has_it(
    issued: date, first: str, last: str, day: int, until: int
) -> None:
    if (first, day) == (last, until):
        return
    rows = {
        tense: read(f"The count {verb} from {first} {day} to {last} {until}.", issued)
        for tense, verb in {"past": "fell", "ahead": "will fall", "present": "runs"}.items()
    }
    for tense, found in rows.items():
        (period,) = found
        assert period.start and period.end and period.basis is Basis.CALENDAR
        assert 0 < (period.end - period.start).days < 366
        assert tense != "past" or period.end <= issued
        assert tense != "ahead" or period.end >= issued
        assert tense != "present" or max((period.start - issued).days, (issued - period.end).days) <= 183


@given(DAYS, MONTHS, st.integers(1, 28))
def test_since_never_lies_ahead(issued: date, month: str, day: int) -> None:
    (period,) = read(f"Since {month} {day} it has grown.", issued)
    assert period.start and period.start <= issued and period.end == issued
