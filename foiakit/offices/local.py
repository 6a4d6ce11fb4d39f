"""State and local offices by pattern: `us-ca/county/imperial/sheriff` is an office without an entry of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foiakit.model.errors import NotFound
from foiakit.model.office import Body, Office
from foiakit.offices.index import Index, Row
from foiakit.offices.steps import county_base, county_slug, slug, title

__all__ = ["BY_PATTERN", "GROUPS", "MUNICIPAL", "Address", "by_pattern", "county_slug", "fitting", "parse", "slug"]

MUNICIPAL = {
    "city": "City",
    "town": "Town",
    "village": "Village",
    "township": "Township",
    "borough": "Borough",
}
"""What a municipality can be called in an id, and in its name."""

GROUPS = ("county", *MUNICIPAL, "school", "state", "other")
BY_PATTERN = "Its name is made from its id: check it, and find the address, before sending."

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SCHOOL_WORDS = frozenset({"school", "schools", "isd", "usd", "district", "academy", "education"})


@dataclass(frozen=True, slots=True)
class Address:
    """The steps of an id: the state, the group ("county"), the place or office, and the part of it ("sheriff")."""

    state: str
    group: str
    place: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A kind of office with the pattern that an id fits, and how closely."""

    kind: str
    pattern: Row
    closeness: int


def by_pattern(index: Index, id: str, custodian: str | None = None) -> Office:
    """The office that an id names, made from the pattern of its kind.

    Args:
        custodian: The title that the state's law gives whoever answers.

    Raises:
        NotFound: The id fits no pattern, or the state has no such kind of body, no such county or no such city.
    """
    address = parse(index, id)
    state = index.states[address.state]
    fits = fitting(index, address)
    if not fits:
        raise NotFound(f"“{id}” names no kind of office", remedy=_absent(index, address) or _ways(index, address))
    fit = fits[0]
    kind = index.kinds[fit.kind]
    if address.state in kind.get("absent", {}):
        raise NotFound(f"{state['name']} has no such office: {id}", remedy=kind["absent"][address.state])
    body = Body(fit.pattern.get("body") or kind["body"])
    names = _names(index, address, body, id)
    if fit.pattern.get("independent") and names["place"] not in state.get("independent_cities", ()):
        raise NotFound(
            f"{names['place']}, {state['name']}, has no such office of its own: {id}",
            remedy="Ask that of its county: only cities outside any county have one.",
        )
    name = _named(fit.pattern["name"], names, state["name"])
    return Office(
        id=id,
        name=name,
        jurisdiction=address.state,
        body=body,
        kind=fit.kind,
        custodian=_custodian(kind.get("custodian"), address) or custodian or "Custodian of Records",
        the=name != names.get("county"),
        the_full=name != names.get("county"),
        intake=id,
        county=names.get("county"),
        city=names.get("place") if address.group in MUNICIPAL else None,
        notes=(BY_PATTERN,),
    )


def parse(index: Index, id: str) -> Address:
    """The steps of a state or local id.

    Raises:
        NotFound: It is no such id.
    """
    steps = id.split("/")
    if steps[0] not in index.states:
        raise NotFound(
            f"no office has the id “{id}”",
            remedy="A state or local one starts with its state, as in us-ca/county/imperial/sheriff.",
        )
    if len(steps) not in (3, 4) or steps[1] not in GROUPS or not all(_SLUG.fullmatch(s) for s in steps[1:]):
        raise NotFound(
            f"“{id}” is no id of a state or local office",
            remedy=f"After the state comes {', '.join(GROUPS[:-1])} or {GROUPS[-1]}, its name, and a part of it: "
            f"{steps[0]}/county/…/sheriff, {steps[0]}/city/…/police, {steps[0]}/state/department-of-…",
        )
    return Address(steps[0], steps[1], steps[2], steps[3] if len(steps) == 4 else None)


def fitting(index: Index, address: Address) -> list[Fit]:
    """The kinds of office that an id can mean, the closest first; none of a kind that the id does not fit."""
    fits: list[Fit] = []
    for id, kind in index.kinds.items():
        for pattern in kind.get("patterns", ()):
            closeness = _closeness(pattern, address)
            if closeness is not None:
                fits.append(Fit(id, pattern, closeness))
                break
    return sorted(fits, key=lambda fit: (-fit.closeness, fit.kind))


