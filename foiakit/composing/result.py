"""What composing gives back: letters, what stopped one, what was left out of one, and notes to the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foiakit.model.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact or decision without which a letter is not written.

    `at` is where it belongs in the draft ("picks.0.fields.period", "requester.residence"); `ask` is the question to
    put to the person; `recipient` the office whose letter waits, None where all do.
    """

    kind: Literal["field", "requester", "passage", "law", "template", "office"]
    at: str
    says: str
    ask: str | None = None
    remedy: str | None = None
    recipient: str | None = None

    def __str__(self) -> str:
        whose = f"{self.recipient}: " if self.recipient else ""
        return f"{whose}{self.says}" + (f"\n  {self.remedy}" if self.remedy else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An item that one recipient is not asked for, and why. `pick` is None where the recipient gets no letter."""

    recipient: str
    pick: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The letters of a draft. A letter for which something is missing is not among them."""

    letters: tuple[Letter, ...] = ()
    missing: tuple[Missing, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()


class Stopped(Exception):
    """A letter cannot be written; holds every reason that was found."""

    def __init__(self, *missing: Missing) -> None:
        super().__init__("; ".join(m.says for m in missing))
        self.missing = missing
