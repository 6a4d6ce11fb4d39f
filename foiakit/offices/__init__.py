"""Offices that take records requests: found by name, by what became of an old name, or by pattern for local bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Loaded here, before the function of that name: a submodule loaded later would take its place in the package.
from foiakit.offices.directory import Directory

if TYPE_CHECKING:
    from foiakit.library.collection import Library
    from foiakit.library.kind import Holding
    from foiakit.model.office import Office

__all__ = ["directory", "words_for"]


def directory(library: Library) -> Directory:
    """The directory of this library. The same library gives the same directory."""
    kept: Directory | None = library.__dict__.get("_directory")
    if kept is None:
        from foiakit.offices.index import load

        kept = library.__dict__["_directory"] = Directory(library, load(library))
    return kept


def words_for(library: Library, office: Office, topics_text: str) -> Holding | None:
    """What an office of this kind keeps about what a text speaks of; None where nothing is known."""
    from foiakit.offices import words

    return words.words_for(library, office, topics_text)
