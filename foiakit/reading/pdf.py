"""A PDF to blocks: the worker's lines become paragraphs, running heads are set apart, hyphens at line ends mended."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import cleaning, plain, rules
from foiakit.reading.blocks import Block, Facts, Sheet
from foiakit.reading.pdf_worker import MOST_PAGES

_SECONDS = 30
_EDGE = 0.11
_NUMBER = re.compile(r"(?i)(?:page\s*)?[-–—|\s]*(?:p\.?\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*")
_ENDS = re.compile(r"[.!?:;…][\"”’)\]]*$")
_SENTENCE = re.compile(r"[.!?…][\"”’)\]]*$")
_SOFT_HYPHEN = re.compile(r"([^\W\d_]+)[-\x02\ufffe\xad]$")
_OCR = "Read its words with OCR first: `ocrmypdf scan.pdf text.pdf`, or tesseract; then give the result."
_ERRORS = {
    "password": ("the PDF has a password", "Open it with the password, print it to a new PDF, and give that."),
    "damaged": ("the PDF is damaged and cannot be opened", "Fetch it again, or open it and print it to a new PDF."),
    "memory": ("the PDF unpacks to more than is safe to read", "Print the pages that matter to a new PDF."),
}


@dataclass(slots=True)
class Line:
    """A line as it is printed; lengths in points, from the page's bottom left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    page: int
    running: bool = False


def sheet(raw: bytes) -> Sheet:
    """Reads a PDF.

    Raises:
        FoiakitError: It has a password, is damaged, takes too long, or holds pictures of text only.
    """
    answer = _worked(raw)
    pages: list[dict[str, Any]] = answer["pages"]
    lines = [
        Line(
            text=cleaned,
            left=float(row[1]),
            bottom=float(row[2]),
            right=float(row[3]),
            top=float(row[4]),
            size=float(row[5]),
            bold=bool(row[6]),
            page=number,
        )
        for number, page in enumerate(pages, start=1)
        for row in page["lines"]
        if (cleaned := _text(str(row[0])))
    ]
    if sum(len(line.text) for line in lines) < 20 * min(len(pages), 3):
        raise FoiakitError("the PDF holds pictures of pages but no text (a scan)", remedy=_OCR)
    _mark_running(lines, pages)
    blocks = _paragraphs(lines)
    warnings = []
    blank = sorted(set(range(1, len(pages) + 1)) - {line.page for line in lines})
    if blank and len(pages) > 1:
        warnings.append(f"no text on page {', '.join(map(str, blank[:10]))}: if it is a scan, run OCR (ocrmypdf) first")
    if answer["count"] > len(pages):
        warnings.append(f"only the first {len(pages)} of {answer['count']} pages were read")
    elif answer["count"] > MOST_PAGES:
        warnings.append(f"only the first {MOST_PAGES} pages were read")
    return Sheet(blocks=blocks, fallback=Facts(title=_useful(answer.get("title"))), warnings=warnings)


