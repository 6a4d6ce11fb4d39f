"""Reading a file that somebody named: a regular one, with a bound. A pipe would wait for ever, a device never end."""

from __future__ import annotations

import stat
from pathlib import Path


class Refused(OSError):
    """Why a file is not read: it is no regular file, or too large."""


def read(path: Path, most: int) -> bytes:
    """The bytes of a regular file.

    Args:
        most: The most bytes that it may have.

    Raises:
        Refused: A folder, pipe or device, a name that no file can have, or more than `most` bytes.
        OSError: It is not there, or may not be read.
    """
    try:
        found = path.stat()
    except ValueError:
        raise Refused("this is no name of a file") from None
    if stat.S_ISDIR(found.st_mode):
        raise Refused("this is a folder, not a file")
    if not stat.S_ISREG(found.st_mode):
        raise Refused("this is a pipe or device, not a file")
    if found.st_size > most:
        raise Refused(f"the file has {found.st_size:,} bytes; {most:,} is the most")
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise Refused(f"the file has more than {most:,} bytes")
    return data


def exists(path: Path) -> bool:
    """Whether something stands there; a name that no file can have (too long, a loop of links) has nothing."""
    try:
        return path.exists()
    except OSError:
        return False
