"""Classified blocks to a release: one text, numbered paragraphs, passages with exact offsets."""

from __future__ import annotations

from collections.abc import Callable

from foiakit.model.release import Kind, Paragraph, Passage
from foiakit.reading import sentences
from foiakit.reading.blocks import Block

_BETWEEN = "\n\n"
_STEP = 200_000


def assemble(
    blocks: list[Block], progress: Callable[[int, int], None] | None = None
) -> tuple[str, tuple[Paragraph, ...], tuple[Passage, ...]]:
    """The release's text, its paragraphs and its passages.

    Body paragraphs count from 1, their sentences `6.2`; title and subtitle are `t1`, `t2`; furniture `f1` …
    """
    text = _BETWEEN.join(b.text for b in blocks)
    paragraphs: list[Paragraph] = []
    passages: list[Passage] = []
    number = titles = furniture = 0
    start = told = 0
    for block in blocks:
        end = start + len(block.text)
        kind = block.kind or Kind.BODY
        body = kind is Kind.BODY
        number += body
        heading = body and block.level > 0
        paragraphs.append(
            Paragraph(
                number=number if body else None,
                start=start,
                end=end,
                kind=kind,
                heading=heading,
                bullet=block.bullet,
            )
        )
        whole = heading or kind in (Kind.TITLE, Kind.SUBTITLE)
        spans = [(0, len(block.text))] if whole else sentences.split(block.text)
        for order, (a, b) in enumerate(spans, start=1):
            if body:
                name = f"{number}.{order}"
            elif kind is Kind.FURNITURE:
                furniture += 1
                name = f"f{furniture}"
            else:
                titles += 1
                name = f"t{titles}"
            passages.append(
                Passage(
                    id=name,
                    text=block.text[a:b],
                    start=start + a,
                    end=start + b,
                    paragraph=number if body else None,
                    sentence=order if body else None,
                    kind=kind,
                    heading=heading,
                    bullet=block.bullet,
                    page=_page(block, a),
                )
            )
        start = end + len(_BETWEEN)
        if progress is not None and (start - told >= _STEP or start > len(text)):
            told = start
            progress(min(start, len(text)), len(text))
    return text, tuple(paragraphs), tuple(passages)


def _page(block: Block, at: int) -> int | None:
    """The page on which the character `at` of a block stands."""
    page = block.page
    for offset, number in block.breaks:
        if at >= offset:
            page = number
    return page
