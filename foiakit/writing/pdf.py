"""Word files become PDF by way of LibreOffice: one process for many letters, with a profile of its own."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from foiakit.model.errors import FoiakitError

AT_ONCE = 100
"""Letters given to one LibreOffice process: its start is paid once, and a hang costs no more than these."""

START_SECONDS = 90
SECONDS_EACH = 10

_OPTIONS = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_DATE = re.compile(rb"<dcterms:created[^>]*>(\d{4})-(\d{2})-(\d{2})T")
_INFO_DATE = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}(?:Z|[+-]\d\d)('?(?:\d\d'?)?\))")
_XMP_DATE = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(</)")
_ID = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")


def soffice() -> str | None:
    """Where LibreOffice is (FOIAKIT_SOFFICE, else the path), or None."""
    return os.environ.get("FOIAKIT_SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")


def required() -> str:
    """Where LibreOffice is.

    Raises:
        FoiakitError: It is not there; how to get it.
    """
    program = soffice()
    if program is None:
        raise FoiakitError(
            "PDF needs LibreOffice, and no soffice was found",
            remedy="Install it (Debian: apt-get install libreoffice-writer-nogui), or write .docx and convert later.",
        )
    return program


def to_pdf(documents: Sequence[bytes]) -> list[bytes]:
    """Word files as tagged PDFs, in the same order. Each carries its letter's date as its own.

    The same LibreOffice with the same fonts gives the same bytes; another gives the same text.

    Args:
        documents: What `to_docx` gave, without comments.

    Raises:
        FoiakitError: LibreOffice is missing, hangs, or gives no file for a letter.
    """
    if not documents:
        return []
    program = required()
    out: list[bytes] = []
    for at in range(0, len(documents), AT_ONCE):
        out += _convert(program, documents[at : at + AT_ONCE])
    return out


def _convert(program: str, documents: Sequence[bytes]) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="foiakit-pdf-") as name:
        folder = Path(name)
        stems = [f"{at:04}" for at in range(len(documents))]
        for stem, document in zip(stems, documents, strict=True):
            (folder / f"{stem}.docx").write_bytes(document)
        said = _run(program, folder, stems)
        made = [folder / f"{stem}.pdf" for stem in stems]
        missing = sum(not path.is_file() for path in made)
        if missing:  # it often exits 0 and writes nothing
            raise FoiakitError(
                f"LibreOffice wrote {len(made) - missing} of {len(made)} PDFs{said}",
                remedy="Open one of the Word files in LibreOffice to see why; the Word files themselves are written.",
            )
        return [_settled(path.read_bytes(), document) for path, document in zip(made, documents, strict=True)]


def _run(program: str, folder: Path, stems: Sequence[str]) -> str:
    """Runs LibreOffice in a process group of its own, so that a hang can be ended whole. What it complained of."""
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to", _OPTIONS, "--outdir", str(folder)),
        *(str(folder / f"{stem}.docx") for stem in stems),
    ]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env={**os.environ, "TZ": "UTC"},  # dates of one length, whatever the machine's zone
        )
    except OSError as error:
        raise FoiakitError(f"{program}: cannot be started: {error.strerror}", remedy="Install LibreOffice.") from None
    limit = START_SECONDS + SECONDS_EACH * len(stems)
    try:
        _, complaint = process.communicate(timeout=limit)
    except BaseException as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            raise FoiakitError(f"LibreOffice did not finish within {limit} seconds", remedy="Try again.") from None
        raise
    words = complaint.decode(errors="replace").strip().splitlines()
    return f": {words[-1][:200]}" if process.returncode and words else ""


def _settled(pdf: bytes, document: bytes) -> bytes:
    """The PDF with the letter's date for the clock's, and an id made from its content."""
    core = zipfile.ZipFile(io.BytesIO(document)).read("docProps/core.xml")
    found = _DATE.search(core)
    if found:
        year, month, day = found.groups()
        pdf = _INFO_DATE.sub(lambda m: _same_length(m, year + month + day), pdf)
        pdf = _XMP_DATE.sub(lambda m: m[1] + b"%s-%s-%sT00:00:00Z" % (year, month, day) + m[2], pdf)
    digest = hashlib.md5(_ID.sub(b"0" * 32, pdf), usedforsecurity=False).hexdigest().upper().encode()
    return _ID.sub(digest, pdf)


def _same_length(found: re.Match[bytes], day: bytes) -> bytes:
    """Offsets in a PDF's table count bytes, so the date keeps its length and its form."""
    return found[0].replace(found[0][len(found[1]) : len(found[1]) + 14], day + b"000000")
