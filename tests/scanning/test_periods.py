"""Periods: the rows are the specification. A row is a phrase in a release of a day, and the days that it speaks of."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.library.collection import open_library
from foiakit.model.claim import Basis, Period
from foiakit.scanning.days import Anchor, federal_fiscal_year
from foiakit.scanning.periods import PeriodReader

READER = PeriodReader.of(open_library())
ISSUED = date(2009, 9, 10)  # a Thursday


def july_year(day: date) -> tuple[date, date]:
    year = day.year + (day.month >= 7)
    return date(year - 1, 7, 1), date(year, 6, 30)


def april_year(day: date) -> tuple[date, date]:
    year = day.year + (day.month >= 4)
    return date(year - 1, 4, 1), date(year, 3, 31)


BODIES = {"federal": federal_fiscal_year, "july": july_year, "april": april_year, "local": lambda day: None}


def read(text: str, issued: date | None = ISSUED, body: str = "federal") -> tuple[Period, ...]:
    return READER.read(text, Anchor(issued, BODIES[body], federal_fiscal_year))[0]


def shown(periods: tuple[Period, ...]) -> list[str]:
    return [p.interval for p in periods]


ROWS = [
    # the words in their sentence; the days
    ("It turned over 40 men last year.", "2008-01-01/2008-12-31"),
    ("It expects to hire 40 this year.", "2009-01-01/2009-12-31"),
    ("It will hire 40 next year.", "2010-01-01/2010-12-31"),
    ("Sales fell last month.", "2009-08-01/2009-08-31"),
    ("Sales fell this month.", "2009-09-01/2009-09-30"),
    ("It will move next month.", "2009-10-01/2009-10-31"),
    ("Crews left last week.", "2009-08-31/2009-09-06"),
    ("Crews work this week.", "2009-09-07/2009-09-13"),
    ("It fell last quarter.", "2009-04-01/2009-06-30"),
    ("Two drowned last weekend.", "2009-09-05/2009-09-06"),
    ("They met yesterday.", "2009-09-09/2009-09-09"),
    ("Divers searched the lake today.", "2009-09-10/2009-09-10"),
    ("The panel will meet on Friday.", "2009-09-11/2009-09-11"),
    ("The fair opens tomorrow.", "2009-09-11/2009-09-11"),
    ("He fled last night.", "2009-09-09/2009-09-09"),
    ("It burned last Tuesday.", "2009-09-08/2009-09-08"),
    ("It burned on Thursday.", "2009-09-10/2009-09-10"),
    ("It burned Friday.", "2009-09-04/2009-09-04"),
    ("It will open on Friday.", "2009-09-11/.."),
    ("It will open next Thursday.", "2009-09-17/.."),
    ("In fiscal year 2008, it removed 40.", "2007-10-01/2008-09-30"),
    ("Data for FY 2008 are out.", "2007-10-01/2008-09-30"),
    ("Data for FY08 are out.", "2007-10-01/2008-09-30"),
    ("Data for FY2008 are out.", "2007-10-01/2008-09-30"),
    ("Data for FY '07 are out.", "2006-10-01/2007-09-30"),
    ("The Fiscal Year 2008 plan is out.", "2007-10-01/2008-09-30"),
    ("Fiscal Years 2007 and 2008 were lean.", "2006-10-01/2008-09-30"),
    ("FISCAL YEAR 2008 REPORT", "2007-10-01/2008-09-30"),
    ("The Fiscal Year ‘08 plan is out.", "2007-10-01/2008-09-30"),
    ("Over the next year it will find 40.", "2009-09-10/2010-09-10"),
    ("From 1969 until its closing in 1997 it grew.", "1969-01-01/1997-12-31"),
    ("Beginning today, it is free.", "2009-09-10/.."),
    ("Through the first four months of the year it fell.", "../2009-04-30"),
    ("In the first half of the year it fell.", "2009-01-01/2009-06-30"),
    ("In the second half of the year it will fall.", "2009-07-01/2009-12-31"),
    ("In the first nine months of the fiscal year it fell.", "2008-10-01/2009-06-30"),
    ("The order expires at midnight on November 30.", "../2009-11-30"),
    ("It fell in the Third Quarter 2007 at last.", "2007-07-01/2007-09-30"),
    ("So far in 2009, it fell.", "2009-01-01/2009-09-10"),
    ("Over the past 10-15 years it fell.", "1994-09-10/2009-09-10"),
    ("From July 1, the fee rose.", "2009-07-01/2009-09-10"),
    ("From January 1, all fees will rise.", "2010-01-01/.."),
    ("In fiscal 2009 it spent less.", "2008-10-01/2009-09-30"),
    ("The fiscal year (FY) 2010 round is open.", "2009-10-01/2010-09-30"),
    ("In fiscal years 2007 and 2008 it grew.", "2006-10-01/2008-09-30"),
    ("In fiscal years 2006, 2007 and 2008 it grew.", "2005-10-01/2008-09-30"),
    ("For fiscal years 2005-2008 it is known.", "2004-10-01/2008-09-30"),
    ("From fiscal year 2006 to fiscal year 2008 it grew.", "2005-10-01/2008-09-30"),
    ("Fiscal years 2007 through 2009 were lean.", "2006-10-01/2009-09-30"),
    ("This fiscal year, it anticipates more.", "2008-10-01/2009-09-30"),
    ("It spent it in the current fiscal year.", "2008-10-01/2009-09-30"),
    ("Last fiscal year it spent less.", "2007-10-01/2008-09-30"),
    ("In the previous fiscal year it spent less.", "2007-10-01/2008-09-30"),
    ("Next fiscal year it will spend more.", "2009-10-01/2010-09-30"),
    ("Over the past two fiscal years it fell.", "2006-10-01/2008-09-30"),
    ("The first quarter of fiscal year 2009 was slow.", "2008-10-01/2008-12-31"),
    ("The FY 2008 4th Quarter report is out.", "2008-07-01/2008-09-30"),
    ("In the third quarter of FY 2009 it rose.", "2009-04-01/2009-06-30"),
    ("The last half of fiscal year 2008 was better.", "2008-04-01/2008-09-30"),
    ("The first nine months of fiscal year 2009 were slow.", "2008-10-01/2009-06-30"),
    ("By the end of the fiscal year it will be done.", "../2009-09-30"),
    ("So far this fiscal year it made 40.", "2008-10-01/2009-09-10"),
    ("It fell in the first quarter.", "2009-01-01/2009-03-31"),
    ("It fell in the fourth quarter.", "2008-10-01/2008-12-31"),
    ("It fell in the second quarter of 2007.", "2007-04-01/2007-06-30"),
    ("It fell in Q1 2009.", "2009-01-01/2009-03-31"),
    ("It fell in the second quarter of this year.", "2009-04-01/2009-06-30"),
    ("The first half of 2009 was dry.", "2009-01-01/2009-06-30"),
    ("The second half of last year was dry.", "2008-07-01/2008-12-31"),
    ("The first six months of 2009 were dry.", "2009-01-01/2009-06-30"),
    ("The last three months of 2008 were dry.", "2008-10-01/2008-12-31"),
    ("Since 2003 it has grown.", "2003-01-01/2009-09-10"),
    ("Since March 2003 it has grown.", "2003-03-01/2009-09-10"),
    ("Since May 5, 2009, it has grown.", "2009-05-05/2009-09-10"),
    ("Since fiscal year 2006 it has grown.", "2005-10-01/2009-09-10"),
    ("Since last October it has grown.", "2008-10-01/2009-09-10"),
    ("Since last year it has grown.", "2008-01-01/2009-09-10"),
    ("Since the unit opened in 2006, it has grown.", "2006-01-01/2009-09-10"),
    ("Since its launch in April 2008 it has grown.", "2008-04-01/2009-09-10"),
    ("Beginning in June it took over.", "2009-06-01/2009-09-10"),
    ("From 2006 to the present it grew.", "2006-01-01/2009-09-10"),
    ("From October 2007 to date it grew.", "2007-10-01/2009-09-10"),
    ("Since the start of the fiscal year it grew.", "2008-10-01/2009-09-10"),
    ("Since the beginning of the year it grew.", "2009-01-01/2009-09-10"),
    ("From 2006 onward it grew.", "2006-01-01/2009-09-10"),
    ("With the launch of the system in the county yesterday, prints are checked.", "2009-09-09/2009-09-10"),
    ("Following the opening of the lab last month, tests are faster.", "2009-08-01/2009-09-10"),
    ("The rule took effect July 1, 2009.", "2009-07-01/2009-09-10"),
    ("The rule takes effect January 1, 2010.", "2010-01-01/.."),
    ("Beginning in January 2010 it is free.", "2010-01-01/.."),
    ("Effective October 1, 2009, it is free.", "2009-10-01/.."),
    ("Starting in 2011, it is free.", "2011-01-01/.."),
    ("The line will open in June 2011.", "2011-06-01/.."),
    ("Work is expected to begin in October.", "2009-10-01/.."),
    ("After December 31, 2010, it lapses.", "2011-01-01/.."),
    ("After June 30, 2009, none was found.", "2009-07-01/2009-09-10"),
    ("It covers the nation by the end of 2013.", "../2013-12-31"),
    ("It will be done by 2013.", "../2013-12-31"),
    ("It will be done by June 2010.", "../2010-06-30"),
    ("It will be done by early 2010.", "../2010-04-30"),
    ("It will be done by the end of the year.", "../2009-12-31"),
    ("It will be done by year's end.", "../2009-12-31"),
    ("Bids are taken until October 15, 2009.", "../2009-10-15"),
    ("It runs through September 2010.", "../2010-09-30"),
    ("Report no later than December 31, 2010.", "../2010-12-31"),
    ("Before 2005 none was kept.", "../2004-12-31"),
    ("Prior to March 2006 none was kept.", "../2006-02-28"),
    ("It has already been installed in 79 ports.", "../2009-09-10"),
    ("To date it found 40.", "../2009-09-10"),
    ("So far this year it found 40.", "2009-01-01/2009-09-10"),
    ("Earlier this year it found 40.", "2009-01-01/2009-09-10"),
    ("Later this year it will move.", "2009-09-10/2009-12-31"),
    ("Over the past 18 months it found 40.", "2008-03-10/2009-09-10"),
    ("In the last 30 days it found 40.", "2009-08-11/2009-09-10"),
    ("In the past two weeks it found 40.", "2009-08-27/2009-09-10"),
    ("Over the last year it found 40.", "2008-09-10/2009-09-10"),
    ("In the past year it found 40.", "2008-09-10/2009-09-10"),
    ("Over the past decade it found 40.", "1999-09-10/2009-09-10"),
    ("Over the next five years it will find 40.", "2009-09-10/2014-09-10"),
    ("In the next twelve months it will move.", "2009-09-10/2010-09-10"),
    ("Between 2004 and 2006 it grew.", "2004-01-01/2006-12-31"),
    ("Between October 2007 and March 2008 it grew.", "2007-10-01/2008-03-31"),
    ("Between January 1 and June 30, 2009, it grew.", "2009-01-01/2009-06-30"),
    ("From January 1 through December 31, 2008, it grew.", "2008-01-01/2008-12-31"),
    ("From 2002 to 2004 it grew.", "2002-01-01/2004-12-31"),
    ("From May through July 2008 it grew.", "2008-05-01/2008-07-31"),
    ("From November through February 2009 it grew.", "2008-11-01/2009-02-28"),
    ("From June 2008 to June 2009 it grew.", "2008-06-01/2009-06-30"),
    ("July 1, 2007 - June 30, 2008 was a good year.", "2007-07-01/2008-06-30"),
    ("The 2005-2007 survey is out.", "2005-01-01/2007-12-31"),
    ("In 2006, 2007 and 2008 it grew.", "2006-01-01/2008-12-31"),
    ("In 2007 and 2008 it grew.", "2007-01-01/2008-12-31"),
    ("During 2007 it grew.", "2007-01-01/2007-12-31"),
    ("The 2007 settlement stands.", "2007-01-01/2007-12-31"),
    ("In calendar year 2007 it grew.", "2007-01-01/2007-12-31"),
    ("In the 1990s it grew.", "1990-01-01/1999-12-31"),
    ("In March it grew.", "2009-03-01/2009-03-31"),
    ("In December it grew.", "2008-12-01/2008-12-31"),
    ("In December it will grow.", "2009-12-01/2009-12-31"),
    ("In March 2007 it grew.", "2007-03-01/2007-03-31"),
    ("In March of last year it grew.", "2008-03-01/2008-03-31"),
    ("Last November it grew.", "2008-11-01/2008-11-30"),
    ("In May and June it grew.", "2009-05-01/2009-06-30"),
    ("On June 5, 2008, it grew.", "2008-06-05/2008-06-05"),
    ("On Sept. 3 it grew.", "2009-09-03/2009-09-03"),
    ("On 5 June 2008 it grew.", "2008-06-05/2008-06-05"),
    ("On 6/5/2008 it grew.", "2008-06-05/2008-06-05"),
    ("On 2008-06-05 it grew.", "2008-06-05/2008-06-05"),
    ("On Monday, June 8, it grew.", "2009-06-08/2009-06-08"),
    ("The hearing is on Monday, September 21.", "2009-09-21/2009-09-21"),
    ("From May 1-5, 2009, it grew.", "2009-05-01/2009-05-05"),
    ("The week of March 2, 2009, was quiet.", "2009-03-02/2009-03-08"),
    ("As of June 30, 2009, it held 40.", "2009-06-30/2009-06-30"),
    ("At the end of 2008 it held 40.", "2008-12-31/2008-12-31"),
    ("At the beginning of 2008 it held 40.", "2008-01-01/2008-01-01"),
    ("In early 2008 it grew.", "2008-01-01/2008-04-30"),
    ("In mid-2008 it grew.", "2008-05-01/2008-08-31"),
    ("In late 2008 it grew.", "2008-09-01/2008-12-31"),
    ("The 12-month period ending June 30, 2009, was good.", "2008-07-01/2009-06-30"),
    ("In the fiscal year that ended June 30, 2009, it grew.", "2008-07-01/2009-06-30"),
    ("In the year ended March 31, 2009, it grew.", "2008-04-01/2009-03-31"),
    ("In the quarter ended March 31, 2009, it grew.", "2009-01-01/2009-03-31"),
    ("The fiscal year beginning July 1, 2009, is funded.", "2009-07-01/2010-06-30"),
    ("In the 2008-09 school year it grew.", "2008-07-01/2009-06-30"),
    ("Last school year it grew.", "2008-07-01/2009-06-30"),
    ("In the summer of 2008 it grew.", "2008-06-01/2008-08-31"),
    ("In fall 2007 it grew.", "2007-09-01/2007-11-30"),
    ("Three years ago it grew.", "2006-01-01/2006-12-31"),
    ("Six months ago it grew.", "2009-03-01/2009-03-31"),
    ("A year ago it grew.", "2008-01-01/2008-12-31"),
    ("A decade ago it grew.", "1999-01-01/1999-12-31"),
    ("More than two decades ago it grew.", "../1989-12-31"),
    ("Bids are due by 2 p.m. EST on Jan 18, 2010.", "../2010-01-18"),
    ("File no later than 5:00 p.m., Eastern Standard Time, on November 16, 2009.", "../2009-11-16"),
    ("RSVP by close of business on Thursday, September 24.", "../2009-09-24"),
    ("Beginning on or around November 15 it will run.", "2009-11-15/.."),
    ("The rate is set until August 16, 2012—ten years after the first.", "../2012-08-16"),
    ("It grew in Oct 2008.", "2008-10-01/2008-10-31"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "days"), ROWS)
def test_words_become_a_period(phrase: str, days: str) -> None:
    assert shown(read(phrase)) == [days]


def test_there_are_enough_rows() -> None:
    assert len(ROWS) + len(FISCAL) + len(NONE) + len(OPEN) >= 120


FISCAL = [
    ("this fiscal year", date(2026, 3, 2), "july", "2025-07-01/2026-06-30"),
    ("this fiscal year", date(2026, 8, 2), "july", "2026-07-01/2027-06-30"),
    ("this fiscal year", date(2026, 5, 4), "april", "2026-04-01/2027-03-31"),
    ("last fiscal year", date(2026, 5, 4), "april", "2025-04-01/2026-03-31"),
    ("fiscal year 2026", date(2026, 5, 4), "april", "2025-04-01/2026-03-31"),
    ("FY 2020-21", date(2021, 5, 4), "july", "2020-07-01/2021-06-30"),
    ("the 2020-21 fiscal year", date(2021, 5, 4), "july", "2020-07-01/2021-06-30"),
    ("the 2019-21 biennium", date(2021, 5, 4), "july", "2019-07-01/2021-06-30"),
    ("federal fiscal year 2021", date(2021, 5, 4), "july", "2020-10-01/2021-09-30"),
    ("the third quarter of fiscal year 2021", date(2021, 5, 4), "july", "2021-01-01/2021-03-31"),
]


@pytest.mark.parametrize(("words", "issued", "body", "days"), FISCAL)
def test_a_fiscal_year_is_that_of_the_body_that_speaks(words: str, issued: date, body: str, days: str) -> None:
    (period,) = read(f"It spent $4 million in {words}.", issued, body)
    assert (period.interval, period.basis) == (days, Basis.FISCAL)


OPEN = [
    ("It spent more in fiscal year 2021.", "local", ISSUED),
    ("This fiscal year it spent more.", "local", ISSUED),
    ("The FY27 budget is short.", "local", ISSUED),
    ("The 25-26 budget is short.", "local", ISSUED),
    ("It spent more last year.", "federal", None),
    ("It came yesterday.", "federal", None),
    ("It came in March.", "federal", None),
    ("It came over the past 18 months.", "federal", None),
    ("It came in winter 2008.", "federal", ISSUED),
    ("The fee is $3 for the subsequent six years.", "federal", ISSUED),
    ("He left the following month.", "federal", ISSUED),
]


@pytest.mark.parametrize(("phrase", "body", "issued"), OPEN)
def test_what_the_words_leave_open_is_left_open(phrase: str, body: str, issued: date | None) -> None:
    (period,) = read(phrase, issued, body)
    assert (period.interval, period.basis) == ("../..", Basis.OPEN)


def test_a_stated_last_day_closes_a_local_fiscal_year() -> None:
    (period,) = read("In the fiscal year that ended June 30, 2009, it grew.", ISSUED, "local")
    assert (period.interval, period.basis) == ("2008-07-01/2009-06-30", Basis.STATED)


def test_a_vague_window_has_its_last_day_only() -> None:
    (period,) = read("It grew over the past several months.")
    assert (period.interval, period.basis) == ("../2009-09-10", Basis.OPEN)


NONE = [
    "The agency announced today that it grew.",
    "The agency said Tuesday that it grew.",
    "It is bound by the Homeland Security Act of 2002.",
    "The 2009 Recovery Act pays for it.",
    "The Sept. 11 attacks changed it.",
    "It drew up the Vision 2030 plan.",
    "More than 2000 people came.",
    "It paid $2000.",
    "It is at 2010 Main Street, Room 2015.",
    "Call 555-2009.",
    "He was sentenced to 18 months in prison.",
    "An 18-month study was made.",
    "It may march on.",
    "It is open Monday through Friday.",
    "Leaves fall and spring up.",
    "It builds the workforce of tomorrow.",
    "He is 38 years old.",
    "It is done twice a year.",
    "The class of 2010 graduated.",
    "WASHINGTON, Sept. 10, 2009 -- The office opened.",
    "Fond du Lac, Wis. (Sept. 10, 2009) – The office opened.",
    "SALEM, Ore. (Sept. 10, 2009) Wells were dug.",
    "The board meets on the third Tuesday of each month.",
    "Every Friday it is free.",
    "Officer Jan Roe met Mar Doe.",
    "The recall covers model year 2013-2014 hybrids.",
    "The recall covers 2013-2014 model year hybrids.",
    "The recall covers model years 2013 through 2016.",
    "The recall covers model years 2013, 2014 and 2015 sedans.",
    "The recall covers 2012, 2013 and 2014 model year trucks.",
    "The recall covers MY 2013-2014 hybrids.",
    "The recall covers 2013 to 2016 model sedans.",
]


@pytest.mark.parametrize("phrase", NONE)
def test_what_says_no_time_of_the_claim_is_no_period(phrase: str) -> None:
    assert read(phrase) == ()


@pytest.mark.parametrize(("phrase", "text"), [
    ("In fiscal year 2008, it grew.", "fiscal year 2008"),
    ("It has grown since 2003, and more.", "since 2003"),
    ("It will be done by the end of 2013.", "by the end of 2013"),
    ("It grew from May through July 2008.", "from May through July 2008"),
    ("It grew during 2007.", "2007"),
    ("It grew last year following a cut.", "last year"),
    ("It grew between 2004 and 2006 only.", "between 2004 and 2006"),
])  # fmt: skip
def test_the_text_is_the_words_of_time(phrase: str, text: str) -> None:
    (period,) = read(phrase)
    assert period.text == text == phrase[slice(*period.span)]


def test_a_plan_has_its_beginning_open_and_its_end_closed() -> None:
    rows = shown(read("Work is expected to begin in late 2010 and end in late 2011."))
    assert rows == ["2010-09-01/..", "2011-09-01/2011-12-31"]


def test_two_periods_stay_two() -> None:
    assert shown(read("It rose from $31 million in 2005 to over $2 billion in 2008.")) == [
        "2005-01-01/2005-12-31",
        "2008-01-01/2008-12-31",
    ]


DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))
PHRASES = st.sampled_from([row[0] for row in ROWS])


@given(PHRASES, DAYS, st.sampled_from(sorted(BODIES)))
def test_on_any_day_a_period_begins_before_it_ends_and_its_span_is_exact(phrase: str, issued: date, body: str) -> None:
    for period in read(phrase, issued, body):
        assert phrase[slice(*period.span)] == period.text
        assert period.start is None or period.end is None or period.start <= period.end
        if period.basis is Basis.OPEN:
            assert period.start is None or period.end is None


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), DAYS)
def test_a_written_date_is_read_back(day: date, issued: date) -> None:
    for words in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day.month}/{day.day}/{day.year}",
        day.isoformat(),
    ):
        (period,) = read(f"The dam failed on {words} at last.", issued)
        assert (period.start, period.end, period.basis) == (day, day, Basis.STATED)


@given(DAYS, st.sampled_from(["January", "June", "August", "December"]))
def test_a_month_in_the_past_tense_is_the_last_and_in_the_future_the_next(issued: date, month: str) -> None:
    (past,) = read(f"It was built in {month}.", issued)
    (ahead,) = read(f"It will be built in {month}.", issued)
    assert past.start and ahead.start
    assert past.start <= issued and issued - past.start < timedelta(days=366)
    assert ahead.end is None or ahead.end >= issued


@given(DAYS, st.integers(1, 40), st.sampled_from(["days", "weeks", "months", "years"]))
def test_a_window_ends_on_the_day_of_the_release(issued: date, number: int, unit: str) -> None:
    (period,) = read(f"Over the past {number + 1} {unit} it grew.", issued)
    assert period.end == issued and period.start and period.start < issued


@given(st.text(alphabet="FY 0123456789-/,.'()abcdefghilmnoprstuwyMJSAONDT\n–", max_size=100), DAYS)
def test_any_text_is_read_and_nothing_overlaps(text: str, issued: date) -> None:
    periods = read(text, issued)
    for period in periods:
        assert text[slice(*period.span)] == period.text
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(periods))
