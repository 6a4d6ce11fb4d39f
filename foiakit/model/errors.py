"""The one family of errors a person can see: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_SHOWN = 200
"""Characters of a line that a message shows."""

_SAID = 1_000
"""Characters of a message about one problem: it may quote the value, which may be a book."""


class FoiakitError(Exception):
    """Anything a person can mend. `remedy` says how; the command line prints both and exits 2."""

    def __init__(self, says: str, *, remedy: str | None = None) -> None:
        super().__init__(says)
        self.says = says
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.says}\n  {self.remedy}" if self.remedy else self.says


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong in a file that a person wrote. Lines and columns count from 1; 0 where none is known.

    `excerpt` is the line itself, so that a message can show it with a caret.
    """

    path: Path | None
    says: str
    line: int = 0
    column: int = 0
    key: str = ""
    excerpt: str = ""
    width: int = 0
    remedy: str | None = None
    consequence: str | None = None

    def __str__(self) -> str:
        where = str(self.path) if self.path else "input"
        if self.line:
            where += f":{self.line}:{self.column}" if self.column else f":{self.line}"
        says = self.says if len(self.says) <= _SAID else f"{self.says[: _SAID - 300]} … {self.says[-250:]}"
        head = f"{where}: {_short(self.key)}: {says}" if self.key else f"{where}: {says}"
        rows = [head]
        if self.excerpt and self.line:
            gutter = f"    {self.line} | "
            shown = self.excerpt if len(self.excerpt) <= _SHOWN else self.excerpt[: _SHOWN - 2] + " …"
            rows.append(gutter + shown)
            if 0 < self.column <= len(shown):
                caret = "^" * max(1, min(self.width, len(shown) - self.column + 1))
                rows.append(" " * (len(gutter) - 2) + "| " + " " * (self.column - 1) + caret)
        rows += [f"  {text}" for text in (self.remedy, self.consequence) if text]
        return "\n".join(rows)


def _short(key: str) -> str:
    return key if len(key) <= _SHOWN else key[: _SHOWN - 2] + " …"


class BadFile(FoiakitError):
    """A file that cannot be used. Holds every problem found in it, so that all are listed in one run."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(dict.fromkeys(str(p) for p in problems)))
        self.problems = problems


class NotFound(FoiakitError):
    """An id (template, agency, law, passage …) that nothing has."""


class NoDeadline(FoiakitError):
    """The law sets no number: print its wording, never a date."""


class Unfilled(FoiakitError):
    """A letter lacks a fact that the requester must give; it is never written with a gap."""
