"""Plain text and Markdown to blocks: blank lines, hard wraps, bullets, headings, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from foiakit.reading.blocks import Block
from foiakit.reading.markup import inline
from foiakit.reading.pagewords import is_end_mark

Progress = Callable[[int, int], None]

BULLET = re.compile(r"(?:[•‣▪◦●○■□➢➤❖∙⁃·\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|[-–*+o](?=\s))\s*(?=\S)")
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\((?:i{1,3}|iv|vi{0,3}|ix|x)\))\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)(.*?)(?:\s+#+)?$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})\s*$")
_RULE = re.compile(r"(?:[-_=~]\s?){3,}$")
_ROW = re.compile(r"\|.*\|\s*$")
_ROW_DIVIDER = re.compile(r"[\s|:\-]+$")
_STOPS = (".", "!", "?", ":", ".”", '."', "?”", '?"', "!”", '!"')
_NARROW, _WIDE = 40, 110
_STEP = 200_000


def blocks(text: str, *, markdown: bool = False, progress: Progress | None = None) -> list[Block]:
    """The blocks of a cleaned text.

    Args:
        markdown: Single line ends join lines, as Markdown has it; HTML tags and entities are read away.
        progress: Called with characters done and characters in all.
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    found: list[Block] = []
    done = told = 0
    for chunk in _chunks(lines):
        found.extend(_of_chunk(chunk, width, markdown))
        if progress is not None:
            done += sum(len(line) + 1 for line in chunk)
            if done - told >= _STEP:
                told = done
                progress(min(done, len(text)), len(text))
    if progress is not None:
        progress(len(text), len(text))
    return found


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


def _of_chunk(chunk: list[str], width: int, markdown: bool) -> Iterator[Block]:
    if len(chunk) > 1 and all(_ROW.match(line.strip()) for line in chunk):
        yield Block(text="\n".join(_cells(line) for line in chunk if not _ROW_DIVIDER.fullmatch(line.strip())))
        return
    pending: list[str] = []
    bullet = False
    indent = 0
    previous = ""

    def flush() -> Iterator[Block]:
        nonlocal bullet
        if pending:
            yield from _made(" ".join(pending), bullet, markdown)
        pending.clear()
        bullet = False

    for line in chunk:
        stripped = line.strip()
        heading = _HEADING.match(stripped)
        if heading and (heading[2].strip("# ")):
            yield from flush()
            yield from _made(heading[2], False, markdown, level=len(heading[1]))
            continue
        if markdown and pending and len(pending) == 1 and not bullet and _UNDERLINE.fullmatch(stripped):
            head = " ".join(pending)
            pending.clear()
            yield from _made(head, False, markdown, level=1 if stripped[0] == "=" else 2)
            continue
        if markdown and stripped.startswith(">"):
            stripped = stripped.lstrip("> ")
            if not stripped:
                yield from flush()
                continue
        mark = None if is_end_mark(stripped) else BULLET.match(stripped)
        numbered = None if mark else NUMBERED.match(stripped)
        opens = (mark is not None and not _RULE.fullmatch(stripped)) or (
            numbered is not None and (not pending or bullet or previous.endswith(_STOPS))
        )
        if opens:
            yield from flush()
            pending.append(stripped[mark.end() :] if mark else stripped)
            bullet = True
        elif pending and _continues(pending, previous, line, stripped, width, indent, bullet, markdown):
            pending.append(stripped)
        else:
            yield from flush()
            pending.append(stripped)
        indent = len(line) - len(line.lstrip())
        previous = line.rstrip()
    yield from flush()


def _continues(
    pending: list[str], previous: str, line: str, stripped: str, width: int, indent: int, bullet: bool, markdown: bool
) -> bool:
    """Whether `line` goes on with the block that is open."""
    if sum(p.count("**") for p in pending) % 2:
        return True
    if markdown:
        return not previous.endswith("\\") and not _RULE.fullmatch(stripped)
    if not width:
        return stripped[0].islower() and not previous.rstrip().endswith(_STOPS) and not bullet
    indented = len(line) - len(line.lstrip())
    if not bullet and indented >= indent + 2 and previous.rstrip().endswith(_STOPS):
        return False
    first = len(stripped.split(maxsplit=1)[0])
    if len(previous) + 1 + first > width - 6:
        return True
    return stripped[0].islower() and not previous.rstrip().endswith(_STOPS)


def _cells(line: str) -> str:
    return " | ".join(
        cell for c in line.strip().strip("|").split("|") if (cell := " ".join(inline(c.strip())[0].split()))
    )


def _made(text: str, bullet: bool, markdown: bool, level: int = 0) -> Iterator[Block]:
    words, bold, aside = inline(text, tags=markdown)
    if aside is not None:
        head = " ".join(words[:aside].split())
        tail = " ".join(words[aside:].split())
        words, aside = f"{head} {tail}" if tail else head, len(head) + 1 if tail else None
    else:
        words = " ".join(words.split())
    if words:
        yield Block(text=words, bullet=bullet, bold=bold, level=level, aside_from=aside)
