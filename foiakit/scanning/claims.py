"""What each passage of a release claims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from foiakit.library.collection import Library
from foiakit.model.claim import Claim
from foiakit.model.release import Release
from foiakit.scanning.days import Anchor, federal_fiscal_year
from foiakit.scanning.figures import FigureReader
from foiakit.scanning.periods import PeriodReader

_WORDS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=8)
def _readers(library: Library) -> tuple[FigureReader, PeriodReader]:
    return FigureReader.of(library), PeriodReader.of(library)


def claims(release: Release, library: Library) -> Mapping[str, Claim]:
    """The claim of every passage, by the passage's id.

    Args:
        release: A release as `reading.read` gives it. Without a date, relative periods are left open.
        library: The templates: word lists, agencies, law packs.
    """
    figures, periods = _readers(library)
    anchor = anchor_of(release, library)
    found: dict[str, Claim] = {}
    for passage in release.passages:
        text = passage.text
        words = set(_WORDS.findall(text.lower()))
        digits = bool(_DIGIT.search(text))
        when, taken = periods.read(text, anchor, offset=passage.start) if digits or words & periods.hint else ((), [])
        spelled = bool(words & figures.hint)
        counted = figures.read(text, offset=passage.start, taken=taken, spelled=spelled) if digits or spelled else ()
        found[passage.id] = Claim(figures=counted, periods=when)
    return found


def anchor_of(release: Release, library: Library) -> Anchor:
    """What the release's relative words are resolved against: its date, and its body's fiscal year.

    The fiscal year is that of the release's jurisdiction, by its law pack. A local body's is left open, since each sets
    its own; so is that of a release whose jurisdiction is not known, unless its issuer is a federal one.
    """
    jurisdiction = (release.jurisdiction or "us").lower()

    @lru_cache(maxsize=64)
    def fiscal(day: date) -> tuple[date, date] | None:
        if jurisdiction.count("-") > 1 or "/" in jurisdiction:
            return None
        return _fiscal_year(library, jurisdiction, day)

    @lru_cache(maxsize=64)
    def federal(day: date) -> tuple[date, date] | None:
        return federal_fiscal_year(day)

    return Anchor(release.date, fiscal, federal)


def _fiscal_year(library: Library, jurisdiction: str, day: date) -> tuple[date, date] | None:
    if jurisdiction == "us":
        return federal_fiscal_year(day)
    from foiakit import law

    resolve = getattr(law, "fiscal_year", None)
    if resolve is None:
        return None
    year: tuple[date, date] | None = resolve(library, jurisdiction, containing=day)
    return year
