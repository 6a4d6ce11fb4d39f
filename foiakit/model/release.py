"""A release as a reader would count it: numbered paragraphs and passages with exact offsets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of a release is. Only `BODY` paragraphs are numbered."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the release's text; `number` counts body paragraphs from 1 and is None elsewhere."""

    number: int | None
    start: int
    end: int
    kind: Kind = Kind.BODY
    heading: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, heading or bullet: the unit a person picks.

    `id` is `6.2` (paragraph 6, sentence 2), `t1` for title and subtitle, `f3` for furniture. `start` and `end`
    index `Release.text` in code points, end exclusive, and `text == release.text[start:end]`. `page` is the page
    of a paged source on which the passage begins, else None.
    """

    id: str
    text: str
    start: int
    end: int
    paragraph: int | None
    sentence: int | None
    kind: Kind = Kind.BODY
    heading: bool = False
    bullet: bool = False
    page: int | None = None

    @property
    def furniture(self) -> bool:
        """True for navigation, boilerplate about the agency, contacts: kept, never suggested."""
        return self.kind is Kind.FURNITURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release, read and cleaned. What was not found is None: it is asked for, never invented.

    `text` is the cleaned text that every span indexes; `sha256` is of the raw bytes as they were given.
    `retrieved` is the day a link was fetched, `archived` an archived copy's address.
    """

    file: str
    sha256: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    passages: tuple[Passage, ...]
    title: str | None = None
    subtitle: str | None = None
    issuer: str | None = None
    date: Date | None = None
    place: str | None = None
    url: str | None = None
    retrieved: Date | None = None
    archived: str | None = None
    jurisdiction: str | None = None
    warnings: tuple[str, ...] = ()

    def passage(self, id: str) -> Passage:
        """The passage with this id.

        Raises:
            KeyError: No passage has it; the caller names the ids there are.
        """
        for passage in self.passages:
            if passage.id == id:
                return passage
        raise KeyError(id)

    def in_paragraph(self, number: int) -> tuple[Passage, ...]:
        """The passages of one numbered body paragraph, in order."""
        return tuple(p for p in self.passages if p.paragraph == number)
