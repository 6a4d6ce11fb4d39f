"""What every format becomes first: blocks of text in reading order, and the facts that the format states."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, fields, replace

from foiakit.model.release import Kind

HEAD_BLOCKS = 60
"""How far down a page its head can reach."""
PROSE_WORDS = 9
"""How many words a paragraph of prose has at least."""
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?:\[\d{1,3}\])*$")


@dataclass(slots=True, kw_only=True)
class Block:
    """A paragraph, heading, bullet or table as the format has it, cleaned, on one line.

    A table is one block; its rows are divided by line ends, each row a passage of its own. `kind` is set where the
    format itself says what a block is. `aside_from` is where a run of italics begins that reaches the block's end (a
    subtitle on the title's line). `level` is a heading's depth, 0 for none; `bold` says that all of it is bold.
    `breaks` are pages that begin inside the block: (offset, page).
    """

    text: str
    level: int = 0
    bullet: bool = False
    bold: bool = False
    kind: Kind | None = None
    aside_from: int | None = None
    page: int | None = None
    breaks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about a release besides its text. None is not found."""

    title: str | None = None
    subtitle: str | None = None
    issuer: str | None = None
    date: datetime.date | None = None
    place: str | None = None
    url: str | None = None
    retrieved: datetime.date | None = None
    archived: str | None = None
    jurisdiction: str | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, with what is missing taken from `other`."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **missing)


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A format's reading of a file. `facts` are stated and win over the text; `fallback` fills what neither gives."""

    blocks: list[Block]
    facts: Facts = field(default_factory=Facts)
    fallback: Facts = field(default_factory=Facts)
    warnings: list[str] = field(default_factory=list)
