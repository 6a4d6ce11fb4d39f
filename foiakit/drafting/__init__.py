"""A draft: everything a person decided, as one YAML file that can be read, compared and mailed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Draft": "draft",
    "Pick": "draft",
    "Recipient": "draft",
    "Options": "draft",
    "ReleaseRef": "draft",
    "Waived": "draft",
    "Requester": "profile",
    "load_profile": "profile",
    "Selector": "selector",
    "new_draft": "start",
    "pick_passage": "start",
    "suggested_recipients": "start",
    "load_draft": "keep",
    "save_draft": "keep",
    "open_releases": "keep",
    "requester_of": "keep",
    "reanchor": "anchor",
    "Reanchored": "anchor",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the names above


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(name)
