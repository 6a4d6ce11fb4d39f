"""Composing: a draft, the library and a day become letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foiakit.composing.letter import letter
from foiakit.composing.materials import Materials, gather
from foiakit.composing.remarks import remarks
from foiakit.composing.result import Composed, Missing, Stopped
from foiakit.composing.routing import Route, routes
from foiakit.drafting.draft import Draft, Recipient
from foiakit.drafting.profile import Requester
from foiakit.library.collection import Library
from foiakit.model.letter import Letter
from foiakit.model.release import Release

_OF_ALL = frozenset({"field", "template", "passage"})
_OF_THE_REQUESTER = frozenset({"requester", "requester.email", "requester.expedite"})
"""What is missing from the draft or of the requester as such, not for one recipient's letter."""


def compose(
    draft: Draft,
    library: Library,
    *,
    on: date,
    releases: Mapping[str, Release] | None = None,
    requester: Requester | None = None,
) -> Composed:
    """The letters of a draft.

    Args:
        on: The letters' date, unless the draft sets one.
        releases: The draft's releases by letter where they are open already; else they are read again.
        requester: Who asks, where the profile that the draft names is not to be read.

    Returns:
        The letters, and for each that was not written what is missing.

    Raises:
        FoiakitError: A release or profile cannot be read, the order of clauses does not load, an office is unknown.
    """
    return Composer.of(draft, library, on=on, releases=releases, requester=requester).compose()


@dataclass(frozen=True)
class Composer:
    """A draft ready to be composed for any number of recipients.

    Citations, templates and the law in force are worked out once for each release, template and jurisdiction;
    `letters_to` may be called for thousands of recipients.
    """

    materials: Materials

    @classmethod
    def of(
        cls,
        draft: Draft,
        library: Library,
        *,
        on: date,
        releases: Mapping[str, Release] | None = None,
        requester: Requester | None = None,
    ) -> Composer:
        """A composer with everything opened that the draft names; see `compose`."""
        return cls(gather(draft, library, on=on, releases=releases, requester=requester))

    def compose(self) -> Composed:
        """The letters to all of the draft's recipients, with what of the draft has no effect."""
        materials = self.materials
        made = self.letters_to(materials.draft.recipients)
        said = remarks(materials.draft, materials.draft.recipients, materials.library, materials.directory)
        return replace(made, notes=(*made.notes, *said))

    def letters_to(self, recipients: Sequence[Recipient]) -> Composed:
        """The letters to these recipients, in their order; one for each intake office."""
        draft = self.materials.draft
        if missing := _nothing_to_do(draft, recipients):
            return Composed(missing=missing)
        planned, left_out = routes(recipients, draft.picks, self.materials.directory)
        letters: list[Letter] = []
        stopped: list[Missing] = []
        for route in planned:
            try:
                letters.append(letter(self.materials, route))
            except Stopped as stop:
                stopped += [whose for m in stop.missing for whose in _whose(m, route)]
        return Composed(
            letters=tuple(letters),
            missing=tuple(dict.fromkeys(stopped)),
            left_out=left_out,
            notes=self.materials.moved,
        )


def _whose(missing: Missing, route: Route) -> list[Missing]:
    """What is missing, for each recipient of the draft whose letter waits for it."""
    if missing.kind in _OF_ALL or missing.at in _OF_THE_REQUESTER:
        return [missing]
    return [replace(missing, recipient=id) for id in dict.fromkeys(recipient.id for recipient, _, _ in route.asked)]


def _nothing_to_do(draft: Draft, recipients: Sequence[Recipient]) -> tuple[Missing, ...]:
    missing: list[Missing] = []
    if all(p.off for p in draft.picks):
        missing.append(Missing(kind="passage", at="picks", says="no passage is picked", ask="Which passages?"))
    if all(r.off for r in recipients):
        ask = "Which offices should be asked?"
        missing.append(Missing(kind="office", at="recipients", says="the draft names no recipient", ask=ask))
    return tuple(missing)
