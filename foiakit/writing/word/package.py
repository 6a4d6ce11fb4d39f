"""The zip of a Word file, written so that the same parts give the same bytes: fixed order, dates and attributes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LEVEL = 6
_DATE = 0x0021
"""1 January 1980, the first day that a zip can name."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """One part, compressed: ready to be joined to others."""

    name: bytes
    crc: int
    size: int
    data: bytes


def pack(name: str, content: bytes) -> Packed:
    """Compresses one part."""
    return Packed(name.encode(), zlib.crc32(content), len(content), zlib.compress(content, _LEVEL, -15))


def join(parts: Iterable[Packed]) -> bytes:
    """A zip archive of the parts in this order. Below 4 GB and 65,535 parts, which no letter reaches."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, crc, size, data in parts:
        body += (_LOCAL.pack(b"PK\3\4", 20, 0, 8, 0, _DATE, crc, len(data), size, len(name), 0), name, data)
        fields = (20, 20, 0, 8, 0, _DATE, crc, len(data), size, len(name), 0, 0, 0, 0, 0, offset)
        directory += (_CENTRAL.pack(b"PK\1\2", *fields), name)
        offset += 30 + len(name) + len(data)
    central = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*body, central, end))


def in_order(name: str) -> tuple[int, str]:
    """The order of parts: content types and root relationships first, as readers expect, then by name."""
    first = ("[Content_Types].xml", "_rels/.rels")
    return (first.index(name) if name in first else len(first), name)


def unpack(archive: bytes) -> dict[str, bytes]:
    """The parts of a Word file, by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def repack(archive: bytes) -> bytes:
    """The same parts as bytes that depend on nothing but them."""
    parts = unpack(archive)
    return join(pack(name, parts[name]) for name in sorted(parts, key=in_order))
