"""Checks that are only phrases: templates/checks/<id>.yaml. Rules that compute are code in foiakit/checking/rules/."""

from __future__ import annotations

from typing import Literal

from foiakit.files.schema import Written


class CheckExamples(Written):
    """Run as tests: the check fires on every `bad` text and stays quiet on every `good` one."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


class PhraseCheck(Written):
    """A defect that words betray.

    `where` is the part of a letter that is looked at: its items, its whole body, or a group of clauses ("fees").
    Quotations from a release are never looked at. `any` are phrases as in a template's cues; `unless` are phrases
    that make it right.
    """

    title: str
    severity: Literal["error", "warning", "hint"]
    where: str = "items"
    law: Literal["federal", "state", "any"] = "any"
    any: tuple[str, ...]
    unless: tuple[str, ...] = ()
    says: str
    fix: str
    why: str
    authorities: tuple[str, ...] = ()
    examples: CheckExamples
