"""The first screen: what lies in this folder, or a path or link to type."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, Input, Label, OptionList
from textual.widgets.option_list import Option

from foiakit.tui.wrapping import shown

if TYPE_CHECKING:
    from foiakit.tui.app import FoiakitApp


class Opening(Screen[None]):
    """Asks the app to open a source. Keys: up/down and enter open a file, tab leads to where a path is typed."""

    CSS_PATH = "open.tcss"
    HELP = """\
# Open a release or a draft
Choose a file of this folder, or type a path or an https:// link (it is fetched only when you press enter).
"""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.leave", "Quit")]
    app: FoiakitApp

    def compose(self) -> ComposeResult:
        with Vertical(id="opening"):
            yield Label("foiakit", id="name", markup=False)
            yield Label("From a press release to a records request that cites it.", id="motto", markup=False)
            yield Input(placeholder="a file or an https:// link", id="source")
            yield OptionList(id="files", markup=False)
            yield Label("", id="told", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        files = self.query_one("#files", OptionList)
        from foiakit.tui.opening import openable

        found = openable(Path())
        for path, what in found:
            text = Text(shown(str(path)))
            text.append(f"  {what}", style="dim")
            files.add_option(Option(text, id=str(path)))
        if found:
            files.highlighted = 0
            files.focus()
        else:
            files.display = False
            self.query_one("#source").focus()
        if self.app.sources:
            self._open(*self.app.sources)

    def tell(self, text: str, *, trouble: bool = False) -> None:
        """Says what is being done, or what went wrong."""
        told = self.query_one("#told", Label)
        told.set_class(trouble, "-trouble")
        told.update("\n".join(map(shown, text.split("\n"))))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._open(event.value.strip())

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self._open(event.option.id)

    def _open(self, *sources: str) -> None:
        self.tell("Reading …")
        self.app.open(*sources)
