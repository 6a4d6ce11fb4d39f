"""The letters that a workspace's decisions make: composed, previewed, checked, written."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from foiakit.model.errors import FoiakitError
from foiakit.model.finding import Finding, Severity
from foiakit.model.letter import Letter
from foiakit.tui import asking
from foiakit.tui.widgets.tray import LetterRow

if TYPE_CHECKING:
    from foiakit.composing.result import Composed, Missing
    from foiakit.drafting.draft import Recipient
    from foiakit.tui.workspace import Workspace
    from foiakit.writing.output import Written

WHOLE = 1_000_000
"""Characters of a preview: the letter and its exhibit, never shortened."""


class LetterDesk:
    """Composes the letters of a workspace when asked, and keeps the last that were composed. May run in a thread."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.rows: Sequence[LetterRow] = ()
        self._letters: dict[str, Letter] = {}

    def compose(self, on: date) -> None:
        """Composes the letters and says in `rows` what comes of each recipient, or why nothing could be tried."""
        with contextlib.suppress(FoiakitError):
            self._composed(on)

    def _composed(self, on: date) -> Composed:
        """Composes the letters.

        Raises:
            FoiakitError: A release or an office of the draft is not there; `rows` says so too.
        """
        from foiakit.composing import compose

        workspace, draft = self.workspace, self.workspace.draft
        try:
            composed = compose(draft, workspace.library, on=on, releases=workspace.releases())
        except FoiakitError as error:
            names = workspace.name_of
            self.rows = [LetterRow(r.id, names(r.id), not r.off, "no letter yet", str(error)) for r in draft.recipients]
            self._letters = {}
            raise
        by_office = {o.id: made for made in composed.letters for o in (made.recipient, *made.components)}
        self._letters = by_office
        self.rows = [self._row(r, by_office.get(r.id), composed) for r in draft.recipients]
        return composed

    def _row(self, recipient: Recipient, made: Letter | None, composed: Composed) -> LetterRow:
        stops = [m for m in composed.missing if m.recipient in {recipient.id, None}]
        trouble = self._trouble(stops[0]) if stops and not recipient.off else ""
        trouble += f" (and {len(stops) - 1} more: w lists them)" if trouble and len(stops) > 1 else ""
        left = [out.reason for out in composed.left_out if out.recipient == recipient.id and out.pick is None]
        summary = asking.summary(made) if made else (left[0] if left else "no letter yet")
        caution = made.cautions[0] if made and made.cautions else ""
        name = self.workspace.name_of(recipient.id)
        return LetterRow(recipient.id, name, not recipient.off, summary, trouble, caution)

    def _trouble(self, missing: Missing) -> str:
        """What is missing, and the key that mends it."""
        key = {"requester": "i fills it in", "office": "r adds an office"}.get(missing.kind, "")
        picks, place = self.workspace.draft.picks, missing.at.split(".")
        if missing.kind == "field" and place[0] == "picks" and int(place[1]) < len(picks):
            key = f"f on {picks[int(place[1])].id.removeprefix('A:')} fills it in"
        return f"{missing.ask or missing.says}{f' ({key})' if key else ''}"

    def preview(self, recipient: str) -> str:
        """The letter to a recipient as plain text, or what it still lacks."""
        from foiakit.writing import to_text

        made = self._letters.get(recipient)
        if made is not None:
            return to_text(made, limit=WHOLE)[0]
        row = next((r for r in self.rows if r.recipient == recipient), None)
        if row is None:
            return "No letter yet.\n\nPick a passage with space; the offices that would hold its records are proposed."
        return f"{row.name}\n\n{row.trouble or row.summary}"

    @property
    def ready(self) -> int:
        """How many letters could be composed."""
        return len({id(made) for made in self._letters.values()})

    def findings(self, on: date) -> Sequence[Finding]:
        """What the checks find in the draft and its letters.

        Raises:
            FoiakitError: A release or an office of the draft is not there.
        """
        from foiakit.checking import check

        workspace = self.workspace
        return check(workspace.draft, self._composed(on), workspace.library, releases=workspace.releases())

    def write(self, on: date) -> list[str]:
        """Writes the Word files of the letters in which no check found an error. Returns what to tell the person.

        Raises:
            FoiakitError: The folder cannot be written.
        """
        from foiakit.writing import to_docx
        from foiakit.writing.output import Folder

        stopped = [f for f in self.findings(on) if f.severity is Severity.ERROR]
        self.workspace.save()
        letters = {m.stem: m for m in self._letters.values() if not any(_stops(f, m) for f in stopped)}
        if not letters:
            return ["No letter can be written yet; the list says what to mend."]
        files = {f"{stem}.docx": to_docx(made) for stem, made in letters.items()}
        told = [_told(written) for written in Folder(self.workspace.out).write(files)]
        held = self.ready - len(letters)
        if held:
            told.append(f"{held} more held back: mend the errors in the list.")
        return [*told, "Read each letter before you send it. foiakit sends nothing."]


def _stops(finding: Finding, letter: Letter) -> bool:
    """Whether an error is this letter's: its own, or the whole draft's. What is missing stopped its letter already."""
    if finding.rule == "M01":
        return False
    return finding.place.startswith((letter.recipient.id, "draft"))


def _told(written: Written) -> str:
    from foiakit.writing.output import Outcome

    kept = f"  (you edited {written.kept.name}: it was kept, this one stands beside it)" if written.kept else ""
    said = {Outcome.UNCHANGED: "as before", Outcome.CHANGED: "written anew"}.get(written.outcome, "written")
    return f"{written.path}  {said}{kept}"
