"""The releases of a workspace, one at a time on the screen: where one reads in each, another one, words to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from foiakit.model.errors import FoiakitError
from foiakit.model.suggestion import ScannedPassage
from foiakit.tui.screens.chooser import Chooser
from foiakit.tui.search import nearby
from foiakit.tui.widgets.reader import PassageReader
from foiakit.tui.wrapping import shown

if TYPE_CHECKING:
    from foiakit.tui.app import FoiakitApp
    from foiakit.tui.opening import Arrived
    from foiakit.tui.workspace import Workspace


class Releases(Screen[None]):
    """What the workbench does with releases. It has a PassageReader, a Static `title` and an Input `search`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", show=False, id="work.search"),
        Binding("o", "open", "Open another release", show=False, id="work.open"),
        Binding("R", "release", "Next release", show=False, id="work.release"),
    ]
    app: FoiakitApp

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.shown_release = workspace.current
        self._cursors: dict[str, int] = {}
        self._arriving = False

    def changed(self) -> None:
        """Called when another release is shown, and after every decision."""
        raise NotImplementedError

    @property
    def here(self) -> ScannedPassage | None:
        """The passage under the cursor."""
        reader = self.query_one(PassageReader)
        return reader.passages[reader.cursor] if reader.passages else None

    def show_release(self) -> None:
        """The release on the screen, from where the person left it."""
        reader, workspace = self.query_one(PassageReader), self.workspace
        reader.show(workspace.scan.passages, workspace.picked, cursor=self._cursors.get(workspace.current))
        self.shown_release = workspace.current
        self.changed()

    def action_release(self) -> None:
        """The next release of the draft, where it has several."""
        self._cursors[self.shown_release] = self.query_one(PassageReader).cursor
        if self.workspace.next_release():
            self.show_release()
        else:
            self.app.say("Only this release is open; o opens another for the same letters.")

    @work
    async def action_open(self) -> None:
        """Another release for the same letters: a file of this folder, or what is typed."""
        if self._arriving:
            self.app.say("A release is being read; one at a time.")
            return
        source = await self.app.push_screen_wait(
            Chooser(
                "Another release for the same letters: choose, or type a file or an https:// link",
                nearby(but=self.workspace.files),
            )
        )
        if source:
            self._arriving = True
            self._tell(f"Reading {source} …")
            self._read_release(source)

    def _tell(self, doing: str) -> None:
        """Says in the headline what is being done."""
        if self._arriving:
            self.query_one("#title", Static).update(shown(doing), layout=False)

    @work(thread=True, group="arrive")
    def _read_release(self, source: str) -> None:
        from foiakit.tui.opening import arrive

        try:
            arrived = arrive(self.workspace, source, self._told, allow_private=self.app.allow_private)
        except FoiakitError as error:
            self.app.call_from_thread(self._arrived, None, str(error))
            return
        self.app.call_from_thread(self._arrived, arrived)

    def _told(self, doing: str) -> None:
        self.app.call_from_thread(self._tell, doing)

    def _arrived(self, arrived: Arrived | None, trouble: str = "") -> None:
        self._arriving = False
        self._cursors[self.shown_release] = self.query_one(PassageReader).cursor
        if arrived is None:
            self.app.say(trouble, severity="error")
            self.changed()
            return
        known = self.workspace.letter_of(arrived.scan.release)
        if known is not None:
            self.workspace.current = known
            self.app.say(f"It is open already, as release {known}.")
        else:
            try:
                name = self.workspace.add_release(arrived.scan, arrived.copy)
            except FoiakitError as error:
                self.app.say(str(error), severity="error")
                self.changed()
                return
            self.app.say(f"Release {name}. R shows the next release, u takes it out again.")
            for note in arrived.notes:
                self.app.say(note, severity="warning")
        self.show_release()

    def action_search(self) -> None:
        search = self.query_one("#search", Input)
        search.display = True
        search.focus()

    def end_search(self) -> None:
        """Puts the search away, with its marks: n and N lead to suggestions again."""
        search, reader = self.query_one("#search", Input), self.query_one(PassageReader)
        search.display = False
        if reader.hits:
            reader.find(None)

    @on(Input.Changed, "#search")
    def _searching(self, event: Input.Changed) -> None:
        reader = self.query_one(PassageReader)
        hits = reader.find(self.workspace.matcher(event.value))
        event.input.border_title = f"{hits} found" if event.value else ""

    @on(Input.Submitted, "#search")
    def _searched(self, event: Input.Submitted) -> None:
        reader = self.query_one(PassageReader)
        event.input.display = False
        reader.focus()
        if event.value.strip() and not reader.hits:
            self.app.say(f"“{event.value.strip()}” is not in this release.")
        if reader.hits and reader.cursor not in reader.hits:
            reader.cursor = next((i for i in sorted(reader.hits) if i >= reader.cursor), min(reader.hits))
