"""Selectors: a stretch of a release saved so that it is found again, as in the W3C Web Annotation model.

The exact words with what stands before and after them, and their offsets in the cleaned text. The release's SHA-256
stands beside them in the draft. W3C Recommendation "Web Annotation Data Model", sections 4.2.4 and 4.2.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator

from foiakit.files.schema import Written

CONTEXT = 32
"""Characters of prefix and suffix that are kept."""

LIKENESS = 85.0
"""Out of 100: from here on a stretch that reads differently is offered as the nearest one, never taken for the same."""


class Selector(Written, str_strip_whitespace=False):
    """Where a passage stands: `exact` words between `prefix` and `suffix`, at `start` to `end` (code points)."""

    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""
    start: int = Field(ge=0)
    end: int = Field(ge=1)

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Selector:
        if self.end <= self.start:
            raise ValueError(f"end ({self.end}) must be greater than start ({self.start})")
        return self


def select(text: str, start: int, end: int) -> Selector:
    """The selector of `text[start:end]`.

    Raises:
        ValueError: The stretch is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start} to {end} is no stretch of a text of {len(text)} characters")
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


AROUND = 50_000
"""Characters before and after the old place in which a likeness is looked for; exact words are found anywhere."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a selector in a text: the same place, moved, or only something like it (`nearest`)."""

    how: Literal["same", "moved", "nearest", "gone"]
    start: int = 0
    end: int = 0


def find(selector: Selector, text: str) -> Found:
    """Finds the stretch in a text that may have been saved again since.

    The offsets are tried first, then the exact words; where those stand several times, the context decides, then the
    distance. Words that only resemble are reported as `nearest`, so that a quotation never drifts silently.
    """
    if text[selector.start : selector.end] == selector.exact:
        return Found("same", selector.start, selector.end)
    places = _everywhere(selector.exact, text)
    if places:
        best = max(places, key=lambda at: (_fits(selector, text, at), -abs(at - selector.start)))
        return Found("moved", best, best + len(selector.exact))
    from rapidfuzz import fuzz

    offset = max(0, selector.start - AROUND)
    around = text[offset : selector.end + AROUND]
    alike = fuzz.partial_ratio_alignment(selector.exact, around, score_cutoff=LIKENESS)
    if alike is None or alike.dest_end <= alike.dest_start:
        return Found("gone")
    return Found("nearest", offset + alike.dest_start, offset + alike.dest_end)


def _everywhere(words: str, text: str) -> list[int]:
    places: list[int] = []
    at = text.find(words)
    while at >= 0 and len(places) < 1000:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _fits(selector: Selector, text: str, at: int) -> int:
    """How many characters of context agree, counted outwards from the stretch."""
    before = text[max(0, at - len(selector.prefix)) : at]
    after = text[at + len(selector.exact) :][: len(selector.suffix)]
    agree = 0
    for ours, theirs in ((selector.prefix[::-1], before[::-1]), (selector.suffix, after)):
        for one, other in zip(ours, theirs, strict=False):
            if one != other:
                break
            agree += 1
    return agree
