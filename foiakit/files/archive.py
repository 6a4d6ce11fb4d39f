"""Office files from outside (.docx, .xlsx) are zips of XML: opened with bounds, refused where they are bombs."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

_OLE = b"\xd0\xcf\x11\xe0"


class Unsafe(ValueError):
    """Why an archive is not opened; `remedy` says what a person can do."""

    def __init__(self, says: str, remedy: str) -> None:
        super().__init__(says)
        self.says = says
        self.remedy = remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most that an archive may hold: parts, bytes of one part and of all, unpacked."""

    parts: int = 500
    part: int = 20_000_000
    total: int = 60_000_000


def members(data: bytes, kind: str, suffix: str, bounds: Bounds) -> Iterator[tuple[str, bytes]]:
    """The parts of an Office file, by name.

    Args:
        kind: What it should be, in a message ("Word file").
        suffix: How it should be saved (".docx").

    Raises:
        Unsafe: It is no such file, encrypted, damaged, too large, or an XML part declares entities.
    """
    save = f"Save it as {suffix}."
    if data[:4] == _OLE:
        raise Unsafe(f"this is an old {suffix[:-1]}, or has a password", f"Save it without a password as {suffix}.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len({info.filename for info in infos}) < len(infos):
                raise Unsafe(f"the {kind} holds two parts of one name", save)
            if len(infos) > bounds.parts or sum(info.file_size for info in infos) > bounds.total:
                raise Unsafe("the file unpacks to more than it may", "Use smaller pictures, or a smaller file.")
            for info in infos:
                if info.flag_bits & 1:
                    raise Unsafe("this file is encrypted", "Save it without a password.")
                if info.file_size > bounds.part:
                    raise Unsafe(f"{info.filename} unpacks to {info.file_size:,} bytes", "Make it smaller.")
                content = archive.read(info)
                if info.filename.lower().endswith((".xml", ".rels")):
                    if declares_entities(content):
                        raise Unsafe(f"{info.filename} declares entities, which no {kind} does", save)
                    if broken := _ill_formed(content):
                        raise Unsafe(f"{info.filename} is broken ({broken})", f"Open it and save it again as {suffix}.")
                yield info.filename, content
    except (
        zipfile.BadZipFile, zlib.error, LookupError, EOFError, OSError, RuntimeError, ValueError, struct.error
    ) as error:  # fmt: skip
        if isinstance(error, Unsafe):
            raise
        raise Unsafe(f"this is no {kind} ({str(error)[:100] or type(error).__name__})", save) from None


def _ill_formed(xml: bytes) -> str | None:
    """Why a part is no XML, None where it is. Nothing is built of it, so that a large part costs no memory."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return str(error)[:100]
    return None


def declares_entities(xml: bytes) -> bool:
    """Whether there is a DOCTYPE, in any encoding: an Office file needs none, and entities grow from there."""
    return b"<!DOCTYPE" in xml.replace(b"\0", b"")
