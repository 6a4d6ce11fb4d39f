"""What foiakit proposes to ask for, and why: every reason names its cue and the words it was found in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from foiakit.model.claim import Claim, Span
from foiakit.model.release import Passage, Release

FAMILIES = (
    "statistics",
    "agreement",
    "contract",
    "budget",
    "policy",
    "system",
    "evaluation",
    "implementation",
    "training",
    "case",
    "communications",
)
"""The kinds of record a request can ask for; each is a folder under templates/requests/."""

FieldValue = str | tuple[str, ...]
"""A field's value in its written form: text, a list of texts, a period as `2008-01-01/2008-12-31`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a suggestion was made: the cue, the words in which it was seen (None where it is a feature of the whole
    passage) and its weight (positive speaks for, negative against)."""

    cue: str
    text: str | None = None
    span: Span | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientHint:
    """An office that would hold the record, and why it is proposed ("issuer of the release", "keeper of IDENT")."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One request template proposed for one passage. `score` is 0 to 1 and compares across passages and releases."""

    template: str
    family: str
    score: float
    reasons: tuple[Reason, ...] = ()
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()
    recipients: tuple[RecipientHint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPassage:
    """A passage with what it claims and what could be asked about it, best suggestion first."""

    passage: Passage
    claim: Claim
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A release, scanned. `issuer_id` is the issuing office where the directory knows it."""

    release: Release
    passages: tuple[ScannedPassage, ...]
    issuer_id: str | None = None

    def passage(self, id: str) -> ScannedPassage:
        """The scanned passage with this id.

        Raises:
            KeyError: No passage has it.
        """
        for scanned in self.passages:
            if scanned.passage.id == id:
                return scanned
        raise KeyError(id)