def _closeness(pattern: Row, address: Address) -> int | None:
    if pattern.get("states") and address.state not in pattern["states"]:
        return None
    group = "city" if address.group in MUNICIPAL else address.group
    steps = pattern["path"].split("/")
    if steps[0] != group or (steps[2] if len(steps) == 3 else None) != address.role:
        return None
    if steps[1] == address.place:
        return 1000
    if steps[1] == "{place}":
        return 10
    if steps[1] != "{name}":
        return None
    words = pattern.get("words", ())
    if not words:
        return 1
    padded = f"-{address.place}-"
    return max((10 + len(word) for word in words if f"-{word}-" in padded), default=None)


def _names(index: Index, address: Address, body: Body, id: str) -> dict[str, str]:
    """What the braces of a pattern stand for."""
    if address.group == "county":
        county = _county(index, address, body, id)
        return {"county": county, "place": county_base(county)}
    if address.group in MUNICIPAL:
        city = _city(index, address, id)
        return {"place": city, "city": f"{MUNICIPAL[address.group]} of {city}"}
    if address.group == "school":
        place = title(address.place)
        return {"place": place, "whole": place} if _SCHOOL_WORDS & set(address.place.split("-")) else {"place": place}
    return {"name": title(address.place)}


def _named(pattern: str, names: dict[str, str], state: str) -> str:
    if "whole" in names:
        return names["whole"]
    if pattern.startswith("{state} ") and names.get("name", "").startswith(state):
        pattern = pattern.removeprefix("{state} ")
    return str(pattern.format_map({**names, "state": state}))


def _county(index: Index, address: Address, body: Body, id: str) -> str:
    state, counties = index.states[address.state], index.counties[address.state]
    absent = state.get("absent", {})
    if body is Body.COUNTY and "county" in absent:
        raise NotFound(f"{state['name']} has no county government: {id}", remedy=absent["county"])
    county = counties.get(address.place)
    if county is None:
        raise NotFound(
            f"{state['name']} has no county “{title(address.place)}”: {id}", remedy=_nearest(state, address, counties)
        )
    if body is Body.COUNTY and county in state.get("without_government", ()):
        raise NotFound(
            f"{county}, {state['name']}, has no government of its own: {id}",
            remedy="Ask the state agency or the city or town that does the work there.",
        )
    return county


def _city(index: Index, address: Address, id: str) -> str:
    state = index.states[address.state]
    only = state.get("only_city")
    if only and address.place != slug(only):
        raise NotFound(f"{state['name']} has one city: {id}", remedy=f"Write {address.state}/city/{slug(only)}.")
    return index.cities[address.state].get(address.place) or title(address.place)


def _nearest(state: Row, address: Address, counties: dict[str, str]) -> str | None:
    if address.place in {slug(city) for city in state.get("independent_cities", ())}:
        rest = f"/{address.role}" if address.role else ""
        return f"It is a city outside any county: {address.state}/city/{address.place}{rest}"
    from rapidfuzz import process

    near = [match[0] for match in process.extract(address.place, list(counties), limit=3, score_cutoff=60)]
    return f"Did you mean {', '.join(near)}?" if near else None


def _custodian(title: str | None, address: Address) -> str | None:
    word = MUNICIPAL.get(address.group)
    return f"{word} {title.removeprefix('City ')}" if title and word and title.startswith("City ") else title


def _absent(index: Index, address: Address) -> str | None:
    """Who does the work of an office that the state lacks altogether."""
    for kind in index.kinds.values():
        roles = {steps[2] for p in kind.get("patterns", ()) if len(steps := p["path"].split("/")) == 3}
        if address.role in roles and address.state in kind.get("absent", {}):
            return str(kind["absent"][address.state])
    return None


def _ways(index: Index, address: Address) -> str:
    group = "city" if address.group in MUNICIPAL else address.group
    parts = sorted({step[2] for step in _paths(index) if step[0] == group and len(step) == 3})
    known = (
        f"Parts of a {address.group} are {', '.join(parts)}." if parts else "It has no parts: leave the last step out."
    )
    return f"{known} foiakit agency find looks for an office by words."


def _paths(index: Index) -> Iterator[list[str]]:
    for kind in index.kinds.values():
        for pattern in kind.get("patterns", ()):
            yield pattern["path"].split("/")
