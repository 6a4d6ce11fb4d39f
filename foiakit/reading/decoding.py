"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, and Windows-1252 for every byte that is no UTF-8."""

from __future__ import annotations

import codecs
import re

from foiakit.model.errors import FoiakitError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1a\\x1c-\\x1f\\x7f-\\x9f]")
_HANDLER = "foiakit-windows-1252"


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """One byte that is no UTF-8, as Windows-1252 has it; the five bytes that it leaves undefined become C1 controls."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    raw = error.object[error.start : error.end]
    return "".join(bytes([b]).decode("cp1252", "replace") for b in raw), error.end


codecs.register_error(_HANDLER, _as_windows_1252)


def decode(raw: bytes, *, declared: str | None = None) -> str:
    """The text of some bytes.

    Args:
        declared: The encoding that a header names; used where no byte order mark says otherwise.

    Raises:
        FoiakitError: The bytes are no text.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    if declared and (text := _declared(raw, declared)) is not None:
        return text
    sample = raw[:_SAMPLE]
    if b"\0" in sample:
        wide = _wide(sample)
        if wide is None:
            raise not_text()
        return raw.decode(wide, "replace")
    text = raw.decode("utf-8", _HANDLER)
    if controls(text[:_SAMPLE]) > 0.1:
        raise not_text()
    return text


def _declared(raw: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        if codec in {"ascii", "utf-8", "iso8859-1"}:  # what pages call Latin-1 is Windows-1252 in practice
            return None
        text = raw.decode(codec, "replace")
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None
    return text if isinstance(text, str) and text.count("\ufffd") <= len(text) // 100 else None


def _wide(sample: bytes) -> str | None:
    """UTF-16 by where its zero bytes stand: Latin text has one in every pair."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    pairs = max(1, len(sample) // 2)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def controls(text: str) -> float:
    """The share of control characters other than line ends, tabs and escapes."""
    return len(_CONTROLS.findall(text)) / max(1, len(text))


def not_text() -> FoiakitError:
    """What is said of bytes that no format claims."""
    return FoiakitError(
        "this is no text, web page, PDF, Word file or e-mail",
        remedy="Open it in the program that made it and save it as text, PDF or .docx.",
    )
