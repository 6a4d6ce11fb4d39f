"""A rule: what it looks at, how bad it is, which authorities it rests on, a bad and a good example, and the fix."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from foiakit.composing.result import Composed
from foiakit.drafting.draft import Draft
from foiakit.drafting.profile import Requester
from foiakit.library.collection import Library
from foiakit.model.finding import Severity
from foiakit.model.letter import Item, Letter
from foiakit.model.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the rules look at: a draft, what was composed from it, and who asks."""

    draft: Draft
    composed: Composed
    library: Library
    requester: Requester | None
    releases: Mapping[str, Release]

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters that could be composed."""
        return self.composed.letters


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields: what is wrong, the fix where it differs from the rule's, and a narrower place."""

    says: str
    fix: str | None = None
    at: str = ""


Looks = Literal["item", "letter", "draft"]
Check = Callable[..., Iterable[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue. `why` is its docstring; `bad` and `good` are its tests."""

    id: str
    name: str
    severity: Severity
    looks_at: Looks
    authorities: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    fix: str
    why: str
    check: Check

    def on_item(self, item: Item) -> list[Found]:
        """What it finds in one item (for rules that look at items)."""
        return list(self.check(item))


_MADE: dict[str, Rule] = {}


def rule(
    id: str,
    name: str,
    severity: Severity,
    *,
    looks_at: Looks,
    fix: str,
    authorities: Iterable[str] = (),
    bad: Iterable[str] = (),
    good: Iterable[str] = (),
) -> Callable[[Check], Check]:
    """Makes a function a rule. An "item" rule takes the item; the others take the letter or the draft, and the case.

    Raises:
        ValueError: Another rule has the id.
    """

    def made(check: Check) -> Check:
        if id in _MADE and _MADE[id].check.__module__ != check.__module__:
            raise ValueError(f"two rules are called {id}")
        why = " ".join((check.__doc__ or "").split())
        _MADE[id] = Rule(
            id=id,
            name=name,
            severity=severity,
            looks_at=looks_at,
            authorities=tuple(authorities),
            bad=tuple(bad),
            good=tuple(good),
            fix=fix,
            why=why,
            check=check,
        )
        return check

    return made


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id. The modules of foiakit/checking/rules/ are walked; no list is extended."""
    package: Any = importlib.import_module("foiakit.checking.rules")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"foiakit.checking.rules.{module.name}")
    return dict(sorted(_MADE.items()))
