"""What a kind of office keeps about a topic, in its own words: its system, one row of it, its fields, where to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from foiakit.model.errors import BadFile, NotFound

if TYPE_CHECKING:
    from foiakit.library.collection import Library
    from foiakit.library.kind import Holding
    from foiakit.model.office import Office

NEARER = 0.5
"""How much a topic weighs less for each kind that it is inherited through: a jail's own words before any office's."""


def words_for(library: Library, office: Office, topics_text: str) -> Holding | None:
    """What an office of this kind keeps about what a text speaks of.

    Args:
        topics_text: The claim, or whatever says what the records are about.

    Returns:
        The holding that most of the text's words lead to; None where nothing does, so that the item asks for the data
        dictionary instead.
    """
    text = " ".join(re.findall(r"[\w'&()./-]+", topics_text.lower().replace("\u2019", "'")))
    best: tuple[float, Holding] | None = None
    for depth, holding in _holdings(library, office.kind):
        score = sum(len(found.split()) for t in holding.topics if (found := _found(t, text))) * NEARER**depth
        if score and (best is None or score > best[0]):
            best = (score, holding)
    return best[1] if best else None


def _holdings(library: Library, kind: str | None) -> Iterator[tuple[int, Holding]]:
    """A kind's own holdings and those of the kinds that it is like, nearest first."""
    seen: set[str] = set()
    while kind is not None and kind not in seen:
        try:
            content = library.kinds[kind]
        except (BadFile, NotFound):
            return
        for holding in content.holdings.values():
            yield len(seen), holding
        seen.add(kind)
        kind = content.like


def _found(topic: str, text: str) -> str | None:
    match = _pattern(topic).search(text)
    return match.group() if match else None


@lru_cache(maxsize=4096)
def _pattern(topic: str) -> re.Pattern[str]:
    body = r"\s".join(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in topic.split())
    return re.compile(rf"(?<!\w){body}(?!\w)")
