"""The letters of a workspace: made anew after every decision, looked at one by one, taken out, written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer
from textual.widgets import Static

from foiakit.tui.screens.releases import Releases
from foiakit.tui.widgets.lines import Preview
from foiakit.tui.widgets.tray import LetterTray
from foiakit.tui.wrapping import shown

if TYPE_CHECKING:
    from foiakit.tui.workspace import Workspace

PREVIEW_DELAY = 0.12
"""Seconds without a change after which the preview is made anew."""


class Letters(Releases):
    """What the workbench does with letters. It has a LetterTray and a Preview `preview`, beside the release's."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._timer: Timer | None = None

    def compose_soon(self) -> None:
        """Makes the letters anew once the person pauses."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PREVIEW_DELAY, self._compose_letters)

    @work(thread=True, exclusive=True, group="compose")
    def _compose_letters(self) -> None:
        version = self.workspace.version
        self.workspace.letters.compose(date.today())
        self.app.call_from_thread(self._show_letters, version)

    def _show_letters(self, version: int) -> None:
        if version != self.workspace.version or not self.is_mounted:
            return
        tray = self.query_one(LetterTray)
        tray.show(self.workspace.letters.rows)
        self.query_one("#preview", Preview).show(self.workspace.letters.preview(tray.recipient))
        self.query_one("#title", Static).update(shown(self.workspace.headline), layout=False)

    @on(LetterTray.Looked)
    def _looked(self, event: LetterTray.Looked) -> None:
        self.query_one("#preview", Preview).show(self.workspace.letters.preview(event.recipient))

    @on(LetterTray.Opened)
    def _opened(self, event: LetterTray.Opened) -> None:
        self.query_one("#preview", Preview).show(self.workspace.letters.preview(event.recipient))
        self.action_preview()

    @on(LetterTray.Toggled)
    def _toggled(self, event: LetterTray.Toggled) -> None:
        self.workspace.toggle_recipient(event.recipient)
        self.changed()

    def action_preview(self) -> None:
        """The letter over the whole screen; esc goes back."""
        self._over_all(self.query_one("#preview", Preview))

    def action_letters(self) -> None:
        """The letters, over the whole screen where there is no room for them beside the release."""
        tray = self.query_one(LetterTray)
        if tray.display and self.maximized is None:
            tray.focus()
        else:
            self._over_all(tray)

    def action_letter(self, by: int) -> None:
        """Another letter in the preview, from its start."""
        tray, preview = self.query_one(LetterTray), self.query_one("#preview", Preview)
        tray.look(by)
        preview.show(self.workspace.letters.preview(tray.recipient))
        preview.scroll_home(animate=False)

    def _over_all(self, pane: Preview | LetterTray) -> None:
        self.put_back()
        pane.display = True
        self.maximize(pane, container=False)
        pane.focus()

    def put_back(self) -> None:
        """What lies over the whole screen goes back to its place, or out of sight where it has none."""
        if self.maximized is not None:
            self.minimize()
            for pane in ("#preview", "#letters"):
                self.query_one(pane).styles.clear_rule("display")

    def action_write(self) -> None:
        """Checks the letters, then writes the Word files."""
        from foiakit.tui.screens.export import Export

        self.app.push_screen(Export(self.workspace))
