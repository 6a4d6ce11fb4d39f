"""The blanks of an item, in the order in which a person needs them."""

from __future__ import annotations

from foiakit.library.collection import open_library
from foiakit.tui.asking import COMMON, about_pick


def test_what_a_template_needs_is_asked_before_what_all_share(make_scan):
    from foiakit.drafting.start import pick_passage

    library, scan = open_library(), make_scan(["The county paved 14 roads last year."])
    seen = 0
    for id, template in library.requests.all()[0].items():
        pick = pick_passage([scan], "A:1.1", library=library, template=id)
        asked = about_pick(pick, template, (), {})
        keys = [question.key.removeprefix("field.") for question in asked]
        needed = [name for name, spec in template.fields.items() if not spec.optional]
        assert keys[0] == "quote" and keys[-1] == "held_by" and len(keys) == len(set(keys))
        assert keys[1 : 1 + len(needed)] == needed, id
        assert set(keys[1:-1]) == {*COMMON, *template.fields}
        assert [q.key.removeprefix("field.") for q in asked[1:-1] if q.note == "needed"] == needed
        seen += bool(needed)
    assert seen
