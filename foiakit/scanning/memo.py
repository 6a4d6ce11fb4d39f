"""What is found out once for each word and then remembered: most words of a text were in the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Memo(dict[str, Found]):
    """What `find` says of a word; indexed like any dict. Texts have no end of new words: at some size it forgets all.

    Args:
        find: Called once for a word.
        most: Words that are remembered.
    """

    def __init__(self, find: Callable[[str], Found], most: int) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, word: str) -> Found:
        if len(self) > self._most:
            self.clear()
        found = self[word] = self._find(word)
        return found
