"""Which law reaches an office on a day: dated values selected, conditions applied, doubtful fields taken away."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from foiakit.files.schema import Written
from foiakit.library.collection import Library
from foiakit.library.law import (
    SECTIONS,
    Act,
    Agreements,
    Appeal,
    AttorneyFees,
    BusinessDays,
    Clock,
    Court,
    Demand,
    Denial,
    Electronic,
    Estimate,
    Exemption,
    Expedite,
    Extraction,
    Fees,
    FiscalYear,
    LawPack,
    Ombuds,
    Purpose,
    Requester,
    Scope,
    Segregability,
    Silence,
    Waiver,
    Writing,
)
from foiakit.library.provision import Doubt, Provision
from foiakit.model.errors import FoiakitError
from foiakit.model.office import Body, Office

BODY_WORDS = {
    Body.FEDERAL: "federal agency",
    Body.STATE_AGENCY: "state agency",
    Body.COUNTY: "county government",
    Body.CITY: "city",
    Body.SCHOOL_DISTRICT: "school district",
    Body.SHERIFF: "sheriff",
    Body.OTHER_LOCAL: "other local body",
}


@dataclass(frozen=True, kw_only=True)
class LawInForce:
    """The law as a letter may state it. What is silent, doubtful or not in force is None, and nothing may replace it.

    `resident`: whether the requester lives in the jurisdiction (None: not stated). `clocks` are all that bind; `clock`
    is the first, the one an answer is counted by. `doubts` are those that took something away, `upcoming` the changes
    foreseen after `on`. `version` is a short hash of the pack's file.
    """

    id: str
    name: str
    version: str
    on: date
    body: Body | None
    resident: bool | None
    act: Act
    citations: tuple[str, ...]
    custodian: str
    clocks: tuple[Clock, ...]
    demands: tuple[Demand, ...]
    exemptions: tuple[Exemption, ...]
    scope: Scope | None = None
    requester: Requester | None = None
    purpose: Purpose | None = None
    writing: Writing | None = None
    fees: Fees | None = None
    waiver: Waiver | None = None
    estimate: Estimate | None = None
    electronic: Electronic | None = None
    extraction: Extraction | None = None
    segregability: Segregability | None = None
    denial: Denial | None = None
    silence: Silence | None = None
    appeal: Appeal | None = None
    ombuds: Ombuds | None = None
    court: Court | None = None
    attorney_fees: AttorneyFees | None = None
    agreements: Agreements | None = None
    expedite: Expedite | None = None
    fiscal_year: FiscalYear | None = None
    business_days: BusinessDays | None = None
    doubts: tuple[Doubt, ...] = ()
    upcoming: tuple[Provision, ...] = ()
    remarks: tuple[str, ...] = ()
    refs: dict[str, str] = field(default_factory=dict)

    @property
    def clock(self) -> Clock | None:
        """The clock an answer is counted by, the first that binds. `within` is None where no number may be said."""
        return self.clocks[0] if self.clocks else None

    def states(self, path: str) -> bool:
        """Whether the law says something printable at `path`: "clock.within", "waiver.standard", "appeal.to".

        A citation counts: `states("court.cite")` is false where the pack rests it on general law.
        """
        value: Any = self
        for step in path.split("."):
            value = value[int(step)] if step.isdigit() and isinstance(value, tuple) else getattr(value, step, None)
            if value is None or value == ():
                return False
        return True

    def ref(self, section: str) -> str:
        """What `Source.ref` says of a value: `ref("clock")` is "us-ca:clock.0"."""
        return f"{self.id}:{self.refs.get(section, section)}"


def law_for(library: Library, office: Office, *, on: date, resident_of: str | None = None) -> LawInForce:
    """The law that reaches `office` on a day.

    Args:
        office: Who is written to.
        on: The letter's date.
        resident_of: Where the requester lives, as a jurisdiction ("us-id", "ID"); None where not stated.

    Raises:
        NotFound: There is no pack for the office's jurisdiction. There is never another law instead.
        BadFile: The pack does not fit its schema.
        FoiakitError: The law does not reach this kind of body, or no act was in force that day.
    """
    return law_in(library, office.jurisdiction, body=office.body, on=on, resident_of=resident_of)


def law_in(
    library: Library, id: str, *, on: date, body: Body | None = None, resident_of: str | None = None
) -> LawInForce:
    """The law of a jurisdiction for one kind of body, or (body None) with all that it says to any of them.

    Raises:
        NotFound, BadFile, FoiakitError: As `law_for`.
    """
    book = library.laws.book(id)
    pack = book.content
    home = _jurisdiction(resident_of)
    resident = None if home is None else home == id
    acts = [a for a in pack.act if a.in_force(on)]
    if not acts:
        raise FoiakitError(f"{id}: no records act of {pack.name} is known for {on.isoformat()}")
    scope = _select(pack.scope, on, None, None)
    if body is not None and scope is not None and body not in scope[1].bodies:
        raise FoiakitError(
            f"{id}: {acts[-1].name} reaches no {BODY_WORDS[body]}",
            remedy=f"In {pack.name} it reaches: {', '.join(BODY_WORDS[b] for b in scope[1].bodies)}.",
        )
    open_doubts = tuple(
        d
        for d in pack.doubts
        if not d.printed and not (d.unless and d.unless.holds(body, resident) and _known(d, body))
    )
    values: dict[str, Any] = {}
    refs: dict[str, str] = {}
    taken: list[Doubt] = []
    for name in ("act", *SECTIONS):
        chosen = _select(getattr(pack, name), on, body, resident)
        if chosen is None:
            continue
        index, value = chosen
        value = _undoubted(value, f"{name}.{index}", open_doubts, taken)
        if value is not None and not value.expected:
            values[name] = value
            refs[name] = f"{name}.{index}"
    clocks = _clocks(pack, on, body, resident)
    binding = [_undoubted(c, f"clock.{i}", open_doubts, taken) for i, c in clocks]
    refs["clock"] = f"clock.{clocks[0][0]}"
    refs |= {f"clocks.{n}": f"clock.{i}" for n, (i, _) in enumerate(clocks)}
    demands = [d for d in pack.demands if d.in_force(on) and d.holds(body, resident) and not d.expected]
    refs |= {f"demands.{d.id}": f"demands.{pack.demands.index(d)}" for d in demands}
    return LawInForce(
        id=id,
        name=pack.name,
        version=book.version,
        on=on,
        body=body,
        resident=resident,
        citations=pack.citations,
        custodian=pack.custodian,
        clocks=tuple(c for c in binding if c is not None),
        demands=tuple(demands),
        exemptions=tuple(
            kept
            for i, e in enumerate(pack.exemptions)
            if e.in_force(on) and e.holds(body, resident)
            if (kept := _undoubted(e, f"exemptions.{i}", open_doubts, taken)) is not None
        ),
        doubts=tuple(dict.fromkeys(taken)),
        upcoming=tuple(
            p for name in ("act", "clock", *SECTIONS) for p in getattr(pack, name) if p.since and p.since > on
        ),
        remarks=pack.remarks,
        refs=refs,
        **values,
    )


W = TypeVar("W", bound=Written)
P = TypeVar("P", bound=Provision)


def _jurisdiction(place: str | None) -> str | None:
    """ "ID" and "us-id" are the same place."""
    if not place:
        return None
    place = place.strip().lower()
    return f"us-{place}" if len(place) == 2 and place != "us" else place


def _known(doubt: Doubt, body: Body | None) -> bool:
    """A condition on bodies is not met by "any body"."""
    return not (doubt.unless and doubt.unless.bodies and body is None)


def _select(options: tuple[P, ...], on: date, body: Body | None, resident: bool | None) -> tuple[int, P] | None:
    """The value in force: of those that hold, the one that began last; of equals, the first in the file."""
    good = [(i, p) for i, p in enumerate(options) if p.in_force(on) and p.holds(body, resident)]
    return max(good, key=lambda pair: (pair[1].since or date.min, -pair[0])) if good else None


def _clocks(pack: LawPack, on: date, body: Body | None, resident: bool | None) -> list[tuple[int, Clock]]:
    """The clocks that bind, in the file's order; a later one for the same answer replaces the earlier."""
    good = [(i, c) for i, c in enumerate(pack.clock) if c.in_force(on) and c.holds(body, resident)]
    newest: dict[str, date] = {}
    for _, clock in good:
        newest[clock.due] = max(newest.get(clock.due, date.min), clock.since or date.min)
    kept = [(i, c) for i, c in good if (c.since or date.min) == newest[c.due]]
    if not kept:
        raise FoiakitError(f"{pack.name}: the pack has no clock for this body and requester on {on.isoformat()}")
    return kept


def _undoubted(value: W, path: str, doubts: tuple[Doubt, ...], taken: list[Doubt]) -> W | None:
    """`value` without the fields that a doubt points at; None if one points at all of it.

    The sentence that the pack holds ready (`says`) goes with any field, since it may state just that.
    """
    here = path.split(".")
    changes: dict[str, Any] = {}
    for doubt in doubts:
        at = doubt.at.split(".")
        if len(at) == 1 or not at[1].isdigit():
            at = [at[0], here[1], *at[1:]]
        if at[:2] != here:
            continue
        taken.append(doubt)
        if len(at) == 2:
            return None
        changes[at[2]] = None
    return value.model_copy(update={**changes, "says": None}) if changes else value
