"""What each block of a release is: title, subtitle, furniture or body. Precision first: in doubt it is body."""

from __future__ import annotations

import re
from dataclasses import replace

from foiakit.model.release import Kind
from foiakit.reading import dateline
from foiakit.reading.blocks import SENTENCE_END, Block, Facts
from foiakit.reading.head import lead_of, read_head
from foiakit.reading.headings import mark_headings
from foiakit.reading.tail import mark_tail
from foiakit.reading.titles import broken_titles_joined, title_lines_divided

_WORD = re.compile(r"\w\S*")
_SENTENCE_WORDS = 5
"""Words from which a line alone says something; a menu's "Home | About | Contact" has fewer."""


def classify(blocks: list[Block], known: Facts) -> Facts:
    """Sets `kind` (and `level` of headings) on every block in place, and says what the text itself tells.

    Args:
        known: What front matter or the format's metadata state; a title known there is looked for among the blocks.
    """
    blocks[:] = broken_titles_joined(title_lines_divided(blocks))
    lead = lead_of(blocks)
    facts = read_head(blocks, lead, known)
    mark_tail(blocks, lead, known.issuer or facts.issuer)
    for block in blocks:
        if block.kind is None:
            block.kind = Kind.BODY
    if not any(block.kind is Kind.BODY for block in blocks):
        _to_body(blocks)
        kinds = {block.kind for block in blocks}
        facts = replace(
            facts,
            title=facts.title if Kind.TITLE in kinds else None,
            subtitle=facts.subtitle if Kind.SUBTITLE in kinds else None,
        )
    mark_headings(blocks)
    line = _dateline(blocks)
    return facts.over(Facts(place=line.place, date=line.day) if line else Facts())


def _to_body(blocks: list[Block]) -> None:
    """A text of a line or two has no head: the titles that end as sentences are all that it says, else the last title
    with the words of a sentence, whose full stop was forgotten."""
    titles = [block for block in blocks if block.kind in (Kind.TITLE, Kind.SUBTITLE)]
    unstopped = [t for t in titles if len(_WORD.findall(t.text)) >= _SENTENCE_WORDS]
    for block in [t for t in titles if SENTENCE_END.search(t.text)] or unstopped[-1:]:
        block.kind, block.level = Kind.BODY, 0


def _dateline(blocks: list[Block]) -> dateline.Dateline | None:
    body = [b for b in blocks if b.kind is Kind.BODY]
    for i, block in enumerate(body[:3]):
        found = dateline.find(block.text, " ".join(b.text for b in body[i + 1 : i + 6]))
        if found is not None:
            return found
    return None
