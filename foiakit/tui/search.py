"""Finding words in what is on the screen, blind to case, curly quotes and odd spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from foiakit.tui.screens.chooser import Choice, Search

_LIKE = {"'": "['’‘]", '"': '["“”]', "-": "[-–—‑]", " ": r"\s+"}


def matcher(words: str) -> Callable[[str], list[tuple[int, int]]] | None:
    """A function that gives where `words` stand in a text, as (start, end); None where nothing is searched."""
    words = words.strip()
    if not words:
        return None
    pattern = re.compile("".join(_LIKE.get(c, re.escape(c)) for c in words), re.IGNORECASE)
    return lambda text: [m.span() for m in pattern.finditer(text)]


def finder(choices: Sequence[Choice]) -> Search:
    """A filter over a fixed list: every typed word must stand in a choice; the order of the list is kept."""
    folded = [(f"{c.id} {c.title} {c.detail}".casefold(), c) for c in choices]

    def search(words: str) -> Sequence[Choice]:
        wanted = words.casefold().split()
        return [choice for text, choice in folded if all(word in text for word in wanted)]

    return search


def nearby(but: Collection[Path] = ()) -> Search:
    """The releases of this folder, and what is typed where it is no part of their names: another file, or a link.

    Args:
        but: Files that are open already, resolved.
    """
    from foiakit.tui.opening import openable

    found = [path for path, what in openable(Path()) if not what and path.resolve() not in but]
    files = finder([Choice(str(path), str(path)) for path in found])

    def search(words: str) -> Sequence[Choice]:
        typed = words.strip()
        found = files(typed)
        if not typed or any(choice.id == typed for choice in found):
            return found
        source = typed if "://" in typed else str(Path(typed).expanduser())
        own = Choice(source, f"Open {typed}")
        return [own, *found] if "://" in typed or Path(source).is_file() else [*found, own]

    return search
