"""Clauses of one heading that follow each other become one paragraph, as a person would write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from foiakit.model.letter import Block, Clause, ItemList, Text


def run_together(body: Sequence[Clause | ItemList]) -> tuple[Clause | ItemList, ...]:
    """The body with neighbours of the same heading printed as one; each stays by itself in `parts`."""
    out: list[Clause | ItemList] = []
    for _, group in groupby(enumerate(body), key=lambda pair: _heading(*pair)):
        clauses = [part for _, part in group]
        if len(clauses) == 1 or not all(isinstance(c, Clause) for c in clauses):
            out.extend(clauses)
        else:
            out.append(_one([c for c in clauses if isinstance(c, Clause)]))
    return tuple(out)


def _heading(index: int, part: Clause | ItemList) -> str | int:
    """What groups a part with its neighbours; without a heading it stands alone."""
    return part.heading if isinstance(part, Clause) and part.heading else index


def _one(clauses: Sequence[Clause]) -> Clause:
    blocks: list[Block] = []
    for clause in clauses:
        first, *others = clause.blocks
        if blocks and not blocks[-1].bullets:
            last = blocks.pop()
            first = Block(spans=(*last.spans, Text(" "), *first.spans), bullets=first.bullets)
        blocks += [first, *others]
    return replace(
        clauses[0],
        blocks=tuple(blocks),
        authorities=tuple(dict.fromkeys(a for c in clauses for a in c.authorities)),
        explains="\n".join(c.explains for c in clauses if c.explains) or None,
        parts=tuple(clauses),
    )