def _worked(raw: bytes) -> dict[str, Any]:
    """What the worker says of the PDF."""
    try:
        run = subprocess.run(
            [sys.executable, "-P", "-m", "foiakit.reading.pdf_worker"],
            input=raw,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_long() from None
    except (OSError, TypeError):
        raise _not_started() from None
    if run.returncode < 0 and hasattr(signal, "SIGPROF") and run.returncode == -signal.SIGPROF:
        raise _too_long()
    if run.returncode > 0:
        raise _not_started()
    try:
        answer = json.loads(run.stdout) if run.returncode == 0 else {"error": "damaged"}  # below 0: it crashed
    except ValueError:
        answer = {"error": "damaged"}
    if not isinstance(answer, dict) or "error" in answer:
        says, remedy = _ERRORS.get(answer.get("error", "damaged"), _ERRORS["damaged"])
        raise FoiakitError(says, remedy=remedy)
    if not answer["pages"]:
        raise FoiakitError("the PDF has no pages", remedy="Fetch it again, or open it and print it to a new PDF.")
    return answer


def _too_long() -> FoiakitError:
    return FoiakitError("the PDF takes too long to read", remedy="Open it and print it to a new PDF.")


def _not_started() -> FoiakitError:
    return FoiakitError(
        "the PDF reader could not be started", remedy="Install foiakit again, or print the PDF's text to a .txt file."
    )


def _text(line: str) -> str:
    """A line cleaned, with a hyphen that the worker marked as one at the line's end kept as a mark."""
    marked = line.rstrip().endswith(("\x02", "\ufffe"))
    words = cleaning.line(line)
    return f"{words}\xad" if marked and words else words


def _useful(title: object) -> str | None:
    words = cleaning.line(title)[:300] if isinstance(title, str) else ""
    named_by_program = re.search(r"(?i)^microsoft word|untitled|\.(?:docx?|indd|pdf|rtf)\b", words)
    return words if len(words.split()) > 3 and not named_by_program else None


def _mark_running(lines: list[Line], pages: list[dict[str, Any]]) -> None:
    """Heads and feet that return on half of the pages, and page numbers, at the edges of a page."""
    seen: Counter[str] = Counter()
    edges: list[Line] = []
    for line in lines:
        height = float(pages[line.page - 1]["height"]) or 1.0
        if line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE:
            edges.append(line)
    for page, text in {(line.page, _kind_of(line.text)) for line in edges}:
        seen[text] += page > 0
    needed = max(2, (len(pages) + 1) // 2)
    for line in edges:
        line.running = _NUMBER.fullmatch(line.text) is not None or seen[_kind_of(line.text)] >= needed


def _kind_of(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold()


def _paragraphs(lines: list[Line]) -> list[Block]:
    body = [line for line in lines if not line.running]
    sizes = Counter(round(line.size, 1) for line in body for _ in range(1 + len(line.text) // 20))
    usual = sizes.most_common(1)[0][0] if sizes else 11.0
    leading = _leading(body)
    margin = sorted(line.right for line in body)[int(len(body) * 0.95)] if body else 0.0
    out: list[Block] = []
    group: list[Line] = []
    waiting: list[Block] = []
    for line in lines:
        if line.running:
            waiting.append(Block(text=line.text.rstrip("\xad"), kind=Kind.FURNITURE, page=line.page))
            continue
        if group and _begins(group, line, leading, margin):
            out.append(_block(group, usual))
            group = []
        if not group:
            out.extend(waiting)
            waiting = []
        group.append(line)
    if group:
        out.append(_block(group, usual))
    return out + waiting


def _leading(body: list[Line]) -> dict[float, float]:
    """The usual distance of base lines, by font size."""
    gaps: dict[float, Counter[float]] = {}
    for above, below in pairwise(body):
        gap = above.bottom - below.bottom
        if above.page == below.page and abs(above.size - below.size) < 0.6 and 0.8 < gap / max(1.0, below.size) < 1.9:
            gaps.setdefault(round(below.size, 1), Counter())[round(gap * 2) / 2] += 1
    return {size: min(g for g, n in counts.items() if n == max(counts.values())) for size, counts in gaps.items()}


def _begins(group: list[Line], line: Line, leading: dict[float, float], margin: float) -> bool:
    """Whether a line begins a new paragraph after those in `group`."""
    last = group[-1]
    if plain.BULLET.match(line.text) or plain.NUMBERED.match(line.text):
        numbered = plain.NUMBERED.match(line.text) is not None and not plain.BULLET.match(line.text)
        if not numbered or _ENDS.search(last.text) or plain.NUMBERED.match(group[0].text) or _room(last, line, margin):
            return True
    if abs(line.size - last.size) > 1.0 or (line.bold != last.bold and _whole_bold(group, line)):
        return True
    ended = _SENTENCE.search(last.text) is not None or last.text.endswith(":")
    if line.page != last.page or line.bottom > last.bottom + 1:
        if ended and line.left > last.left + 9 and not _is_item(group):
            return True
        return _room(last, line, margin) and (ended or last.text.endswith(";") or line.text[:1].isupper())
    usual = leading.get(round(line.size, 1), 1.25 * line.size)
    gap = last.bottom - line.bottom
    if gap > max(usual * 1.25, usual + 2):
        return True
    if gap < 0.35 * line.size:
        return False
    if ended and line.left > last.left + 9 and not _is_item(group):
        return True
    starts = line.text[:1].isupper() or line.text[:1] in "\"“'‘(" or line.text[:1].isdigit()
    if starts and _room(last, line, margin):
        return ended or last.right < margin - 0.35 * (margin - min(last.left, line.left))
    return False


def _whole_bold(group: list[Line], line: Line) -> bool:
    return all(member.bold != line.bold for member in group) and len(group) <= 4


def _is_item(group: list[Line]) -> bool:
    first = group[0].text
    return plain.BULLET.match(first) is not None or plain.NUMBERED.match(first) is not None


def _room(last: Line, line: Line, margin: float) -> bool:
    """Whether the line's first word would have fitted at the end of the line before."""
    character = (line.right - line.left) / max(1, len(line.text))
    first = len(line.text.split()[0])
    return last.right + character * (first + 1) < margin - 2


def _block(group: list[Line], usual: float) -> Block:
    text = ""
    breaks: list[tuple[int, int]] = []
    page = group[0].page
    for line in group:
        joined = _joined(text, line.text)
        if line.page != page:
            page = line.page
            breaks.append((len(joined) - len(line.text.rstrip("\xad")), page))
        text = joined
    text = text.rstrip("\xad") if not text.endswith("\xad") else text[:-1] + "-"
    mark = plain.BULLET.match(text) if len(text) > 2 else None
    bullet = mark is not None or plain.NUMBERED.match(text) is not None
    if mark is not None:
        text = text[mark.end() :]
        breaks = [(max(0, at - mark.end()), number) for at, number in breaks]
    large = group[0].size > usual * 1.15 and not bullet
    return Block(
        text=text,
        level=(1 if group[0].size > usual * 1.4 else 2) if large else 0,
        bullet=bullet,
        bold=all(line.bold for line in group),
        page=group[0].page,
        breaks=tuple(breaks),
    )


def _joined(text: str, following: str) -> str:
    """Two lines as one; a word divided at the line's end is made whole unless its first half keeps hyphens."""
    if not text:
        return following
    divided = _SOFT_HYPHEN.search(text)
    if divided is None or not following[:1].isalpha():
        return f"{text} {following}"
    first = divided[1]
    whole = following[:1].islower() and first.casefold() not in _first_halves() and not first.isupper()
    return text[:-1] + ("" if whole else "-") + following


@lru_cache(maxsize=1)
def _first_halves() -> frozenset[str]:
    return frozenset(rules.hyphens().first_halves)
