"""Rendered Markdown becomes spans: emphasis, bullets, note marks. Nothing else is markup; links and HTML are text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from foiakit.composing.sandbox import NOTE_END, NOTE_START
from foiakit.model.letter import Block, Inline, NoteMark, Spans, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_NOTE = re.compile(f"{NOTE_START}(\\d+){NOTE_END}")
_BULLET = re.compile(r"^\s*[-•]\s+")
_BLANKS = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=1)
def _inline() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "escape"])


@lru_cache(maxsize=8192)
def spans(markdown: str) -> Spans:
    """One paragraph of rendered Markdown as spans. A note's number is the key that the template was given."""
    text = _SPACE.sub(" ", markdown).strip()
    if not text:
        return ()
    if not any(sign in text for sign in "*_\\"):
        return tuple(_notes(text, bold=False, italic=False))
    out: list[Inline] = []
    bold = italic = 0
    for token in _inline().parseInline(text)[0].children or ():
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case _:
                out.extend(_notes(token.content, bold=bold > 0, italic=italic > 0))
    return tuple(_joined(out))


def _notes(text: str, *, bold: bool, italic: bool) -> list[Inline]:
    out: list[Inline] = []
    for index, piece in enumerate(_NOTE.split(text)):
        if index % 2:
            out.append(NoteMark(int(piece)))
        elif piece:
            out.append(Text(piece, bold, italic))
    return out


def _joined(parts: list[Inline]) -> list[Inline]:
    """Neighbours of one emphasis made one span."""
    out: list[Inline] = []
    for part in parts:
        last = out[-1] if out else None
        if isinstance(part, Text) and isinstance(last, Text) and (last.bold, last.italic) == (part.bold, part.italic):
            out[-1] = Text(last.words + part.words, part.bold, part.italic)
        else:
            out.append(part)
    return out


@lru_cache(maxsize=4096)
def blocks(markdown: str) -> tuple[Block, ...]:
    """Paragraphs, and lists of bullets with the paragraph right before them as their introduction."""
    out: list[Block] = []
    for paragraph in _BLANKS.split(markdown.strip()):
        words: list[str] = []
        bullets: list[str] = []
        for line in paragraph.split("\n"):
            if _BULLET.match(line):
                bullets.append(_BULLET.sub("", line))
            elif bullets:
                bullets[-1] += f" {line.strip()}"
            else:
                words.append(line)
        lead = spans(" ".join(words))
        listed = tuple(s for b in bullets if (s := spans(b)))
        if lead or listed:
            out.append(Block(spans=lead, bullets=listed))
    return tuple(out)


def renumbered(parts: Spans, numbers: dict[int, int]) -> Spans:
    """The spans with each note key replaced by the number it has in this letter."""
    if not any(isinstance(p, NoteMark) for p in parts):
        return parts
    return tuple(NoteMark(numbers[p.number]) if isinstance(p, NoteMark) else p for p in parts)


def note_keys(parts: Spans) -> tuple[int, ...]:
    """The note keys in the order in which they stand."""
    return tuple(p.number for p in parts if isinstance(p, NoteMark))
