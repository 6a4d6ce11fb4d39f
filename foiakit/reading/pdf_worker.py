"""Run as a program of its own: a PDF on standard input, its lines as JSON on standard output.

Apart from foiakit's process, with bounded memory and time, because a PDF can make its reader unpack a gigabyte, loop
or crash. It imports nothing of foiakit but this file.
"""

from __future__ import annotations

import ctypes
import json
import re
import signal
import sys
from typing import Any

MOST_MEMORY = 600_000_000
MOST_SECONDS = 1.0
MORE_SECONDS_A_MEGABYTE = 2.0
MOST_PAGES = 400
MOST_CHARACTERS = 5_000_000
_HYPHENS = "\x02\ufffe"
_LINE = re.compile("[^\r\n\x02\ufffe]*[\x02\ufffe]|[^\r\n\x02\ufffe]+")
"""Up to a line end, or to the mark that pdfium puts where a word is divided (it then leaves the line end out)."""


def bound(size: int) -> None:
    """Caps address space and processor time where the system can. A larger file may take longer."""
    seconds = MOST_SECONDS + MORE_SECONDS_A_MEGABYTE * size / 1_000_000
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        import resource
    except ImportError:
        return
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY if hard < 0 else min(MOST_MEMORY, hard), hard))
    except (OSError, ValueError):
        return


def lines_of(raw: bytes) -> dict[str, Any]:
    """Every page's size and lines: text, left, bottom, right, top, font size, whether bold."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "damaged"}
    count = len(document)
    pages: list[dict[str, Any]] = []
    left = MOST_CHARACTERS
    for number in range(min(count, MOST_PAGES)):
        try:
            page = document[number]
            lines = _lines(page, left)
            pages.append({"width": page.get_width(), "height": page.get_height(), "lines": lines})
        except pdfium.PdfiumError:
            pages.append({"width": 0, "height": 0, "lines": []})
            continue
        left -= sum(len(line[0]) for line in lines)
        page.close()
        if left <= 0:
            break
    try:
        title = document.get_metadata_value("Title")
    except (pdfium.PdfiumError, UnicodeError):
        title = ""
    return {"count": count, "pages": pages, "title": title}


def _lines(page: Any, most: int) -> list[list[Any]]:
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    text = text_page.get_text_range(0, min(text_page.count_chars(), most)) if text_page.count_chars() else ""
    out: list[list[Any]] = []
    for match in _LINE.finditer(text):
        line, at = match[0], match.start()
        stripped = line.strip()
        if stripped:
            first = at + len(line) - len(line.lstrip())
            box = _box(pdfium, text_page, first)
            end = _box(pdfium, text_page, at + len(line.rstrip()) - 1 - (line.rstrip()[-1] in _HYPHENS))
            index = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, first)
            size = pdfium.FPDFText_GetFontSize(text_page, index)
            bold = _bold(pdfium, text_page, index)
            if box and end:
                bottom, top = min(box[1], end[1]), max(box[3], end[3])
                out.append([stripped, box[0], bottom, end[2], top, size, bold])
            else:
                out.append([stripped, 0, 0, 0, 0, size, bold])
    text_page.close()
    return out


def _box(pdfium: Any, text_page: Any, at: int) -> tuple[float, float, float, float] | None:
    index = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, at)
    rectangle = pdfium.FS_RECTF()
    if index < 0 or not pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle):
        return None
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _bold(pdfium: Any, text_page: Any, index: int) -> bool:
    if index < 0:
        return False
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= 600:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text_page, index, buffer, len(buffer), flags)
    name = buffer.raw[: max(0, min(size, len(buffer)) - 1)].lower()
    return b"bold" in name or b"black" in name or b"heavy" in name


def main() -> None:
    """Reads standard input, writes standard output."""
    raw = sys.stdin.buffer.read()
    bound(len(raw))
    try:
        answer = lines_of(raw)
    except MemoryError:
        answer = {"error": "memory"}
    except ImportError:
        raise
    except Exception:  # whatever a broken file makes of its own numbers and names
        answer = {"error": "damaged"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
