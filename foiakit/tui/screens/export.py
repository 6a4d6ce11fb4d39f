"""Before writing: what the checks found, which warnings are waived and why; then the files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, Label, OptionList
from textual.widgets.option_list import Option

from foiakit.model.errors import FoiakitError
from foiakit.model.finding import Finding, Severity
from foiakit.tui.screens.form import Form, Question
from foiakit.tui.wrapping import shown

if TYPE_CHECKING:
    from foiakit.tui.app import FoiakitApp
    from foiakit.tui.workspace import Workspace


class Export(Screen[None]):
    """The findings, then the files. Keys: x waives a warning with a reason, w writes, esc goes back."""

    CSS_PATH = "export.tcss"
    HELP = """\
# Check and write
Errors (**✗**) stop the letters that have them. Warnings (**!**) can be waived with a reason, which is kept in the
draft. **w** writes what can be written into the output folder; a file that you edited since is never overwritten.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "Write the files"),
        Binding("x", "waive", "Waive with a reason"),
        Binding("escape", "app.pop_screen", "Back"),
        Binding("q", "app.leave", "Quit", show=False),
    ]
    app: FoiakitApp

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._findings: Sequence[Finding] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="export"):
            yield Label("Checking …", id="verdict", markup=False)
            yield OptionList(id="findings", markup=False)
            yield Label("", id="written", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#findings").focus()
        self._check()

    @work(thread=True, exclusive=True, group="check")
    def _check(self) -> None:
        try:
            findings = self.workspace.letters.findings(date.today())
        except FoiakitError as error:
            self.app.call_from_thread(self._wrote, [f"Not checked: {error}"])
            return
        self.app.call_from_thread(self._show, findings)

    def _show(self, findings: Sequence[Finding]) -> None:
        if not self.is_attached:
            return
        self._findings = findings
        options = self.query_one("#findings", OptionList)
        options.clear_options()
        for finding in findings:
            options.add_option(Option(_row(finding)))
        if findings:
            options.highlighted = 0
        errors = sum(f.severity is Severity.ERROR for f in findings)
        warnings = sum(f.severity is Severity.WARNING and not f.waived for f in findings)
        letters = self.workspace.letters.ready
        say = f"{letters} letter{'' if letters == 1 else 's'} can be written"
        say += f" · {errors} error{'' if errors == 1 else 's'}" if errors else ""
        say += f" · {warnings} warning{'' if warnings == 1 else 's'}" if warnings else ""
        self.query_one("#verdict", Label).update(say)

    @work
    async def action_waive(self) -> None:
        """Waives the highlighted warning; its reason is kept in the draft."""
        index = self.query_one("#findings", OptionList).highlighted
        if index is None or index >= len(self._findings):
            return
        finding = self._findings[index]
        if finding.severity is Severity.ERROR:
            self.app.say("An error cannot be waived: it would make the letter wrong.", severity="warning")
            return
        question = Question("reason", "Why is it acceptable here?", finding.waived or "", note=finding.says)
        answers = await self.app.push_screen_wait(
            Form(f"Waive {finding.rule}", [question], lambda a: None if len(a["reason"]) > 2 else "Give a reason.")
        )
        if answers is not None:
            self.workspace.waive(finding, answers["reason"])
            self._check()

    def action_write(self) -> None:
        """Writes the letters that can be written."""
        self.query_one("#written", Label).update("Writing …")
        self._write()

    @work(thread=True, exclusive=True, group="write")
    def _write(self) -> None:
        try:
            told = self.workspace.letters.write(date.today())
        except FoiakitError as error:
            told = [f"Not written: {error}"]
        self.app.call_from_thread(self._wrote, told)

    def _wrote(self, told: Sequence[str]) -> None:
        if not self.is_attached:
            return
        self.query_one("#written", Label).update("\n".join(shown(line) for text in told for line in text.split("\n")))


def _row(finding: Finding) -> Text:
    mark = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.HINT: "·"}[finding.severity]
    if finding.waived:
        mark = "✓"
    text = Text(f"{mark} {finding.rule} {shown(finding.says)}", style="dim" if finding.waived else "")
    text.append(f"\n  {shown(finding.place)}", style="dim")
    if finding.waived:
        text.append(f"\n  waived: {shown(finding.waived)}", style="italic")
    elif finding.fix:
        text.append(f"\n  {shown(finding.fix)}")
    return text
