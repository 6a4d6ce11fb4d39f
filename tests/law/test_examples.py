"""Every pack's own examples, worked out by hand from a calendar: the dates, and the words where there is no number."""

from __future__ import annotations

import re

import pytest

from foiakit.files import place
from foiakit.law import due, law_for, law_in
from foiakit.library.collection import Library
from foiakit.library.law import Example
from foiakit.model.office import Body

SHIPPED = Library((place.shipped(),))


def every_example() -> list[object]:
    rows = []
    for id in SHIPPED.laws:
        book = SHIPPED.laws.book(id)
        for index, example in enumerate(book.content.examples):
            line = book.document.line_of("examples", index)
            rows.append(pytest.param(id, example, id=f"{book.path.name}:{line}"))
    return rows


@pytest.mark.parametrize(("id", "example"), every_example())
def test_a_date_worked_out_by_hand_is_the_date_counted(id: str, example: Example, library, office):
    body = example.body or library.laws[id].scope[0].bodies[0]
    home = {True: id, False: "us-zz", None: None}[example.resident]
    law = law_for(library, office(id, body), on=example.received, resident_of=home)
    answer = due(law, received=example.received, extended=example.extended, channel=example.channel)
    assert answer.day == example.due
    if example.says is not None:
        assert law.clock is None or law.clock.within is None
        if example.says:
            assert example.says in f"{law.clock.says or ''} {law.clock.wording or ''}"
            assert not re.search(r"\d+ (calendar|business|working) days", f"{law.clock.says} {law.clock.wording}")


@pytest.mark.parametrize("id", list(SHIPPED.laws))
def test_a_pack_with_a_printable_number_has_three_dates_by_hand_and_any_other_its_words(id: str, library):
    pack = library.laws[id]
    dated = [e for e in pack.examples if e.due]
    numbered = any(law_in(library, id, on=pack.checked.on, resident_of=home).clock.within for home in (id, None))
    assert len(dated) >= 3 if numbered else [e for e in pack.examples if e.says is not None]
    assert all(e.body is None or e.body in pack.scope[0].bodies for e in pack.examples)


def test_there_is_a_pack_for_every_state_the_district_and_the_nation(library):
    assert len(list(library.laws)) == 52
    good, problems = library.laws.all()
    assert not problems
    assert len({pack.name for pack in good.values()}) == 52


def test_bodies_are_only_those_that_the_jurisdiction_has(library):
    has = {id: set(library.laws[id].scope[0].bodies) for id in library.laws}
    assert has["us"] == {Body.FEDERAL}
    assert Body.COUNTY not in has["us-dc"] | has["us-ct"] | has["us-ri"]
    assert Body.SHERIFF not in has["us-dc"] | has["us-ct"] | has["us-ri"] | has["us-ak"] | has["us-hi"]
    assert all(Body.FEDERAL not in bodies for id, bodies in has.items() if id != "us")
    assert all(Body.STATE_AGENCY in bodies for id, bodies in has.items() if id != "us")
