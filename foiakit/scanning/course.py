"""How far the scan of a long text has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""

STAGES = 4
"""How often a scan goes over the passages: what they claim, how they look, the judgement, the suggestions."""
_STEP = 200
"""Passages between two reports, over all stages. An ordinary release has fewer: nobody could read one in time."""

T = TypeVar("T")


@dataclass(slots=True)
class Course:
    """Counts what the stages of a scan go over, and tells how far it has come.

    Args:
        progress: Whom to tell; nobody where None.
        whole: Passages of the release, times `STAGES`.
    """

    progress: Progress | None = None
    whole: int = 0
    done: int = 0

    def over(self, items: Iterable[T]) -> Iterable[T]:
        """The items, each counted as it is done with."""
        return items if self.progress is None else self._counted(items, self.progress)

    def _counted(self, items: Iterable[T], progress: Progress) -> Iterable[T]:
        for item in items:
            yield item
            self.done += 1
            if self.done % _STEP == 0:
                progress(min(self.done, self.whole), self.whole)
