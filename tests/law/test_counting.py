"""Counting days: what holds for every law and every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.files import place
from foiakit.law import Calendar, count, due, fiscal_year, law_in
from foiakit.law.in_force import LawInForce
from foiakit.library.collection import Library
from foiakit.library.law import BusinessDays, Clock, Holiday
from foiakit.library.provision import TimeUnit, Within
from foiakit.model.errors import NoDeadline

LIBRARY = Library((place.shipped(),))
LAWS = [law_in(LIBRARY, id, on=date(2026, 11, 24), resident_of=id) for id in LIBRARY.laws]
NUMBERED = [law for law in LAWS if law.clock.within]
BUSINESS = [law for law in NUMBERED if law.clock.within.unit is TimeUnit.BUSINESS_DAYS]
days = st.dates(date(2025, 1, 1), date(2030, 12, 31))


def within(law: LawInForce, number: int, unit: TimeUnit) -> Clock:
    return law.clock.model_copy(update={"within": law.clock.within.model_copy(update={"number": number, "unit": unit})})


def counted_slowly(law: LawInForce, start: date, number: int) -> date:
    """Looks at every day on its own: the first day by which `number` open days lie behind the start."""
    open_days = Calendar.of(law)
    for later in range(1, 4000):
        day = start + timedelta(days=later)
        behind = [start + timedelta(days=n) for n in range(1, later + 1)]
        if sum(d.weekday() < 5 and open_days.holiday(d) is None for d in behind) == number:
            return day
    raise AssertionError("no such day")


@given(st.sampled_from(NUMBERED), days)
@settings(max_examples=80, deadline=None)
def test_a_due_date_is_never_before_the_start(law, received):
    assert due(law, received).day > received


@given(st.sampled_from(NUMBERED), days, st.integers(1, 60), st.integers(1, 60), st.sampled_from(list(TimeUnit)))
@settings(max_examples=80, deadline=None)
def test_more_days_are_never_due_sooner(law, received, few, more, unit):
    low, high = sorted((few, more))
    dates = [count(law, received, clock=within(law, n, unit)).day for n in (low, high)]
    assert dates == sorted(dates)
    assert low == high or dates[0] < dates[1]


@given(st.sampled_from(BUSINESS), days, st.integers(1, 60))
@settings(max_examples=80, deadline=None)
def test_business_days_end_on_a_business_day_and_agree_with_a_slow_count(law, received, number):
    found = count(law, received, clock=within(law, number, TimeUnit.BUSINESS_DAYS))
    assert Calendar.of(law).closed(found.day) is None
    assert found.day == counted_slowly(law, found.start, number)


@given(st.sampled_from(BUSINESS), days)
@settings(max_examples=60, deadline=None)
def test_every_day_between_is_counted_or_named_as_skipped(law, received):
    found = count(law, received)
    between = (found.day - found.start).days
    assert between == found.within.number + len(found.skipped)
    assert all(s.why for s in found.skipped)
    assert list(found.skipped) == sorted(found.skipped, key=lambda s: s.day)


@given(st.sampled_from(NUMBERED), days, days)
@settings(max_examples=60, deadline=None)
def test_a_later_receipt_is_never_due_sooner(law, one, other):
    first, last = sorted((one, other))
    assert due(law, first).day <= due(law, last).day


@given(st.sampled_from([law for law in NUMBERED if law.clock.extension and law.clock.extension.within]), days)
@settings(max_examples=60, deadline=None)
def test_an_extension_is_never_sooner_than_the_day_that_it_extends(law, received):
    assert due(law, received, extended=True).day > due(law, received).day


def test_a_law_without_a_number_gives_its_word_and_no_date():
    florida = next(law for law in LAWS if law.id == "us-fl")
    answer = due(florida, date(2026, 11, 24))
    assert (answer.day, answer.note) == (None, "promptly")
    with pytest.raises(NoDeadline, match="promptly"):
        count(florida, date(2026, 11, 24))


def test_a_law_whose_number_is_in_doubt_says_why_and_gives_no_date():
    utah = next(law for law in LAWS if law.id == "us-ut")
    with pytest.raises(NoDeadline, match=r"S\.B\. 64"):
        count(utah, date(2026, 11, 24))
    assert due(utah, date(2026, 11, 24)).day is None


def test_an_extension_without_a_number_is_no_date():
    washington = next(law for law in LAWS if law.id == "us-wa")
    with pytest.raises(NoDeadline, match="no number of days for an extension"):
        count(washington, date(2026, 11, 24), extended=True)


def test_new_year_s_day_on_a_saturday_is_kept_on_the_friday_of_the_old_year():
    assert Calendar("us").closed(date(2027, 12, 31)) == "New Year's Day (observed)"


def test_the_skipped_days_are_named():
    federal = next(law for law in LAWS if law.id == "us")
    found = count(federal, date(2026, 12, 21), extended=True)
    assert [str(s) for s in found.holidays] == [
        "Fri 2026-12-25 Christmas Day",
        "Fri 2027-01-01 New Year's Day",
        "Mon 2027-01-18 Martin Luther King Jr. Day",
    ]


@pytest.mark.parametrize(
    ("id", "day", "closed"),
    [
        ("us-tx", date(2026, 4, 3), None),  # Good Friday binds only an officer who keeps it
        ("us-tx", date(2026, 4, 21), "San Jacinto Day"),
        ("us-tx", date(2026, 7, 3), None),  # July 4 on a Saturday moves no workday in Texas
        ("us", date(2026, 7, 3), "Independence Day (observed)"),
        ("us-tx", date(2026, 10, 12), None),
        ("us-ks", date(2026, 10, 12), "Columbus Day"),  # a holiday that Congress designated, K.S.A. 45-217
        ("us-ak", date(2026, 10, 12), None),
        ("us-az", date(2026, 6, 19), None),
        ("us-az", date(2026, 10, 12), "Columbus Day"),
        ("us-nj", date(2026, 2, 12), None),
        ("us-ny", date(2026, 2, 12), "Lincoln's Birthday"),
        ("us-ny", date(2028, 2, 15), None),
        ("us-sc", date(2026, 11, 27), "Day After Thanksgiving"),
        ("us-sc", date(2025, 12, 26), "Day After Christmas"),
        ("us-sc", date(2026, 4, 27), None),
        ("us-sc", date(2027, 5, 10), "Confederate Memorial Day"),
        ("us-sc", date(2026, 5, 11), "Confederate Memorial Day (observed)"),  # May 10, 2026 is a Sunday
        ("us-sc", date(2026, 6, 19), None),
    ],
    ids=str,
)
def test_a_pack_adds_and_takes_away_holidays(id, day, closed):
    assert Calendar.of(next(law for law in LAWS if law.id == id)).closed(day) == closed


def test_every_holiday_that_a_pack_names_is_one_of_its_calendar():
    for law in LAWS:
        if rule := law.business_days:
            plain = Calendar(law.id, rule.model_copy(update={"remove": (), "add": ()}))
            year = [date(y, 1, 1) + timedelta(days=n) for y in range(2025, 2033) for n in range(365)]
            days_off = [names for d in year if (names := plain.holiday(d))]
            known = {n.removesuffix(" (observed)") for names in days_off for n in names.split("; ")}
            named = {*rule.remove, *(extra.after for extra in rule.add if extra.after)}
            assert named <= known, law.id


def test_a_day_may_be_added_by_its_date_or_after_another():
    rule = BusinessDays(
        uncited="test",
        add=(Holiday(name="Founders' Day", on="03-10"), Holiday(name="Bridge Day", after="Labor Day", days=1)),
    )
    open_days = Calendar("us", rule)
    assert open_days.closed(date(2026, 3, 10)) == "Founders' Day"
    assert open_days.closed(date(2026, 9, 8)) == "Bridge Day"


def test_a_calendar_clock_moves_past_a_weekend_only_where_the_pack_says_so():
    indiana = next(law for law in LAWS if law.id == "us-in")
    saturday = date(2026, 12, 5)
    assert count(indiana, date(2026, 11, 28)).day == saturday
    rolling = indiana.clock.model_copy(update={"rolls": "Ind. R. Trial P. 6(A)"})
    moved = count(indiana, date(2026, 11, 28), clock=rolling)
    assert moved.day == date(2026, 12, 7)
    assert [s.why for s in moved.skipped] == ["Saturday", "Sunday"]


def test_a_span_in_months_ends_on_the_last_day_where_the_month_is_shorter():
    federal = next(law for law in LAWS if law.id == "us")
    clock = federal.clock.model_copy(update={"within": Within.model_validate({"number": 1, "unit": "months"})})
    assert count(federal, date(2027, 1, 31), clock=clock).day == date(2027, 2, 28)


@pytest.mark.parametrize("id", ["us-al", "us-vt", "us-or", "us-pa", "us-tx", "us-ks"])
def test_where_an_office_s_own_closures_count_the_date_is_the_earliest(id):
    law = next(law for law in LAWS if law.id == id)
    clock = next(c for c in law.clocks if c.within and c.within.unit is TimeUnit.BUSINESS_DAYS)
    assert count(law, date(2026, 11, 24), clock=clock).earliest


@pytest.mark.parametrize(
    ("id", "day", "first", "last"),
    [
        ("us", "2009-09-10", "2008-10-01", "2009-09-30"),
        ("us", "2009-10-01", "2009-10-01", "2010-09-30"),
        ("us-tx", "2026-03-02", "2025-09-01", "2026-08-31"),
        ("us-ny", "2026-05-04", "2026-04-01", "2027-03-31"),
        ("us-al", "2026-09-30", "2025-10-01", "2026-09-30"),
        ("us-mi", "2026-10-01", "2026-10-01", "2027-09-30"),
        ("us-dc", "2026-01-15", "2025-10-01", "2026-09-30"),
        ("us-ca", "2026-07-01", "2026-07-01", "2027-06-30"),
        ("us-fl", "2026-06-30", "2025-07-01", "2026-06-30"),
    ],
)
def test_a_fiscal_year_by_jurisdiction(id, day, first, last, library):
    assert fiscal_year(library, id, containing=date.fromisoformat(day)) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


def test_before_its_first_known_year_a_fiscal_year_is_left_open(library):
    assert fiscal_year(library, "us", containing=date(1975, 1, 1)) is None
