"""The blanks of an item, in the order in which a person needs them."""

from __future__ import annotations

from foiakit.drafting.start import pick_passage
from foiakit.library.collection import open_library
from foiakit.tui.asking import COMMON, about_pick


def test_what_a_template_needs_is_asked_first_then_its_own_blanks_then_what_all_share(make_scan):
    library, scan = open_library(), make_scan(["The county paved 14 roads last year."])
    for id in ("agreement/lease", "agreement/memorandum", "statistics/count"):
        template = library.requests[id]
        last = list(template.fields)[-1]
        needing = {**template.fields, last: template.fields[last].model_copy(update={"optional": False})}
        template = template.model_copy(update={"fields": needing})
        asked = about_pick(pick_passage([scan], "A:1.1", library=library, template=id), template, (), {})
        keys = [question.key.removeprefix("field.") for question in asked]
        own = [last, *(name for name in needing if name != last)]
        assert keys == ["quote", *own, *(name for name in COMMON if name not in own), "held_by"]
        assert [q.key for q in asked if q.note == "needed"] == [f"field.{last}"]
