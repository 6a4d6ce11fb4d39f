"""The library: one shelf for each kind of thing under templates/."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from foiakit.files import place
from foiakit.library.shelf import Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from foiakit.library.agency import AgencyFile
    from foiakit.library.authority import Authority
    from foiakit.library.check import PhraseCheck
    from foiakit.library.citation import CitationStyle
    from foiakit.library.clause import ClauseTemplate, LetterOrder
    from foiakit.library.kind import OfficeKind
    from foiakit.library.law import LawPack
    from foiakit.library.request import RequestTemplate
    from foiakit.library.state import State


@dataclass(frozen=True)
class Library:
    """All templates, a person's own over the shipped ones. Shelves are made when first asked for.

    Args:
        folders: Template folders, first wins.
    """

    folders: tuple[Path, ...]

    def under(self, name: str) -> tuple[Path, ...]:
        """The sub-folders called `name` that exist, first wins."""
        return tuple(f / name for f in self.folders if (f / name).is_dir())

    @cached_property
    def requests(self) -> Shelf[RequestTemplate]:
        """templates/requests/, ids like `statistics/count`."""
        from foiakit.library.request import RequestTemplate

        return Shelf("request template", RequestTemplate, self.under("requests"), "The other templates loaded.")

    @cached_property
    def clauses(self) -> Shelf[ClauseTemplate]:
        """templates/clauses/, ids like `fees/ceiling`."""
        from foiakit.library.clause import ClauseTemplate

        return Shelf("clause", ClauseTemplate, self.under("clauses"), "Letters that need it cannot be written.")

    @cached_property
    def letters(self) -> Shelf[LetterOrder]:
        """templates/letters/, the order of clauses."""
        from foiakit.library.clause import LetterOrder

        return Shelf("letter", LetterOrder, self.under("letters"))

    @cached_property
    def laws(self) -> Shelf[LawPack]:
        """templates/laws/, ids like `us-ca`."""
        from foiakit.library.law import LawPack

        return Shelf(
            "law pack",
            LawPack,
            self.under("laws"),
            "No letter to its offices can be written until it is mended; the other packs loaded.",
        )

    @cached_property
    def authorities(self) -> Shelf[Authority]:
        """templates/authorities/."""
        from foiakit.library.authority import Authority

        return Shelf("authority", Authority, self.under("authorities"))

    @cached_property
    def citations(self) -> Shelf[CitationStyle]:
        """templates/citations/, how a release is cited."""
        from foiakit.library.citation import CitationStyle

        return Shelf("citation style", CitationStyle, self.under("citations"))

    @cached_property
    def kinds(self) -> Shelf[OfficeKind]:
        """templates/offices/, the words of each kind of office."""
        from foiakit.library.kind import OfficeKind

        return Shelf("kind of office", OfficeKind, self.under("offices"))

    @cached_property
    def checks(self) -> Shelf[PhraseCheck]:
        """templates/checks/, checks that are only phrases, ids like `S04-catch-all-tail`."""
        from foiakit.library.check import PhraseCheck

        return Shelf("check", PhraseCheck, self.under("checks"), "The other checks ran.")

    @cached_property
    def agencies(self) -> Shelf[AgencyFile]:
        """templates/agencies/, a department or a group of offices a file."""
        from foiakit.library.agency import AgencyFile

        return Shelf("agency file", AgencyFile, self.under("agencies"), "Its offices are unknown; the others loaded.")

    @cached_property
    def states(self) -> Shelf[State]:
        """templates/places/, a state a file, ids like `us-ca`."""
        from foiakit.library.state import State

        return Shelf("state", State, self.under("places"), "Its local offices cannot be addressed.")


def open_library(extra: Path | None = None) -> Library:
    """The library as this person has it.

    Args:
        extra: A folder over both the person's own and the shipped one (for tests and one-off runs).
    """
    folders = [f for f in (extra, place.own(), place.shipped()) if f is not None]
    return Library(tuple(folders))
