"""What a claim holds, as named features: the names that `cues.claim` and `cues.against` of a request template may use.

A template's cue may also name a word class under templates/scanning/lexicon/ ("word:purchase"); the rest of the
vocabulary is here, so that a misspelt one is refused.
"""

from __future__ import annotations

from datetime import date

from foiakit.model.claim import Basis, Bound, Claim, Figure, Span, Unit
from foiakit.model.release import Passage

CLAIM_FEATURES: dict[str, str] = {
    "figure": "states a figure of any unit",
    "count": "a number of people, cases or things",
    "money": "an amount in dollars",
    "percent": "a percentage or a share (“one in five”, “nearly half”)",
    "times": "a multiple (“doubled”, “three times”)",
    "rank": "a rank (“third largest”)",
    "measure": "an amount with a measure (“12 pounds”, “40 miles”)",
    "range": "a figure with a lower and an upper end",
    "about": "a figure given as about, nearly, an estimated",
    "bounded": "a figure given as more than, at least, up to, fewer than",
    "figures": "two figures or more",
    "large": "a count of 1,000 or more, or an amount of $1 million or more",
    "period": "names a period of any kind",
    "past": "a period that ended by the release's date",
    "future": "a period that ends after the release's date",
    "since": "a period that runs up to the release's date",
    "fiscal": "a fiscal year",
    "yearly": "a period of at least eleven months",
    "day": "a period of at most three days",
    "periods": "two periods or more (a comparison over time)",
    "agency": "names a public body",
    "agencies": "names two public bodies or more",
    "partner": "names a partner, or parties to an agreement",
    "system": "names a record system or a database",
    "programme": "names a programme",
    "vendor": "names a company",
    "place": "names a county, city or state",
    "speaker": "is said or quoted by a named person",
    "quoted": "stands, wholly or partly, in quotation marks",
    "bullet": "is a list entry",
    "heading": "is a heading",
    "title": "is the title or subtitle",
    "lead": "stands in the first paragraph of the body",
}
"""Every feature with what it means. A template refers to these names."""

_LARGE_COUNT = 1_000
_LARGE_MONEY = 1_000_000
_QUOTES = '“”"«»'


def claim_features(passage: Passage, claim: Claim, issued: date | None = None) -> dict[str, Span | None]:
    """The features that hold for a passage, each with the words it was seen in (None: the whole passage).

    Args:
        issued: The release's date; without one no period is past or future.
    """
    seen: dict[str, Span | None] = {}
    for figure in claim.figures:
        for name in _figure(figure):
            seen.setdefault(name, figure.span)
    if len(claim.figures) > 1:
        seen["figures"] = claim.figures[1].span
    for period in claim.periods:
        seen.setdefault("period", period.span)
        if period.basis is Basis.FISCAL:
            seen.setdefault("fiscal", period.span)
        if issued is not None and (period.start or period.end):
            if period.end is None or period.end > issued:
                seen.setdefault("future", period.span)
            elif period.end == issued:
                seen.setdefault("since", period.span)
            else:
                seen.setdefault("past", period.span)
        if period.start and period.end:
            days = (period.end - period.start).days
            if days >= 330:
                seen.setdefault("yearly", period.span)
            elif days <= 2:
                seen.setdefault("day", period.span)
    if len(claim.periods) > 1:
        seen["periods"] = claim.periods[1].span
    _names(claim, seen)
    _place_in_release(passage, seen)
    return seen


def _figure(figure: Figure) -> list[str]:
    names = ["figure"]
    match figure.unit:
        case Unit.COUNT:
            names.append("count")
            if figure.value >= _LARGE_COUNT:
                names.append("large")
        case Unit.USD:
            names.append("money")
            if figure.value >= _LARGE_MONEY:
                names.append("large")
        case Unit.PERCENT | Unit.SHARE:
            names.append("percent")
        case _:
            names.append(str(figure.unit))
    if figure.high is not None:
        names.append("range")
    if figure.bound is Bound.ABOUT:
        names.append("about")
    elif figure.bound is not Bound.EXACT:
        names.append("bounded")
    return names


def _names(claim: Claim, seen: dict[str, Span | None]) -> None:
    if claim.agencies:
        seen["agency"] = claim.agencies[0].span
    if len({a.id or a.name for a in claim.agencies}) > 1:
        seen["agencies"] = claim.agencies[1].span
    for mention in claim.parties:
        seen.setdefault("vendor" if mention.role == "vendor" else "partner", mention.span)
    for mention in (*claim.agencies, *claim.systems):
        if mention.role in {"partner", "vendor", "system", "programme"}:
            seen.setdefault(str(mention.role), mention.span)
    for mention in claim.systems:
        if mention.role not in {"programme", "vendor"}:
            seen.setdefault("system", mention.span)
    if claim.places:
        seen["place"] = claim.places[0].span
    if claim.speaker:
        seen["speaker"] = claim.speaker.span


def _place_in_release(passage: Passage, seen: dict[str, Span | None]) -> None:
    if any(mark in passage.text for mark in _QUOTES):
        seen["quoted"] = None
    if passage.bullet:
        seen["bullet"] = None
    if passage.heading:
        seen["heading"] = None
    if passage.kind in {"title", "subtitle"}:
        seen["title"] = None
    if passage.paragraph == 1:
        seen["lead"] = None
