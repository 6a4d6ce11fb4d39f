"""What each block of a release is: title, subtitle, furniture or body. Precision first: in doubt it is body.

The head is everything before the first paragraph of prose. In it stand, in any order, the page's navigation, the
issuer's name, "For Immediate Release", contacts, the date, the title and the subtitle.
"""

from __future__ import annotations

import re
from datetime import date

from foiakit.model.release import Kind
from foiakit.reading import dateline, dates, pagewords
from foiakit.reading.blocks import Block, Facts
from foiakit.reading.issuer import is_name_of_body, printed

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_HEAD_BLOCKS = 60
_PROSE_WORDS = 9
_LONG = 45
_TITLE_WORDS = 3
_HEADING_WORDS = 14
_PROSE_ENDS = '.:?!”"'
_TAIL_SHARE = 0.45
_CONNECTORS = frozenset("a an and as at by for from in into its of on or over that the to with".split())  # noqa: SIM905
_FIGURE = re.compile(r"[$€£]\s?\d|\d%|\d percent")
_UPDATED = re.compile(r"(?i)\b(updated|modified|reviewed|expires?|revised)\b")
_DATE_WORDS = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:posted|published|released?|date|issued|for|immediate"
    r"|on|at|news|press|last|updated|modified|wed|thu|fri|sat|sun|mon|tue|a\.?m|p\.?m|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t)\b"
)


def classify(blocks: list[Block], known: Facts) -> Facts:
    """Sets `kind` (and `level` of headings) on every block in place, and says what the text itself tells.

    Args:
        known: What front matter or the format's metadata state; a title known there is looked for among the blocks.
    """
    blocks[:] = _broken_titles_joined(_title_lines_divided(blocks))
    lead = _lead(blocks)
    facts = _head(blocks, lead, known)
    _tail(blocks, lead, known.issuer or facts.issuer)
    for block in blocks:
        if block.kind is None:
            block.kind = Kind.BODY
    _headings(blocks)
    line = _dateline(blocks)
    return facts.over(Facts(place=line.place, date=line.day) if line else Facts())


def _title_lines_divided(blocks: list[Block]) -> list[Block]:
    """A line such as `Title *Subtitle*` becomes two blocks."""
    out: list[Block] = []
    for i, block in enumerate(blocks):
        at = block.aside_from
        divides = (
            at is not None
            and i < _HEAD_BLOCKS
            and not block.bullet
            and not _SENTENCE_END.search(block.text)
            and _TITLE_WORDS <= len(block.text[:at].split()) <= _LONG
            and len(block.text[at:].split()) >= _TITLE_WORDS
        )
        if divides and at is not None:
            out.append(
                Block(text=block.text[:at].rstrip(), level=block.level, page=block.page, kind=block.kind, bold=True)
            )
            out.append(Block(text=block.text[at:], page=block.page, aside_from=0))
        else:
            out.append(block)
    return out


def _broken_titles_joined(blocks: list[Block]) -> list[Block]:
    """Lines of a title that was broken by hand: one ends, or the next begins, with a word that needs another."""
    out: list[Block] = []
    for i, block in enumerate(blocks):
        last = out[-1] if out else None
        if last is not None and i < _HEAD_BLOCKS and _goes_on(last, block):
            last.text = f"{last.text} {block.text}"
            continue
        out.append(block)
    return out


def _goes_on(first: Block, second: Block) -> bool:
    for block in (first, second):
        plain = block.kind is None and not block.bullet and block.aside_from is None and "\n" not in block.text
        if not plain or _SENTENCE_END.search(block.text) or len(block.text.split()) > _LONG // 2:
            return False
    ends, begins = first.text.split()[-1], second.text.split()[0]
    if ends.casefold() in _CONNECTORS:
        return len(first.text.split()) > _TITLE_WORDS
    return begins.casefold() in _CONNECTORS and begins.isupper() and first.text.isupper() and second.text.isupper()


def _lead(blocks: list[Block]) -> int:
    """The first paragraph of prose, or of a dateline."""
    for i, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.kind in (Kind.FURNITURE, Kind.TITLE, Kind.SUBTITLE) or block.level or block.bullet:
            continue
        words = len(block.text.split())
        if pagewords.opens_contacts(block.text) or pagewords.is_bare_contact(block.text):
            continue
        if words >= _PROSE_WORDS and (_SENTENCE_END.search(block.text) or words > _LONG):
            return i
        if words >= _PROSE_WORDS and dateline.find(block.text) is not None:
            return i
    return min(len(blocks), _HEAD_BLOCKS)


def _head(blocks: list[Block], lead: int, known: Facts) -> Facts:
    rest = " ".join(b.text for b in blocks[lead : lead + 8])
    titled = _known_title(blocks, known.title, lead)
    day = issuer = None
    candidates: list[int] = []
    contacts = False
    for i, block in enumerate(blocks[:lead]):
        text = block.text
        if block.kind is not None:
            if block.kind is Kind.FURNITURE:
                day = day or head_date(text)
            contacts = False
            continue
        if i == titled:
            block.kind = Kind.TITLE
            contacts = False
            continue
        found = head_date(text)
        if found and (_only_date(text) or pagewords.has_address(text) or len(text.split()) <= _HEADING_WORDS):
            day = day or found
        if pagewords.opens_contacts(text):
            block.kind, contacts = Kind.FURNITURE, True
        elif (contacts and (pagewords.has_address(text) or len(text.split()) <= _TITLE_WORDS)) or (
            pagewords.is_head_line(text)
            or pagewords.is_navigation(text)
            or pagewords.is_end_mark(text)
            or pagewords.is_bare_contact(text)
            or (found is not None and _only_date(text))
        ):
            block.kind = Kind.FURNITURE
        else:
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


