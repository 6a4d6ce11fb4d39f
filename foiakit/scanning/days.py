"""Arithmetic of days: months added, quarters and weeks found, parts of a period cut out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date | None, date | None]
"""First and last day, both included; None where open."""

ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are resolved against.

    `fiscal` gives the fiscal year of the body that speaks, `federal` the federal one, each for a day that it contains;
    None where the law leaves it open (a local body's).
    """

    issued: date | None
    fiscal: Callable[[date], tuple[date, date] | None]
    federal: Callable[[date], tuple[date, date] | None]


def federal_fiscal_year(day: date) -> tuple[date, date]:
    """The federal fiscal year, October 1 to September 30, named by the year in which it ends (31 U.S.C. § 1102).

    >>> federal_fiscal_year(date(2009, 9, 10))
    (datetime.date(2008, 10, 1), datetime.date(2009, 9, 30))
    """
    year = day.year + (day.month >= 10)
    return date(year - 1, 10, 1), date(year, 9, 30)


def safe(year: int, month: int = 1, day: int = 1) -> date | None:
    """The date, or None where there is none ("February 30")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(year: int) -> tuple[date, date]:
    """The calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_of(year: int, month: int) -> tuple[date, date]:
    """The calendar month; months beyond 12 or below 1 run into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def plus_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last where it has no such day."""
    first, last = month_of(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


def week_of(day: date) -> tuple[date, date]:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def plus(day: date, number: int, unit: str) -> date:
    """So many days, weeks, months, quarters, years or decades later (earlier where negative)."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if months:
        return plus_months(day, number * months)
    return day + timedelta(days=number * {"week": 7, "fortnight": 14, "weekend": 7}.get(unit, 1))


def containing(day: date, unit: str) -> tuple[date, date]:
    """The calendar day, week, weekend, month, quarter, year or decade that contains a day."""
    if unit == "year":
        return year_of(day.year)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        saturday = week_of(day)[0] + timedelta(days=5)
        return saturday, saturday + ONE
    if unit == "quarter":
        first = date(day.year, day.month - (day.month - 1) % 3, 1)
        return first, month_of(first.year, first.month + 2)[1]
    if unit == "decade":
        first_year = day.year // 10 * 10
        return date(first_year, 1, 1), date(first_year + 9, 12, 31)
    return day, day


def months_within(whole: tuple[date, date], first: int, count: int) -> tuple[date, date]:
    """`count` months of a period, from its month number `first` (0 is its first)."""
    start = plus_months(whole[0], first)
    return start, plus_months(start, count) - ONE


def third(whole: tuple[date, date], number: int) -> tuple[date, date]:
    """The early (1), middle (2) or late (3) third of a period."""
    days = (whole[1] - whole[0]).days + 1
    if days > 300:
        months = round(days / 30.44) // 3
        return months_within(whole, months * (number - 1), months)
    cut = [0, days // 3, 2 * days // 3, days]
    return whole[0] + timedelta(days=cut[number - 1]), whole[0] + timedelta(days=cut[number] - 1)
