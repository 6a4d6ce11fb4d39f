"""Many releases scanned: in parallel processes, in the order of their names, one JSON line each, memory flat."""

from __future__ import annotations

import gc
import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from foiakit.library.collection import Library, open_library
from foiakit.model.errors import FoiakitError

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml"})
_AT_ONCE = 8
"""Files handed to a worker at a time."""
_AHEAD = 4
"""Handfuls on their way for each worker: enough to keep them busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the result: the file it is about, the JSON, and what was wrong with the file, if anything."""

    file: str
    text: str
    wrong: str | None = None


def releases_in(folder: Path) -> list[Path]:
    """The files of a folder and its folders that can be read as releases, by name. Hidden ones are left out.

    Raises:
        FoiakitError: The folder cannot be read, or holds none.
    """
    try:
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in SUFFIXES
            and path.is_file()
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
    except OSError as error:
        raise FoiakitError(f"{folder}: cannot be read: {error.strerror}") from None
    if not found:
        raise FoiakitError(
            f"{folder}: no releases here",
            remedy=f"Files that end in {', '.join(sorted(SUFFIXES))} are read.",
        )
    return found


def already_done(output: Path) -> tuple[set[str], int]:
    """The files that a broken-off run has finished, and the length in bytes of what is whole in its output."""
    done: set[str] = set()
    whole = 0
    if not output.exists():
        return done, 0
    with output.open("rb") as stream:
        for line in stream:
            if not line.endswith(b"\n"):
                break
            try:
                done.add(json.loads(line)["file"])
            except (ValueError, KeyError, TypeError):
                break
            whole += len(line)
    return done, whole


def scan_many(
    folder: Path, files: Sequence[Path], *, workers: int | None = None, templates: Path | None = None
) -> Iterator[Line]:
    """Scans files, a line each, in their order whatever the number of workers.

    Args:
        folder: File names in the result are relative to it.
        workers: Processes; None for one a core; 1 stays in this process.
        templates: A template folder over the person's own.
    """
    workers = workers or os.cpu_count() or 1
    if workers == 1 or len(files) <= _AT_ONCE:
        for path in files:
            yield _line(folder, path, templates)
        return
    yield from _in_parallel(folder, files, workers, templates)


def _in_parallel(folder: Path, files: Sequence[Path], workers: int, templates: Path | None) -> Iterator[Line]:
    handfuls = (files[at : at + _AT_ONCE] for at in range(0, len(files), _AT_ONCE))
    pending: deque[Future[list[Line]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        try:
            for handful in handfuls:
                pending.append(pool.submit(_lines, folder, handful, templates))
                if len(pending) >= workers * _AHEAD:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _lines(folder: Path, files: Iterable[Path], templates: Path | None) -> list[Line]:
    return [_line(folder, path, templates) for path in files]


@cache
def _library(templates: Path | None) -> Library:
    return open_library(templates)


@cache
def _settle() -> None:
    """Once a process has scanned a release, what it has loaded stays, and is not looked through for waste again."""
    gc.freeze()


def _line(folder: Path, path: Path, templates: Path | None) -> Line:
    from foiakit.reading import read
    from foiakit.scanning.contract import SCHEMA, as_data
    from foiakit.scanning.scanner import scan

    name = path.relative_to(folder).as_posix()
    data: dict[str, Any]
    wrong = None
    try:
        data = {**as_data(scan(read(path), _library(templates))), "file": name}
    except FoiakitError as error:
        wrong = error.says
        data = {"schema": SCHEMA, "file": name, "error": error.says}
    _settle()
    return Line(name, json.dumps(data, ensure_ascii=False, separators=(",", ":")), wrong)
