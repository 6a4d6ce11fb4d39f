"""Items as they stand in letters, to the issuer and to others, with blanks filled and empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from foiakit.checking.phrases import books, fired
from foiakit.checking.rule import rules
from foiakit.library.collection import Library
from foiakit.model.letter import Item, NoteMark, plain
from tests.requests.conftest import IDS, JAIL, QUOTE, SETTINGS, SHERIFF, Setting, written

SLIPS = re.compile(
    r"  | [,.;:]|,,|\.\.|\bthe the\b|\ba the\b|\bthe a\b|[{}]|\bNone\b|\(\)|\bof of\b|,\s*:|\bfor:|\band:|“”"
)
BRITISH = re.compile(r"\b(?:programmes?|licences?|organisations?|labour|behaviour|centres?|favour|enrol|whilst)\b")
LAW = re.compile(r"§|U\.S\.C\.|C\.F\.R\.|\bFOIA\b|\bstatute\b|\bexemption\b|\bpursuant\b", re.IGNORECASE)

every_template = pytest.mark.parametrize("id", IDS)


def items(library: Library, id: str) -> Iterator[tuple[Setting, Item]]:
    """The template's item in each setting."""
    for setting in SETTINGS:
        yield setting, written(library.requests.book(id), setting)


@every_template
def test_an_item_reads_without_a_slip(library: Library, id: str) -> None:
    for setting, item in items(library, id):
        words = " ".join(filter(None, [item.label, plain(item.lead), *map(plain, item.parts), plain(item.tail)]))
        assert not SLIPS.search(words), f"{setting.name}: {words}"
        assert not BRITISH.search(words), f"{setting.name}: {words}"
        assert not LAW.search(words), f"law belongs in clauses: {words}"


@every_template
def test_the_claim_is_quoted_once_with_its_note_after_the_quotation(library: Library, id: str) -> None:
    for setting, item in items(library, id):
        assert item.words.count(QUOTE) == 1, setting.name
        marks = [i for i, span in enumerate(item.lead) if isinstance(span, NoteMark)]
        assert len(marks) == 1, setting.name
        assert plain(item.lead[: marks[0]]).endswith(f"“{QUOTE}”."), setting.name
        assert not any(isinstance(s, NoteMark) for part in (*item.parts, item.tail) for s in part)


@every_template
def test_the_label_is_a_short_noun_phrase(library: Library, id: str) -> None:
    for setting, item in items(library, id):
        assert len(item.label.split()) <= 12, f"{setting.name}: {item.label}"
        assert item.label[0].isupper()
        assert not item.label.endswith((".", ":", "?"))


@every_template
def test_the_lead_leads_into_the_parts(library: Library, id: str) -> None:
    for setting, item in items(library, id):
        lead = plain(item.lead)
        assert "Please provide" in lead, setting.name
        assert lead.endswith(":"), f"{setting.name}: {lead}"
        assert all(plain(part)[0].islower() for part in item.parts), setting.name
        assert not plain(item.tail) or plain(item.tail).endswith("."), setting.name


@every_template
def test_a_period_that_is_given_is_stated(library: Library, id: str) -> None:
    if "period" in library.requests[id].fields:
        for setting, item in items(library, id):
            assert setting.period is None or "2008" in item.words or "2013" in item.words, setting.name


@every_template
def test_no_rule_for_items_finds_a_fault(library: Library, id: str) -> None:
    for setting, item in items(library, id):
        found = [(r.id, f.says) for r in rules().values() if r.looks_at == "item" for f in r.on_item(item)]
        assert not found, setting.name
        assert not fired(item.words, books(library)), setting.name


def test_a_sheriff_is_asked_in_his_own_words(library: Library) -> None:
    own = written(library.requests.book("statistics/count"), Setting("", SHERIFF, filled=True, holding=JAIL)).words
    assert "jail management system" in own
    assert "booking date, release date, release reason and most serious charge" in own
    assert "data dictionary" not in own
    without = written(library.requests.book("statistics/count"), Setting("", SHERIFF, filled=True)).words
    assert "jail management system" not in without
    assert "data dictionary" in without


def test_only_the_issuer_is_asked_for_the_paper_behind_the_release(library: Library) -> None:
    book = library.requests.book("statistics/count")
    issuer, other = written(book, SETTINGS[0]).words, written(book, Setting("", SHERIFF)).words
    assert "from which that count was taken" in issuer
    assert "from which that count was taken" not in other
    assert "of the Made County Sheriff's Office that states that count or a part of it" in other
