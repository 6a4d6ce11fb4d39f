"""Local custodians: the county's or city's office that holds what a passage speaks of. The rules are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from foiakit.files.schema import Written
from foiakit.library.collection import Library
from foiakit.model.claim import Mention
from foiakit.model.errors import BadFile, NotFound
from foiakit.model.suggestion import RecipientHint
from foiakit.scanning.lexicon import lexicon

_ID = re.compile(r"us-[a-z]{2}/(county|city)/[a-z0-9-]+")


class CustodianRule(Written):
    """Where one of `words` stands in a passage that names a county or city, its office of this kind is proposed."""

    level: Literal["county", "city"]
    office: str
    words: tuple[str, ...]
    reason: str


class CustodianRules(Written):
    """templates/scanning/custodians.yaml."""

    rules: tuple[CustodianRule, ...]


@dataclass(frozen=True, slots=True)
class Custodians:
    """The rules of a library, and its directory, by which an office that a state does not have is passed over."""

    library: Library
    rules: tuple[CustodianRule, ...]

    def near(self, places: Iterable[Mention], words: frozenset[str]) -> Iterator[RecipientHint]:
        """The offices of the counties and cities named that would hold what these words speak of."""
        from foiakit.offices import directory

        offices = None
        for place in places:
            match = _ID.match(place.id or "")
            if match is None:
                continue
            for rule in self.rules:
                if rule.level != match.group(1) or not words.intersection(rule.words):
                    continue
                offices = offices or directory(self.library)
                id = f"{match.group()}/{rule.office}"
                try:
                    offices.office(id)
                except (NotFound, BadFile):
                    continue
                yield RecipientHint(id=id, reason=rule.reason)


def custodians(library: Library) -> Custodians:
    """The custodian rules of a library."""
    try:
        return Custodians(library, lexicon(library, "custodians", CustodianRules).rules)
    except NotFound:
        return Custodians(library, ())
