"""What the letters of a draft are made of, worked out once for all of them: releases, citations, requester, law."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from foiakit.composing.citation import Cited
from foiakit.composing.result import Missing, Stopped
from foiakit.drafting.anchor import Lost, reanchor
from foiakit.drafting.draft import Draft
from foiakit.drafting.keep import open_releases, requester_of
from foiakit.drafting.profile import Requester
from foiakit.law import LawInForce, law_for
from foiakit.library.clause import LetterOrder
from foiakit.library.collection import Library
from foiakit.library.shelf import Book
from foiakit.model.errors import BadFile, FoiakitError, NotFound
from foiakit.model.office import Office
from foiakit.model.release import Release
from foiakit.offices import directory
from foiakit.offices.directory import Directory

T = TypeVar("T")

MOST_KEPT = 5000
"""Results that are kept for the next letter."""

ITEMS, STATEMENTS = "items", "statements"
"""Where the numbered items and the statements that a law demands stand in the order of clauses."""


@dataclass(frozen=True, kw_only=True)
class Materials:
    """All that the letters of one draft share. `lost` are picked passages that the releases no longer hold."""

    draft: Draft
    library: Library
    on: date
    requester: Requester | None
    directory: Directory
    order: Book[LetterOrder]
    cited: Mapping[str, Cited]
    moved: tuple[str, ...] = ()
    lost: Mapping[str, Lost] = field(default_factory=dict)
    laws: dict[tuple[str, str, str | None], LawInForce] = field(default_factory=dict, repr=False)
    memory: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for this key and kept for the next letter.

        The key must hold all that the result depends on besides the draft, the library and the day. The memory is
        bounded: when it is full it starts anew.
        """
        try:
            kept: T = self.memory[key]
        except KeyError:
            if len(self.memory) >= MOST_KEPT:
                self.memory.clear()
            kept = self.memory[key] = make()
        return kept

    def who(self) -> Requester:
        """The requester, who can be answered.

        Raises:
            Stopped: None is named, or there is no address to answer to.
        """
        if self.requester is None:
            raise Stopped(
                Missing(
                    kind="requester",
                    at="requester",
                    says="nobody is named as the requester",
                    ask="Who asks?",
                    remedy="“foiakit profile new” writes a profile; name it under requester in the draft.",
                )
            )
        if not self.requester.reachable:
            raise Stopped(
                Missing(
                    kind="requester",
                    at="requester.email",
                    says="there is no e-mail or postal address to answer to",
                    ask="Your e-mail address?",
                    remedy="Add email or address to the profile.",
                )
            )
        return self.requester

    def law(self, office: Office) -> LawInForce:
        """The law in force for the office: one look-up for all bodies of its kind.

        Raises:
            Stopped: The law reaches no such body.
            NotFound: There is no law pack; there is never another law instead.
            BadFile: The pack does not load.
        """
        home = self.requester.residence if self.requester else None
        key = (office.jurisdiction, office.body.value, home)
        if key not in self.laws:
            try:
                self.laws[key] = law_for(self.library, office, on=self.on, resident_of=home)
            except (NotFound, BadFile):
                raise
            except FoiakitError as error:
                raise Stopped(Missing(kind="law", at="recipients", says=error.says, remedy=error.remedy)) from None
        return self.laws[key]


def gather(
    draft: Draft,
    library: Library,
    *,
    on: date,
    releases: Mapping[str, Release] | None = None,
    requester: Requester | None = None,
) -> Materials:
    """Opens what the draft names, and finds its passages again.

    Raises:
        FoiakitError: A release or the profile cannot be read, or the draft names a clause that the letter has not.
    """
    opened = open_releases(draft) if releases is None else releases
    found = reanchor(draft, opened)
    order = library.letters.book(draft.options.letter)
    _refuse_unknown_clauses(draft, order.content)
    places = directory(library)
    return Materials(
        draft=found.draft,
        library=library,
        on=draft.date or on,
        requester=requester or requester_of(draft),
        directory=places,
        order=order,
        cited=_cited(draft, library, opened, places),
        moved=found.moved,
        lost={lost.pick: lost for lost in found.lost},
    )


def _refuse_unknown_clauses(draft: Draft, order: LetterOrder) -> None:
    known = [c for c in order.clauses if c not in {ITEMS, STATEMENTS}]
    named = (*draft.options.clauses.off, *draft.options.clauses.replaced)
    unknown = [c for c in named if c not in known and not c.startswith("statement/")]
    if unknown:
        from difflib import get_close_matches

        near = get_close_matches(unknown[0], known, 1)
        raise FoiakitError(
            f"options.clauses: the letter has no clause {', '.join(unknown)}",
            remedy=f"Did you mean {near[0]}?" if near else f"Its clauses are {', '.join(known)}.",
        )


def _cited(draft: Draft, library: Library, releases: Mapping[str, Release], places: Directory) -> dict[str, Cited]:
    style = library.citations["release"]
    out: dict[str, Cited] = {}
    for letter, ref in draft.releases.items():
        if letter not in releases:
            continue
        issuer: Office | None = None
        if ref.issuer_id:
            try:
                issuer = places.office(ref.issuer_id)
            except NotFound:
                issuer = None
        out[letter] = Cited(letter, releases[letter], style, ref.kind or style.kind, issuer)
    return out
