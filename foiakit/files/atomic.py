"""Writing so that a reader finds the old file or the new one, never half of either."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from foiakit.model.errors import FoiakitError

PRIVATE = 0o600


def write(path: Path, data: bytes | str, *, mode: int | None = None, sync: bool = True) -> None:
    """Writes `data` to `path` in one step.

    Args:
        mode: Permission bits; `PRIVATE` for what only its owner may read. None keeps an existing file's bits, and
            gives a new one what the umask allows.
        sync: Flush to disk before the rename. A batch that can redo its work may leave it to the system.

    Raises:
        FoiakitError: The folder cannot be written, or the disk is full.
    """
    with stream(path, mode=mode, sync=sync) as out:
        out.write(data.encode("utf-8") if isinstance(data, str) else data)


def put(path: str, data: bytes) -> None:
    """Writes a new or changed file in one step and leaves flushing to the system: for thousands of small files.

    Raises:
        FoiakitError: The folder cannot be written, or the disk is full.
    """
    folder, _, name = path.rpartition("/")
    temporary = f"{folder}/.{name[:60]}.{os.getpid()}.part"
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            done = os.write(handle, data)
            while done < len(data):
                done += os.write(handle, data[done:])
        finally:
            os.close(handle)
        os.replace(temporary, path)  # noqa: PTH105 - a path object costs as much as the rename
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _refused(Path(path), error) from None


def ensure_writable(path: Path) -> None:
    """Makes sure, before long work, that its result can be written to `path`. Leaves nothing behind.

    Raises:
        FoiakitError: There is no such folder, or nothing can be written in it.
    """
    try:
        with tempfile.NamedTemporaryFile(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent):
            pass
    except OSError as error:
        raise _refused(path, error) from None


@contextmanager
def stream(path: Path, *, mode: int | None = None, sync: bool = True) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` when the block ends, and is gone if it ends in an error.

    Args:
        mode: As for `write`.
        sync: As for `write`.

    Raises:
        FoiakitError: The folder cannot be written, or the disk is full.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            yield out
            if sync:
                out.flush()
                os.fsync(out.fileno())
        Path(temporary).chmod(_bits(path) if mode is None else mode)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise _refused(Path(path), error) from None
    except BaseException:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise


def _bits(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _refused(path: Path, error: OSError) -> FoiakitError:
    if not path.parent.is_dir():
        return FoiakitError(
            f"{path}: cannot be written: there is no folder {path.parent}", remedy="Make it, or choose another."
        )
    return FoiakitError(
        f"{path}: cannot be written: {error.strerror}", remedy="Choose another folder, or mend its permissions."
    )
