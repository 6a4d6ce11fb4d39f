"""A web page to blocks. What lies outside the release's own element is furniture, kept in shortened runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import cleaning, dates, decoding, pagewords, plain, webbody, webfacts
from foiakit.reading.blocks import Block, Facts, Sheet
from foiakit.reading.issuer import is_name_of_body, printed
from foiakit.reading.webblocks import Piece, pieces
from foiakit.reading.webbody import Body
from foiakit.reading.webfacts import Stated

_MOST_BYTES = 12_000_000
_MOST_TAGS = 120_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_RUN = 240
_DOT = " · "
_ABOVE = 40
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*$")


def sheet(raw: bytes, url: str | None = None) -> Sheet:
    """Reads a web page.

    Args:
        url: Where it was fetched; a page's own canonical address is used where None.

    Raises:
        FoiakitError: The page has more than 12 MB, or no text.
    """
    if raw.count(b"<") > _MOST_TAGS:
        raise FoiakitError(
            f"the web page has more than {_MOST_TAGS:,} tags; that is not safe to read", remedy="Save its text alone."
        )
    if len(raw) > _MOST_BYTES:
        raise FoiakitError(
            f"the web page has {len(raw) / 1e6:.0f} MB; {_MOST_BYTES // 1_000_000} MB is the most",
            remedy="Save the page without pictures, or its text alone.",
        )
    root, text, warnings = _parsed(raw)
    stated = webfacts.stated(root)
    found = pieces(root)
    body = webbody.find(found, lambda: _second_reading(text))
    if body is None:
        raise FoiakitError(
            "the page has no text",
            remedy="If a browser shows one, save the page there once it has loaded, or print it to PDF.",
        )
    titled = _title(found, body, stated)
    blocks = _blocks(found, body, titled)
    title = found[titled].text.replace("\n", " ") if titled is not None else _fallback_title(stated)
    facts = Facts(
        title=title,
        date=_day(found, body, titled, stated),
        issuer=stated.site or _named_above(found, body, titled) or stated.tail,
        url=url or stated.url,
    )
    return Sheet(blocks=blocks, facts=facts, warnings=warnings)


def _parsed(raw: bytes) -> tuple[Any, str, list[str]]:
    from lxml import etree, html

    named = _CHARSET.search(raw[:4096]) or _XML_CHARSET.search(raw[:200])
    text = decoding.decode(raw, declared=named[1].decode("ascii") if named else None)
    text = _DECLARATION.sub("", cleaning.clean(text))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise FoiakitError(
            "the page has no text that can be read", remedy="Save its text alone and give that."
        ) from None
    deep = any("depth" in (entry.message or "").lower() for entry in parser.error_log)
    return root, text, ["the page nests its elements too deeply; some of its text may be missing"] if deep else []


def _second_reading(text: str) -> str:
    """What trafilatura takes for the page's text; "" where it finds none. It loads in 0.3 s, so only where asked."""
    import trafilatura

    try:
        return trafilatura.extract(text, include_comments=False, include_tables=True) or ""
    except Exception:  # a second opinion is never worth an error
        return ""


def _title(found: list[Piece], body: Body, stated: Stated) -> int | None:
    """The heading that the metadata name, else the nearest first heading over the text."""
    wanted = [webfacts.letters(p) for t in stated.titles for p in webfacts.title_parts(t, stated.site)]
    headings = [i for i, p in enumerate(found[: body.last]) if p.level and not p.hidden and len(p.text) > 3]
    headings = [i for i in headings if not pagewords.is_head_line(found[i].text)]
    above = [i for i in headings if i <= body.first] or headings[:3]
    best, score = None, 0.0
    for i in above:
        have = webfacts.letters(found[i].text)
        if not have:
            continue
        match = max((_overlap(have, w) for w in wanted), default=0.0)
        if match >= 0.6 and (match, -found[i].level) > (score, -9 if best is None else -found[best].level):
            best, score = i, match
    if best is not None:
        return best
    for i, piece in enumerate(found[: body.first + 1]):
        have = webfacts.letters(piece.text)
        named = len(have) > 20 and have in wanted and not is_name_of_body(piece.text)
        if named and not piece.hidden and i >= body.first - _ABOVE and not _linky(piece):
            return i
    near = [i for i in above if i >= body.first - _ABOVE and len(found[i].text.split()) > 3]
    near = [i for i in near if not is_name_of_body(found[i].text)] or near
    inside = [i for i in near if body.inside[i]] or near
    if inside and (not wanted or stated.titles[-1:] == stated.titles):
        return min(inside, key=lambda i: (found[i].level, -i))
    return None


def _named_above(found: list[Piece], body: Body, titled: int | None) -> str | None:
    """A public body's name on a line of its own just above the title."""
    first = titled if titled is not None else body.first
    for piece in found[max(0, first - 5) : first]:
        if not piece.asides and not piece.hidden and piece.link_share < 1 and is_name_of_body(piece.text):
            return printed(piece.text)
    return None


def _linky(piece: Piece) -> bool:
    return piece.link_share > 0.9 or bool(piece.asides)


def _overlap(have: str, wanted: str) -> float:
    """How well a heading fits a title that metadata name: equal, or one cut short."""
    if have == wanted:
        return 1.0
    short, long = sorted((have, wanted), key=len)
    if len(short) > 15 and (long.startswith(short) or long.endswith(short)):
        return 0.6 + 0.39 * len(short) / len(long)
    return 0.0


