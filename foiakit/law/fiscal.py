"""Fiscal years of the governments whose laws the packs hold."""

from __future__ import annotations

from datetime import date, timedelta

from foiakit.library.collection import Library


def fiscal_year(library: Library, jurisdiction: str, containing: date) -> tuple[date, date] | None:
    """First and last day of the fiscal year that holds a day; None where it is left open and must be asked.

    It is the year of the state (or federal) government itself: a county or city may keep another one.

    Raises:
        NotFound: There is no pack for the jurisdiction.

    Law: the pack's `fiscal_year`; the federal one is 31 U.S.C. § 1102, since October 1, 1976.

    >>> from foiakit.library.collection import open_library
    >>> fiscal_year(open_library(), "us", containing=date(2009, 9, 10))
    (datetime.date(2008, 10, 1), datetime.date(2009, 9, 30))
    """
    rules = [r for r in library.laws[jurisdiction].fiscal_year if r.in_force(containing)]
    if not rules:
        return None
    month, day = (int(part) for part in rules[-1].starts.split("-"))
    year = containing.year if (containing.month, containing.day) >= (month, day) else containing.year - 1
    return date(year, month, day), date(year + 1, month, day) - timedelta(days=1)
