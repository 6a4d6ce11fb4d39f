"""What a panel over the screen has in common: esc leaves it, and no message lies over it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Panel(ModalScreen[Result]):
    """A question over the screen; None is the answer of a person who leaves it."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def on_mount(self) -> None:
        """Textual calls this beside a panel's own."""
        self.app.clear_notifications()
