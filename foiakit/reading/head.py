"""The head of a release: everything before its first paragraph of prose.

In it stand, in any order, the page's navigation, the issuer's name, "For Immediate Release", contacts, the date, the
title and the subtitle.
"""

from __future__ import annotations

import re
from datetime import date

from foiakit.model.release import Kind
from foiakit.reading import dateline, dates, pagewords
from foiakit.reading.blocks import HEAD_BLOCKS, PROSE_WORDS, SENTENCE_END, Block, Facts
from foiakit.reading.issuer import is_name_of_body, is_officer, printed

_LONG = 45
_TITLE_WORDS = 3


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
    """Sets the kind of every block before `lead`, and says what they tell.

    Args:
        known: What is stated elsewhere; a title known there is looked for, not chosen.
    """
    titled = _known_title(blocks, known.title, lead)
    candidates, day = _sift(blocks[:lead], titled)
    rest = " ".join(b.text for b in blocks[lead : lead + 8])
    names = [i for i in candidates if is_name_of_body(blocks[i].text, rest)]
    if titled is None and known.title is None:
        titled = _chosen(blocks, candidates, names)
        names = [i for i in names if i != titled]
    if titled is not None:
        blocks[titled].kind = Kind.TITLE
    subtitle = None
    for i in candidates:
        block = blocks[i]
        if i == titled:
            continue
        if i in names or (titled is not None and i < titled and not block.level):
            block.kind = Kind.FURNITURE
        elif titled is not None and i > titled and subtitle is None and _is_subtitle(blocks, i, titled):
            block.kind = Kind.SUBTITLE
            subtitle = block.text
    return Facts(
        title=pagewords.without_label(blocks[titled].text) if titled is not None else None,
        subtitle=subtitle,
        issuer=printed(blocks[names[0]].text) if names else None,
        date=day,
    )


def _sift(head: list[Block], titled: int | None) -> tuple[list[int], date | None]:
    """Marks the furniture of the head; the blocks that may be title, subtitle or issuer, and the date that was met."""
    candidates: list[int] = []
    day: date | None = None
    contacts = False
    for i, block in enumerate(head):
        text = block.text
        if i == titled or block.kind not in (None, Kind.FURNITURE):
            contacts = False
            continue
        found = dates.find(text[:400])
        bare = f"{text[: found[1]]} {text[found[2] :]}".strip(" ,;|-–—") if found else text
        opens = pagewords.opens_contacts(text) or pagewords.opens_contacts(bare)
        follows = contacts and (pagewords.has_address(text) or len(text.split()) <= _TITLE_WORDS)
        if block.kind is Kind.FURNITURE or opens or follows or _is_furniture(text, bare):
            block.kind = Kind.FURNITURE
            contacts = opens or follows
            day = day or dates.on_line(text)
        elif not text.endswith((".", ":")) or text.isupper() or block.level:
            contacts = False
            if not pagewords.has_link(text) and not block.bullet:
                candidates.append(i)
    return candidates, day


def _is_furniture(text: str, bare: str) -> bool:
    """Whether a line of the head only serves the page; `bare` is the line without its date."""
    return (
        pagewords.is_head_line(text)
        or (bool(bare) and pagewords.is_head_line(bare))
        or pagewords.is_navigation(text)
        or pagewords.is_end_mark(text)
        or (pagewords.has_address(text) and len(text.split()) <= _LONG)
        or pagewords.is_bare_contact(text)
        or is_officer(text)
        or dates.is_only_date(text)
    )


def _chosen(blocks: list[Block], candidates: list[int], names: list[int]) -> int | None:
    """The title among the lines of the head: the first heading or bold line, else the first line long enough.

    A line of two or three words is a title only where it is marked as one; a body's name only where it is a heading or
    nothing else is there.
    """
    lines = [i for i in candidates if i not in names]
    marked = [i for i in lines if blocks[i].level == 1] or [i for i in lines if blocks[i].level or blocks[i].bold]
    long = [i for i in lines if len(blocks[i].text.split()) > _TITLE_WORDS]
    headed = [i for i in names if blocks[i].level == 1]
    short = [i for i in lines if len(blocks[i].text.split()) == _TITLE_WORDS and not _looks_like_name(blocks[i].text)]
    choice = [i for i in marked if i in long] or long or marked or headed or short or names[-1:]
    return choice[0] if choice else None


def _looks_like_name(text: str) -> bool:
    """A person's name with an initial or an office: "M. Jodi Rell", "Ana Ruiz, Director"."""
    return "," in text or re.search(r"(?:^|\s)[A-Z]\.(?:\s|$)", text) is not None


def _known_title(blocks: list[Block], title: str | None, lead: int) -> int | None:
    """Where the title that metadata gave stands in the text."""
    marked = next((i for i, b in enumerate(blocks) if b.kind is Kind.TITLE), None)
    if marked is not None or not title:
        return marked
    wanted = _letters(title)
    for i, block in enumerate(blocks[: max(lead + 1, 1)]):
        have = _letters(pagewords.without_label(block.text))
        if not have or not wanted or block.kind is Kind.FURNITURE:
            continue
        if have == wanted or (len(have) > 20 and (wanted.startswith(have) or have.startswith(wanted)) and i < lead):
            return i
    return None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _is_subtitle(blocks: list[Block], i: int, titled: int) -> bool:
    between = blocks[titled + 1 : i]
    if any(b.kind not in (Kind.FURNITURE, None) for b in between) or len(between) > 3:
        return False
    block = blocks[i]
    words = len(block.text.split())
    return words >= _TITLE_WORDS and words <= _LONG and not block.bullet and not block.text.endswith(":")
