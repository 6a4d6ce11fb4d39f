"""Headings inside the body, where the format does not mark them. A heading is never offered for a request."""

from __future__ import annotations

import re

from foiakit.model.release import Kind
from foiakit.reading.blocks import PROSE_WORDS, SENTENCE_END, Block

_TITLED_WORDS = 14
_SENTENCE_CASE_WORDS = 12
_PROSE_ENDS = '.:?!”"'
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def mark_headings(blocks: list[Block]) -> None:
    """Gives a level to body blocks that are headings."""
    for i, block in enumerate(blocks):
        if block.kind is Kind.BODY and not block.level:
            before = blocks[i - 1] if i else None
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            if is_heading(block, before, following):
                block.level = 3


def is_heading(block: Block, before: Block | None = None, following: Block | None = None) -> bool:
    """A short line without a full stop: bold, in title case over prose or a list, or alone between paragraphs."""
    if block.level:
        return True
    words = block.text.split()
    if block.bullet or not words or len(words) > _TITLED_WORDS or "\n" in block.text:
        return False
    if block.text[-1] in ".!:;," or (SENTENCE_END.search(block.text) and not block.text.endswith("?")):
        return False
    if block.bold:
        return True
    if following is None or not words[0][:1].isupper():
        return False
    prose = len(following.text.split()) >= PROSE_WORDS and following.text[-1] in _PROSE_ENDS
    figures = any(c.isdigit() for c in _YEAR.sub("", block.text))
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    if long and sum(w[0].isupper() for w in long) >= 0.8 * len(long) and not figures:
        return prose or following.bullet
    after_prose = before is not None and before.kind is Kind.BODY and before.text[-1] in _PROSE_ENDS.replace(":", "")
    return after_prose and prose and not following.bullet and not figures and len(words) <= _SENTENCE_CASE_WORDS
