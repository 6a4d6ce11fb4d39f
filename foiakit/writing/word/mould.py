"""A Word file with blanks, packed but for what holds one: thousands of letters that differ in a few names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from foiakit.writing.word.package import DOCUMENT, Packed, join, pack, pack_document
from foiakit.writing.word.properties import core_xml
from foiakit.writing.word.xml import escaped
from foiakit.writing.wording import printable

CORE = "docProps/core.xml"


class Cut(NamedTuple):
    """A text cut at its blanks: words and blanks by turns, words first and last."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, text: str, blanks: re.Pattern[str]) -> Cut:
        """The text, cut. `blanks` must have no groups."""
        at, pieces = 0, []
        for found in blanks.finditer(text):
            pieces += [text[at : found.start()], found[0]]
            at = found.end()
        return cls((*pieces, text[at:]))

    @property
    def whole(self) -> bool:
        """Whether there is no blank in it."""
        return len(self.pieces) == 1

    def fill(self, values: Mapping[str, str]) -> str:
        """The text with each blank's value."""
        pieces = list(self.pieces)
        for at in range(1, len(pieces), 2):
            pieces[at] = values[pieces[at]]
        return "".join(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mould:
    """A Word file with blanks. Filling one costs little more than deflating what holds them."""

    order: list[str]
    shared: Mapping[str, Packed]
    start: Cut
    rest: Cut
    whole_rest: bytes
    deflated: bytes
    others: Mapping[str, Cut]
    subject: Cut
    language: str
    dated: date

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The file with each blank's value, in the bytes that a letter with those values would give."""
        safe = {blank: escaped(printable(value)) for blank, value in values.items()}
        own = {name: pack(name, cut.fill(safe).encode()) for name, cut in self.others.items()}
        own[CORE] = pack(CORE, core_xml(self.subject.fill(values), self.language, self.dated).encode())
        start = self.start.fill(safe).encode()
        if self.rest.whole:
            own[DOCUMENT] = pack_document(start, self.whole_rest, self.deflated)
        else:
            own[DOCUMENT] = pack_document(start, self.rest.fill(safe).encode())
        return join([own.get(name) or self.shared[name] for name in self.order])
