"""A folder of written files: only what changed is written, and never over what a person edited since.

A small record in the folder holds the hashes of all that was ever written under a name. It is written ahead of the
file, so that a run that is killed leaves no file of its own that a later run would take for a person's.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from foiakit.files import atomic
from foiakit.model.errors import FoiakitError
from foiakit.writing.names import beside, is_reserved, safe_stem

RECORD = ".foiakit-written"

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,150}\.[a-z]{2,5}")
"""Names that need no closer look, but for the reserved ones."""


class Outcome(StrEnum):
    """What became of one file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BESIDE = "beside"
    """A person edited the file (or it is not foiakit's): it was kept, the new one stands beside it."""


@dataclass(frozen=True, slots=True)
class Written:
    """One file of an output folder. `path` is where these bytes stand now; `kept` is the edited file beside it."""

    path: Path
    outcome: Outcome
    sha256: str
    kept: Path | None = None


class Folder:
    """An output folder with its record.

    Args:
        path: The folder; made where it is missing. It may be a link, what lies in it may not.
        sync: Flush each file to disk. A batch, which can redo its work, leaves that to the system.

    Raises:
        FoiakitError: It is no folder, or cannot be written.
    """

    def __init__(self, path: Path, *, sync: bool = True) -> None:
        self.path = path
        self._sync = sync
        try:
            path.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise FoiakitError(f"{path}: this is a file, not a folder", remedy="Choose another folder.") from None
        except OSError as error:
            raise FoiakitError(
                f"{path}: the folder cannot be made: {error.strerror}",
                remedy="Choose another folder, or mend the permissions of the one above it.",
            ) from None
        if not os.access(path, os.W_OK | os.X_OK):
            raise FoiakitError(
                f"{path}: the folder cannot be written", remedy="Choose another, or mend its permissions."
            )
        self._ours: dict[str, str] = {}
        record = path / RECORD
        if record.is_file() and not record.is_symlink():
            for line in record.read_text(encoding="utf-8", errors="replace").splitlines():
                digest, _, name = line.partition("  ")
                if len(digest) == 64 and name:
                    self._add(name, digest)

    def write(self, files: dict[str, bytes]) -> list[Written]:
        """Writes a set of files, in this order.

        Args:
            files: Content by name. A name may lie in sub-folders (`us-ca/alameda.docx`), never outside the folder.

        Raises:
            FoiakitError: A name leaves the folder, is no safe name, or leads over a link; or the disk is full. What
                was written before stays, whole.
        """
        planned = [self._plan(name, data) for name, data in files.items()]
        fresh = [w for w, _ in planned if w.outcome is not Outcome.UNCHANGED]
        self._remember([(w.sha256, self._name(w.path)) for w in fresh])
        for written, data in planned:
            if written.outcome is not Outcome.UNCHANGED:
                if written.path.parent != self.path:
                    written.path.parent.mkdir(parents=True, exist_ok=True)
                if self._sync:
                    atomic.write(written.path, data)
                else:
                    atomic.put(written.path.as_posix(), data)
        return [written for written, _ in planned]

    def state(self, name: str) -> str | None:
        """The hash of the file that stands under `name` now, or None where there is none.

        Raises:
            FoiakitError: A link or a folder stands there or on the way, or the file cannot be read.
        """
        path = self._inside(name)
        step = str(self.path)
        for part in name.split("/"):
            step = f"{step}/{part}"
            try:
                mode = os.lstat(step).st_mode
            except FileNotFoundError:
                return None
            if stat.S_ISLNK(mode):
                raise FoiakitError(f"{step}: this is a link; nothing is written through it", remedy="Remove the link.")
        if stat.S_ISDIR(mode):
            raise FoiakitError(f"{path}: a folder stands where the file would be", remedy="Move or rename it.")
        return _digest_of(path)

    def is_ours(self, name: str, digest: str) -> bool:
        """True where foiakit wrote this content under this name."""
        return digest in self._ours.get(name, "")

    def _add(self, name: str, digest: str) -> None:
        """Hashes of a name as one text: mostly there is one, and there may be many names."""
        known = self._ours.get(name)
        self._ours[name] = f"{known} {digest}" if known else digest

    def _plan(self, name: str, data: bytes) -> tuple[Written, bytes]:
        digest = hashlib.sha256(data).hexdigest()
        path, there = self._inside(name), self.state(name)
        if there is None:
            return Written(path, Outcome.NEW, digest), data
        if there == digest:
            return Written(path, Outcome.UNCHANGED, digest), data
        if self.is_ours(name, there):
            return Written(path, Outcome.CHANGED, digest), data
        return self._plan_beside(name, path, digest), data

    def _plan_beside(self, name: str, kept: Path, digest: str) -> Written:
        """The first name beside `kept` that is free, foiakit's own, or holds these bytes already."""
        while True:
            name = beside(name)
            path, there = self._inside(name), self.state(name)
            if there is None or there == digest or self.is_ours(name, there):
                outcome = Outcome.UNCHANGED if there == digest else Outcome.BESIDE
                return Written(path, outcome, digest, kept=kept)

    def _inside(self, name: str) -> Path:
        """The path of a file in the folder.

        Raises:
            FoiakitError: The name is not safe, or leads out of the folder.
        """
        if not _PLAIN.fullmatch(name) or is_reserved(name):
            for part in name.split("/"):
                stem, dot, _ = part.rpartition(".")
                if part in {"", ".", "..", RECORD} or safe_stem(part) != part or (dot and safe_stem(stem) != stem):
                    raise FoiakitError(f"“{name}” is no name for a file in {self.path}", remedy="Choose a plain name.")
        return self.path / name

    def _name(self, path: Path) -> str:
        return path.relative_to(self.path).as_posix()

    def _remember(self, entries: list[tuple[str, str]]) -> None:
        """Appends to the record in one write, which other processes' writes cannot split."""
        fresh = [(digest, name) for digest, name in entries if not self.is_ours(name, digest)]
        lines = "".join(f"{digest}  {name}\n" for digest, name in fresh)
        for digest, name in fresh:
            self._add(name, digest)
        if not lines:
            return
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(self.path / RECORD, flags, 0o666)
            try:
                os.write(handle, lines.encode())
                if self._sync:
                    os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise FoiakitError(
                f"{self.path / RECORD}: cannot be written: {error.strerror}", remedy="Choose another folder."
            ) from None


def _digest_of(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for ever
            raise FoiakitError(f"{path}: this is a pipe or device, not a file", remedy="Move or rename it.")
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise FoiakitError(f"{path}: cannot be read: {error.strerror}", remedy="Mend its permissions.") from None


def write_files(folder: Path, files: dict[str, bytes]) -> list[Written]:
    """Writes `files` into `folder`; see `Folder.write`."""
    return Folder(folder).write(files)
