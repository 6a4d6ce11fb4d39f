"""A draft, the library and a day become letters: clauses in order, items, notes, exhibits. Law is drawn from packs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from foiakit.composing.result import Composed
    from foiakit.drafting.draft import Draft
    from foiakit.drafting.profile import Requester
    from foiakit.library.collection import Library
    from foiakit.model.release import Release

_HOMES = {
    "Composed": "result",
    "Composer": "composer",
    "LeftOut": "result",
    "Missing": "result",
    "words": "sandbox",
}

__all__ = ["Composed", "Composer", "LeftOut", "Missing", "compose", "words"]


def compose(
    draft: Draft,
    library: Library,
    *,
    on: date,
    releases: Mapping[str, Release] | None = None,
    requester: Requester | None = None,
) -> Composed:
    """The letters of a draft; see `foiakit.composing.composer.compose`."""
    from foiakit.composing.composer import compose as call

    return call(draft, library, on=on, releases=releases, requester=requester)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(name)