def _fallback_title(stated: Stated) -> str | None:
    for title in stated.titles:
        cut = webfacts.without_site(title, stated.site)
        if len(cut.split()) > 2 and not is_name_of_body(cut):
            return cut
    return None


def _day(found: list[Piece], body: Body, titled: int | None, stated: Stated) -> date | None:
    """A visible date by the title, else what metadata say; structure.py looks at datelines after that."""
    first = titled if titled is not None else body.first
    low, high = max(0, min(first, body.first) - 6), max(first, body.first) + 2
    near = sorted(range(low, min(high, len(found))), key=lambda i: (i < first and not body.inside[i], i))
    for i in near:
        piece = found[i]
        if piece.hidden or len(piece.text) > 160 or i == titled:
            continue
        day = dates.parse(piece.stamp) if piece.stamp else None
        day = day or _dated(piece)
        if day is not None and (body.inside[i] or i > first or stated.day is None or day == stated.day):
            return day
    return stated.day or _posted(found, body)


def _posted(found: list[Piece], body: Body) -> date | None:
    """A date under the text, or elsewhere on the page, that is said to be that of publication."""
    for i, piece in enumerate(found):
        said = re.match(r"(?i)\W*(?:date\s+)?(?:posted|published|released|issued)\b", piece.text) is not None
        if said and not piece.hidden and (day := _dated(piece)) is not None:
            return day
        if piece.stamp and body.inside[i] and (day := dates.parse(piece.stamp)) is not None:
            return day
    return None


def _dated(piece: Piece) -> date | None:
    return dates.on_line(piece.text) if len(piece.text.split()) <= 14 else None


def _blocks(found: list[Piece], body: Body, titled: int | None) -> list[Block]:
    first = min(body.first, titled) if titled is not None else body.first
    start = first if titled is not None else _start(found, body)
    end = _end(found, body)
    repeated = webfacts.letters(found[titled].text) if titled is not None else None
    out: list[Block] = []
    run: list[str] = []

    def close() -> None:
        for text in _runs(run):
            out.append(Block(text=text, kind=Kind.FURNITURE))
        run.clear()

    for i, piece in enumerate(found):
        between = titled is not None and titled < i < body.first and not piece.asides and not piece.hidden
        released = i == titled or (start <= i <= end and (body.inside[i] or between))
        if released and i != titled:
            same = repeated is not None and webfacts.letters(piece.text) == repeated
            released = not same and not (i < body.first and _link_list(piece))
        if not released:
            run.append(piece.text.replace("\n", " "))
            continue
        close()
        if i == titled:
            out.append(_heading(piece))
        else:
            out.extend(_paragraphs(piece))
    close()
    return out


def _heading(piece: Piece) -> Block:
    block = Block(text=piece.text.replace("\n", " "), level=1, kind=Kind.TITLE)
    at = piece.aside_from
    if at is not None and len(piece.text[:at].split()) >= 3 and len(piece.text[at:].split()) >= 3:
        block = replace(block, aside_from=at)
    return block


def _start(found: list[Piece], body: Body) -> int:
    """Without a title on the page: the first piece of the chosen element."""
    return next(i for i, yes in enumerate(body.inside) if yes)


def _end(found: list[Piece], body: Body) -> int:
    """The last piece of the release: after its last prose, lists go on and labels end it."""
    at = body.last
    while at + 1 < len(found) and body.inside[at + 1]:
        piece = found[at + 1]
        if webbody.is_label(piece) and not pagewords.is_end_mark(piece.text):
            break
        at += 1
    return at


def _link_list(piece: Piece) -> bool:
    return piece.link_share > 0.8 and len(piece.text) < 120


def _runs(texts: list[str]) -> list[str]:
    """Short lines of furniture side by side become one line; sentences stay apart."""
    out: list[str] = []
    for text in texts:
        short = len(text) < 80 and not _SENTENCE_END.search(text)
        if short and out and len(out[-1]) + len(text) < _RUN and not _SENTENCE_END.search(out[-1]):
            out[-1] += _DOT + text
        else:
            out.append(text)
    return out


def _paragraphs(piece: Piece) -> list[Block]:
    """A piece as blocks: single line breaks divide where a bullet begins or both sides are whole paragraphs."""
    bold = piece.bold >= 0.95 * piece.characters
    if piece.tag == "table":
        return [Block(text=piece.text)]
    rows = piece.text.split("\n")
    whole = len(rows) > 1 and all(len(r) > 120 and _SENTENCE_END.search(r) for r in rows)
    groups: list[tuple[str, bool]] = []
    for row in rows:
        mark = plain.BULLET.match(row) if len(row) > 2 else None
        if mark and not pagewords.is_end_mark(row):
            groups.append((row[mark.end() :], True))
        elif groups and not whole and not groups[-1][1]:
            groups[-1] = (f"{groups[-1][0]} {row}", False)
        else:
            groups.append((row, piece.bullet))
    single = len(groups) == 1
    return [
        Block(
            text=text,
            level=piece.level if single else 0,
            bullet=bullet or (single and piece.bullet),
            bold=bold,
            aside_from=piece.aside_from if single and "\n" not in piece.text else None,
        )
        for text, bullet in groups
    ]
