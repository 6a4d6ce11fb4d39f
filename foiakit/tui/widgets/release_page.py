"""A release as it is drawn: a row of the screen for each stretch of a passage, with what is marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from foiakit.model.suggestion import ScannedPassage
from foiakit.tui.widgets.lines import select
from foiakit.tui.wrapping import shown, wrap

GUTTER = 9
"""Cells left of the text: cursor, mark, id."""


class Row(NamedTuple):
    """One row of the screen: a stretch of a passage, or a blank between paragraphs (`passage` is -1)."""

    passage: int
    start: int
    end: int
    first: bool


class ReleasePage(ScrollView):
    """Draws passages: the one at the cursor, the picked and suggested ones, the words quoted, found or underlined."""

    DEFAULT_CSS = """
    ReleasePage { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    ReleasePage > .reader--cursor { background: $primary-muted; }
    ReleasePage > .reader--picked { color: $success; text-style: bold; }
    ReleasePage > .reader--quote { text-style: bold; }
    ReleasePage > .reader--suggested { color: $accent; }
    ReleasePage > .reader--furniture { color: $text-muted; text-style: dim; }
    ReleasePage > .reader--title { text-style: bold; }
    ReleasePage > .reader--cue { text-style: underline; color: $accent; }
    ReleasePage > .reader--hit { background: $warning 40%; }
    ReleasePage > .reader--id { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--cursor",
        "reader--picked",
        "reader--quote",
        "reader--suggested",
        "reader--furniture",
        "reader--title",
        "reader--cue",
        "reader--hit",
        "reader--id",
    }
    ALLOW_SELECT = True

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the passage under the cursor."""

    def __init__(self, passages: Sequence[ScannedPassage] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.passages: Sequence[ScannedPassage] = passages
        self.picked: frozenset[str] = frozenset()
        self.quotes: Mapping[str, str] = {}
        self.cues: tuple[tuple[int, int], ...] = ()
        self.hits: dict[int, list[tuple[int, int]]] = {}
        self._rows: list[Row] = []
        self._first_row: list[int] = []
        self._strong = 1.0
        self._width = 0
        self._styles: dict[str, Style] = {}

    def mark(self, quotes: Mapping[str, str]) -> None:
        """Shows which passages are picked, by id, and the words of them that are quoted."""
        new = frozenset(quotes)
        changed = (new ^ self.picked) | {id for id in new if quotes[id] != self.quotes.get(id)}
        self.picked, self.quotes = new, quotes
        for index, scanned in enumerate(self.passages):
            if scanned.passage.id in changed:
                self._refresh_passage(index)

    def highlight(self, spans: Iterable[tuple[int, int]]) -> None:
        """Underlines the words that speak for the suggestion shown; spans index the release's text."""
        self.cues = tuple(spans)
        self._refresh_passage(self.cursor)

    def find(self, matches: Callable[[str], list[tuple[int, int]]] | None) -> int:
        """Marks what `matches` finds in each passage (None clears it). Returns the number of hits."""
        self.hits = {}
        if matches is not None:
            for index, scanned in enumerate(self.passages):
                if found := matches(scanned.passage.text):
                    self.hits[index] = found
        self.refresh()
        return sum(len(found) for found in self.hits.values())

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles = {}

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if width <= 0 or width == self._width:
            return
        above = self._first_row[self.cursor] - self.scroll_offset.y if self._first_row else 0
        self._width = width
        rows: list[Row] = []
        self._first_row = []
        for index, scanned in enumerate(self.passages):
            here = scanned.passage
            if index and _new_block(self.passages[index - 1], scanned):
                rows.append(Row(-1, 0, 0, False))
            self._first_row.append(len(rows))
            for nth, (start, end) in enumerate(wrap(here.text, width - GUTTER - 1)):
                rows.append(Row(index, start, end, nth == 0))
        self._rows = rows
        self.virtual_size = Size(width, len(rows))
        if self.passages:
            self.scroll_to(y=max(0, self._first_row[self.cursor] - above), animate=False, force=True)
            self._follow()

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"reader--{name}", partial=True)
        return self._styles[name]

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        at = y + self.scroll_offset.y
        base = self.rich_style
        if at >= len(self._rows) or self._rows[at].passage < 0:
            return Strip.blank(self.size.width, base).apply_offsets(0, at)
        row = self._rows[at]
        scanned = self.passages[row.passage]
        here = scanned.passage
        at_cursor = row.passage == self.cursor
        style = base + self._style("cursor") if at_cursor else base
        words = style
        if here.furniture:
            words += self._style("furniture")
        elif here.paragraph is None or here.heading:
            words += self._style("title")
        segments = self._gutter(row, scanned, at_cursor, style)
        segments += self._text(row, here.text, here.start, words, at_cursor)
        if (selection := self.text_selection) is not None and (span := selection.get_span(at)) is not None:
            text = "".join(s.text for s in segments)
            segments = select(text, words, span, self.screen.get_component_rich_style("screen--selection"))
        return Strip(segments).adjust_cell_length(self.size.width, style).apply_offsets(0, at)

    def _gutter(self, row: Row, scanned: ScannedPassage, at_cursor: bool, style: Style) -> list[Segment]:
        if not row.first:
            return [Segment(" " * GUTTER, style)]
        id = scanned.passage.id
        mark, how = " ", style
        if id in self.picked:
            mark, how = "✓", style + self._style("picked")
        elif scanned.suggestions:
            strong = scanned.suggestions[0].score >= self._strong
            mark, how = "★" if strong else "•", style + self._style("suggested")
        return [
            Segment(">" if at_cursor else " ", style),
            Segment(f"{mark} ", how),
            Segment(f"{id:>5} ", style + self._style("id")),
        ]

    def _text(self, row: Row, text: str, offset: int, style: Style, at_cursor: bool) -> list[Segment]:
        marks = [(s, e, self._style("hit")) for s, e in self.hits.get(row.passage, ())]
        quote = self.quotes.get(self.passages[row.passage].passage.id, "")
        if quote and (at := text.find(quote)) >= 0:
            marks.append((at, at + len(quote), self._style("quote")))
        if at_cursor:
            marks += [(s - offset, e - offset, self._style("cue")) for s, e in self.cues]
        edges = {row.start, row.end}
        edges.update(p for s, e, _ in marks for p in (s, e) if row.start < p < row.end)
        segments = []
        for start, end in pairwise(sorted(edges)):
            over = style
            for s, e, extra in marks:
                if s <= start < e:
                    over += extra
            segments.append(Segment(shown(text[start:end]), over))
        return segments

    def _refresh_passage(self, index: int) -> None:
        if index < len(self._first_row):
            first = self._first_row[index]
            count = next((i for i, r in enumerate(self._rows[first:]) if r.passage != index), len(self._rows) - first)
            y = first - self.scroll_offset.y
            self.refresh(Region(0, y, self.size.width, count))

    def _follow(self) -> None:
        if not self._first_row:
            return
        first = self._first_row[self.cursor]
        last = self._first_row[self.cursor + 1] if self.cursor + 1 < len(self._first_row) else len(self._rows)
        self.scroll_to_region(Region(0, max(0, first - 1), 1, last - first + 2), animate=False, force=True)

    def validate_cursor(self, index: int) -> int:
        return max(0, min(index, len(self.passages) - 1))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words without the gutter."""
        rows = [
            " " * GUTTER + shown(self.passages[r.passage].passage.text[r.start : r.end]) if r.passage >= 0 else ""
            for r in self._rows
        ]
        words = selection.extract("\n".join(rows))
        return "\n".join(line.strip() for line in words.splitlines()), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()


STRONGEST = 6
"""One in so many suggested passages is marked as among the strongest of the release."""


def strong(passages: Sequence[ScannedPassage]) -> float:
    """The score from which a passage is among the strongest of its release."""
    scores = sorted((p.suggestions[0].score for p in passages if p.suggestions), reverse=True)
    return scores[max(0, len(scores) // STRONGEST - 1)] if scores else 1.0


def _new_block(before: ScannedPassage, after: ScannedPassage) -> bool:
    """True where a blank row stands between two passages: between paragraphs, not between a list's bullets."""
    a, b = before.passage, after.passage
    if a.kind != b.kind:
        return True
    return a.paragraph != b.paragraph and not (a.bullet and b.bullet)
