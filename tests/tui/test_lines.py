"""Lines of a letter: what is wrapped stands under its own indent."""

import pytest
from textual.app import App

from foiakit.tui.widgets.lines import LineView

TEXT = "1. The incident.\n    a. the dispatch record, showing when the call came in;\nThe end of the letter."


class Showing(App):
    def compose(self):
        yield LineView(TEXT)


@pytest.mark.parametrize("width", [30, 60, 18])
async def test_a_wrapped_line_hangs_under_its_indent(width):
    async with Showing().run_test(size=(width, 20)) as pilot:
        view = pilot.app.query_one(LineView)
        rows = [view.render_line(y).text.rstrip() for y in range(view.size.height)]
        first = next(n for n, row in enumerate(rows) if "a." in row)
        last = next(n for n, row in enumerate(rows) if "in;" in row)
        indent = min(4, (width - 4) // 3)
        assert all(r.startswith(" " * indent) and not r.startswith(" " * (indent + 1)) for r in rows[first : last + 1])
        assert " ".join(" ".join(rows).split()) == " ".join(TEXT.split())
