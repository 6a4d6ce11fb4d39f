"""Choosing words of a passage: the arrows move, shift or v extends, tab changes the end that moves."""

import pytest
from textual.app import App

from foiakit.tui.widgets.passage import PassageWords

TEXT = (
    "As a result, more than 260 criminal aliens were turned over to the agency last year, "
    "said the sheriff, and “many more” will follow."
)


class Choosing(App):
    def __init__(self, text=TEXT, chosen=""):
        super().__init__()
        self.text, self.given, self.taken = text, chosen, None

    def compose(self):
        yield PassageWords(self.text, self.given)

    def on_mount(self):
        self.words = self.query_one(PassageWords)
        self.words.focus()

    def on_passage_words_taken(self):
        self.taken = self.words.chosen


QUOTE = "more than 260 criminal aliens were turned over to the agency last year"


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([], QUOTE),
        (["shift+left", "shift+left"], "more than 260 criminal aliens were turned over to the agency"),
        (["shift+right", "shift+right"], QUOTE + ", said the"),
        (["v", "left", "left"], "more than 260 criminal aliens were turned over to the agency"),
        (["v", "right", "v", "right"], "the"),
        (["tab", "shift+left"], "result, " + QUOTE),
        (["tab", "shift+right", "tab", "shift+left"], "than 260 criminal aliens were turned over to the agency last"),
        (["home"], "As"),
        (["end"], "follow"),
        (["home", "right", "L", "L"], "a result, more"),
        (["left"], "last"),
        (["a"], TEXT[:-1]),
        (["home", "left", "left"], "As"),
        (["end", "shift+home"], TEXT[:-1]),
    ],
)
async def test_the_keys_choose_words(keys, chosen):
    app = Choosing(chosen=QUOTE)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.press(*keys, "enter")
        await pilot.pause()
        assert app.taken == chosen
        assert app.taken in TEXT


async def test_up_and_down_keep_the_column():
    app = Choosing()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("home", "right", "right", "down")
        below = app.words.chosen
        await pilot.press("up")
        assert app.words.chosen == "result"
        assert TEXT.index(below) > 30
        await pilot.press("J", "enter")
        await pilot.pause()
        assert app.taken.startswith("result, more") and app.taken.endswith(below)


async def test_a_click_chooses_a_word_and_shift_extends_to_another():
    app = Choosing()
    async with app.run_test(size=(200, 10)) as pilot:
        await pilot.click(PassageWords, offset=(TEXT.index("260"), 0))
        assert app.words.chosen == "260"
        await pilot.click(PassageWords, offset=(TEXT.index("aliens"), 0), shift=True)
        assert app.words.chosen == "260 criminal aliens"


async def test_a_long_passage_scrolls_with_the_end_that_moves():
    app = Choosing(" ".join(f"word{n}" for n in range(3000)))
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.press("home")
        assert app.words.scroll_offset.y == 0
        await pilot.press("shift+end")
        await pilot.pause()
        rows = "\n".join(app.words.render_line(y).text for y in range(app.words.size.height))
        assert "word2999" in rows


async def test_hostile_words_are_shown_harmless_and_quoted_as_they_are():
    text = "[red]said[/red] \u202eabc [link=x] 名前の数 1,204"
    app = Choosing(text)
    async with app.run_test(size=(20, 10)) as pilot:
        rows = "".join(app.words.render_line(y).text for y in range(app.words.size.height))
        assert "\u202e" not in rows and "[red]" in rows
        await pilot.press("a", "enter")
        await pilot.pause()
        assert app.taken in text
