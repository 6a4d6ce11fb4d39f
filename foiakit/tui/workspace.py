"""The work on one draft: what a person decided, taken back if wanted, saved at once. It knows nothing of screens."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from foiakit.drafting.draft import Draft, Pick, Recipient, Waived
from foiakit.drafting.keep import load_draft, open_releases, requester_of, save_draft
from foiakit.drafting.kept import Kept, copy_of, needs_copy
from foiakit.drafting.profile import Requester
from foiakit.drafting.start import letter, new_draft, pick_passage
from foiakit.library.collection import Library, open_library
from foiakit.model.errors import BadFile, NotFound
from foiakit.model.finding import Finding
from foiakit.model.release import Release
from foiakit.model.suggestion import Scan, ScannedPassage
from foiakit.offices import directory
from foiakit.reading import read_with_bytes
from foiakit.scanning import scan as scan_release
from foiakit.tui import asking
from foiakit.tui.letter_desk import LetterDesk
from foiakit.tui.screens.chooser import Choice
from foiakit.tui.screens.form import Answers, Objection, Question
from foiakit.tui.search import matcher
from foiakit.writing.names import MAX_BYTES, safe_stem

UNDO = 200
"""Decisions that can be taken back."""


class Workspace:
    """A draft under way, with its scanned releases.

    Every decision makes a new draft, saves it beside the release, and can be undone. `version` counts the decisions, so
    that a slow worker can see that its answer is late.
    """

    def __init__(self, library: Library, draft: Draft, scans: dict[str, Scan], path: Path, out: Path) -> None:
        self.library = library
        self.draft = draft
        self.scans = scans
        self.path = path
        self.out = out
        self.current = next(iter(scans))
        self.version = 0
        self.notes: list[str] = []
        self.letters = LetterDesk(self)
        self._undo: list[Draft] = []
        self._copy: Kept | None = None
        self._lock = threading.Lock()
        self._directory = directory(library)
        self.titles = {id: template.title for id, template in library.requests.all()[0].items()}
        self.names: dict[str, str] = {}
        self._name_offices()

    # opening

    @classmethod
    def opened(
        cls,
        source: str,
        *,
        requester: str | None,
        out: Path,
        progress: Callable[[str], None] | None = None,
        allow_private: bool = False,
    ) -> Workspace:
        """The workspace of a release, or of a draft (a `.yaml` file).

        A release that has a draft beside it goes on with that draft. What came through a link or standard input is kept
        beside the draft, once there is something to save.

        Args:
            allow_private: A link may lead into this machine or network.

        Raises:
            FoiakitError: The source cannot be read, or the draft does not fit.
        """
        tell = progress or (lambda _: None)
        tell("Opening the library …")
        library = open_library()
        if source.endswith((".yaml", ".yml")):
            return cls._resumed(library, Path(source), requester, out, tell)
        tell("Reading the release …")
        release, raw = read_with_bytes(source, allow_private=allow_private)
        path = _draft_path(source)
        if path.is_file():
            workspace = cls._resumed(library, path, requester, out, tell)
            if any(ref.sha256 == release.sha256 for ref in workspace.draft.releases.values()):
                workspace.notes.append(f"Going on with {path.name}, which lies beside the release.")
                return workspace
            path = _free(path)
        copy = copy_of(release, raw, path, letter(0)) if needs_copy(source) else None
        if copy is not None:
            release = replace(release, file=str(copy.path))
        tell("Looking for claims …")
        scanned = scan_release(release, library)
        draft = new_draft(
            [scanned], [], library=library, requester=_profile(requester, path), folder=path.resolve().parent
        )
        workspace = cls(library, draft, {letter(0): scanned}, path, out)
        workspace._copy = copy
        workspace.notes += release.warnings
        return workspace

    @classmethod
    def _resumed(
        cls, library: Library, path: Path, requester: str | None, out: Path, tell: Callable[[str], None]
    ) -> Workspace:
        from foiakit.drafting.anchor import reanchor

        draft = load_draft(path)
        if requester is not None:
            draft = draft.model_copy(update={"requester": _profile(requester, path)})
        tell("Reading the draft's releases …")
        releases = open_releases(draft)
        scans = {name: scan_release(release, library) for name, release in releases.items()}
        found = reanchor(draft, releases)
        workspace = cls(library, found.draft, scans, path, out)
        workspace.notes += [*found.moved, *map(str, found.lost)]
        return workspace

    # looking

    @property
    def scan(self) -> Scan:
        """The release on the screen."""
        return self.scans[self.current]

    @property
    def picked(self) -> frozenset[str]:
        """The picked passages of the release on the screen, by passage id."""
        prefix = f"{self.current}:"
        return frozenset(p.id.removeprefix(prefix) for p in self.draft.picks if p.id.startswith(prefix) and not p.off)

    def template_of(self, passage: str) -> str:
        """The template with which a passage is picked, or ""."""
        pick = self._pick(passage)
        return pick.template if pick else ""

    @property
    def headline(self) -> str:
        """One line: which release, how much is picked, where it is saved."""
        release = self.scan.release
        parts = [release.title or release.file, release.issuer or "", str(release.date or "no date")]
        many = f"{self.current} of {len(self.scans)} releases · " if len(self.scans) > 1 else ""
        picks = sum(not p.off for p in self.draft.picks)
        saved = f"saved in {self.path.name}" if self.path.exists() else "nothing to save yet"
        return f"{many}{picks} picked · {saved} · " + " · ".join(p for p in parts if p)

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

    def pick(self, passage: str, template: str) -> None:
        """Picks a passage with a template, and adds the offices that would hold its records."""
        id = f"{self.current}:{passage}"
        new = pick_passage(list(self.scans.values()), id, library=self.library, template=template)
        picks = [*(p for p in self.draft.picks if p.id != id), new]
        picks.sort(key=lambda p: (p.id[0], p.at.start))
        known = {r.id for r in self.draft.recipients}
        fresh = tuple(Recipient(id=h) for h in new.held_by if h not in known and "*" not in h)
        self._decide(picks=tuple(picks), recipients=(*self.draft.recipients, *fresh))

    def unpick(self, passage: str) -> None:
        """Takes a pick out, and the offices that nothing else needs."""
        id = f"{self.current}:{passage}"
        picks = tuple(p for p in self.draft.picks if p.id != id)
        needed = {h for p in picks for h in p.held_by}
        gone = {h for p in self.draft.picks if p.id == id for h in p.held_by} - needed
        self._decide(picks=picks, recipients=tuple(r for r in self.draft.recipients if r.id not in gone))

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
        """Takes the last decision back. False where there is none."""
        if not self._undo:
            return False
        self.draft = self._undo.pop()
        self.version += 1
        self.save()
        return True

    def next_release(self) -> bool:
        """Shows the next release. False where there is only one."""
        names = list(self.scans)
        self.current = names[(names.index(self.current) + 1) % len(names)]
        return len(names) > 1

    def save(self) -> None:
        """Writes the draft, unless nothing was ever decided."""
        if self._undo or self.path.exists():
            with self._lock:
                if self._copy is not None:
                    self._copy.write()
                    self._copy = None
                save_draft(self.draft, self.path)

    # within

    def _decide(self, **changes: object) -> None:
        before = self.draft
        folder = before.folder
        self.draft = Draft.model_validate({**dict(before), **changes}).beside(folder)
        self._undo.append(before)
        del self._undo[:-UNDO]
        self.version += 1
        self._name_offices()
        self.save()

    def releases(self) -> dict[str, Release]:
        from foiakit.drafting.keep import corrected

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


def _draft_path(source: str) -> Path:
    """Where the draft of a release is saved: beside a file, in this folder for a link or standard input."""
    if source == "-" or "://" in source:
        name = "".join(c if c.isalnum() else "-" for c in source.rsplit("/", 1)[-1]).strip("-") or "release"
        return Path(f"{safe_stem(name[:60])}.draft.yaml")
    path = Path(source)
    name = path.name if len(path.name.encode()) < MAX_BYTES else safe_stem(path.name)
    return path.with_name(f"{name}.draft.yaml")


def _free(path: Path) -> Path:
    """A name beside `path` that nothing has."""
    number = 2
    while (new := path.with_name(path.name.replace(".draft.yaml", f"-{number}.draft.yaml"))).exists():
        number += 1
    return new


def _profile(profile: str | None, draft: Path) -> str | None:
    """The profile as the draft names it: from the draft's folder, so that no login stands in a draft that is mailed."""
    if profile is None:
        return None
    here = Path(profile).expanduser().resolve()
    try:
        return Path(os.path.relpath(here, draft.resolve().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return str(here)
