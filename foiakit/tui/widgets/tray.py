"""The letters that the picks make: one row a recipient, with its law, its items, when an answer is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from foiakit.tui.wrapping import shown


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One recipient: whether it is written to, and what its letter holds; `trouble` is what stops the letter."""

    recipient: str
    name: str
    on: bool
    summary: str
    trouble: str = ""
    caution: str = ""


class LetterTray(OptionList):
    """The recipients. Keys: up/down look at another letter, enter reads it, space takes a recipient out or in."""

    HELP = """\
# The letters
One letter for each office. **✓** is written to, **○** is left out, **!** lacks something (it says what).

- **up / down**: another letter · **enter**: read it · **space**: take it out or in
- **r**: add an office · **esc**: back to the release
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.back", "Back", id="tray.back"),
        Binding("space", "take", "In or out", id="tray.toggle"),
    ]

    @dataclass
    class Looked(Message):
        """Another recipient is highlighted."""

        recipient: str

    @dataclass
    class Opened(Message):
        """A person wants to read the letter."""

        recipient: str

    @dataclass
    class Toggled(Message):
        """A person takes a recipient out or in."""

        recipient: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: Sequence[LetterRow] = ()

    def show(self, rows: Sequence[LetterRow]) -> None:
        """Replaces the rows and keeps the highlighted recipient."""
        before = self.recipient
        self._rows = rows
        self.clear_options()
        for row in rows:
            self.add_option(Option(_row(row), id=row.recipient))
        if not rows:
            self.add_option(Option(Text("No letter yet: pick a passage with space.", style="dim"), disabled=True))
            return
        self.highlighted = next((i for i, row in enumerate(rows) if row.recipient == before), 0)

    @property
    def recipient(self) -> str:
        """The highlighted recipient's id, or ""."""
        index = self.highlighted
        return self._rows[index].recipient if index is not None and index < len(self._rows) else ""

    def look(self, by: int) -> None:
        """Highlights another recipient, the first after the last."""
        if self._rows:
            self.highlighted = ((self.highlighted or 0) + by) % len(self._rows)

    def on_option_list_option_highlighted(self) -> None:
        if self.recipient:
            self.post_message(self.Looked(self.recipient))

    def on_option_list_option_selected(self) -> None:
        if self.recipient:
            self.post_message(self.Opened(self.recipient))

    def action_take(self) -> None:
        if self.recipient:
            self.post_message(self.Toggled(self.recipient))


def _row(row: LetterRow) -> Text:
    mark = "○" if not row.on else "!" if row.trouble else "✓"
    text = Text(f"{mark} {shown(row.name)}\n", style="" if row.on else "dim")
    text.append(f"  {shown(row.summary)}", style="dim")
    if row.trouble:
        text.append(f"\n  {shown(row.trouble)}", style="bold")
    if row.caution:
        text.append(f"\n  {shown(row.caution)}", style="italic dim")
    return text
