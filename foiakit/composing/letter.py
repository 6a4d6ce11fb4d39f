"""One letter, put together: items in the draft's order, clauses in the letter's order, notes, exhibits, what is due."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from foiakit import __version__
from foiakit.composing import demand, heading, prose, seen
from foiakit.composing.citation import notes
from foiakit.composing.clause import clause, depends_on, resting_on
from foiakit.composing.exhibit import exhibit
from foiakit.composing.item import Asked, item_of
from foiakit.composing.materials import ITEMS, STATEMENTS, Materials
from foiakit.composing.result import Missing, Stopped
from foiakit.composing.routing import Route
from foiakit.composing.runs import run_together
from foiakit.composing.spans import renumbered
from foiakit.composing.terms import fields_view, holding_view, office_view, release_view, the_full_name
from foiakit.drafting.draft import Pick, Recipient
from foiakit.law import LawInForce, due
from foiakit.model.errors import NotFound
from foiakit.model.letter import Clause, Exhibit, Item, ItemList, Letter, Versions
from foiakit.model.office import Office
from foiakit.offices import words_for


def letter(materials: Materials, route: Route) -> Letter:
    """The letter to one intake office.

    Raises:
        Stopped: With everything that is missing for it.
    """
    requester, law, on = materials.who(), materials.law(route.intake), materials.on
    asked = _asked(materials, route)
    picks = [a.pick for a in asked]
    cited = dict.fromkeys(id[0] for p in picks for id, _ in p.stretches())
    lettered = {release: chr(ord("A") + i) for i, release in enumerate(cited)}
    components = tuple(office for _, office, _ in route.asked)
    items = _numbered(materials, asked)
    subject = heading.subject(law.act.name, asked, materials.draft.options.subject)
    body = _body(materials, law, seen.values(materials, route, law, items, asked, lettered, subject), items)
    notes_, exhibits = materials.once(
        ("cited", tuple(a.note for a in asked)),
        lambda: (notes(picks, materials.cited, lettered), _exhibits(materials, picks, lettered)),
    )
    recipient = route.asked[0][0]
    way = heading.way(route.intake, recipient)
    return Letter(
        recipient=route.intake,
        components=components,
        dated=on,
        law=law.id,
        act=law.act.name,
        sender=heading.sender(requester),
        channel=heading.channel(route.intake, recipient, on),
        addressee=heading.addressee(route.intake, components, on),
        subject=subject,
        salutation=f"Dear {route.intake.custodian}:",
        body=run_together(body),
        closing="Sincerely,",
        signature=heading.signature(requester),
        attached=tuple(_attached(materials, release, name) for release, name in lettered.items()),
        notes=notes_,
        exhibits=exhibits,
        due=materials.once(("due", *_under(law), way), lambda: due(law, on, channel=way)),
        made_from=_versions(materials, law, items, body),
        stem=route.intake.id.replace("/", "-"),
        cautions=(*heading.cautions(route.intake, recipient, on), *demand.by_hand(law)),
    )


def _asked(materials: Materials, route: Route) -> list[Asked]:
    """The items, in the draft's order; every reason that stops one is found before any is raised."""
    several = len(route.asked) > 1 or route.asked[0][1].id != route.intake.id
    asked: list[Asked] = []
    missing: list[Missing] = []
    for index in route.picks:
        holders = [(r, o) for r, o, held in route.asked if index in held]
        try:
            asked.append(_item(materials, index, holders, several))
        except Stopped as stopped:
            missing += stopped.missing
    if missing:
        raise Stopped(*missing)
    return asked


def _item(materials: Materials, index: int, holders: Sequence[tuple[Recipient, Office]], several: bool) -> Asked:
    pick = materials.draft.picks[index]
    if lost := [materials.lost[id] for id, _ in pick.stretches() if id in materials.lost]:
        remedy = "Pick the passage again, or put back the release as it was."
        raise Stopped(*(Missing(kind="passage", at=f"picks.{index}", says=str(one), remedy=remedy) for one in lost))
    try:
        book = materials.library.requests.book(pick.template)
    except NotFound as unknown:
        at = f"picks.{index}.template"
        raise Stopped(Missing(kind="template", at=at, says=unknown.says, remedy=unknown.remedy)) from None
    recipient, offices = holders[0][0], [o for _, o in holders]
    cited = materials.cited[pick.release]
    fields, period = fields_view(index, pick, book.content, recipient, materials.directory, cited.release.text)
    topic = f"{pick.at.exact} {fields['subject']}"
    values: dict[str, Any] = {
        **fields,
        "release": release_view(cited.release, cited.kind, cited.issuer),
        "office": office_view(offices, cited.issuer.id if cited.issuer else None),
        "kind": materials.once(
            ("kind", offices[0].kind, topic), lambda: holding_view(words_for(materials.library, offices[0], topic))
        ),
    }
    names = prose.listed([the_full_name(o) for o in offices])
    search = f"Please search the records of {names} for this item." if several else ""
    own = any(fields["place"] in {o.county, o.city} for o in offices)
    return item_of(pick, book, values, period=period, note=index, search=search, narrow=not own)


