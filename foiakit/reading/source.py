"""Where the bytes of a release come from: a file, standard input, or bytes at hand. Links are in link.py."""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from foiakit.model.errors import FoiakitError
from foiakit.reading import cleaning

MOST_BYTES = 64_000_000
_REASONS = {
    errno.ENOENT: ("there is no such file", "Check the name; foiakit reads it from the folder you are in."),
    errno.EACCES: ("it may not be read", "Mend its permissions, or copy it to a folder of yours."),
    errno.ELOOP: ("its links lead in a circle", "Name the file itself."),
    errno.ENAMETOOLONG: ("the name is too long for a file", None),
    errno.ENOTDIR: ("part of the path is a file, not a folder", None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Bytes with what is known of them before they are read."""

    raw: bytes
    name: str
    path: Path | None = None
    url: str | None = None
    retrieved: date | None = None
    media_type: str | None = None


def too_large(name: str, size: int | None = None) -> FoiakitError:
    """What is said of a file over the bound."""
    has = f"has {size / 1e6:,.0f} MB" if size else "is larger"
    return FoiakitError(
        f"{name}: {has}; {MOST_BYTES // 1_000_000} MB is the most that is read",
        remedy="Save the release alone, without pictures and attachments.",
    )


def from_file(path: Path) -> Given:
    """The bytes of a regular file.

    Raises:
        FoiakitError: There is none, it is a folder, pipe or device, may not be read, or has more than 64 MB.
    """
    shown = cleaning.line(str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FoiakitError(f"{shown}: is a folder", remedy="Name one file in it.")
        if not stat.S_ISREG(found.st_mode):
            raise FoiakitError(
                f"{shown}: is a pipe or device, not a file",
                remedy="To read a pipe, give - and send it to standard input.",
            )
        if found.st_size > MOST_BYTES:
            raise too_large(shown, found.st_size)
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        says, remedy = _REASONS.get(
            error.errno or 0, (os.strerror(error.errno) if error.errno else "cannot be read", None)
        )
        raise FoiakitError(f"{shown}: {says}", remedy=remedy) from None
    except ValueError:
        raise FoiakitError(f"{shown}: is no name of a file") from None
    if len(raw) > MOST_BYTES:
        raise too_large(shown)
    return Given(raw=raw, name=shown, path=path)


def from_stdin() -> Given:
    """The bytes of standard input.

    Raises:
        FoiakitError: It is closed, or has more than 64 MB.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise FoiakitError("standard input is closed", remedy="Name a file, or send the text to standard input.")
    try:
        raw = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise FoiakitError("standard input cannot be read", remedy="Name a file instead.") from None
    if len(raw) > MOST_BYTES:
        raise too_large("standard input")
    return Given(raw=raw, name="standard input")
