"""How each passage of a release looks to a reader who does not know the subject: words, shape, place, neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from foiakit.model.release import Kind, Passage, Release
from foiakit.scanning.phrases import Found, Phrasebook
from foiakit.scanning.stems import stem
from foiakit.scanning.words import Words, words

_ENDS = (".", "?", "!", "”", '"', ")", ";", "’")
_PHONE = re.compile(r"\d{3}[-.)/] ?\d{3}[-.]\d{4}")
_LINK = re.compile(r"https?:|www\.|\.gov\b|\.org\b|\.com\b|@")
_CLOCK = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d")
_LENGTHS = (3, 6, 10, 15, 22, 30, 40, 60)
_SHORT_LEAD = 9
"""A passage of fewer words than this between a lead-in and its list does not end the list."""


@dataclass(slots=True)
class Look:
    """A passage as it looks. `shape` are named features of form and place; `lead` the passage that introduces the list
    it stands in ("Under the agreement, the company will:")."""

    passage: Passage
    words: Words
    stems: tuple[str, ...]
    found: list[Found]
    classes: frozenset[str]
    shape: list[str] = field(default_factory=list)
    quoted: str = "no"
    lead: Look | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """All passages that a person could pick, in order, and the words of the title."""

    passages: tuple[Look, ...]
    title: frozenset[str]
    title_classes: frozenset[str]


def looks(release: Release, book: Phrasebook) -> Looks:
    """How the passages of a release look; furniture is left out."""
    seen: list[Look] = []
    for passage in release.passages:
        if passage.kind is Kind.FURNITURE:
            continue
        tokens = words(passage.text)
        found = book.find(tokens)
        seen.append(
            Look(
                passage,
                tokens,
                tuple(stem(w) for w in tokens.lower if w[0].isalnum() or w in "$%"),
                found,
                frozenset(name for name, _, _ in found),
            )
        )
    _quotes(seen)
    _leads(seen)
    _shapes(seen)
    title = words(release.title or "")
    return Looks(
        tuple(seen),
        frozenset(stem(w) for w in title.lower if w[0].isalpha()),
        frozenset(name for name, _, _ in book.find(title)),
    )


def _quotes(seen: list[Look]) -> None:
    """Says of each passage whether it stands in quotation marks (`in`), holds some (`part`) or none (`no`)."""
    inside, paragraph = False, object()
    for look in seen:
        text = look.passage.text.strip()
        if look.passage.paragraph != paragraph:
            inside, paragraph = False, look.passage.paragraph
        opened, closed, straight = text.count("“"), text.count("”"), text.count('"')
        began = inside
        if opened or closed:
            inside = opened > closed or (inside and not closed)
        elif straight % 2:
            inside = not inside
        ends = inside or text.endswith(("”", '"'))
        if (began or text.startswith(("“", '"'))) and ends:
            look.quoted = "in"
        elif began or opened or closed or straight:
            look.quoted = "part"


def _leads(seen: list[Look]) -> None:
    lead: Look | None = None
    for look in seen:
        introduces = look.passage.text.rstrip().endswith(":")
        if not look.passage.bullet and not introduces and len(look.words) >= _SHORT_LEAD:
            lead = None
        look.lead = lead
        if introduces:
            lead = look


def _shapes(seen: list[Look]) -> None:
    order = {number: at for at, number in enumerate(dict.fromkeys(look.passage.paragraph for look in seen))}
    sizes: dict[int | None, int] = {}
    for look in seen:
        sizes[look.passage.paragraph] = sizes.get(look.passage.paragraph, 0) + 1
    paragraph: object = object()
    for at, look in enumerate(seen):
        here = look.passage.paragraph
        place, left = order[here], len(order) - 1 - order[here]
        shape = _form(look)
        shape.append(f"para{place if place < 4 else 'x'}")
        shape.append(f"end{left if left < 4 else 'x'}")
        shape.append(f"quarter{int(4 * place / len(order))}")
        if sizes[here] == 1:
            shape.append("alone")
        if here != paragraph:
            shape.append("first")
        if at < 2:
            shape.append(f"no{at}")
        paragraph = here
        look.shape = shape


def _form(look: Look) -> list[str]:
    text, raw, passage = look.passage.text.strip(), look.words.raw, look.passage
    count = sum(1 for w in raw if w[0].isalnum())
    size = next((i for i, limit in enumerate(_LENGTHS) if count <= limit), len(_LENGTHS))
    shape = [f"long{size}", f"quote-{look.quoted}"]
    if passage.bullet:
        shape.append("bullet")
    if passage.heading:
        shape.append("heading")
    if passage.kind in {Kind.TITLE, Kind.SUBTITLE}:
        shape.append(str(passage.kind))
    if text.endswith(":"):
        shape.append("colon")
    elif not text.endswith(_ENDS):
        shape.append("open")
    if text.endswith((";", "; and")):
        shape.append("semicolon")
    if "?" in text:
        shape.append("question")
    if "!" in text:
        shape.append("exclaimed")
    lettered = [w for w in raw if w[0].isalpha()]
    if lettered:
        shape.append(f"capitals{min(4, 5 * sum(1 for w in lettered if w[0].isupper()) // len(lettered))}")
        if text.upper() == text:
            shape.append("shouted")
    else:
        shape.append("wordless")
    numbers = sum(1 for w in raw if w[0].isdigit())
    shape.append(f"numbers{min(3, numbers)}")
    if numbers and numbers > 0.25 * count:
        shape.append("tabular")
    if "#long" in look.stems:
        shape.append("big-number")
    if "$" in text:
        shape.append("money")
    if "%" in text or "percent" in text:
        shape.append("percent")
    for name, pattern in (("link", _LINK), ("phone", _PHONE), ("clock", _CLOCK), ("date", _DATE)):
        if pattern.search(text):
            shape.append(name)
    return shape
