"""The terminal UI's application: opens what it is given, keeps the work safe, and says things."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from typing import ClassVar, Literal

from rich.text import Text
from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from foiakit.model.characters import harmless
from foiakit.model.errors import FoiakitError
from foiakit.tui.screens.open import Opening
from foiakit.tui.screens.workbench import Workbench
from foiakit.tui.wrapping import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from foiakit.tui.workspace import Workspace


SHORTLY = 3.0
"""Seconds for which a message that only confirms stays; warnings and errors stay longer."""


class FoiakitApp(App[int]):
    """From a release to letters, keyboard first.

    Args:
        sources: Releases or a draft to open; none shows what lies in the folder.
        requester: A profile file of who asks.
        out: The folder in which letters are written.
        allow_private: A link may lead into this machine or network.

    Every decision is saved at once beside the release; a hang-up or a termination loses nothing.
    """

    TITLE = "foiakit"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-xwide")]  # noqa: RUF012 - Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", id="app.help"),
        Binding("colon", "command_palette", "Commands", show=False, id="app.palette"),
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self, *sources: str, requester: str | None = None, out: str = "out", allow_private: bool = False
    ) -> None:
        super().__init__()
        self.sources = sources
        self.requester = requester
        self.out = Path(out)
        self.allow_private = allow_private
        self.workspace: Workspace | None = None

    def on_mount(self) -> None:
        # NO_COLOR asks for none: an ANSI theme leaves colour to the terminal, marks stay as glyphs
        self.theme = "ansi-dark" if os.environ.get("NO_COLOR") else "textual-dark"
        self._mind_signals()
        self.push_screen(Opening())

    def _mind_signals(self) -> None:
        """A closed terminal (HUP) or a termination saves and leaves in good order; unhandled they end it at once."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._signalled, int(number))
                except (NotImplementedError, RuntimeError, ValueError):
                    continue  # Windows, or not the main thread: then every change has been saved already

    def _signalled(self, number: int) -> None:
        if self.workspace is not None:
            self.workspace.save()
        self.exit(return_code=128 + number)

    @work(thread=True, exclusive=True, group="open")
    def open(self, *sources: str) -> None:
        """Reads, scans and shows releases, or opens a draft, in a thread of its own."""
        from foiakit.tui.opening import open_workspace

        try:
            workspace = open_workspace(
                sources, requester=self.requester, out=self.out, tell=self._progress, allow_private=self.allow_private
            )
        except FoiakitError as error:
            self.call_from_thread(self._failed, str(error))
            return
        self.call_from_thread(self._opened, workspace)

    def _handle_exception(self, error: Exception) -> None:
        """A defect ends the app with where it happened, without Textual's page of local values: those are the
        person's texts and names."""
        from foiakit.model.defect import defect_report

        if self._exit:
            return  # a thread that ends after the screen is gone finds nothing of it: no defect
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self._exception is None and not self.is_headless:
            self._exception = error
            self._return_code = 3
            saved = self.workspace is not None and self.workspace.path.is_file() and not self.workspace.unsaved
            told = "\n  Your draft is saved." if saved else ""
            self._exit_renderables.append(Text(harmless(defect_report(error)) + told))
            self._close_messages_no_wait()
            return
        super()._handle_exception(error)

    def _progress(self, done: str) -> None:
        self.call_from_thread(self._tell, done)

    def _tell(self, text: str) -> None:
        if isinstance(self.screen, Opening):
            self.screen.tell(text)

    def _failed(self, text: str) -> None:
        if isinstance(self.screen, Opening):
            self.screen.tell(text, trouble=True)
        else:
            self.say(text, severity="error")

    def _opened(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.push_screen(Workbench(workspace))
        for note in workspace.notes:
            self.say(note, severity="warning")
        for news in workspace.news:
            self.say(news)

    def say(self, text: str, *, severity: Literal["information", "warning", "error"] = "information") -> None:
        """A short message in the corner; its text is never markup."""
        self.notify(
            shown(text) if "\n" not in text else "\n".join(map(shown, text.split("\n"))),
            severity=severity,
            timeout=SHORTLY if severity == "information" else None,
            markup=False,
        )

    def action_help(self) -> None:
        """Help for what has the focus, made from its own description."""
        from foiakit.tui.screens.help import Help

        self.push_screen(Help.about(self.screen, self.focused))

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Leaves; everything is saved already, or the person says where, or that it may go."""
        if self.workspace is not None:
            self.workspace.save()
            if self.workspace.unsaved and not await self._saved_elsewhere(self.workspace):
                return
        self.exit(0)

    async def _saved_elsewhere(self, workspace: Workspace) -> bool:
        """Asks where a draft goes that cannot be saved in its place. False where the person goes on with the work."""
        from foiakit.tui.screens.form import Answers, Form, Question

        def objection(answers: Answers) -> str | None:
            try:
                if answers["path"]:
                    workspace.save_as(Path(answers["path"]).expanduser())
            except FoiakitError as error:
                return str(error)
            return None

        place = str(Path("~") / workspace.path.name)
        question = Question("path", "Save the draft as (empty: leave without it)", place, note=workspace.unsaved)
        return await self.push_screen_wait(Form("The draft is not saved", [question], objection)) is not None
