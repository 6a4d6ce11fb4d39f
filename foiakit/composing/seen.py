"""What the clauses of a letter see: law, office, requester, options, and the letter's own items and releases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from foiakit.composing import prose
from foiakit.composing.item import Asked
from foiakit.composing.materials import Materials
from foiakit.composing.routing import Route
from foiakit.composing.sandbox import View
from foiakit.composing.terms import office_view, release_view
from foiakit.law import LawInForce
from foiakit.model.letter import Item

DATA_FAMILIES = frozenset({"statistics", "budget", "system"})
"""Families whose records are mostly data: the letter then says in what form data are wanted."""


def values(
    materials: Materials,
    route: Route,
    law: LawInForce,
    items: Sequence[Item],
    asked: Sequence[Asked],
    lettered: Mapping[str, str],
    subject: str,
) -> dict[str, Any]:
    """The variables of a clause's text and condition.

    Args:
        lettered: The exhibit's letter of each release that the letter cites.
    """
    options, requester = materials.draft.options, materials.who()
    office = office_view([o for _, o, _ in route.asked], None)
    office["custodian"] = route.intake.custodian
    office["regulation"] = route.intake.regulation or ""
    components = {o.id for _, o, _ in route.asked}
    return {
        "law": law,
        "office": office,
        "requester": requester,
        "options": options,
        "ceiling": options.ceiling if options.ceiling is not None else requester.ceiling,
        "harm": next((e for e in law.exemptions if e.topic == "foreseeable-harm"), None),
        "letter": View(
            date=materials.on,
            act=law.act.name,
            short=law.act.short,
            subject=subject,
            count=len(items),
            one=len(items) == 1,
            families=sorted({i.family for i in items}),
            data=any(i.family in DATA_FAMILIES for i in items),
            documents=any(i.family != "statistics" for i in items),
            dated=[i.number for i in items if i.period],
            undated=[i.number for i in items if not i.period],
            first=[n for n, a in enumerate(asked, 1) if a.pick.id in options.first],
            topics=[prose.uncapital(i.label) for i in items],
            places=list(dict.fromkeys(_located(p, a.place) for a in asked for p in a.places)),
            statements=len({id for a in asked for id, _ in a.pick.stretches()}),
            releases=[_release(materials, release, letter, components) for release, letter in lettered.items()],
        ),
    }


def _located(office: str, place: str) -> str:
    """ "the field office for the place", with the place where it is known."""
    return office.replace("for the place", f"for {place}" if place else "").rstrip()


def _release(materials: Materials, release: str, letter: str, components: set[str]) -> View:
    """A release in the opening: by its issuer's short name where that is the recipient, else in full."""
    cited = materials.cited[release]
    view = release_view(cited.release, cited.kind, cited.issuer)
    ours = cited.issuer is not None and cited.issuer.id in components
    view["letter"] = letter
    view["by"] = view["the_issuer"] if ours else view["full_issuer"]
    return view
