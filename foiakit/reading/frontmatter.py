"""Front matter: facts that a person wrote over a text, between two lines of three dashes. They override detection."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from foiakit.files import yaml
from foiakit.reading import cleaning, dates
from foiakit.reading.blocks import Facts

_MOST_LINES = 200
_MOST_CHARACTERS = 64_000
_FENCE = re.compile(r"---[ \t]*\n")
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\"']?[A-Za-z][\w -]{0,60}[\"']?\s*:")


def _words(value: object) -> object:
    return (cleaning.line(value) or None) if isinstance(value, str) else value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    found = dates.parse(value.strip())
    if found is None:
        raise ValueError(f"“{value[:60]}” is no date; write it as 2009-09-10")
    return found


Words = Annotated[Annotated[str, Field(max_length=2000)] | None, BeforeValidator(_words)]
Day = Annotated[date | None, BeforeValidator(_day)]


class FrontMatter(BaseModel):
    """The keys that are read. Others are named in a warning and left alone: they may be another program's."""

    model_config = ConfigDict(extra="allow", frozen=True)

    url: Words = None
    publisher: Words = None
    issuer: Words = None
    jurisdiction: Words = None
    title: Words = None
    subtitle: Words = None
    date: Day = None
    place: Words = None
    retrieved: Day = None
    archived: Words = None

    def facts(self) -> Facts:
        """The same as facts; `issuer` wins over `publisher`."""
        return Facts(
            title=self.title,
            subtitle=self.subtitle,
            issuer=self.issuer or self.publisher,
            date=self.date,
            place=self.place,
            url=self.url,
            retrieved=self.retrieved,
            archived=self.archived,
            jurisdiction=self.jurisdiction,
        )


def divide(text: str, path: Path | None = None) -> tuple[Facts, str, list[str]]:
    """Front matter, the text after it, and warnings about keys that are not ours.

    A text without front matter, or whose first lines only look like it, comes back whole.

    Raises:
        BadFile: The front matter is no YAML, has anchors, tags or doubled keys, or a value does not fit.
    """
    text = text.lstrip("\n") if text[:1] == "\n" else text
    if not _FENCE.match(text):
        return Facts(), text, []
    lines = text[:_MOST_CHARACTERS].split("\n", _MOST_LINES)
    close = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if close is None:
        return Facts(), text, []
    inner = "\n".join(lines[1:close])
    after = text[sum(len(line) + 1 for line in lines[: close + 1]) :]
    if not inner.strip():
        return Facts(), after, []
    if not _KEY.match(inner):
        return Facts(), text, []
    document = yaml.parse(f"---\n{inner}\n", path)
    front = yaml.load(document, FrontMatter)
    unknown = sorted(str(k) for k in (front.model_extra or {}))
    warnings = [f"front matter: {', '.join(unknown)} is no key of ours and was left alone"] if unknown else []
    return front.facts(), after, warnings
