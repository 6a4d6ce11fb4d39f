"""In a batch the table decides who is asked: what an item requests speaks of the recipient, not of the release's place.

The quotation and the citation are never touched; only the fields of an item are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from foiakit.model.claim import Claim, Mention
from foiakit.model.office import Office

FieldValue = str | tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The local bodies and places that the picked passages name, as they name them."""

    offices: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Any of the names, the longest first."""
        names = sorted({*self.offices, *self.counties, *self.cities}, key=lambda n: (-len(n), n))
        return re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in names)) if names else None


def names_in(claims: Iterable[Claim]) -> Names:
    """The state and local bodies, counties and cities among what passages mention."""
    offices: dict[str, None] = {}
    counties: dict[str, None] = {}
    cities: dict[str, None] = {}
    for claim in claims:
        for mention in (*claim.agencies, *claim.parties, *claim.places):
            holder = _holder(mention, offices, counties, cities)
            if holder is not None:
                holder.update(dict.fromkeys((mention.name, mention.text)))
    return Names(tuple(offices), tuple(counties), tuple(cities))


def _holder(
    mention: Mention, offices: dict[str, None], counties: dict[str, None], cities: dict[str, None]
) -> dict[str, None] | None:
    steps = (mention.id or "").split("/")
    if len(steps) >= 3 and steps[0].startswith("us-"):
        if len(steps) == 4 or steps[1] not in {"county", "city", "town", "village"}:
            return offices
        return counties if steps[1] == "county" else cities
    if re.search(r"\b(?:County|Parish|Borough)$", mention.name):
        return counties
    return None


@dataclass(frozen=True, slots=True)
class Own:
    """What a recipient's letter says in their place."""

    office: str
    county: str
    city: str

    @classmethod
    def of(cls, office: Office, facts: Mapping[str, str]) -> Own:
        """The office's own names; the table's facts `office`, `county` and `city` come first."""
        county = facts.get("county", "")
        if county and office.county and office.county.startswith(county):
            county = office.county  # "Alameda" is Alameda County
        return cls(
            facts.get("office") or office.name, county or office.county or "", facts.get("city") or office.city or ""
        )


def localised(fields: Mapping[str, FieldValue], names: Names, own: Own) -> dict[str, FieldValue]:
    """The fields of an item, with the release's local names replaced by the recipient's.

    A place that the recipient has not (a county, for a state agency) is left out.
    """
    pattern = names.pattern
    if pattern is None:
        return dict(fields)
    by_name = {
        **dict.fromkeys(names.cities, own.city or own.county),
        **dict.fromkeys(names.counties, own.county or own.city),
        **dict.fromkeys(names.offices, own.office),
    }
    out: dict[str, FieldValue] = {}
    for name, value in fields.items():
        if isinstance(value, tuple):
            out[name] = tuple(dict.fromkeys(v for v in (pattern.sub(lambda m: by_name[m[0]], v) for v in value) if v))
        else:
            out[name] = pattern.sub(lambda m: by_name[m[0]], value).strip()
    return out
