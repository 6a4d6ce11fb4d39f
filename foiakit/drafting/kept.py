"""Copies kept beside a draft: what came through a link or standard input, so that cited words can be proved later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from foiakit.files import atomic, regular
from foiakit.model.errors import FoiakitError
from foiakit.model.release import Release
from foiakit.reading import formats

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes to keep, and the file for them."""

    path: Path
    raw: bytes

    def write(self) -> None:
        """Writes the copy in one step, readable for its owner alone.

        Raises:
            FoiakitError: The folder cannot be written.
        """
        atomic.write(self.path, self.raw, mode=atomic.PRIVATE)


def needs_copy(source: str) -> bool:
    """Whether there is no file of it: a link, or standard input."""
    return source == STDIN or "://" in source


def beside(release: Release, raw: bytes, source: str, draft: Path, letter: str) -> tuple[Release, Kept | None]:
    """A release with the file under which a draft holds it, and the copy that is this file where there was none.

    Args:
        raw: The bytes of which the release was read.
        source: What a person named: a file, a link or standard input.
        letter: The release's letter in the draft.
    """
    if not needs_copy(source):
        return release, None
    copy = copy_of(release, raw, draft, letter)
    return replace(release, file=str(copy.path)), copy


def copy_of(release: Release, raw: bytes, draft: Path, letter: str) -> Kept:
    """The copy of a release, as `DRAFT-release-a.html` beside its draft; a file of other bytes is never written over.

    Args:
        letter: The release's letter in the draft.
    """
    try:
        suffix = formats.detect(raw, release.file, None).value
    except FoiakitError:
        suffix = formats.Format.TEXT.value
    stem = draft.name.removesuffix(draft.suffix).removesuffix(".draft")
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        path = draft.with_name(f"{stem}-release-{letter.lower()}{again}.{suffix}")
        if not (path.is_symlink() or path.exists()) or _holds(path, raw):
            return Kept(path, raw)
        number += 1


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return not path.is_symlink() and regular.read(path, len(raw)) == raw
    except OSError:
        return False
