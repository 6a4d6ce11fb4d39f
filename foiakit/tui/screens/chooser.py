"""A list to choose from, filtered as one types: request templates, offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from foiakit.tui.screens.panel import Panel
from foiakit.tui.wrapping import shown


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: the id that is returned, a first line, and a second one in a quieter colour."""

    id: str
    title: str
    detail: str = ""


Search = Callable[[str], Sequence[Choice]]
"""Typed words to the choices that fit, best first; called with "" for the first list."""


class Chooser(Panel[str | None]):
    """Returns the id that was chosen, or None. Keys: type to filter, up/down, enter chooses, esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
    ]

    def __init__(self, title: str, search: Search, *, empty: str = "Nothing fits. esc goes back.") -> None:
        super().__init__()
        self._title = title
        self._search = search
        self._empty = empty
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Label(shown(self._title), markup=False, classes="panel-title")
            yield Input(placeholder="type to filter", id="words")
            yield OptionList(id="choices", markup=False)
            yield Label("enter chooses · esc goes back", markup=False, classes="panel-hint")

    def on_mount(self) -> None:
        self._fill("")
        self.query_one("#words", Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(0.09, lambda: self._fill(event.value))

    def _fill(self, words: str) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        choices = self.query_one("#choices", OptionList)
        choices.clear_options()
        for choice in self._search(words):
            text = Text(shown(choice.title))
            if choice.detail:
                text.append("\n  " + shown(choice.detail), style="dim")
            choices.add_option(Option(text, id=choice.id))
        if choices.option_count:
            choices.highlighted = 0
        else:
            choices.add_option(Option(Text(shown(self._empty), style="dim"), disabled=True))

    def action_move(self, by: int) -> None:
        choices = self.query_one("#choices", OptionList)
        if by > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if self._timer is not None:  # typed fast: what was typed last is not filtered yet
            self._fill(event.value)
        choices = self.query_one("#choices", OptionList)
        if choices.highlighted is not None:
            self.dismiss(choices.get_option_at_index(choices.highlighted).id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
