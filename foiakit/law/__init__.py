"""Which law reaches an office on a date: clocks, fiscal years, holidays, due dates, citations."""

from __future__ import annotations

from typing import Any

_HOMES = {
    "LawInForce": "in_force",
    "law_for": "in_force",
    "law_in": "in_force",
    "due": "clock",
    "deadlines": "clock",
    "count": "clock",
    "lapse": "clock",
    "last_day_to_appeal": "clock",
    "Count": "clock",
    "Calendar": "calendar",
    "Skipped": "calendar",
    "fiscal_year": "fiscal",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    """Imports a public name from its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"foiakit.law.{_HOMES[name]}"), name)
