"""Who issued a release, where a line of its head says so. Nothing is guessed from the words of the body."""

from __future__ import annotations

import re
from functools import lru_cache

from foiakit.reading import rules

_MOST_WORDS = 14
_SMALL = {"of", "the", "and", "for", "in", "on", "at", "to", "&", "a", "an", "de", "la"}
_CITY_OF = re.compile(r"(?i)(?:the )?(?:city|county|town|village|state|commonwealth|borough|port) of [A-Z]")


def is_name_of_body(line: str, rest: str = "") -> bool:
    """Whether a line of the head is nothing but a public body's name.

    Args:
        rest: The first paragraphs; a short name that they use counts even where no word marks a body.
    """
    words = line.split()
    if not words or len(words) > _MOST_WORDS or line.rstrip()[-1] in ".!?:;" or is_officer(line):
        return False
    marks, verbs = _patterns()
    lower = [re.sub(r"^\W+|\W+$", "", w).casefold().replace("’", "'") for w in words]
    if any(v in verbs for v in lower[1:]):
        return False
    if any(ch.isdigit() for ch in line):
        return False
    capitals = [w for w, low in zip(words, lower, strict=True) if low and low not in _SMALL]
    if not capitals or sum(w[:1].isupper() or not w[:1].isalpha() for w in capitals) < len(capitals):
        return False
    named = marks.search(" ".join(words).casefold().replace("’", "'")) or _CITY_OF.match(line)
    return named is not None and not re.search(r"[“”\"]", line)


def is_officer(line: str) -> bool:
    """A person with an office, as letterheads name them ("Tony Evers, Governor")."""
    name, comma, office = line.partition(",")
    known = {o.casefold() for o in rules.issuers().officers}
    return bool(comma) and len(name.split()) <= 5 and office.strip().casefold() in known


def printed(line: str) -> str:
    """The name as a letter would print it: capitals throughout become a name's capitals."""
    words = " ".join(line.split()).strip(" -–—|,")
    if not words.isupper() or " " not in words:
        return words
    return " ".join(
        w if "." in w or len(w) < 2 else w.lower() if w.casefold() in _SMALL and i else w.capitalize()
        for i, w in enumerate(words.split())
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], frozenset[str]]:
    known = rules.issuers()
    heads = "|".join(map(re.escape, known.words))
    anywhere = "|".join(map(re.escape, known.anywhere))
    goes_on = r"(?=\W*$|\s+(?:of|for|on|and|to|the|at|in)\b|\s*[,&(|/–—-])"
    return re.compile(rf"\b(?:{heads})\b{goes_on}|\b(?:{anywhere})(?!\w)"), frozenset(known.headline_verbs)
