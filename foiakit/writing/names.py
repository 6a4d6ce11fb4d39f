"""File names that every system takes: Windows' reserved names and signs, and 255 bytes, are kept to."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from foiakit.writing.wording import printable

MAX_BYTES = 200
"""Of one name: below every file system's 255, with room for a suffix and for `.new` beside it."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)


def safe_stem(wanted: str) -> str:
    """`wanted` as a file name without suffix that Windows, macOS and Linux all take.

    A name too long is cut and ends in a short hash of the whole, so that two long names stay apart.

    >>> safe_stem("us-ca/county/imperial: Sheriff?")
    'us-ca-county-imperial- Sheriff'
    >>> safe_stem("nul")
    '_nul'
    """
    name = unicodedata.normalize("NFC", printable(wanted))
    name = _FORBIDDEN.sub("-", name).strip(" .-")
    if not name:
        name = "letter"
    if is_reserved(name):
        name = f"_{name}"
    if len(name.encode()) > MAX_BYTES:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        name = name.encode()[: MAX_BYTES - 9].decode(errors="ignore").rstrip(" .") + f"-{digest}"
    return name


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this name for a device."""
    return _RESERVED.match(name) is not None


def beside(name: str) -> str:
    """The name under which a new version is written next to a file that a person edited: `ice.docx`, `ice.new.docx`."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.new.{suffix}" if dot else f"{name}.new"
