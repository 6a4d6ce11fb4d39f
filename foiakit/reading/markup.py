"""Markdown inside a line, read as what it means: escapes, links, emphasis. Also in plain text saved from a page."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{0,1000})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+[\"'][^\"']{0,300}[\"'])?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).){1,4000}?)(?<=\S)\1", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*\\])\*(?![\s*])([^*\n]{1,2000}?)(?<![\s*\\])\*(?![\w*])")
_UNDERLINE = re.compile(r"(?<![\w_\\])_(?![\s_])([^_\n]{1,2000}?)(?<![\s_\\])_(?![\w_])")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--.{0,2000}?-->", re.DOTALL)
_MARKS = re.compile(r"[\\*_\[\]<`&]")
_HELD = "\ue000"


def inline(text: str, *, tags: bool = False) -> tuple[str, bool, int | None]:
    """One paragraph without its marks.

    Args:
        tags: Also drop HTML tags and read entities, as Markdown files may hold them.

    Returns:
        The words; whether all of them are bold; where a run of italics begins that reaches the end, or None.

    >>> inline("spending more than \\\\$1 billion, see [the page](#) and **this**")
    ('spending more than $1 billion, see the page and this', False, None)
    >>> inline("Agency opens centre *First of ten*")
    ('Agency opens centre First of ten', False, 20)
    """
    if not _MARKS.search(text):
        return text, False, None
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[1])
        return _HELD

    text = _ESCAPE.sub(hold, text.replace(_HELD, ""))
    if tags:
        text = _without_tags(text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    bold = _BOLD.fullmatch(text.strip()) is not None
    text = _BOLD.sub(r"\2", text)
    aside: int | None = None
    tail = _italic_tail(text)
    if tail is None:
        text = _plain(text)
    else:
        before = _plain(text[: tail.start()])
        head = before.rstrip()
        aside = len(head) + (head != before)
        text = f"{head}{' ' if head != before else ''}{_plain(tail[1])}"
    parts = text.split(_HELD)
    return parts[0] + "".join(character + part for character, part in zip(held, parts[1:], strict=False)), bold, aside


def _without_tags(text: str) -> str:
    import html

    return html.unescape(_TAG.sub("", _AUTOLINK.sub(r"\1", text)))


def _italic_tail(text: str) -> re.Match[str] | None:
    """The run of italics that reaches the end of a text which begins without."""
    end = len(text.rstrip())
    for pattern in (_ITALIC, _UNDERLINE):
        for match in pattern.finditer(text):
            if match.end() == end and text[: match.start()].strip():
                return match
    return None


def _plain(text: str) -> str:
    return _UNDERLINE.sub(r"\1", _ITALIC.sub(r"\1", text)).replace("`", "")