def head_date(text: str) -> date | None:
    if _UPDATED.search(text) and not re.search(r"(?i)\b(posted|published|released)\b", text):
        return None
    found = dates.find(text[:400])
    return found[0] if found else None


def _only_date(text: str) -> bool:
    found = dates.find(text)
    if found is None:
        return False
    rest = text[: found[1]] + " " + text[found[2] :]
    rest = _DATE_WORDS.sub(" ", re.sub(r"\d{1,2}:\d{2}", " ", rest))
    return len(re.sub(r"[\W_]+", "", rest)) <= 3


def _tail(blocks: list[Block], lead: int, issuer: str | None) -> None:
    """Furniture after the release: what follows an end mark, "About …", contacts, words about the body itself."""
    end = next((i for i in range(lead, len(blocks)) if pagewords.is_end_mark(blocks[i].text)), None)
    if end is not None and _ends_here(blocks, lead, end):
        for block in blocks[end:]:
            block.kind = Kind.FURNITURE
    total = sum(len(b.text) for b in blocks[lead:]) or 1
    seen = 0
    about = contacts = False
    for i, block in enumerate(blocks[lead:], lead):
        share = seen / total
        seen += len(block.text)
        if block.kind is not None:
            about = contacts = False
            continue
        text = block.text
        if pagewords.is_end_mark(text) or pagewords.is_navigation(text):
            block.kind = Kind.FURNITURE
        elif pagewords.opens_contacts(text) and not _SENTENCE_END.search(text):
            block.kind, contacts, about = Kind.FURNITURE, True, False
        elif contacts and pagewords.follows_contact(text):
            block.kind = Kind.FURNITURE
        elif share > _TAIL_SHARE and not block.bullet and _opens_about(blocks, i, issuer):
            block.kind, about, contacts = Kind.FURNITURE, True, False
        elif share > _TAIL_SHARE and pagewords.is_run_in_about(text):
            block.kind, contacts = Kind.FURNITURE, False
        elif about and not _is_heading(block, None) and not _FIGURE.search(text):
            block.kind = Kind.FURNITURE
        elif pagewords.is_bare_contact(text) and share > _TAIL_SHARE:
            block.kind, contacts = Kind.FURNITURE, True
        else:
            about = contacts = False
    _words_about_the_body(blocks, lead)


def _opens_about(blocks: list[Block], i: int, issuer: str | None) -> bool:
    """An "About …" heading over words on a public body, not on the programme or event of the release."""
    text = blocks[i].text
    if not pagewords.is_about_heading(text):
        return False
    subject = re.sub(r"(?i)^about\s+(?:the\s+|us\b|our\b)?", "", text).strip(" :")
    if not subject or is_name_of_body(subject):
        return True
    if issuer and (subject.casefold() in issuer.casefold() or subject == _initials(issuer)):
        return True
    return i + 1 < len(blocks) and pagewords.opens_about(blocks[i + 1].text)


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper() and w != "U")


def _ends_here(blocks: list[Block], lead: int, end: int) -> bool:
    """Whether an end mark ends the release: most of its words stand before it."""
    before = sum(len(b.text) for b in blocks[lead:end])
    after = sum(len(b.text) for b in blocks[end + 1 :])
    return before > 0 and before >= after * 0.5


def _words_about_the_body(blocks: list[Block], lead: int) -> None:
    """The last paragraphs, from the end backwards, for as long as they speak of the body itself."""
    quiet = 0
    for block in reversed(blocks[lead + 1 :]):
        if block.kind is Kind.FURNITURE:
            continue
        if pagewords.opens_about(block.text) and not block.bullet:
            block.kind = Kind.FURNITURE
        else:
            quiet += 1
            if quiet > 1:
                return


def _headings(blocks: list[Block]) -> None:
    for i, block in enumerate(blocks):
        if (
            block.kind is Kind.BODY
            and not block.level
            and _is_heading(block, blocks[i + 1] if i + 1 < len(blocks) else None)
        ):
            block.level = 3


def _is_heading(block: Block, following: Block | None) -> bool:
    """A short line without a full stop in bold or title case, with prose or a list under it."""
    if block.level:
        return True
    words = block.text.split()
    if block.bullet or not words or len(words) > _HEADING_WORDS or "\n" in block.text:
        return False
    if block.text[-1] in ".!:;," or (_SENTENCE_END.search(block.text) and not block.text.endswith("?")):
        return False
    if block.bold:
        return True
    if following is None or not words[0][:1].isupper() or any(c.isdigit() for c in block.text):
        return False
    told = following.bullet or (len(following.text.split()) >= _PROSE_WORDS and following.text[-1] in _PROSE_ENDS)
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    titled = long and sum(w[0].isupper() for w in long) >= 0.8 * len(long)
    return bool(told and titled)


def _dateline(blocks: list[Block]) -> dateline.Dateline | None:
    body = [b for b in blocks if b.kind is Kind.BODY]
    for i, block in enumerate(body[:3]):
        found = dateline.find(block.text, " ".join(b.text for b in body[i + 1 : i + 6]))
        if found is not None:
            return found
    return None
