"""Which lines of a page are not the release: phrases from templates/reading/furniture.yaml, and shapes of contacts."""

from __future__ import annotations

import re
from functools import lru_cache

from foiakit.reading import dates, rules
from foiakit.reading.rules import Phrases, phrases

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email[\s\xa0]*protected\]", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)(?:\+?1[-. ]?)?\(?\d{3}\)?[-–./ ]{1,2}\d{3}[-–. ]\d{4}(?!\d)")
_LINK = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_RULE = re.compile(r"[-_=*~#•.\s]{3,}$|[_=~]+$")
_RUN_IN_ABOUT = re.compile(r"About (?:the )?[A-Z][^.:!?]{2,90}: \S")
_STAMP = re.compile(r"(?i)\b(?:updated|modified|reviewed|revised|posted|published)\b")
_SHORT = 12
_LOOKED_AT = 600
_FEW = 5


@lru_cache(maxsize=1)
def _lists() -> dict[str, Phrases]:
    known = rules.furniture()
    return {name: phrases(getattr(known, name)) for name in type(known).model_fields if name != "title_labels"}


def is_end_mark(line: str) -> bool:
    """A mark such as "###", "-30-" or "-- ICE --"."""
    if len(line) > 40:
        return False
    return line in _lists()["end_marks"] or line.replace("—", "--").replace("–", "-") in _lists()["end_marks"]


def is_head_line(line: str) -> bool:
    """A line that only says what kind of page this is ("News Releases", "For Immediate Release")."""
    return len(line) <= 90 and line in _lists()["head_lines"]


def without_label(title: str) -> str:
    """A title without what stands before it on its line ("FOR IMMEDIATE RELEASE: …", "Fwd: [EXT] …")."""
    cut = _labels().sub("", title).strip()
    return cut or title


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in rules.furniture().title_labels)
    return re.compile(rf"(?i)^(?:\(?(?:{labels})\)?\s*(?::|\||[–—-]\s)\s*|\[[^\]]{{1,30}}\]\s*)+")


def is_navigation(line: str) -> bool:
    """A line that a site puts round every text ("Skip navigation", "Share this page", a rule of dashes)."""
    if len(line) > 120:
        return False
    if _RULE.fullmatch(line) or is_stamp(line):
        return True
    listed = _lists()["navigation"]
    return line in (listed.alone() if line.rstrip().endswith((".", "!", "?")) else listed)


def is_stamp(line: str) -> bool:
    """The day on which a page was posted or changed, and little else ("Updated April 7, 2026")."""
    return _STAMP.search(line) is not None and dates.is_only_date(line)


def opens_contacts(line: str) -> bool:
    """A line that opens a block of contacts, alone or with the first contact on it."""
    return len(line) <= 240 and line in _lists()["contacts"]


def has_address(line: str) -> bool:
    """A telephone number or an e-mail address stands in it."""
    return _EMAIL.search(line, 0, _LOOKED_AT) is not None or _PHONE.search(line, 0, _LOOKED_AT) is not None


def has_link(line: str) -> bool:
    """The address of a page stands in it."""
    return re.search(r"(?i)https?://|\bwww\.", line) is not None


def is_bare_contact(line: str) -> bool:
    """Little more than a number, an address or a link."""
    if len(line) > 160:
        return False
    rest = _PHONE.sub(" ", _EMAIL.sub(" ", line))
    if rest != line:
        return len(re.findall(r"[^\W\d_]{2,}", rest)) <= _FEW and not line.rstrip().endswith(('"', "”"))
    return _LINK.fullmatch(line.strip()) is not None


def follows_contact(line: str) -> bool:
    """Short enough to be a name, an office, a street or a number under "Contact:"."""
    words = line.split()
    if has_address(line):
        return len(words) <= 2 * _SHORT
    return len(words) <= _FEW and not line.rstrip().endswith((".", "!", "?", ":", ".”", '."')) and line[:1].isupper()


def is_about_heading(line: str) -> bool:
    """A heading such as "About the Office of Audits", no sentence."""
    words = line.split()
    return (
        len(words) <= _SHORT
        and line in _lists()["about_headings"]
        and not line.rstrip().endswith((".", "!", "?"))
        and (len(words) < 2 or words[1][:1].isupper() or words[1] in {"the", "us", "our"})
        and not any(w[:1].isdigit() for w in words)
    )


def is_run_in_about(line: str) -> bool:
    """Such as "About the NHLBI: NHLBI is …", heading and paragraph on one line."""
    return _RUN_IN_ABOUT.match(line) is not None


def opens_about(paragraph: str) -> bool:
    """A paragraph whose beginning speaks of the body itself ("… was established in March 2003")."""
    return paragraph[:220] in _openings()


@lru_cache(maxsize=1)
def _openings() -> Phrases:
    """Beginnings of paragraphs: the phrase must match from the first word, what follows is free."""
    return phrases(tuple(p if p.endswith("…") else f"{p} …" for p in rules.furniture().about_openings))
