"""Word classes: templates/scanning/lexicon/*.yaml, the words by which agencies speak of agreements, money, arrests …"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import field_validator

from foiakit.files import yaml
from foiakit.files.schema import Written
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, Problem
from foiakit.scanning.phrases import BadPhrase, Phrasebook, phrasebook

_CONSEQUENCE = "Releases cannot be scanned until it is mended."


class WordClasses(Written):
    """One file of word classes; the id of a class is the file's name and its own: `agreement/instrument`.

    Phrases are written as in `foiakit.scanning.phrases`.
    """

    title: str
    classes: dict[str, tuple[str, ...]]

    @field_validator("classes")
    @classmethod
    def _can_be_matched(cls, value: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for name, phrases in value.items():
            try:
                phrasebook([(name, phrases)])
            except BadPhrase as bad:
                raise ValueError(f"{name}: {bad}") from None
        return value


def word_classes(library: Library) -> Phrasebook:
    """All word classes in one phrasebook; a person's file replaces the shipped one of the same name.

    Raises:
        BadFile: A file does not fit, with line and key.
    """
    chosen: dict[str, Path] = {}
    for folder in library.under("scanning/lexicon"):
        for path in sorted(folder.glob("*.yaml")):
            chosen.setdefault(path.stem, path)
    return _compiled(tuple((name, path, path.stat().st_mtime_ns) for name, path in sorted(chosen.items())))


def class_names(library: Library) -> frozenset[str]:
    """The id of every word class, for checking what templates refer to."""
    return frozenset(word_classes(library).names)


@lru_cache(maxsize=8)
def _compiled(files: tuple[tuple[str, Path, int], ...]) -> Phrasebook:
    book = Phrasebook()
    problems: list[Problem] = []
    for name, path, _ in files:
        try:
            written = yaml.load(yaml.read(path), WordClasses, consequence=_CONSEQUENCE)
        except BadFile as bad:
            problems.extend(bad.problems)
            continue
        for group, phrases in written.classes.items():
            for phrase in dict.fromkeys(phrases):
                book.add(f"{name}/{group}", phrase)
    if problems:
        raise BadFile(*problems)
    return book
