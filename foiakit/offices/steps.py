"""The steps of an id, and the names that they stand for: `st-marys`, `department-of-public-safety`."""

from __future__ import annotations

import re
import unicodedata

_SMALL = frozenset({"and", "at", "by", "de", "del", "for", "in", "la", "of", "on", "the", "to"})
_LETTERS = {"isd": "ISD", "usd": "USD", "dc": "DC", "ii": "II", "us": "US"}
_COUNTY_WORDS = re.compile(r" (?:City and Borough|Census Area|County|Parish|Borough|Municipality|Municipio)$")
_DROPPED = {ord(c): None for c in "'\u2019\u02bb"} | dict.fromkeys(range(768, 880))
"""Apostrophes and the accents that normalizing splits off."""


def slug(name: str) -> str:
    """A name as a step of an id.

    >>> slug("St. Mary's")
    'st-marys'
    """
    plain = unicodedata.normalize("NFKD", name.lower()).translate(_DROPPED)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def title(step: str) -> str:
    """A step of an id as a name: `department-of-public-safety` is the Department of Public Safety."""
    words = step.split("-")
    return " ".join(
        _LETTERS.get(word) or (word if i and word in _SMALL else "St." if word == "st" else word.capitalize())
        for i, word in enumerate(words)
    )


def county_slug(county: str) -> str:
    """The id step of a county by its full name (`Orleans Parish`: orleans)."""
    return slug(county_base(county))


def county_base(county: str) -> str:
    """The name of a county without its word (`Orleans Parish`: Orleans)."""
    return _COUNTY_WORDS.sub("", county)
