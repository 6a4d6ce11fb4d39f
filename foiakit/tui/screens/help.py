"""Help for what has the focus: its own description, then every key that works here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Label

from foiakit.tui.screens.panel import Panel
from foiakit.tui.widgets.lines import LineView

SHOWN = {"full_stop": ".", "comma": ",", "slash": "/", "question_mark": "?", "colon": ":"}


class Help(Panel[None]):
    """A page of help. Keys: up/down scroll, esc leaves."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "dismiss", "Back")]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield LineView(self._text, id="help")
            yield Label("up and down scroll · esc goes back", markup=False, classes="panel-hint")

    def on_mount(self) -> None:
        self.query_one("#help").focus()

    @classmethod
    def about(cls, screen: Screen[object], focused: Widget | None) -> Help:
        """The help of the widget in focus and of its screen."""
        parts = [_flowing(str(getattr(part, "HELP", "") or "")) for part in (focused, screen)]
        keys = ["KEYS HERE"]
        for _, binding, enabled, _ in screen.active_bindings.values():
            if enabled and binding.description and not binding.system and "Scroll" not in binding.description:
                names = " ".join(SHOWN.get(k.strip(), k.strip()) for k in binding.key.split(","))
                keys.append(f"  {names:<16} {binding.description}")
        return cls("\n\n".join([*(p for p in parts if p), "\n".join(keys)]))


def _flowing(text: str) -> str:
    """A description as plain text: lines of one paragraph run on, headings in capitals, bullets on their own."""
    rows: list[str] = []
    for line in text.strip().replace("**", "").splitlines():
        if line.startswith("# "):
            rows.append(line[2:].upper())
        elif not line or line.startswith("- ") or not rows or not rows[-1] or rows[-1].isupper():
            rows.append(line)
        else:
            rows[-1] += f" {line}"
    return "\n".join(rows)
