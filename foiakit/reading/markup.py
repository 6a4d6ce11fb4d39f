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
    if tags and "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if tags and "&" in text:
        import html

        text = html.unescape(text)
    stripped = text.strip()
    bold = _BOLD.fullmatch(stripped) is not None
    text = _BOLD.sub(r"\2", text)
    aside = None
    tail = None
    for pattern in (_ITALIC, _UNDERLINE):
        for match in pattern.finditer(text):
            if match.end() == len(text.rstrip()) and text[: match.start()].strip():
                tail = match
        if tail is not None:
            break
    if tail is not None:
        before = _plain(text[: tail.start()])
        aside = len(before.rstrip()) + (len(before) > len(before.rstrip()))
        text = f"{before.rstrip()} {_plain(tail[1])}" if before != before.rstrip() else before + _plain(tail[1])
    else:
        text = _plain(text)
    if held:
        parts = text.split(_HELD)
        text = "".join(p + (held[i] if i < len(held) and i < len(parts) - 1 else "") for i, p in enumerate(parts))
    return text, bold, aside


def _plain(text: str) -> str:
    return (
        _UNDERLINE.sub(r"\1", _ITALIC.sub(r"\1", text)).replace("`", "")
        if "`" in text
        else _UNDERLINE.sub(r"\1", _ITALIC.sub(r"\1", text))
    )
