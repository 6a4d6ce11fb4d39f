"""The dateline with which a release's first paragraph begins: its place, and its date where it has one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from foiakit.reading import dates, rules

_DASH = r"(?:\s*(?:--+|[–—―])|\s+-|-\s)\s*(?=\S)"
_CITY_CAPS = r"[A-Z][A-Z.’'\-]*[A-Z.](?:[ /-]+(?:[A-Z][A-Z.’'\-]*|de|la|el|of|and|&)){0,4}"
_CITY_TITLE = r"[A-Z][\w.’'\-]+(?: (?:[A-Z][\w.’'\-]+|de|la|el|of|and)){0,3}"
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """A place as a reader would write it ("El Centro, Calif."), the date if one stands there, and where it ends."""

    place: str
    day: date | None
    end: int


def find(paragraph: str, rest: str = "") -> Dateline | None:
    """The dateline of a paragraph, or None.

    Args:
        rest: The text that follows; a lone word in capitals which stands there again is a name, not a place.

    >>> find("EL CENTRO, Calif. - Law enforcement agencies will benefit.").place
    'El Centro, Calif.'
    """
    head = paragraph[:_LONGEST]
    match = _pattern().match(head)
    if match is None:
        return None
    city, state = (match["caps"] or match["title"]).strip(" ,"), (match["state"] or "").strip()
    if match["title"] and not state and not match["when"]:
        return None
    if city.casefold().rstrip(".") in {w.casefold() for w in rules.datelines().no_places}:
        return None
    if not state and " " not in city and _is_name(city, paragraph[match.end() :] + " " + rest):
        return None
    found = dates.find(match["when"]) if match["when"] else None
    place = f"{_readable(city)}, {_readable(state)}" if state else _readable(city)
    return Dateline(place, found[0] if found else None, match.end())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = sorted((re.escape(f) for state in rules.datelines().states for f in state), key=len, reverse=True)
    states = "(?i:" + "|".join(forms) + r")(?!\w)\.?"
    day = r"(?:[A-Z][a-z]+day,?\s+)?[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}/\d{1,2}/\d{2,4}"
    when = rf"[,.]?\s*[(\[]?\s*(?P<when>{day})\s*[)\]]?"
    return re.compile(
        rf"(?:FOR IMMEDIATE RELEASE:?\s+)?[(\[]?(?:(?P<caps>{_CITY_CAPS})|(?P<title>{_CITY_TITLE}))"
        rf"(?:,\s*(?P<state>{states}))?[)\]]?(?:{when})?\s*[,.]?{_DASH}"
    )


def _is_name(city: str, rest: str) -> bool:
    """A lone word in capitals that the text uses again in capitals is an acronym ("ICE - …")."""
    return re.search(rf"\b{re.escape(city)}\b", rest) is not None


def _readable(name: str) -> str:
    """Capitals as a reader would write them; two-letter codes, initials and mixed case stay."""

    def word(match: re.Match[str]) -> str:
        part = match[0]
        if part.startswith("Mc") and part[2:].isupper():
            return "Mc" + part[2] + part[3:].lower()
        return part if not part.isupper() or len(part) < 2 else part[0] + part[1:].lower()

    if re.fullmatch(r"(?:[A-Z]\.?){1,3}", name):
        return name
    return re.sub(r"[^\W\d_]+", word, name)
