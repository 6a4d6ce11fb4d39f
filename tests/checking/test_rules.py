"""Every item rule fires on its bad examples and stays quiet on its good ones; every rule can be explained."""

import inspect

import pytest

from foiakit.checking.catalogue import explained
from foiakit.checking.rule import rules
from foiakit.library.collection import open_library
from foiakit.model.errors import NotFound
from foiakit.model.letter import Item, Source, Text

LIBRARY = open_library()


def item_from(text, **changes):
    given = {
        "number": 1,
        "label": "An item",
        "lead": (Text(text),),
        "asks_for": "case/file",
        "family": "case",
        "passages": ("A:1.1",),
        "source": Source(kind="template", ref="case/file"),
    }
    return Item(**(given | changes))


def every_example():
    for rule in rules().values():
        line = inspect.getsourcelines(rule.check)[1]
        for fires, texts in ((True, rule.bad), (False, rule.good)):
            for text in texts:
                yield pytest.param(rule, text, fires, id=f"{rule.id}:{line}:{text[:30]}")


@pytest.mark.parametrize(("rule", "text", "fires"), every_example())
def test_a_rule_fires_on_its_bad_examples_and_stays_quiet_on_the_good(rule, text, fires):
    assert bool(rule.on_item(item_from(text))) is fires


def test_every_item_rule_has_a_bad_and_a_good_example():
    assert all(r.bad and r.good for r in rules().values() if r.looks_at == "item")


@pytest.mark.parametrize("id", rules())
def test_every_rule_says_why_how_to_mend_it_and_on_which_authority(id):
    rule = rules()[id]
    assert len(rule.why) > 40
    assert rule.fix
    page = explained(id, LIBRARY)
    assert rule.why in page


def test_every_cited_authority_is_in_the_library():
    cited = {a for r in rules().values() for a in r.authorities}
    cited |= {a for id in LIBRARY.checks for a in LIBRARY.checks[id].authorities}
    assert cited - set(LIBRARY.authorities) == set()


def test_an_unknown_rule_names_the_rules_there_are():
    with pytest.raises(NotFound, match="S01"):
        explained("X99", LIBRARY)


def test_a_quotation_is_not_taken_for_the_requesters_words():
    item = item_from("The release says “compile any and all records to the present”. Reports dated 2024.")
    assert [r.id for r in rules().values() if r.looks_at == "item" and r.on_item(item)] == []
