"""What a letter was made of, as one hash: it is written anew when this changes, and only then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from foiakit import __version__
from foiakit.batch.addressees import Addressee
from foiakit.batch.prepare import Prepared
from foiakit.library.collection import Library

LAWS = "laws"


class Ingredients:
    """Hashes of all that the letters of a run share, and of each jurisdiction's law."""

    def __init__(self, prepared: Prepared, library: Library, *, letterhead: bytes | None, annotate: bool) -> None:
        self._library = library
        self._laws: dict[str, str] = {}
        shared = {
            "foiakit": __version__,
            "draft": prepared.draft.model_dump(mode="json"),
            "releases": {letter: release.sha256 for letter, release in prepared.releases.items()},
            "written": {pick: dict(fields) for pick, fields in prepared.written.items()},
            "title": prepared.title,
            "on": prepared.on.isoformat(),
            "letterhead": hashlib.sha256(letterhead).hexdigest() if letterhead else None,
            "annotate": annotate,
        }
        self._shared = json.dumps(shared, sort_keys=True, ensure_ascii=False)

    @cached_property
    def templates(self) -> str:
        """The hash of every template file but the laws."""
        return _hash_of(_files(self._library, lambda name: name != LAWS))

    def law(self, jurisdiction: str) -> str:
        """The hash of one law pack."""
        if jurisdiction not in self._laws:
            found = ((f / LAWS / f"{jurisdiction}.yaml") for f in self._library.folders)
            self._laws[jurisdiction] = _hash_of((p.name, p) for p in found if p.is_file())
        return self._laws[jurisdiction]

    @cached_property
    def _base(self) -> hashlib._Hash:
        return hashlib.sha256(f"{self._shared}\n{self.templates}\n".encode())

    def of(self, addressee: Addressee, stem: str) -> str:
        """The hash for one letter, in any format."""
        said = [r.model_dump_json(exclude_defaults=True) for r in addressee.recipients]
        text = json.dumps([self.law(addressee.id.split("/")[0]), stem, said, dict(addressee.facts)], sort_keys=True)
        base = self._base.copy()
        base.update(text.encode())
        return base.hexdigest()[:32]


def _files(library: Library, wanted: Callable[[str], bool]) -> Iterator[tuple[str, Path]]:
    for index, folder in enumerate(library.folders):
        for path in sorted(folder.rglob("*")):
            relative = path.relative_to(folder)
            if wanted(relative.parts[0]) and path.is_file():
                yield f"{index}/{relative.as_posix()}", path


def _hash_of(files: Iterator[tuple[str, Path]]) -> str:
    digest = hashlib.sha256()
    for name, path in files:
        content = path.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
