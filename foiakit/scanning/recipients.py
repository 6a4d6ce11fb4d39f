"""The offices that would hold the record behind a passage, best first, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foiakit.library.collection import Library
from foiakit.model.claim import Claim, Mention, Role
from foiakit.model.errors import BadFile, NotFound
from foiakit.model.suggestion import RecipientHint
from foiakit.scanning.custodians import Custodians

MOST = 4
_ASKED_OF_KEEPERS = frozenset({"system"})
_ASKED_OF_PARTNERS = frozenset({"agreement", "statistics", "system", "case", "training", "implementation"})


@dataclass(frozen=True, slots=True)
class Offices:
    """What is known of the release as a whole: its issuer, and the systems it names with their keepers."""

    library: Library
    issuer: str | None
    keepers: tuple[Mention, ...]
    custodians: Custodians

    def parent(self, id: str) -> str | None:
        """The body that an office belongs to, by the directory or by its path; None at the top."""
        from foiakit.offices import directory

        try:
            parent = directory(self.library).office(id).parent
        except (NotFound, BadFile):
            parent = None
        return parent

    def within(self, id: str, body: str) -> bool:
        """True where an office is a part of a body."""
        seen: set[str] = set()
        above: str | None = id
        while above is not None and above not in seen:
            seen.add(above)
            above = self.parent(above)
            if above == body:
                return True
        return False


def recipients(family: str, claim: Claim, words: frozenset[str], offices: Offices) -> tuple[RecipientHint, ...]:
    """The offices to ask, best first, at most four.

    The issuer holds what it says about itself; the keeper of a record system what the system holds; another body that
    acts in the sentence, or is named as a partner, what it did. A body whose part is named gives way to its part.

    Args:
        words: The passage's words in lower case, by which local custodians are found ("jail", "county").
    """
    ranked = list(_ranked(family, claim, words, offices))
    parties = {m.id for m in (*claim.agencies, *claim.parties) if m.role is Role.PARTNER}
    parts = {str(m.id) for m in (*claim.agencies, *claim.parties, *claim.systems) if m.id}
    parts.update(hint.id for hint in ranked if hint.id != offices.issuer)
    chosen: dict[str, RecipientHint] = {}
    for hint in ranked:
        if hint.id in chosen:
            continue
        if (
            hint.id != offices.issuer
            and hint.id not in parties
            and any(other != hint.id and offices.within(other, hint.id) for other in parts)
        ):
            continue
        chosen[hint.id] = hint
    return tuple(chosen.values())[:MOST]


def _ranked(family: str, claim: Claim, words: frozenset[str], offices: Offices) -> Iterator[RecipientHint]:
    issuer = offices.issuer
    named = [m for m in (*claim.agencies, *claim.parties) if m.id]
    systems = [m for m in claim.systems if m.id]
    keepers = [m for m in systems if m.role is not Role.PROGRAMME]
    if family == "communications":
        yield from _speaker(claim, named, offices)
    if family in _ASKED_OF_KEEPERS:
        yield from (RecipientHint(id=str(m.id), reason=f"keeper of {m.name}") for m in keepers)
    actor = next((m for m in named if m.role is Role.ACTOR), None)
    if actor is not None and actor.id != issuer and family not in _ASKED_OF_KEEPERS:
        yield RecipientHint(id=str(actor.id), reason=f"{actor.name} acts in this sentence")
    mentioned = any(m.id == issuer for m in named)
    if (
        issuer
        and (mentioned or not (family in _ASKED_OF_KEEPERS and keepers))
        and not _others_words(family, claim, offices)
    ):
        yield RecipientHint(id=issuer, reason="issuer of the release")
    yield from (RecipientHint(id=str(m.id), reason=f"runs {m.name}") for m in systems if m.role is Role.PROGRAMME)
    yield from (RecipientHint(id=str(m.id), reason=_why(m, issuer)) for m in named if m.role is not Role.SPEAKER)
    if family not in _ASKED_OF_KEEPERS:
        yield from (RecipientHint(id=str(m.id), reason=f"keeper of {m.name}") for m in keepers)
    if family in _ASKED_OF_KEEPERS and not keepers:
        yield from _implied_keepers(named, offices)
    if family in _ASKED_OF_PARTNERS:
        yield from offices.custodians.near(claim.places, words)


def _speaker(claim: Claim, named: Iterable[Mention], offices: Offices) -> Iterator[RecipientHint]:
    if claim.speaker is None:
        return
    for mention in named:
        if mention.role is Role.SPEAKER or (
            claim.speaker.agency and claim.speaker.agency in {mention.name, mention.text}
        ):
            yield RecipientHint(id=str(mention.id), reason=f"{claim.speaker.name} speaks for {mention.name}")
            return


def _others_words(family: str, claim: Claim, offices: Offices) -> bool:
    """True where an official of another body is quoted: its own office holds the drafts, not the issuer's."""
    return family == "communications" and any(
        m.role is Role.SPEAKER and m.id and m.id != offices.issuer for m in claim.agencies
    )


def _why(mention: Mention, issuer: str | None) -> str:
    if mention.id == issuer:
        return "issuer of the release"
    match mention.role:
        case Role.PARTNER | Role.RECIPIENT:
            return f"{mention.name} is named as a partner"
        case Role.SOURCE | Role.KEEPER:
            return f"{mention.name} is named as the source or keeper of the records"
    if mention.text != mention.name and mention.text not in mention.name:
        return f"{mention.name} (named as {mention.text})"
    return f"{mention.name} is named"


def _implied_keepers(named: Iterable[Mention], offices: Offices) -> Iterator[RecipientHint]:
    """Keepers of systems that the release names elsewhere, where the passage speaks of the body they belong to
    ("the department's immigration records")."""
    for mention in named:
        for keeper in offices.keepers:
            if keeper.id and keeper.id != mention.id and offices.within(keeper.id, str(mention.id)):
                yield RecipientHint(id=keeper.id, reason=f"keeper of {keeper.name}, which the release names")
