"""The reader: a release by passage, with what is picked, what is suggested and where the cursor stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from foiakit.model.suggestion import ScannedPassage
from foiakit.tui.widgets.release_page import ReleasePage, strong


class PassageReader(ReleasePage, can_focus=True):
    """Shows a release passage by passage. One cursor; picked passages carry a check mark, suggested ones a dot.

    Keys: up/down or k/j move, n/N go to the next or previous suggestion (or search hit), home/end or g/G the ends,
    space picks, enter picks what is shown.
    """

    HELP = """\
# The reader
Every sentence of the release is a passage. **•** marks one worth testing, **✓** one that you picked, **★** the
strongest of the release.

- **down / up**, **j / k**: next, previous passage
- **n / N**: next, previous suggestion, or search hit
- **space**: pick or unpick it with the request shown; **, .** show another request
- **v**: choose the words of it that are quoted, with the arrows · **f**: fill or correct its blanks
- **t**: all requests · **/**: search · **u**: undo
- **l**: the letters, to read each and take an office out · **p**: read the letter · **w**: check and write
- **o**: another release, for the same letters · **R**: show the next release
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next passage", show=False, id="reader.down"),
        Binding("up,k", "move(-1)", "Previous passage", show=False, id="reader.up"),
        Binding("n", "jump(1)", "Next", id="reader.next", tooltip="next suggestion or search hit"),
        Binding("N", "jump(-1)", "Previous suggestion", show=False, id="reader.previous"),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home,g", "end(-1)", "First", show=False),
        Binding("end,G", "end(1)", "Last", show=False),
        Binding("space,enter", "pick", "Pick", id="reader.pick"),
        Binding("full_stop", "screen.suggestion(1)", "Other request", show=False, id="work.next"),
        Binding("comma", "screen.suggestion(-1)", "Other request", show=False, id="work.previous"),
        Binding("v", "screen.part", "Part", id="work.part", tooltip="the words of the passage that are quoted"),
        Binding("t", "screen.template", "Kind", id="work.template", tooltip="all requests"),
        Binding("f", "screen.fields", "Fields", id="work.fields"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another passage."""

        index: int

    @dataclass
    class Picked(Message):
        """A person asked to pick or unpick the passage under the cursor."""

        index: int

    def show(
        self, passages: Sequence[ScannedPassage], picked: Iterable[str] = (), *, cursor: int | None = None
    ) -> None:
        """Shows a release.

        Args:
            picked: The picked passages, by id.
            cursor: The passage to begin at; None is the first suggestion in the release's body.
        """
        self.passages, self.picked, self.hits = passages, frozenset(picked), {}
        self._strong = strong(passages)
        first = cursor
        if first is None:
            first = next((i for i, p in enumerate(passages) if p.suggestions and p.passage.paragraph), 0)
        self.set_reactive(PassageReader.cursor, first)
        self._width, self._rows, self._first_row, self.cues = 0, [], [], ()
        self._wrap()
        self.post_message(self.Moved(first))
        self.refresh()
        self._follow()

    # moving

    def watch_cursor(self, old: int, new: int) -> None:
        self.cues = ()
        self._refresh_passage(old)
        self._refresh_passage(new)
        self._follow()
        if self.passages:
            self.post_message(self.Moved(new))

    def action_move(self, by: int) -> None:
        self.cursor += by

    def action_jump(self, by: int) -> None:
        order = range(self.cursor + by, len(self.passages) if by > 0 else -1, by)
        wanted = self.hits if self.hits else {i: 1 for i in order if self.passages[i].suggestions}
        self.cursor = next((i for i in order if i in wanted), self.cursor)

    def action_page(self, by: int) -> None:
        if not self._first_row:
            return
        target = self._first_row[self.cursor] + by * max(1, self.size.height - 2)
        target = max(0, min(target, len(self._rows) - 1))
        while target > 0 and self._rows[target].passage < 0:
            target -= 1
        landed = self._rows[target].passage
        self.cursor = landed if landed != self.cursor else self.cursor + by

    def action_end(self, which: int) -> None:
        self.cursor = 0 if which < 0 else len(self.passages) - 1

    def action_pick(self) -> None:
        if self.passages:
            self.post_message(self.Picked(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the passage at the cursor picks it; a drag does neither."""
        if self.text_selection is not None:
            return
        at = event.y + self.scroll_offset.y
        if 0 <= at < len(self._rows) and (index := self._rows[at].passage) >= 0:
            if index == self.cursor:
                self.action_pick()
            self.cursor = index
