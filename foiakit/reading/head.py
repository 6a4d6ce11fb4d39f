"""The head of a release: everything before its first paragraph of prose.

In it stand, in any order, the page's navigation, the issuer's name, "For Immediate Release", contacts, the date, the
title and the subtitle.
"""

from __future__ import annotations

import re

from foiakit.model.release import Kind
from foiakit.reading import dateline, dates, pagewords
from foiakit.reading.blocks import HEAD_BLOCKS, PROSE_WORDS, SENTENCE_END, Block, Facts
from foiakit.reading.issuer import is_name_of_body, printed

_LONG = 45
_TITLE_WORDS = 3
_HEADING_WORDS = 14


def lead_of(blocks: list[Block]) -> int:
    """The first paragraph of prose, or of a dateline."""
    for i, block in enumerate(blocks[:HEAD_BLOCKS]):
        if block.kind in (Kind.FURNITURE, Kind.TITLE, Kind.SUBTITLE) or block.level or block.bullet:
            continue
        words = len(block.text.split())
        if pagewords.opens_contacts(block.text) or pagewords.is_bare_contact(block.text):
            continue
        if words >= PROSE_WORDS and (SENTENCE_END.search(block.text) or words > _LONG):
            return i
        if words >= PROSE_WORDS and dateline.find(block.text) is not None:
            return i
    return min(len(blocks), HEAD_BLOCKS)


def read_head(blocks: list[Block], lead: int, known: Facts) -> Facts:
    rest = " ".join(b.text for b in blocks[lead : lead + 8])
    titled = _known_title(blocks, known.title, lead)
    day = issuer = None
    candidates: list[int] = []
    contacts = False
    for i, block in enumerate(blocks[:lead]):
        text = block.text
        if block.kind is not None:
            if block.kind is Kind.FURNITURE:
                day = day or dates.on_line(text)
            contacts = False
            continue
        if i == titled:
            block.kind = Kind.TITLE
            contacts = False
            continue
        found = dates.on_line(text)
        if found and (dates.is_only_date(text) or pagewords.has_address(text) or len(text.split()) <= _HEADING_WORDS):
            day = day or found
        if pagewords.opens_contacts(text):
            block.kind, contacts = Kind.FURNITURE, True
        elif (contacts and (pagewords.has_address(text) or len(text.split()) <= _TITLE_WORDS)) or (
            pagewords.is_head_line(text)
            or pagewords.is_navigation(text)
            or pagewords.is_end_mark(text)
            or pagewords.is_bare_contact(text)
            or (found is not None and dates.is_only_date(text))
        ):
            block.kind = Kind.FURNITURE
        elif not text.endswith(".") or text.isupper():
            contacts = False
            candidates.append(i)
    names = [i for i in candidates if is_name_of_body(blocks[i].text, rest)]
    if titled is None:
        titles = [i for i in candidates if i not in names]
        long = [i for i in titles if len(blocks[i].text.split()) > _TITLE_WORDS]
        titles = long or titles
        if not titles and names and known.title is None:
            titles = names[-1:]
            names = names[:-1]
        if titles and known.title is None:
            titled = _best_title(blocks, titles)
            blocks[titled].kind = Kind.TITLE
    subtitle = None
    for i in candidates:
        block = blocks[i]
        if block.kind is not None:
            continue
        if i in names:
            issuer = issuer or printed(block.text)
            block.kind = Kind.FURNITURE
        elif titled is not None and i > titled and subtitle is None and _is_subtitle(blocks, i, titled):
            block.kind = Kind.SUBTITLE
            subtitle = block.text
        elif titled is not None and i < titled and not block.level:
            block.kind = Kind.FURNITURE
    title = blocks[titled].text if titled is not None else None
    return Facts(title=title, subtitle=subtitle, issuer=issuer, date=day)


def _known_title(blocks: list[Block], title: str | None, lead: int) -> int | None:
    """Where the title that metadata gave stands in the text."""
    marked = next((i for i, b in enumerate(blocks) if b.kind is Kind.TITLE), None)
    if marked is not None or not title:
        return marked
    wanted = _letters(title)
    for i, block in enumerate(blocks[: max(lead + 1, 1)]):
        have = _letters(block.text)
        if not have or not wanted or block.kind is Kind.FURNITURE:
            continue
        if have == wanted or (len(have) > 20 and (wanted.startswith(have) or have.startswith(wanted)) and i < lead):
            return i
    return None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _best_title(blocks: list[Block], titles: list[int]) -> int:
    """The first heading or bold line among the candidates, else the first of them."""
    marked = [i for i in titles if blocks[i].level == 1] or [i for i in titles if blocks[i].level or blocks[i].bold]
    return (marked or titles)[0]


def _is_subtitle(blocks: list[Block], i: int, titled: int) -> bool:
    between = blocks[titled + 1 : i]
    if any(b.kind not in (Kind.FURNITURE, None) for b in between) or len(between) > 3:
        return False
    block = blocks[i]
    words = len(block.text.split())
    return words >= _TITLE_WORDS and words <= _LONG and not block.bullet and not block.text.endswith(":")
