"""What reading knows as data: templates/reading/*.yaml, validated once, a person's own file before the shipped one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from foiakit.files import place, yaml
from foiakit.files.schema import Written
from foiakit.model.errors import BadFile, Problem

FOLDER = "reading"
_ELLIPSIS = "…"
_TRAILING = " .:;,·|»›>-–—"
_LONGEST = 400

W = TypeVar("W", bound=Written)


class AbbreviationFile(Written):
    """templates/reading/abbreviations.yaml."""

    titles: tuple[str, ...]
    others: tuple[str, ...]
    places_and_months: tuple[str, ...]
    starters: tuple[str, ...]


class FurnitureFile(Written):
    """templates/reading/furniture.yaml."""

    end_marks: tuple[str, ...]
    head_lines: tuple[str, ...]
    title_labels: tuple[str, ...]
    navigation: tuple[str, ...]
    contacts: tuple[str, ...]
    about_headings: tuple[str, ...]
    about_openings: tuple[str, ...]


class DatelineFile(Written):
    """templates/reading/datelines.yaml. Each state with all its forms."""

    states: tuple[tuple[str, ...], ...]
    no_places: tuple[str, ...]


class MetaNames(Written):
    """Names of `meta` elements, best first."""

    title: tuple[str, ...]
    date: tuple[str, ...]
    site: tuple[str, ...]
    url: tuple[str, ...]


class PageFile(Written):
    """templates/reading/pages.yaml."""

    elements: tuple[str, ...]
    roles: tuple[str, ...]
    words: tuple[str, ...]
    hidden_words: tuple[str, ...]
    text_words: tuple[str, ...]
    after_headings: tuple[str, ...]
    meta: MetaNames


class HyphenFile(Written):
    """templates/reading/hyphens.yaml."""

    first_halves: tuple[str, ...]


class IssuerFile(Written):
    """templates/reading/issuers.yaml."""

    words: tuple[str, ...]
    anywhere: tuple[str, ...]
    headline_verbs: tuple[str, ...]
    officers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases that can be asked whether one of them is a line.

    Whole phrases lie in a set; those with “…” become one pattern over the whole line.
    """

    whole: frozenset[str]
    open: re.Pattern[str] | None

    def alone(self) -> Phrases:
        """Only the whole phrases: what a sentence can be asked for."""
        return Phrases(self.whole, None)

    def __contains__(self, line: str) -> bool:
        whole = _folded(line[:_LONGEST])
        bare = _bare(whole)
        if bare in self.whole:
            return True
        return self.open is not None and (
            self.open.fullmatch(bare) is not None or self.open.fullmatch(whole) is not None
        )


def phrases(listed: tuple[str, ...]) -> Phrases:
    """Compiles phrases of a data file. “…” stands for at least one character; what ends a line does not matter."""
    whole = frozenset(_bare(_folded(p)) for p in listed if _ELLIPSIS not in p)
    parts = [".+?".join(re.escape(t) for t in _folded(p).split(_ELLIPSIS)) for p in listed if _ELLIPSIS in p]
    return Phrases(whole, re.compile("|".join(parts)) if parts else None)


def _folded(line: str) -> str:
    """A line as phrases are compared: lower case, straight apostrophes, single spaces."""
    return " ".join(line.casefold().replace("’", "'").split())


def _bare(folded: str) -> str:
    return folded.rstrip(_TRAILING) or folded


@lru_cache(maxsize=1)
def abbreviations() -> AbbreviationFile:
    """Words that end in a full stop without ending a sentence."""
    return _load("abbreviations", AbbreviationFile)


@lru_cache(maxsize=1)
def furniture() -> FurnitureFile:
    """Phrases of what is not the release itself."""
    return _load("furniture", FurnitureFile)


@lru_cache(maxsize=1)
def issuers() -> IssuerFile:
    """How the name of a public body looks on a line of its own."""
    return _load("issuers", IssuerFile)


@lru_cache(maxsize=1)
def datelines() -> DatelineFile:
    """How a dateline names its place."""
    return _load("datelines", DatelineFile)


@lru_cache(maxsize=1)
def pages() -> PageFile:
    """What of a web page is not its text, and where a page states its facts."""
    return _load("pages", PageFile)


@lru_cache(maxsize=1)
def hyphens() -> HyphenFile:
    """Which words keep a hyphen at the end of a line."""
    return _load("hyphens", HyphenFile)


def _load(name: str, model: type[W]) -> W:
    candidates: list[Path] = [f / FOLDER / f"{name}.yaml" for f in (place.own(), place.shipped()) if f is not None]
    path = next((p for p in candidates if p.is_file()), None)
    if path is None:
        raise BadFile(
            Problem(
                path=candidates[-1], says="there is no such file", remedy="Install foiakit again; it ships with it."
            )
        )
    return yaml.load(yaml.read(path), model, consequence="No release can be read until it is mended.")
