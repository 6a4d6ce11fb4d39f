"""Letters worked out once for all recipients of a kind: composed with blanks for their names, and filled for each.

Two offices under one law, of one kind, with the same facts known of them get the same letter but for their names. Such
a letter is composed once with blanks in place of the names; then only the blanks are filled. Whatever the language of a
letter does with a name (its article, a small first letter, a list with commas) is part of what "the same" means, and
the first letter of each kind is also composed in full and must come out equal, or the kind is never moulded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from foiakit.batch.addressees import Addressee
from foiakit.batch.blanks import BLANK, Blanks, blanks_of, covered
from foiakit.composing.result import Composed
from foiakit.drafting.draft import Recipient
from foiakit.model.finding import Finding, Severity
from foiakit.model.letter import Letter
from foiakit.model.office import Office

MOST_KINDS, _MOST_SEEN = 200, 5_000
"""Kinds whose letters are kept at a time, and kinds of which one letter was met."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What recipients of one kind share: the letter with blanks, and what the checks say of it."""

    letter: Letter
    findings: tuple[Finding, ...]


class Moulds:
    """The kinds that were met, and their letters with blanks.

    Args:
        compose: Composes the letter to an office that is in no directory, and checks it.
        release: As for `blanks_of`.
    """

    def __init__(
        self,
        compose: Callable[[Office, Recipient, Mapping[str, str]], tuple[Composed, tuple[Finding, ...]]],
        release: str,
    ) -> None:
        self._compose = compose
        self._release = release
        self._casts: dict[tuple[object, ...], Cast | None] = {}
        self._seen: set[tuple[object, ...]] = set()

    def blanks_of(self, addressee: Addressee, office: Office) -> Blanks | None:
        """The blanks of a recipient; see the function of that name."""
        return blanks_of(addressee, office, self._release)

    def cast(self, blanks: Blanks) -> Cast | None:
        """The letter with blanks for recipients like this one; None where there is none (yet)."""
        return self._casts.get(blanks.kind)

    def learn(
        self, blanks: Blanks, addressee: Addressee, office: Office, letter: Letter, findings: tuple[Finding, ...]
    ) -> None:
        """Takes a letter that was composed in full, and makes the mould of its kind when a second one comes.

        One that has errors, or that the filled mould does not equal, is never moulded.
        """
        kind = blanks.kind
        if kind in self._casts:
            return
        if kind not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen.add(kind)
            return
        if len(self._casts) >= MOST_KINDS:
            self._casts.clear()
        self._casts[kind] = None
        composed, found = self._compose(*covered(addressee, office, blanks))
        if len(composed.letters) != 1 or composed.missing or any(f.severity is Severity.ERROR for f in found):
            return
        made = composed.letters[0]
        told = [(f.rule, f.severity, f.waived) for f in found]
        if told == [(f.rule, f.severity, f.waived) for f in findings] and filled(made, blanks, office) == letter:
            self._casts[kind] = Cast(made, found)


def filled(letter: Letter, blanks: Blanks, office: Office) -> Letter:
    """The letter to this office: every blank filled, and the office itself in its place."""
    values = blanks.filled()
    made: Letter = _filled(letter, values)
    addressed = replace(made.recipient, id=office.id, intake=office.intake)
    stem = office.id.replace("/", "-")
    return replace(made, recipient=addressed, components=(addressed,), stem=stem)


def fill_text(text: str, values: Mapping[str, str]) -> str:
    """A text with its blanks filled."""
    return BLANK.sub(lambda found: values[found[0]], text) if "q" in text else text


def _filled(value: Any, values: Mapping[str, str]) -> Any:
    if isinstance(value, str) and type(value) is str:
        return fill_text(value, values)
    if isinstance(value, tuple):
        return tuple(_filled(v, values) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            f.name: new for f in fields(value) if (new := _filled(old := getattr(value, f.name), values)) is not old
        }
        return replace(value, **changes) if changes else value
    return value
