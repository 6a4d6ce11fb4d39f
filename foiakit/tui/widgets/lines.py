"""A scrolling view that draws its own lines: its cost a key does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from foiakit.tui.wrapping import shown, wrap


class Row(NamedTuple):
    """One row of the screen: a stretch of a line, set in by `indent` cells."""

    line: int
    start: int
    end: int
    indent: int


class LineView(ScrollView, can_focus=True):
    """Shows lines of plain text, wrapped to its width. Text is never markup and never reaches the terminal unclean.

    Keys: up/down, pgup/pgdn, home/end scroll; the mouse selects, ctrl+c copies.
    """

    DEFAULT_CSS = """
    LineView { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; padding: 0 1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--heading"}
    ALLOW_SELECT = True

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines = text.split("\n")
        self._rows: list[Row] = []
        self._width = 0

    def show(self, text: str) -> None:
        """Replaces the text and keeps the place where the person reads, as far as there is text."""
        self._lines = text.split("\n")
        self._width, self._rows = 0, []
        self._wrap()
        self.refresh()

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if width == self._width or width <= 0:
            return
        self._width = width
        self._rows = [row for number, line in enumerate(self._lines) for row in _hanging(number, line, width - 1)]
        self.virtual_size = Size(width, len(self._rows))

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        at = y + self.scroll_offset.y
        base = self.rich_style
        if at >= len(self._rows):
            return Strip.blank(self.size.width, base)
        number = self._rows[at].line
        text = self._text(self._rows[at])
        style = base + self._style_of(self._lines[number])
        segments = [Segment(text, style)]
        if (selection := self.text_selection) is not None and (span := selection.get_span(at)) is not None:
            segments = select(text, style, span, self.screen.get_component_rich_style("screen--selection"))
        strip = Strip(segments).adjust_cell_length(self.size.width, base)
        return strip.apply_offsets(0, at)

    def _text(self, row: Row) -> str:
        return " " * row.indent + shown(self._lines[row.line][row.start : row.end])

    def _style_of(self, line: str) -> Style:
        return self.get_component_rich_style("lines--heading") if line.isupper() and line.strip() else Style()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, as they are shown."""
        return selection.extract("\n".join(map(self._text, self._rows))), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()


def _hanging(number: int, line: str, width: int) -> Iterator[Row]:
    """The rows of a line; what is wrapped stands under the line's own indent, as far as there is room."""
    lead = len(line) - len(line.lstrip(" "))
    indent = min(lead, width // 3)
    for start, end in wrap(line[lead:], width - indent):
        yield Row(number, start + lead, end + lead, indent)


class Preview(LineView):
    """A letter as it reads, over the whole screen. Keys: as any lines; esc goes back to the reader."""

    HELP = """\
# The letter
As it will read, with its footnotes and the exhibit.

- **up / down**, **pgup / pgdn**, **home / end**: scroll
- **n / N**: the next letter, the one before · **esc**: back to the release · **w**: check and write
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.back", "Back", id="preview.back"),
        Binding("n", "screen.letter(1)", "Next letter", id="preview.next"),
        Binding("N", "screen.letter(-1)", "Letter before", show=False, id="preview.previous"),
    ]


def select(text: str, style: Style, span: tuple[int, int], chosen: Style) -> list[Segment]:
    """A row with the stretch `span` in the style of a selection."""
    start, end = span
    end = len(text) if end == -1 else end
    return [Segment(text[:start], style), Segment(text[start:end], style + chosen), Segment(text[end:], style)]
