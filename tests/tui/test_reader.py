"""The reader: moving, picking, searching, resizing, and text that would hurt a careless screen."""

import pytest
from textual.app import App

from foiakit.tui.widgets.reader import PassageReader

HOSTILE = "[redacted] [/red] said \x1b]0;owned\x07 and \u202eabc [$4 million] [link=x]"


class Reading(App):
    def __init__(self, scan):
        super().__init__()
        self.scan = scan
        self.picked = []
        self.moved = []

    def compose(self):
        yield PassageReader(id="reader")

    def on_mount(self):
        self.reader = self.query_one(PassageReader)
        self.reader.focus()
        self.call_after_refresh(self.reader.show, self.scan.passages)

    def on_passage_reader_picked(self, message):
        self.picked.append(message.index)

    def on_passage_reader_moved(self, message):
        self.moved.append(message.index)


def screen_text(app):
    reader = app.reader
    return "\n".join(reader.render_line(y).text.rstrip() for y in range(reader.size.height))


@pytest.fixture
def forty(make_scan):
    return make_scan([f"Passage number {n} says that {n} of 40 letters were written." for n in range(40)], {3, 9})


async def test_it_opens_at_the_first_suggestion(forty):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.reader.cursor == 3
        assert app.moved[-1] == 3


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["down"], 4),
        (["j", "j", "k"], 4),
        (["n"], 9),
        (["n", "N"], 3),
        (["n", "n"], 9),
        (["G"], 39),
        (["end", "home"], 0),
        (["up", "up", "up", "up", "up"], 0),
    ],
)
async def test_keys_move_the_cursor(forty, keys, cursor):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        assert app.reader.cursor == cursor


async def test_the_passage_under_the_cursor_is_always_on_the_screen(forty):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ["pagedown", "pagedown", "G", "pageup", "home", "n"]:
            await pilot.press(key)
            await pilot.pause()
            assert forty.passages[app.reader.cursor].passage.id in screen_text(app)


async def test_space_asks_to_pick_and_a_mark_is_shown(forty):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        assert app.picked == [3]
        app.reader.mark({"4.1": "Passage number 3"})
        await pilot.pause()
        assert any("✓" in line and "4.1" in line for line in screen_text(app).splitlines())


async def test_brackets_stand_and_controls_never_reach_the_screen(make_scan):
    app = Reading(make_scan([HOSTILE, "Second."], {0}))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        shown = screen_text(app)
        assert "[redacted] [/red] said" in shown
        assert "[$4 million] [link=x]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


async def test_a_resize_keeps_the_cursor_in_view(forty):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("G")
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert "40.1" in screen_text(app)
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        assert "40.1" in screen_text(app)


async def test_search_hits_become_the_stops_of_n(forty):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        hits = app.reader.find(lambda text: [(text.find("39"), text.find("39") + 2)] if "39" in text else [])
        assert hits == 1
        await pilot.press("n")
        assert app.reader.cursor == 39
        assert app.reader.find(None) == 0


async def test_a_click_moves_and_a_second_click_picks(forty):
    app = Reading(forty)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(i for i, line in enumerate(screen_text(app).splitlines()) if " 6.1 " in line)
        await pilot.click(PassageReader, offset=(20, row))
        assert (app.reader.cursor, app.picked) == (5, [])
        row = next(i for i, line in enumerate(screen_text(app).splitlines()) if " 6.1 " in line)
        await pilot.click(PassageReader, offset=(20, row))
        assert app.picked == [5]


async def test_three_thousand_passages_are_shown(make_scan):
    app = Reading(make_scan(["A sentence of some length that says a thing or two about it."] * 3000))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        assert "3000.1" in screen_text(app)


async def test_an_empty_release_bears_every_key(make_scan):
    app = Reading(make_scan([""]))
    app.scan = type(app.scan)(release=app.scan.release, passages=())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "n", "N", "space", "pagedown", "G", "g")
        assert app.picked == []
