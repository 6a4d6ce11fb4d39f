"""One zip of all that a batch wrote, streamed: the same files give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from foiakit.batch.manifest import CSV, JSONL, read_manifest
from foiakit.files import atomic

FILE = "letters.zip"
_BESIDES = (CSV, JSONL, "index.docx", "index.csv", "index.xlsx", "calendar.ics")
_PACKED = {".docx", ".xlsx", ".pdf"}
"""Formats that are compressed already."""


def write_archive(folder: Path) -> Path:
    """Writes letters.zip: every file of the settled manifest as it stands on disk, with
    manifest, index and calendar."""
    path = folder / FILE
    with atomic.stream(path) as out, zipfile.ZipFile(out, "w", allowZip64=True) as archive:
        for name in _names(folder):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _PACKED else zipfile.ZIP_DEFLATED
            archive.writestr(info, (folder / name).read_bytes())
    return path


def _names(folder: Path) -> Iterator[str]:
    yield from (entry["file"] for entry in read_manifest(folder) if (folder / entry["file"]).is_file())
    yield from (name for name in _BESIDES if (folder / name).is_file())
