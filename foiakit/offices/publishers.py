"""The parts of a publisher's name: "Department of X, Office of Y" is an office below a department."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foiakit.offices.directory import Directory
    from foiakit.offices.index import Row

_BETWEEN = re.compile(r"\s*(?:[,;|]|\s[-\u2013\u2014]{1,2})\s+")
_UNSAID = frozenset({"the", "u", "s", "us", "united", "states", "for", "of"})
"""Words in which two ways of writing one office's name may differ."""


def parts(name: str) -> list[str]:
    """The parts of a publisher's name, in its order.

    >>> parts("Department of X, Office of Y - Z Division")
    ['Department of X', 'Office of Y', 'Z Division']
    """
    return [part for part in map(str.strip, _BETWEEN.split(name)) if part]


def most_exact(directory: Directory, owner: str, name: str) -> str:
    """The office lowest below `owner` that a part of a publisher's name names; `owner` where none does.

    A part names an office below another where it is its name without that of the one above: "Office of Inspector
    General" beside "Department of X" is what the directory lists as "DX Office of Inspector General".
    """
    said = [_words(part) for part in parts(name)]
    runs = (said[i:j] for i in range(len(said)) for j in range(i + 1, len(said) + 1))  # a name may hold commas itself
    named = {tuple(word for words in run for word in words) for run in runs}
    found = owner
    while (below := next(_below(directory, found, named), None)) is not None:
        found = below
    return found


def _below(directory: Directory, owner: str, named: set[tuple[str, ...]]) -> Iterator[str]:
    offices = directory.index.offices
    above = offices.get(owner)
    own = {_words(n) for n in _names(above)} if above else set()
    for id, row in offices.items():
        if id == owner or not (row.get("parent") == owner or id.rpartition("/")[0] == owner):
            continue
        for words in map(_words, _names(row)):
            short = (words[len(o) :] for o in own if o and words[: len(o)] == o)
            if words in named or any(s in named for s in short if len(s) > 1):
                yield id
                break


def _names(row: Row) -> Iterator[str]:
    yield row["name"]
    if row.get("abbreviation"):
        yield row["abbreviation"]
    yield from row.get("aliases", ())


def _words(name: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", name.lower().replace("&", " and "))
    return tuple(word for word in words if word not in _UNSAID)
