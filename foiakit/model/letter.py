"""A letter as data: all that a writer needs. It reaches no draft, release, library or clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from foiakit.model.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Why a sentence may stand in a letter. Nothing is printed without one.

    `ref` is a passage ("A:7.2"), a field of law ("us-ca:clock.0"), a clause ("fees/ceiling") or a fact of the
    requester ("requester.email").
    """

    kind: Literal["passage", "law", "clause", "person", "template"]
    ref: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words, with emphasis. Never markup: a writer prints them as they stand."""

    words: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place where note `number` is cited."""

    number: int


Inline = Text | NoteMark
Spans = tuple[Inline, ...]


def plain(spans: Spans) -> str:
    """The words of some spans without emphasis and note marks."""
    return "".join(s.words for s in spans if isinstance(s, Text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or a list of bullets where `bullets` is not empty (its `spans` then introduce them)."""

    spans: Spans = ()
    bullets: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of a letter. `heading` is printed run-in and bold ("Fees."); None prints none.

    `authorities` are ids under templates/authorities/; `explains` is the annotation for `--annotate`: what the clause
    does, the authority with its citation, what happens if it is left out. Clauses of one heading that follow each other
    are printed as one, whose `parts` are the clauses that it was made of.
    """

    id: str
    blocks: tuple[Block, ...]
    source: Source
    heading: str | None = None
    authorities: tuple[str, ...] = ()
    explains: str | None = None
    parts: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One numbered request: a label, a lead sentence, lettered parts, and what follows them.

    `asks_for` is the template's id; `passages` the cited passages as `A:7.2`. `period` is an interval string as in
    `Period.interval`, or None. `explains` says why this wording, for `--annotate`.
    """

    number: int
    label: str
    lead: Spans
    parts: tuple[Spans, ...] = ()
    tail: Spans = ()
    asks_for: str
    family: str
    passages: tuple[str, ...]
    source: Source
    period: str | None = None
    authorities: tuple[str, ...] = ()
    explains: str | None = None

    @property
    def words(self) -> str:
        """Everything the item says, as one plain text."""
        lettered = (
            f"{letter}. {plain(p)}" for letter, p in zip("abcdefghijklmnopqrstuvwxyz", self.parts, strict=False)
        )
        return " ".join(t for t in (f"{self.label}.", plain(self.lead), *lettered, plain(self.tail)) if t)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """The numbered items, under their heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote; numbered from 1 in the order of first citation."""

    number: int
    spans: Spans
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitParagraph:
    """A paragraph of the exhibit. `number` is None for title and subtitle; `marked` are the picked stretches, as
    (start, end) into `text`."""

    text: str
    number: int | None = None
    heading: bool = False
    bullet: bool = False
    marked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A release with numbered paragraphs and the picked passages marked, so a footnote can be looked up on paper."""

    letter: str
    title: str
    citation: str
    paragraphs: tuple[ExhibitParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When an answer is due if the letter is received on `received`. `day` is None where the law sets no number;
    `note` then holds the law's word, or what makes the day uncertain ("at the earliest")."""

    what: str
    received: date
    day: date | None
    note: str | None = None
    cite: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What the letter was made of: foiakit's version, and a short hash of each template, clause and law pack used."""

    foiakit: str
    law: tuple[str, str]
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A finished letter to one recipient.

    `components` names the offices that one intake letter reaches (usually just the recipient). `sender`, `addressee`
    and `signature` are lines. `channel` is the delivery line ("By the ICE request portal") or None. `body` runs from
    the opening to the last clause before the closing. `stem` is the file name without suffix.
    """

    recipient: Office
    components: tuple[Office, ...]
    dated: date
    law: str
    act: str
    sender: tuple[str, ...]
    channel: str | None
    addressee: tuple[str, ...]
    subject: str
    salutation: str
    body: tuple[Clause | ItemList, ...]
    closing: str
    signature: tuple[str, ...]
    attached: tuple[str, ...]
    notes: tuple[Note, ...]
    exhibits: tuple[Exhibit, ...]
    due: Due
    made_from: Versions
    stem: str
    language: str = "en-US"
    cautions: tuple[str, ...] = field(default=())

    @property
    def items(self) -> tuple[Item, ...]:
        """All numbered items, in order."""
        return tuple(i for part in self.body if isinstance(part, ItemList) for i in part.items)

    @property
    def clauses(self) -> Iterator[Clause]:
        """All clauses, in order, each by itself where several are printed as one."""
        return (clause for part in self.body if isinstance(part, Clause) for clause in part.parts or (part,))
