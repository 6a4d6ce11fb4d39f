"""The part of a passage that a letter quotes, chosen word by word."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label

from foiakit.tui.screens.panel import Panel
from foiakit.tui.widgets.passage import PassageWords
from foiakit.tui.wrapping import shown


class Part(Panel[str | None]):
    """Returns the words that were chosen, an exact part of the passage, or None. The footnote always cites it whole."""

    def __init__(self, passage: str, text: str, chosen: str) -> None:
        super().__init__()
        self._passage = passage
        self._text = text
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel"):
            yield Label(f"The words of {self._passage} to quote", markup=False, classes="panel-title")
            yield PassageWords(self._text, self._chosen, id="words")
            yield Label("", id="told", markup=False, classes="field-ask")
            yield Label(
                "left, right: another word · shift+arrows, or v and arrows: extend · tab: the other end · "
                "a: all · enter takes it · esc goes back",
                markup=False,
                classes="panel-hint",
            )

    def on_mount(self) -> None:
        self.query_one(PassageWords).focus()
        self._tell()

    @on(PassageWords.Changed)
    def _tell(self) -> None:
        chooser = self.query_one(PassageWords)
        count = len(chooser.chosen.split())
        extending = " · the arrows extend (v ends it)" if chooser.extending else ""
        said = f"{count} word{'' if count == 1 else 's'}: “{_ends(chooser.chosen)}”{extending}"
        self.query_one("#told", Label).update(shown(said))

    @on(PassageWords.Taken)
    def _taken(self) -> None:
        self.dismiss(self.query_one(PassageWords).chosen)


def _ends(words: str) -> str:
    """The first and last words of a stretch, so that its ends are seen without colours too."""
    parts = words.split()
    if len(parts) <= 6:
        return " ".join(parts)
    return f"{' '.join(parts[:3])} … {' '.join(parts[-3:])}"
