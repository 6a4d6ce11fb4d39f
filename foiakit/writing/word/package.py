"""The zip of a Word file, written so that the same parts give the same bytes: fixed order, dates and attributes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

DOCUMENT = "word/document.xml"

_LEVEL = 6
_DATE = 0x0021
"""1 January 1980, the first day that a zip can name."""

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5HL")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """One part, compressed and headed: ready to be joined to others. `entry` lacks only the offset, and the name."""

    name: bytes
    local: bytes
    entry: bytes


def pack(name: str, content: bytes) -> Packed:
    """Compresses one part."""
    return _headed(name.encode(), zlib.crc32(content), len(content), deflate(content))


def _headed(name: bytes, crc: int, size: int, data: bytes) -> Packed:
    local = _LOCAL.pack(b"PK\3\4", 20, 0, 8, 0, _DATE, crc, len(data), size, len(name), 0)
    entry = _ENTRY.pack(b"PK\1\2", 20, 20, 0, 8, 0, _DATE, crc, len(data), size, len(name), 0, 0, 0, 0, 0)
    return Packed(name, b"".join((local, name, data)), entry)


def pack_document(start: bytes, rest: bytes, deflated: bytes | None = None) -> Packed:
    """Compresses the document in two runs, so that what many letters share need be deflated but once.

    A deflate stream may be cut after a full flush: what follows refers to nothing before it. The letters of a batch
    then cost only what they say themselves.

    Args:
        start: What is the letter's own.
        rest: What comes after.
        deflated: The rest, where it is compressed already (by `deflate`).
    """
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    data = compressor.compress(start) + compressor.flush(zlib.Z_FULL_FLUSH)
    crc = zlib.crc32(rest, zlib.crc32(start))
    data += deflate(rest) if deflated is None else deflated
    return _headed(DOCUMENT.encode(), crc, len(start) + len(rest), data)


def deflate(content: bytes) -> bytes:
    """Raw deflate, ended."""
    return zlib.compress(content, _LEVEL, -15)


def join(parts: Iterable[Packed]) -> bytes:
    """A zip archive of the parts in this order. Below 4 GB and 65,535 parts, which no letter reaches."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for name, local, entry in parts:
        body.append(local)
        directory += (entry, offset.to_bytes(4, "little"), name)
        offset += len(local)
        count += 1
    central = b"".join(directory)
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


def repack(archive: bytes, *, own_paragraphs: int) -> bytes:
    """The same parts as bytes that depend on nothing but them.

    Args:
        own_paragraphs: How many paragraphs of the document are deflated before the rest.
    """
    parts = unpack(archive)
    document = parts[DOCUMENT]
    cut = 0
    for _ in range(own_paragraphs):
        cut = document.index(b"</w:p>", cut) + len(b"</w:p>")
    return join(
        pack_document(document[:cut], document[cut:]) if name == DOCUMENT else pack(name, parts[name])
        for name in sorted(parts, key=in_order)
    )