def _numbered(materials: Materials, asked: Sequence[Asked]) -> tuple[Item, ...]:
    """Items with their numbers, and note marks with theirs: one note an item, in the order of the items."""
    numbers = {a.note: n for n, a in enumerate(asked, 1)}
    return tuple(
        replace(
            a.item,
            number=numbers[a.note],
            lead=renumbered(a.item.lead, numbers),
            parts=tuple(renumbered(p, numbers) for p in a.item.parts),
            tail=renumbered(a.item.tail, numbers),
            explains=f"{a.item.explains}{resting_on(a.item.authorities, materials.library)}",
        )
        for a in asked
    )


def _body(
    materials: Materials, law: LawInForce, values: Mapping[str, Any], items: tuple[Item, ...]
) -> tuple[Clause | ItemList, ...]:
    options = materials.draft.options
    body: list[Clause | ItemList] = []
    missing: list[Missing] = list(_uncertified(materials, law))
    for id in materials.order.content.clauses:
        try:
            if id == ITEMS:
                body.append(ItemList(heading=options.heading, items=items))
            elif id == STATEMENTS:
                body.extend(demand.statements(law, materials.who(), options.clauses.off))
            elif (made := _clause(materials, id, law, values)) is not None:
                body.append(made)
        except Stopped as stopped:
            missing += stopped.missing
    if missing:
        raise Stopped(*missing)
    return tuple(body)


def _clause(materials: Materials, id: str, law: LawInForce, values: Mapping[str, Any]) -> Clause | None:
    library, choices = materials.library, materials.draft.options.clauses
    key = ("clause", id, *_under(law), depends_on(id, library, values, choices))
    return materials.once(key, lambda: clause(id, library, law, values, choices))


def _under(law: LawInForce) -> tuple[Hashable, ...]:
    """What tells one law in force from another among the letters of a draft, which share their day."""
    return law.id, law.body, law.resident


def _exhibits(materials: Materials, picks: Sequence[Pick], lettered: Mapping[str, str]) -> tuple[Exhibit, ...]:
    stretches = [(id[0], at) for pick in picks for id, at in pick.stretches()]
    return tuple(
        exhibit(name, materials.cited[release], [at for r, at in stretches if r == release])
        for release, name in lettered.items()
    )


def _uncertified(materials: Materials, law: LawInForce) -> Iterator[Missing]:
    """Expedited processing is claimed only with facts that the requester certifies, and where the law knows it."""
    if not materials.draft.options.expedite or law.expedite is None or not law.expedite.available:
        return
    facts = materials.who().expedite
    if facts is None or not facts.certified:
        yield Missing(
            kind="requester",
            at="requester.expedite",
            says="expedited processing is asked for, but the profile "
            + ("does not certify the facts for it" if facts else "holds no facts for it"),
            ask="Do you certify that the facts are true and correct to the best of your knowledge and belief?",
            remedy="If so, write “certified: yes” under expedite in the profile; else set options.expedite to no.",
        )


def _attached(materials: Materials, release: str, name: str) -> str:
    cited = materials.cited[release]
    day = cited.release.date
    return f"Exhibit {name}, {cited.kind}{f' of {prose.long_date(day)}' if day else ''}"


def _versions(
    materials: Materials, law: LawInForce, items: Sequence[Item], body: Sequence[Clause | ItemList]
) -> Versions:
    """What the letter was made of: a hash of each template, clause and order of clauses, and of the law pack."""
    library = materials.library
    parts = {f"requests/{i.asks_for}": library.requests.book(i.asks_for).version for i in items}
    parts |= {
        f"clauses/{c.id}": library.clauses.book(c.id).version
        for c in body
        if isinstance(c, Clause) and c.id in library.clauses
    }
    parts[f"letters/{materials.order.id}"] = materials.order.version
    return Versions(foiakit=__version__, law=(law.id, law.version), parts=tuple(sorted(parts.items())))
