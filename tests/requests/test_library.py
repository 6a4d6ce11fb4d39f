"""The request templates as a collection: complete, distinct, and sound in what they refer to."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from rapidfuzz import fuzz

from foiakit.library.collection import Library
from foiakit.library.request import RequestTemplate
from foiakit.model.letter import plain
from foiakit.model.suggestion import FAMILIES
from foiakit.scanning.cues import cuebook
from foiakit.scanning.fields import SOURCES
from tests.requests.conftest import IDS, SETTINGS, written

STANDING = {"period", "parties", "subject", "place"}
MOST_ALIKE = 75
"""Of 100, by words in any order. The most alike of today reach 67; a copy with other nouns reaches more than 90."""


def test_every_template_loads_and_its_cues_are_understood(library: Library) -> None:
    templates, problems = library.requests.all()
    assert not problems, "\n".join(map(str, problems))
    assert len(templates) >= 45
    assert not cuebook(library).problems, "\n".join(map(str, cuebook(library).problems))


@pytest.mark.parametrize(("family", "least"), [(f, {"statistics": 12, "agreement": 12}.get(f, 4)) for f in FAMILIES])
def test_each_family_has_several_kinds_of_record(family: str, least: int) -> None:
    assert sum(id.startswith(f"{family}/") for id in IDS) >= least


@pytest.mark.parametrize("id", IDS)
def test_a_template_says_what_it_is_for_and_shows_it(library: Library, id: str) -> None:
    template = library.requests[id]
    assert len(template.examples.asks) >= 5
    assert len(template.examples.quiet) >= 2
    assert template.use_when.startswith("The release") or template.use_when.startswith("All that")
    assert template.teach.strip() and template.limits
    assert 1 <= len(template.item.parts) <= 4


@pytest.mark.parametrize("id", IDS)
def test_authorities_exist(library: Library, id: str) -> None:
    template = library.requests[id]
    assert template.authorities
    assert [a for a in template.authorities if a not in library.authorities] == []


@pytest.mark.parametrize("id", IDS)
def test_every_blank_is_filled_from_somewhere_known_and_used(library: Library, id: str) -> None:
    template = library.requests[id]
    used = _names(template)
    for name, field in template.fields.items():
        assert field.source is None or field.source in SOURCES, name
        assert name in used, f"{id}: the item does not use {name}"
        assert field.ask.strip(), name


def _names(template: RequestTemplate) -> set[str]:
    item = template.item
    texts = [
        item.label,
        item.lead,
        item.tail or "",
        item.exclude or "",
        *(f"{p.text} {{{{ {p.when} }}}}" for p in item.parts),
    ]
    code = re.findall(r"\{[{%].*?[}%]\}", " ".join(texts), re.DOTALL)
    return set(re.findall(r"[a-z_]+", " ".join(code)))


def test_no_two_items_differ_by_a_noun_only(library: Library) -> None:
    texts = {id: " ".join(plain(p) for p in written(library.requests.book(id), SETTINGS[0]).parts) for id in IDS}
    near = [(a, b) for a, b in combinations(IDS, 2) if fuzz.token_sort_ratio(texts[a], texts[b]) > MOST_ALIKE]
    assert not near


def test_a_copy_with_other_nouns_would_be_caught(library: Library) -> None:
    text = " ".join(plain(p) for p in written(library.requests.book("contract/purchase"), SETTINGS[0]).parts)
    copy = text.replace("purchase orders", "rental orders").replace("goods", "vehicles").replace("invoices", "bills")
    assert copy != text
    assert fuzz.token_sort_ratio(text, copy) > MOST_ALIKE


def test_titles_and_examples_are_each_written_once(library: Library) -> None:
    titles = [library.requests[id].title for id in IDS]
    asks = [a.text for id in IDS for a in library.requests[id].examples.asks]
    assert len(set(titles)) == len(titles)
    assert len(set(asks)) == len(asks)


def test_all_that_a_person_reads_is_in_one_spelling(library: Library) -> None:
    """American, as in the letters; `claim.programme` and the feature are names of the code."""
    for id in IDS:
        text = (
            "\n".join(library.requests.book(id).document.lines).replace("claim.programme", "").replace("{programme", "")
        )
        assert not re.search(r"\b(?:programmes?|licences?|organis\w+|labour|centres?|neighbours?)\b", text), id
