"""Labelled releases: NAME.txt beside NAME.jsonl, a JSON row for each sentence: which record it supports."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foiakit.model.errors import BadFile, FoiakitError, Problem
from foiakit.model.release import Passage, Release
from foiakit.model.suggestion import FAMILIES

NONE = "none"
_WORD = re.compile(r"[a-z0-9]+")
_SHARED = 0.6
_FEWEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence as a person labelled it.

    `primary` is the family it supports most directly or "none"; `also` others that fit. `either`: flagging it or not
    are both right. `pick`: a reporter would take it among the first.
    """

    number: int
    text: str
    primary: str
    also: tuple[str, ...] = ()
    either: bool = False
    pick: bool = False

    @property
    def wanted(self) -> bool:
        """True where there is something to request."""
        return self.primary != NONE


@dataclass(frozen=True, slots=True)
class Labelled:
    """A release's file and its labelled sentences."""

    name: str
    source: Path
    rows: tuple[Row, ...]


def labelled(folders: Sequence[Path]) -> tuple[Labelled, ...]:
    """All labelled releases of some folders, by name.

    Raises:
        FoiakitError: A folder holds none.
        BadFile: Rows that are no JSON or lack a key, each with its line.
    """
    found: list[Labelled] = []
    problems: list[Problem] = []
    for folder in folders:
        rows_files = [p for p in sorted(folder.glob("*.jsonl")) if p.with_suffix(".txt").is_file()]
        if not rows_files:
            raise FoiakitError(
                f"{folder}: no labelled releases (NAME.txt beside NAME.jsonl)",
                remedy="Name the folder that holds them: LABELLED=DIR.",
            )
        for path in rows_files:
            rows, bad = _rows(path)
            problems.extend(bad)
            found.append(Labelled(path.stem, path.with_suffix(".txt"), rows))
    if problems:
        raise BadFile(*problems)
    return tuple(sorted(found, key=lambda one: one.name))


def _rows(path: Path) -> tuple[tuple[Row, ...], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        return (), [Problem(path=path, says=f"cannot be read: {error}", remedy="Save it as UTF-8, a row a line.")]
    for line, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            data = json.loads(text)
            row = Row(
                number=int(data["i"]),
                text=str(data["text"]),
                primary=str(data["primary"]),
                also=tuple(data.get("also") or ()),
                either=bool(data.get("either")),
                pick=bool(data.get("pick")),
            )
        except (ValueError, KeyError, TypeError) as error:
            problems.append(Problem(path=path, line=line, says=f"not a labelled sentence: {error}"))
            continue
        unknown = sorted({row.primary, *row.also} - {*FAMILIES, NONE})
        if unknown:
            problems.append(Problem(path=path, line=line, says=f"{', '.join(unknown)}: no such label"))
            continue
        rows.append(row)
    return tuple(rows), problems


def matched(rows: Sequence[Row], passages: Sequence[str]) -> Iterator[tuple[Row, int | None]]:
    """Each row with the index of the passage that shares most of its words, searched from the last match on.

    A row matches a passage that holds at least six in ten of the shorter one's words, and four of them at least.
    """
    bags = [Counter(_WORD.findall(text.lower())) for text in passages]
    sizes = [sum(bag.values()) for bag in bags]
    near = 0
    for row in rows:
        target = Counter(_WORD.findall(row.text.lower()))
        length = sum(target.values())
        best: tuple[float, int] | None = None
        found: int | None = None
        for index, bag in enumerate(bags):
            if not length:
                break
            shared = sum((target & bag).values())
            if shared / max(1, min(length, sizes[index])) >= _SHARED and shared >= min(_FEWEST, length):
                rank = (shared / length, -abs(index - near))
                if best is None or rank > best:
                    best, found = rank, index
        if found is not None:
            near = found
        yield row, found


def labels_of(release: Release, rows: Sequence[Row]) -> dict[str, Row]:
    """The label of each passage, by passage id. Where several rows fall into one passage, the requestable one that was
    picked, or else comes first, stands for it."""
    passages: list[Passage] = list(release.passages)
    labels: dict[str, Row] = {}
    for row, index in matched(rows, [p.text for p in passages]):
        if index is None:
            continue
        id = passages[index].id
        before = labels.get(id)
        if before is None or (row.wanted, row.pick) > (before.wanted, before.pick):
            labels[id] = row
    return labels
