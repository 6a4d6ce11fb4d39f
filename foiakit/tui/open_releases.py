"""A draft with its scanned releases, of which one is on the screen: which are open, what is picked in each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from foiakit.drafting.draft import Draft, Pick
from foiakit.drafting.keep import corrected
from foiakit.drafting.kept import Kept
from foiakit.drafting.start import letter, reference
from foiakit.model.errors import FoiakitError
from foiakit.model.release import Release
from foiakit.model.suggestion import Scan
from foiakit.tui.kept_draft import KeptDraft


class OpenReleases(KeptDraft):
    """The releases of a draft by letter; `current` is the letter of the one on the screen."""

    def __init__(self, draft: Draft, scans: dict[str, Scan], path: Path, copies: Sequence[Kept] = ()) -> None:
        super().__init__(draft, path, copies)
        self.scans = scans
        self.current = min(scans)

    @property
    def scan(self) -> Scan:
        """The release on the screen."""
        return self.scans[self.current]

    @property
    def picked(self) -> frozenset[str]:
        """The picked passages of the release on the screen, by passage id."""
        return frozenset(self.quotes)

    @property
    def quotes(self) -> dict[str, str]:
        """The words that are quoted of each picked passage of the release on the screen, by passage id."""
        prefix = f"{self.current}:"
        picks = (p for p in self.draft.picks if p.id.startswith(prefix) and not p.off)
        return {p.id.removeprefix(prefix): p.quote for p in picks}

    @property
    def names_of_releases(self) -> list[str]:
        """The letters of the draft's releases, in order."""
        return sorted(self.draft.releases)

    @property
    def files(self) -> set[Path]:
        """The files of the draft's releases, resolved."""
        return {(self.draft.folder / ref.file).resolve() for ref in self.draft.releases.values()}

    def letter_of(self, release: Release) -> str | None:
        """The letter under which the draft holds a release, known by its bytes; None where it does not."""
        refs = self.draft.releases.items()
        return next((name for name, ref in refs if ref.sha256 == release.sha256), None)

    def releases(self) -> dict[str, Release]:
        """The draft's releases by letter, as the draft corrects them."""
        return {name: corrected(self.scans[name].release, ref) for name, ref in self.draft.releases.items()}

    def undo(self) -> bool:
        """Takes the last decision back, and shows the release that it was about. False where there is none."""
        before = self._taken_back()
        if before is None:
            return False
        about = {p.id[0] for p in before.picks if p not in self.draft.picks}
        about |= {p.id[0] for p in self.draft.picks if p not in before.picks}
        about &= self.draft.releases.keys()
        if self.current not in (about or self.draft.releases):
            self.current = max(about or self.draft.releases)
        self.version += 1
        self.save()
        return True

    def add_release(self, scan: Scan, copy: Kept | None = None) -> str:
        """Makes a further release part of the draft, a decision that can be taken back. Returns its letter."""
        before = self.draft
        name = self.take_in(scan, copy)
        self._decided(before)
        return name

    def take_in(self, scan: Scan, copy: Kept | None = None) -> str:
        """Makes a further release part of the draft and shows it; nothing is saved yet. Returns its letter.

        Raises:
            FoiakitError: The draft has as many releases as there are letters.
        """
        name = letter(len(self.draft.releases))
        if name > "Z":
            raise FoiakitError("a draft holds at most 26 releases, A to Z", remedy="Begin another draft for it.")
        ref = reference(scan, self.draft.folder)
        releases = {**self.draft.releases, name: ref}
        self.scans = {**self.scans, name: scan}
        self.draft = self.draft.model_copy(update={"releases": releases})
        self._copies += [copy] if copy else []
        self.current = name
        return name

    def next_release(self) -> bool:
        """Shows the next release. False where there is only one."""
        names = self.names_of_releases
        self.current = names[(names.index(self.current) + 1) % len(names)]
        return len(names) > 1

    def _pick(self, passage: str) -> Pick | None:
        return next((p for p in self.draft.picks if p.id == f"{self.current}:{passage}"), None)
