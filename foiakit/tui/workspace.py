"""The work on one draft: what a person decided, taken back if wanted, saved at once. It knows nothing of screens."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from foiakit.drafting.draft import Draft, Pick, Recipient, Waived
from foiakit.drafting.keep import corrected, moved_to, requester_of, save_draft
from foiakit.drafting.kept import Kept
from foiakit.drafting.profile import Requester
from foiakit.drafting.repick import with_changes
from foiakit.drafting.start import letter, pick_passage, reference
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, FoiakitError, NotFound
from foiakit.model.finding import Finding
from foiakit.model.release import Release
from foiakit.model.suggestion import Scan, ScannedPassage
from foiakit.offices import directory
from foiakit.tui import asking
from foiakit.tui.letter_desk import LetterDesk
from foiakit.tui.screens.chooser import Choice
from foiakit.tui.screens.form import Answers, Objection, Question
from foiakit.tui.search import matcher

UNDO = 200
"""Decisions that can be taken back."""


class Workspace:
    """A draft under way, with its scanned releases.

    Every decision makes a new draft, saves it beside the release, and can be undone. `version` counts the decisions, so
    that a slow worker can see that its answer is late.
    """

    def __init__(
        self,
        library: Library,
        draft: Draft,
        scans: dict[str, Scan],
        path: Path,
        out: Path,
        copies: Sequence[Kept] = (),
    ) -> None:
        self.library = library
        self.draft = draft
        self.scans = scans
        self.path = path
        self.out = out
        self.current = min(scans)
        self.unsaved = ""
        self.version = 0
        self.notes: list[str] = []
        """What a person should know on opening: what is missing, moved or was not read."""
        self.news: list[str] = []
        """What opening did, which the person need only see."""
        self.letters = LetterDesk(self)
        self._undo: list[Draft] = []
        self._copies = list(copies)
        self._lock = threading.Lock()
        self._directory = directory(library)
        self.titles = {id: template.title for id, template in library.requests.all()[0].items()}
        self.names: dict[str, str] = {}
        self._name_offices()

    # looking

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

    def template_of(self, passage: str) -> str:
        """The template with which a passage is picked, or ""."""
        pick = self._pick(passage)
        return pick.template if pick else ""

    @property
    def headline(self) -> str:
        """One line, the more important first: which release, how much is picked, whether and where it is saved."""
        release, count = self.scan.release, len(self.draft.releases)
        letters = sum(not r.off for r in self.draft.recipients)
        saved = self.path.exists()
        parts = [
            f"{self.current} of {count} releases" if count > 1 else "",
            f"{sum(not p.off for p in self.draft.picks)} picked",
            f"{letters} letter{'' if letters == 1 else 's'} (l)" if letters else "",
            "NOT SAVED" if self.unsaved else "saved" if saved else "nothing to save yet",
            release.title or release.file,
            release.issuer or "",
            str(release.date or "no date"),
            f"saved in {self.path.name}" if saved else "",
        ]
        return " · ".join(part for part in parts if part)

    def templates_for(self, scanned: ScannedPassage) -> list[tuple[str, str, str]]:
        """All templates as (id, title, what for), those suggested for the passage first."""
        first = [s.template for s in scanned.suggestions]
        first += [t for s in scanned.suggestions for t in s.alternatives if t not in first]
        order = list(dict.fromkeys([*(t for t in first if t in self.titles), *self.titles]))
        requests = self.library.requests
        return [(id, f"{self.titles[id]}  ({id})", requests[id].use_when) for id in order]

    def find_offices(self, words: str) -> Sequence[Choice]:
        """Offices by name; with no words, those that the picks suggest."""
        if words.strip():
            found = self._directory.find(words, limit=12)
            return [Choice(m.id, m.name, m.id) for m in found]
        ids = dict.fromkeys(id for pick in self.draft.picks for id in pick.held_by if "*" not in id)
        return [Choice(id, self.name_of(id), id) for id in ids]

    def matcher(self, words: str) -> Callable[[str], list[tuple[int, int]]] | None:
        """What the search looks for."""
        return matcher(words)

    # deciding

    def pick(self, passage: str, template: str, quote: str | None = None) -> None:
        """Picks a passage with a template, and adds the offices that would hold its records.

        A passage that is picked already is asked about with this template; what was changed by hand stays.

        Args:
            quote: The words to quote, a stretch of the passage; None leaves them as they are, or as they are found.
        """
        new = self._made(passage, template)
        old = self._pick(passage)
        if old is not None:
            with contextlib.suppress(NotFound):  # the template of the old pick is gone: so are its blanks
                made = self._made(passage, old.template)
                new = with_changes(old, made, new, self.library.requests[template])
        if quote is not None:
            new = Pick.model_validate({**dict(new), "quote": quote})
        picks = [*(p for p in self.draft.picks if p.id != new.id), new]
        picks.sort(key=lambda p: (p.id[0], p.at.start))
        self._decide(picks=tuple(picks), recipients=self._needed(new.id, picks))

    def unpick(self, passage: str) -> None:
        """Takes a pick out, and the offices that nothing else needs."""
        id = f"{self.current}:{passage}"
        picks = [p for p in self.draft.picks if p.id != id]
        self._decide(picks=tuple(picks), recipients=self._needed(id, picks))

    def quoted(self, passage: str, template: str) -> str:
        """The words of a passage that its pick quotes, or would quote with this template."""
        pick = self._pick(passage)
        return pick.quote if pick is not None else self._made(passage, template).quote

    def _made(self, passage: str, template: str) -> Pick:
        """A pick of a passage as the release fills it."""
        scans = [self.scans[name] for name in self.names_of_releases]
        return pick_passage(scans, f"{self.current}:{passage}", library=self.library, template=template)

    def _needed(self, id: str, picks: Sequence[Pick]) -> tuple[Recipient, ...]:
        """The recipients once the pick `id` is as in `picks`: without those that only it needed, with those new."""
        needed = dict.fromkeys(h for p in picks for h in p.held_by if "*" not in h)
        gone = {h for p in self.draft.picks if p.id == id for h in p.held_by} - needed.keys()
        stay = [r for r in self.draft.recipients if r.id not in gone]
        mine = [h for p in picks if p.id == id for h in p.held_by if "*" not in h]
        known = {r.id for r in stay}
        return (*stay, *(Recipient(id=h) for h in mine if h not in known))

    def toggle_recipient(self, id: str) -> None:
        """Takes a recipient out or in."""
        changed = [r.model_copy(update={"off": not r.off}) if r.id == id else r for r in self.draft.recipients]
        self._decide(recipients=tuple(changed))

    def add_recipient(self, id: str) -> None:
        """Adds an office; it is asked about every passage that is picked.

        Raises:
            NotFound: No such office, or a kind that the state does not have.
        """
        office = self._directory.office(id)
        self.names[id] = office.abbreviated
        picks = [p if id in p.held_by else p.model_copy(update={"held_by": (*p.held_by, id)}) for p in self.draft.picks]
        known = {r.id for r in self.draft.recipients}
        added = () if id in known else (Recipient(id=id),)
        self._decide(picks=tuple(picks), recipients=(*self.draft.recipients, *added))

    def questions(self, passage: str) -> list[Question]:
        """What can be filled or corrected in a pick."""
        pick = self._need(passage)
        return asking.about_pick(pick, self.library.requests[pick.template], self.draft.recipients, self.names)

    def objection(self, passage: str) -> Objection:
        """What is wrong with answers to `questions`."""
        pick = self._need(passage)
        return lambda answers: asking.wrong_with(pick, answers)

    def fill(self, passage: str, answers: Answers) -> None:
        """Keeps the answers to `questions`."""
        filled = asking.filled(self._need(passage), answers)
        self._decide(picks=tuple(filled if p.id == filled.id else p for p in self.draft.picks))

    def requester_questions(self) -> list[Question]:
        """What can be said about who asks."""
        return asking.about_requester(self._requester())

    def requester_objection(self, answers: Answers) -> str | None:
        """What is wrong with answers to `requester_questions`."""
        return asking.wrong_with_requester(answers, self._requester())

    def set_requester(self, answers: Answers) -> None:
        """Keeps who asks, in the draft."""
        self._decide(requester=asking.requester(answers, self._requester()))

    def waive(self, finding: Finding, reason: str) -> None:
        """Keeps in the draft why a warning is acceptable."""
        kept = [w for w in self.draft.waived if (w.rule, w.place) != (finding.rule, finding.place)]
        self._decide(waived=(*kept, Waived(rule=finding.rule, place=finding.place, reason=reason)))

    def undo(self) -> bool:
        """Takes the last decision back, and shows the release that it was about. False where there is none."""
        if not self._undo:
            return False
        before, self.draft = self.draft, self._undo.pop()
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
        self._name_offices()
        return name

    def next_release(self) -> bool:
        """Shows the next release. False where there is only one."""
        names = self.names_of_releases
        self.current = names[(names.index(self.current) + 1) % len(names)]
        return len(names) > 1

    def save(self) -> None:
        """Writes the draft, unless nothing was ever decided. Where it cannot be written, `unsaved` says why."""
        if self._undo or self.path.exists():
            with self._lock:
                try:
                    while self._copies:
                        self._copies[0].write()
                        del self._copies[0]
                    save_draft(self.draft, self.path)
                    self.unsaved = ""
                except FoiakitError as error:
                    self.unsaved = str(error)

    def save_as(self, path: Path) -> None:
        """Saves the draft elsewhere from now on.

        Raises:
            FoiakitError: There is a file already, or it cannot be written.
        """
        if path.exists():
            raise FoiakitError(f"{path}: exists already and was left as it is", remedy="Choose another name.")
        save_draft(moved_to(self.draft, path.parent), path)
        self.draft, self.path, self.unsaved = moved_to(self.draft, path.parent), path, ""
        self._undo = [moved_to(draft, path.parent) for draft in self._undo]

    # within

    def _decide(self, **changes: object) -> None:
        before = self.draft
        folder = before.folder
        self.draft = Draft.model_validate({**dict(before), **changes}).beside(folder)
        self._decided(before)

    def _decided(self, before: Draft) -> None:
        self._undo.append(before)
        del self._undo[:-UNDO]
        self.version += 1
        self._name_offices()
        self.save()

    def releases(self) -> dict[str, Release]:
        """The draft's releases by letter, as the draft corrects them."""
        return {name: corrected(self.scans[name].release, ref) for name, ref in self.draft.releases.items()}

    def _requester(self) -> Requester | None:
        try:
            return requester_of(self.draft)
        except BadFile as bad:
            self.notes.append(str(bad))
            return None

    def _pick(self, passage: str) -> Pick | None:
        return next((p for p in self.draft.picks if p.id == f"{self.current}:{passage}"), None)

    def _need(self, passage: str) -> Pick:
        pick = self._pick(passage)
        if pick is None:
            raise NotFound(f"{passage} is not picked")
        return pick

    def _name_offices(self) -> None:
        """Short names of every office that is proposed or written to."""
        ids = {h.id for s in self.scans.values() for p in s.passages for g in p.suggestions for h in g.recipients}
        ids |= {r.id for r in self.draft.recipients}
        for id in ids - self.names.keys():
            self.name_of(id)

    def name_of(self, id: str) -> str:
        if id not in self.names:
            try:
                self.names[id] = self._directory.office(id).abbreviated
            except NotFound:
                self.names[id] = id
        return self.names[id]
