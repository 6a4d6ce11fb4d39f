"""One passage, in which a stretch of words is chosen with the keyboard or the mouse."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from foiakit.tui.words import stretch, words
from foiakit.tui.wrapping import shown, wrap


class PassageWords(ScrollView, can_focus=True):
    """Words chosen from one to another. One end moves, the other stands; what is chosen is always the text's own.

    Keys: the arrows choose another word, with shift (or after v) they extend, tab changes the end that moves, a takes
    all, enter takes what is chosen.
    """

    DEFAULT_CSS = """
    PassageWords { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    PassageWords > .passage--chosen { background: $primary 50%; text-style: bold; }
    PassageWords > .passage--end { text-style: reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"passage--chosen", "passage--end"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Word before", id="part.left"),
        Binding("right,l", "move(1)", "Word after", id="part.right"),
        Binding("up,k", "row(-1)", "Row above", show=False),
        Binding("down,j", "row(1)", "Row below", show=False),
        Binding("home,0", "edge(-1)", "First word", show=False),
        Binding("end,dollar_sign", "edge(1)", "Last word", show=False),
        Binding("shift+left,H", "move(-1, True)", "Extend", id="part.extend_left"),
        Binding("shift+right,L", "move(1, True)", "Extend", id="part.extend_right"),
        Binding("shift+up,K", "row(-1, True)", "Extend by a row", show=False),
        Binding("shift+down,J", "row(1, True)", "Extend by a row", show=False),
        Binding("shift+home", "edge(-1, True)", "Extend to the start", show=False),
        Binding("shift+end", "edge(1, True)", "Extend to the end", show=False),
        Binding("v,space", "extending", "Extend without shift", id="part.mark"),
        Binding("tab,o", "swap", "The other end moves", id="part.swap"),
        Binding("a", "all", "All of it", id="part.all"),
        Binding("enter", "take", "Take it", id="part.take"),
    ]

    class Changed(Message):
        """Other words are chosen."""

    class Taken(Message):
        """A person takes what is chosen."""

    def __init__(self, text: str, chosen: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = text
        self._words = words(text) or [(0, len(text))]
        self._starts = [start for start, _ in self._words]
        self.extending = False
        self._rows: list[tuple[int, int]] = []
        self._width = 0
        self._column: int | None = None
        at = text.find(chosen) if chosen else 0
        span = (at, at + len(chosen)) if chosen and at >= 0 else (0, len(text))
        self._fixed = self._word_at(span[0])
        self._moving = self._word_at(span[1] - 1)

    @property
    def chosen(self) -> str:
        """The words as they are quoted: an exact part of the passage."""
        start, end = self._span()
        return self._text[start:end]

    def _span(self) -> tuple[int, int]:
        first, last = sorted((self._fixed, self._moving))
        return stretch(self._text, self._words[first], self._words[last])

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    # drawing

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if width > 0 and width != self._width:
            self._width = width
            self._rows = wrap(self._text, width - 1)
            self.virtual_size = Size(width, len(self._rows))
            self._follow()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(wrap(self._text, width - 1))

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        at = y + self.scroll_offset.y
        base = self.rich_style
        if at >= len(self._rows):
            return Strip.blank(self.size.width, base)
        begin, finish = self._rows[at]
        marks = [(self._span(), "chosen"), (self._words[self._moving], "end")]
        edges = sorted({begin, finish, *(p for span, _ in marks for p in span if begin < p < finish)})
        segments = []
        for start, end in pairwise(edges):
            style: Style = base
            for (first, last), name in marks:
                if first <= start < last:
                    style += self.get_component_rich_style(f"passage--{name}", partial=True)
            segments.append(Segment(shown(self._text[start:end]), style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    # choosing

    def _go(self, word: int, extend: bool) -> None:
        self._moving = max(0, min(word, len(self._words) - 1))
        self._column = None
        if not (extend or self.extending):
            self._fixed = self._moving
        self._changed()

    def _changed(self) -> None:
        self._follow()
        self.refresh()
        self.post_message(self.Changed())

    def _follow(self) -> None:
        self.scroll_to_region(Region(0, self._row_of(self._moving), 1, 1), animate=False, force=True)

    def _row_of(self, word: int) -> int:
        start = self._words[word][0]
        return max(0, bisect_right(self._rows, start, key=lambda row: row[0]) - 1)

    def action_move(self, by: int, extend: bool = False) -> None:
        self._go(self._moving + by, extend)

    def action_row(self, by: int, extend: bool = False) -> None:
        row = self._row_of(self._moving)
        if not 0 <= row + by < len(self._rows):
            self.action_edge(by, extend)
            return
        column = self._column
        if column is None:
            column = cell_len(shown(self._text[self._rows[row][0] : self._words[self._moving][0]]))
        self._go(self._word_in(row + by, column), extend)
        self._column = column

    def _word_in(self, row: int, column: int) -> int:
        """The word that stands at a column of a row."""
        begin, finish = self._rows[row]
        at = begin
        while at < finish - 1 and cell_len(shown(self._text[begin : at + 1])) <= column:
            at += 1
        return self._word_at(at)

    def action_edge(self, which: int, extend: bool = False) -> None:
        self._go(0 if which < 0 else len(self._words) - 1, extend)

    def action_extending(self) -> None:
        self.extending = not self.extending
        self._changed()

    def action_swap(self) -> None:
        self._fixed, self._moving = self._moving, self._fixed
        self._changed()

    def action_all(self) -> None:
        self._fixed, self._moving = 0, len(self._words) - 1
        self._changed()

    def action_take(self) -> None:
        self.post_message(self.Taken())

    def on_click(self, event: events.Click) -> None:
        """A click chooses a word; with shift it extends to it."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self._rows):
            self._go(self._word_in(row, event.x), event.shift)
