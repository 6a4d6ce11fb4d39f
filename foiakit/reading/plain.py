"""Plain text and Markdown to blocks: blank lines, hard wraps, bullets, headings, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from foiakit.reading.blocks import Block
from foiakit.reading.markup import inline
from foiakit.reading.pagewords import is_end_mark

BULLET = re.compile(r"(?:[•‣▪◦●○■□➢➤❖∙⁃·\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|[-–*+o](?=\s))\s*(?=\S)")
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\((?:i{1,3}|iv|vi{0,3}|ix|x)\))\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)(.*?)(?:\s+#+)?$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})\s*$")
_RULE = re.compile(r"(?:[-_=~]\s?){3,}$")
_ROW = re.compile(r"\|.*\|\s*$")
_ROW_DIVIDER = re.compile(r"[\s|:\-]+$")
_STOPS = (".", "!", "?", ":", ".”", '."', "?”", '?"', "!”", '!"')
_NARROW, _WIDE = 40, 110


def blocks(text: str, *, markdown: bool = False) -> list[Block]:
    """The blocks of a cleaned text.

    Args:
        markdown: Single line ends join lines, as Markdown has it; HTML tags and entities are read away.
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    return [block for chunk in _chunks(lines) for block in _of_chunk(chunk, width, markdown)]


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in lines:
        if line and not line.isspace():
            chunk.append(line.expandtabs(4))
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _wrap_width(lines: list[str]) -> int:
    """The column at which a hard-wrapped text breaks its lines, or 0 where each line is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    longest = lengths[-1]
    return longest if _NARROW <= longest <= _WIDE else 0


@dataclass(slots=True)
class _Open:
    """The block being gathered from lines, and what is known of the line before."""

    lines: list[str] = field(default_factory=list)
    bullet: bool = False
    bold_open: bool = False
    indent: int = 0
    previous: str = ""

    def add(self, line: str) -> None:
        self.lines.append(line)
        self.bold_open ^= line.count("**") % 2 == 1

    def close(self) -> tuple[str, bool] | None:
        """The gathered text and whether it is a bullet; nothing where no line was added."""
        closed = (" ".join(self.lines), self.bullet) if self.lines else None
        self.lines, self.bullet, self.bold_open = [], False, False
        return closed


def _of_chunk(chunk: list[str], width: int, markdown: bool) -> Iterator[Block]:
    """The blocks of some lines without a blank one between."""
    if len(chunk) > 1 and all(_ROW.match(line.strip()) for line in chunk):
        yield Block(text="\n".join(_cells(line) for line in chunk if not _ROW_DIVIDER.fullmatch(line.strip())))
        return
    gathered = _Open()
    for line in chunk:
        stripped = line.strip()
        if markdown and stripped.startswith(">"):
            stripped = stripped.lstrip("> ")
        heading = _HEADING.match(stripped)
        named = heading[2].strip("# ") if heading else ""
        underlined = markdown and len(gathered.lines) == 1 and not gathered.bullet and _UNDERLINE.fullmatch(stripped)
        if not stripped or named:
            yield from _made(gathered.close(), markdown)
            if heading and named:
                yield from _made((heading[2], False), markdown, level=len(heading[1]))
        elif underlined:
            yield from _made(gathered.close(), markdown, level=1 if stripped[0] == "=" else 2)
        elif (item := _item(stripped, gathered)) is not None:
            yield from _made(gathered.close(), markdown)
            gathered.add(item)
            gathered.bullet = True
        else:
            if gathered.lines and not _continues(gathered, line, stripped, width, markdown):
                yield from _made(gathered.close(), markdown)
            gathered.add(stripped)
        gathered.indent = len(line) - len(line.lstrip())
        gathered.previous = line.rstrip()
    yield from _made(gathered.close(), markdown)


def _item(stripped: str, gathered: _Open) -> str | None:
    """The text of a list's item that begins here: without a bullet, with a number."""
    if is_end_mark(stripped) or _RULE.fullmatch(stripped):
        return None
    mark = BULLET.match(stripped)
    if mark:
        return stripped[mark.end() :]
    after = not gathered.lines or gathered.bullet or gathered.previous.endswith(_STOPS)
    return stripped if after and NUMBERED.match(stripped) else None


def _continues(gathered: _Open, line: str, stripped: str, width: int, markdown: bool) -> bool:
    """Whether a line goes on with the block that is open."""
    previous = gathered.previous
    if gathered.bold_open:
        return True
    if markdown:
        return not previous.endswith("\\") and not _RULE.fullmatch(stripped)
    if not width:
        return stripped[0].islower() and not previous.endswith(_STOPS) and not gathered.bullet
    indented = len(line) - len(line.lstrip())
    if not gathered.bullet and indented >= gathered.indent + 2 and previous.endswith(_STOPS):
        return False
    first = len(stripped.split(maxsplit=1)[0])
    if len(previous) + 1 + first > width - 6:
        return True
    return stripped[0].islower() and not previous.endswith(_STOPS)


def _cells(line: str) -> str:
    return " | ".join(
        cell for c in line.strip().strip("|").split("|") if (cell := " ".join(inline(c.strip())[0].split()))
    )


def _made(closed: tuple[str, bool] | None, markdown: bool, level: int = 0) -> Iterator[Block]:
    """A block of what was gathered, its inline marks read away."""
    if closed is None:
        return
    text, bullet = closed
    words, bold, aside = inline(text, tags=markdown)
    if aside is not None:
        head = " ".join(words[:aside].split())
        tail = " ".join(words[aside:].split())
        words, aside = f"{head} {tail}" if tail else head, len(head) + 1 if tail else None
    else:
        words = " ".join(words.split())
    if words:
        yield Block(text=words, bullet=bullet, bold=bold, level=level, aside_from=aside)
