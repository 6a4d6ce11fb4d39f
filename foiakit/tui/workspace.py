"""The work on one draft: what a person decided, taken back if wanted, saved at once. It knows nothing of screens."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from foiakit.drafting.draft import Draft, Pick, Recipient, Waived
from foiakit.drafting.keep import requester_of
from foiakit.drafting.kept import Kept
from foiakit.drafting.profile import Requester
from foiakit.drafting.repick import with_changes
from foiakit.drafting.start import pick_passage
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, NotFound
from foiakit.model.finding import Finding
from foiakit.model.suggestion import Scan, ScannedPassage
from foiakit.offices import directory
from foiakit.tui import asking
from foiakit.tui.headline import headline
from foiakit.tui.letter_desk import LetterDesk
from foiakit.tui.office_names import OfficeNames
from foiakit.tui.open_releases import OpenReleases
from foiakit.tui.screens.chooser import Choice
from foiakit.tui.screens.form import Answers, Objection, Question
from foiakit.tui.search import matcher


class Workspace(OpenReleases):
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
        super().__init__(draft, scans, path, copies)
        self.library = library
        self.out = out
        self.notes: list[str] = []
        """What a person should know on opening: what is missing, moved or was not read."""
        self.news: list[str] = []
        """What opening did, which the person need only see."""
        self.letters = LetterDesk(self)
        self.offices = OfficeNames(directory(library))
        self.titles = {id: template.title for id, template in library.requests.all()[0].items()}
        self._name_offices(*scans.values())

    # looking

    def template_of(self, passage: str) -> str:
        """The template with which a passage is picked, or ""."""
        pick = self._pick(passage)
        return pick.template if pick else ""

    def templates_for(self, scanned: ScannedPassage) -> list[tuple[str, str, str]]:
        """All templates as (id, title, what for), those suggested for the passage first."""
        first = [s.template for s in scanned.suggestions]
        first += [t for s in scanned.suggestions for t in s.alternatives if t not in first]
        order = list(dict.fromkeys([*(t for t in first if t in self.titles), *self.titles]))
        requests = self.library.requests
        return [(id, f"{self.titles[id]}  ({id})", requests[id].use_when) for id in order]

    @property
    def headline(self) -> str:
        """One line about the release and the draft."""
        return headline(self)

    @property
    def names(self) -> dict[str, str]:
        """Short names of every office that is proposed or written to, by id."""
        return self.offices.names

    def name_of(self, id: str) -> str:
        """The short name of an office; its id where there is none."""
        return self.offices.of(id)

    def find_offices(self, words: str) -> Sequence[Choice]:
        """Offices by name; with no words, those that the picks suggest."""
        return self.offices.find(words, (id for pick in self.draft.picks for id in pick.held_by))

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
        self.offices.learn(id)
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

    def take_in(self, scan: Scan, copy: Kept | None = None) -> str:
        """Makes a further release part of the draft and shows it; nothing is saved yet. Returns its letter.

        Raises:
            FoiakitError: The draft has as many releases as there are letters.
        """
        name = super().take_in(scan, copy)
        self._name_offices(scan)
        return name

    # within

    def _decided(self, before: Draft) -> None:
        for recipient in self.draft.recipients:
            self.offices.of(recipient.id)
        super()._decided(before)

    def _requester(self) -> Requester | None:
        try:
            return requester_of(self.draft)
        except BadFile as bad:
            self.notes.append(str(bad))
            return None

    def _need(self, passage: str) -> Pick:
        pick = self._pick(passage)
        if pick is None:
            raise NotFound(f"{passage} is not picked")
        return pick

    def _name_offices(self, *scans: Scan) -> None:
        ids = {h.id for s in scans for p in s.passages for g in p.suggestions for h in g.recipients}
        for id in ids | {r.id for r in self.draft.recipients}:
            self.offices.of(id)
