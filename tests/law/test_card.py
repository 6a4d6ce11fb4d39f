"""A card leaves nothing out: every section, every source, every doubt."""

from __future__ import annotations

import doctest
import importlib

import pytest

from foiakit.files import place
from foiakit.law.card import at, card, compare, said_of, stale, summary
from foiakit.library.collection import Library
from foiakit.library.law import SECTIONS

SHIPPED = Library((place.shipped(),))


@pytest.mark.parametrize("id", list(SHIPPED.laws))
def test_a_card_has_every_value_of_the_pack_with_its_source_and_every_doubt(id, library):
    pack, shown = library.laws[id], card(library, id)
    sections = ("act", "demands", "clock", "exemptions", *SECTIONS)
    assert len(shown.entries) == sum(len(getattr(pack, name)) for name in sections)
    for entry in shown.entries:
        section, index = entry.ref.removeprefix(f"{id}:").split(".")
        provision = getattr(pack, section)[int(index)]
        source = provision.cite or provision.uncited or provision.expected
        assert source in entry.text, entry.ref
    assert {d for entry in shown.entries for d in entry.doubts} == set(pack.doubts)
    assert all(d.why in said_of(d) for d in pack.doubts)


@pytest.mark.parametrize("id", list(SHIPPED.laws))
def test_every_entry_can_be_looked_up_by_its_reference(id, library):
    for entry in card(library, id).entries:
        assert at(library, entry.ref) == (entry,)


def test_a_row_of_the_list_is_whole_for_every_law(library):
    for id in library.laws:
        assert all(summary(library, id))


def test_a_comparison_has_a_column_for_each_law(library):
    rows = compare(library, ["us-ok", "us"])
    assert all(len(row) == 3 for row in rows)
    court = next(row for row in rows if row[0] == "Court")
    assert court[1].endswith("(in doubt)")
    assert not court[2].endswith("(in doubt)")


def test_a_pack_is_stale_the_day_after_a_year(library):
    checked = max(library.laws[id].checked.on for id in library.laws)
    assert stale(library, checked.replace(year=checked.year + 1)) == []
    assert len(stale(library, checked.replace(year=checked.year + 2))) == 52


@pytest.mark.parametrize("module", ["foiakit.law.clock", "foiakit.law.fiscal"])
def test_the_examples_in_docstrings_run(module):
    ran = doctest.testmod(importlib.import_module(module))
    assert ran.attempted
    assert not ran.failed
