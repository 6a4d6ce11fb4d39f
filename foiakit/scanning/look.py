"""How each passage of a release looks to a reader who does not know the subject: words, shape, place, neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from foiakit.model.claim import Claim, Span
from foiakit.model.release import Kind, Passage, Release
from foiakit.scanning.course import Course
from foiakit.scanning.cues import CUE_MARK, Cuebook
from foiakit.scanning.features import claim_features
from foiakit.scanning.phrases import Found
from foiakit.scanning.stems import stem, stems
from foiakit.scanning.words import Words, words

_ENDS = (".", "?", "!", "”", '"', ")", ";", "’")
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(r"\d{3}[-.)/] ?\d{3}[-.]\d{4}")
_LINK = re.compile(r"https?:|www\.|\.gov\b|\.org\b|\.com\b|@")
_CLOCK = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d")
_LINK_MARKS = ("http", "www.", ".gov", ".org", ".com", "@")
"""One stands in any text with a link: looking for them is faster than the pattern."""
_NUMBERED = (("phone", _PHONE), ("clock", _CLOCK), ("date", _DATE))
_LENGTHS = (3, 6, 10, 15, 22, 30, 40, 60)
_SHORT_LEAD = 9
"""A passage of fewer words than this between a lead-in and its list does not end the list."""


@dataclass
class Look:
    """A passage as it looks. `shape` are named features of form and place; `lead` the passage that introduces the list
    it stands in ("Under the agreement, the company will:"); `features` what its claim holds and which families' cues
    were seen, each with its span in the release or None. `at[i]` is the word of which `stems[i]` is the stem."""

    passage: Passage
    words: Words
    stems: tuple[str, ...]
    at: tuple[int, ...]
    found: list[Found]
    classes: frozenset[str]
    features: dict[str, Span | None]
    shape: list[str] = field(default_factory=list)
    quoted: str = "no"
    lead: Look | None = None

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands, as places in `stems`."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self.stems):
            places.setdefault(word, []).append(place)
        return places

    @cached_property
    def spans(self) -> dict[str, Span]:
        """Where in the release each word class and each phrase cue of a template is first seen."""
        start, starts, ends = self.passage.start, self.words.starts, self.words.ends
        spans: dict[str, Span] = {}
        for name, first, last in self.found:
            if name not in spans:
                spans[name] = (start + starts[first], start + ends[last - 1])
        return spans


@dataclass(frozen=True, slots=True)
class Looks:
    """All passages that a person could pick, in order, and the words of the title."""

    passages: tuple[Look, ...]
    title: frozenset[str]
    title_classes: frozenset[str]


def looks(release: Release, claims: Mapping[str, Claim], cues: Cuebook, course: Course | None = None) -> Looks:
    """How the passages of a release look; furniture is left out.

    Args:
        claims: What each passage claims, by its id.
        cues: The word classes and the cues of the templates.
        course: Counts the passages that are done.
    """
    book = cues.book
    seen: list[Look] = []
    for passage in (course or Course()).over(release.passages):
        if passage.kind is Kind.FURNITURE:
            continue
        tokens = words(passage.text)
        found = book.find(tokens)
        cuts = [stems[token] for token in tokens.lower]
        seen.append(
            Look(
                passage,
                tokens,
                tuple(filter(None, cuts)),
                tuple([at for at, cut in enumerate(cuts) if cut]),
                found,
                frozenset(name for name, _, _ in found if CUE_MARK not in name),
                _features(passage, claims.get(passage.id, Claim()), release.date, found, tokens, cues),
            )
        )
    _quotes(seen)
    _leads(seen)
    _shapes(seen)
    title = words(release.title or "")
    return Looks(
        tuple(seen),
        frozenset(stem(w) for w in title.lower if w[0].isalpha()),
        frozenset(name for name, _, _ in book.find(title) if CUE_MARK not in name),
    )


def _features(
    passage: Passage, claim: Claim, issued: date | None, found: list[Found], tokens: Words, cues: Cuebook
) -> dict[str, Span | None]:
    """The features of the claim, and `cue:FAMILY` for each family for which a template's phrase cue speaks."""
    # A speaker is carried on from an earlier sentence of the quotation: the span then lies outside the passage.
    features = {
        name: span if span is None or passage.start <= span[0] < span[1] <= passage.end else None
        for name, span in claim_features(passage, claim, issued).items()
    }
    for name, first, last in found:
        family = cues.speaks.get(name)
        if family is not None:
            span = (passage.start + tokens.starts[first], passage.start + tokens.ends[last - 1])
            features.setdefault(f"cue:{family}", span)
    return features


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
    text, passage = look.passage.text.strip(), look.passage
    begins = [word[0] for word in look.words.raw]
    lettered = list(filter(str.isalpha, begins))
    numbers, count = sum(map(str.isdigit, begins)), sum(map(str.isalnum, begins))
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
    if lettered:
        shape.append(f"capitals{min(4, 5 * sum(map(str.isupper, lettered)) // len(lettered))}")
        if text.upper() == text:
            shape.append("shouted")
    else:
        shape.append("wordless")
    shape.append(f"numbers{min(3, numbers)}")
    if numbers and numbers > 0.25 * count:
        shape.append("tabular")
    if "#long" in look.stems:
        shape.append("big-number")
    if "$" in text:
        shape.append("money")
    if "%" in text or "percent" in text:
        shape.append("percent")
    if any(mark in text for mark in _LINK_MARKS) and _LINK.search(text):
        shape.append("link")
    if _DIGIT.search(text):
        shape += [name for name, pattern in _NUMBERED if pattern.search(text)]
    return shape
