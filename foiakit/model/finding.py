"""What a check found in a draft or letter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop export (exit 1); warnings are shown until waived with a reason; hints inform."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect. `place` is where in the draft or letter ("items.2.period", "letter us/dhs/ice, item 2").

    `authorities` are ids under templates/authorities/; `fix` says how to mend it.
    """

    rule: str
    severity: Severity
    place: str
    says: str
    fix: str | None = None
    authorities: tuple[str, ...] = ()
    waived: str | None = None
