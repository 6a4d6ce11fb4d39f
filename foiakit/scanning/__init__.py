"""Passages to claims to suggestions with reasons: what a sentence claims, and what could be asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foiakit.scanning.quotes import quote
    from foiakit.scanning.scanner import Scored, explain, scan

__all__ = ["Scored", "explain", "quote", "scan"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    homes = {"Scored": "scanner", "explain": "scanner", "scan": "scanner", "quote": "quotes"}
    if name not in homes:
        raise AttributeError(name)
    found = getattr(import_module(f"foiakit.scanning.{homes[name]}"), name)
    globals()[name] = found
    return found
