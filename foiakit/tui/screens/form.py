"""A form: one question under another, each with what it is for; used for an item's fields and for who asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Label, Select

from foiakit.tui.screens.panel import Panel
from foiakit.tui.wrapping import shown


@dataclass(frozen=True, slots=True)
class Question:
    """A blank: its key, what is asked, what stands there now, a note, and the answers there are if they are few."""

    key: str
    ask: str
    value: str = ""
    note: str = ""
    options: tuple[str, ...] = ()


SHORT = 30
"""Characters up to which an answer is typed anew; a longer one is shown from its start and edited."""

Answers = dict[str, str]
Objection = Callable[[Answers], str | None]
"""What is wrong with the answers, or None. Nothing is lost: the form stays open and says so."""


class Form(Panel[Answers | None]):
    """Returns the answers by key, or None. Keys: tab and shift+tab move, ctrl+g or enter in the last blank keeps, esc
    leaves without a change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "keep", "Keep", priority=True),
    ]

    def __init__(self, title: str, questions: Sequence[Question], objection: Objection | None = None) -> None:
        super().__init__()
        self._title = title
        self._questions = questions
        self._objection = objection

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Label(shown(self._title), markup=False, classes="panel-title")
            with VerticalScroll():
                for index, question in enumerate(self._questions):
                    yield Label(shown(question.ask), markup=False, classes="field-ask")
                    if question.note:
                        yield Label(shown(question.note), markup=False, classes="field-note")
                    yield self._blank(index, question)
            yield Label("", id="objection", markup=False, classes="finding-error")
            yield Label("tab next · ctrl+g keeps · esc leaves it as it was", markup=False, classes="panel-hint")

    def _blank(self, index: int, question: Question) -> Input | Select[str]:
        if question.options:
            chosen = question.value if question.value in question.options else Select.NULL
            return Select([(shown(o), o) for o in question.options], value=chosen, id=f"blank-{index}", compact=True)
        value = shown(question.value)
        blank = Input(value=value, id=f"blank-{index}", compact=True, select_on_focus=len(value) <= SHORT)
        if len(value) > SHORT:
            blank.cursor_position = 0
        return blank

    def on_mount(self) -> None:
        if self._questions:
            self.query_one("#blank-0").focus()

    @property
    def answers(self) -> Answers:
        """What stands in the blanks now."""
        given = {}
        for index, question in enumerate(self._questions):
            if question.options:
                value = self.query_one(f"#blank-{index}", Select).value
                given[question.key] = "" if value is Select.NULL else str(value)
            else:
                given[question.key] = self.query_one(f"#blank-{index}", Input).value.strip()
        return given

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if event.input.id == f"blank-{len(self._questions) - 1}":
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Keeps the answers, if nothing is wrong with them."""
        answers = self.answers
        wrong = self._objection(answers) if self._objection else None
        if wrong:
            self.query_one("#objection", Label).update(shown(wrong))
        else:
            self.dismiss(answers)
