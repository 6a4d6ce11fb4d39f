"""What a kind of office keeps, in its own words."""

from __future__ import annotations

import pytest

from foiakit.files import yaml
from foiakit.library.kind import OfficeKind
from foiakit.model.errors import BadFile
from foiakit.offices import words_for


@pytest.mark.parametrize(
    ("id", "text", "system", "row"),
    [
        (
            "us-ca/county/imperial/sheriff",
            "more than 260 criminal aliens were turned over to ICE last year following their release from custody",
            "jail management system",
            "person released to another agency's custody",
        ),
        ("us-tx/county/travis/sheriff", "the jail booked 1,204 people", "jail management system", "booking"),
        (
            "us-tx/county/travis/sheriff",
            "deputies served 310 evictions",
            "civil process system",
            "writ or paper served",
        ),
        (
            "us/dhs/ice",
            "identified more than 221,000 potentially removable aliens",
            "Enforcement Integrated Database",
            "administrative arrest",
        ),
        (
            "us/dhs/ice",
            "anticipates spending more than $1 billion",
            "financial management system",
            "account and program",
        ),
        (
            "us-il/city/peoria/police",
            "answered 911 calls within six minutes",
            "computer-aided dispatch system",
            "call for service",
        ),
        (
            "us-wa/state/state-patrol",
            "troopers stopped 4,000 drivers for DUI",
            "stop and citation data system",
            "stop or citation",
        ),
        (
            "us/dol/osha",
            "cited the company and proposed penalties of $120,000",
            "inspection and enforcement system",
            "enforcement case",
        ),
        ("us/doj/cops", "awarded grants to 120 agencies", "grants management system", "award"),
        (
            "us-oh/school/columbus",
            "suspensions fell by a tenth",
            "student information system",
            "incident or removal, with no student named",
        ),
        ("us-ca/city/el-centro/fire", "firefighters put out a blaze", "incident reporting system", "incident"),
        (
            "us/ssa",
            "cut the backlog of disability claims",
            "claims processing system",
            "claim, without the claimant's name",
        ),
    ],
)
def test_a_claim_leads_to_the_offices_own_words(places, library, id, text, system, row):
    holding = words_for(library, places.office(id), text)
    assert (holding.system, holding.row) == (system, row)
    assert holding.fields


@pytest.mark.parametrize("text", ["", "Top priority is given to the greatest threat.", "!!", "the of and"])
def test_where_nothing_is_known_none_is_said(places, library, text):
    assert words_for(library, places.office("us/doj/olc"), text) is None


def test_words_of_the_kind_itself_come_before_those_of_any_office(places, library):
    office = places.office("us-ca/city/el-centro/clerk")
    assert words_for(library, office, "a contract").row == "item approved by the council"


def test_every_kind_has_words_or_is_like_one_that_has(library):
    kinds, problems = library.kinds.all()
    assert problems == ()
    assert len(kinds) >= 25
    for id, kind in kinds.items():
        seen = []
        at = id
        while at is not None:
            assert at in kinds, f"{id} is like {at}, which is no kind"
            assert at not in seen, f"{id} is like itself"
            seen.append(at)
            at = kinds[at].like
        assert any(kinds[k].holdings for k in seen), id
        for holding in kind.holdings.values():
            for words in (holding.system, holding.row):
                assert not (words or "").startswith(("the ", "a ", "an ")), f"{id}: “{words}” has an article of its own"
            assert not (holding.system or "").endswith("."), id


def test_a_topic_matches_whole_words_and_beginnings_only_with_a_star(places, library):
    office = places.office("us-ca/county/imperial/animal-services")
    assert words_for(library, office, "the scat of a bobcat") is None
    assert words_for(library, office, "one cat").row == "animal taken in"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{path: "county/{place}/sheriff", name: "{city} Sheriff"}', "{city} is not known"),
        ('{path: "county/{place}/sheriff", name: "{county Sheriff"}', "is not known"),
        ('{path: "parish/{place}", name: "{place}"}', "a path is"),
        ('{path: "state/{name}", name: "{name}", states: [california]}', "write us-ca"),
    ],
)
def test_a_pattern_that_cannot_make_a_name_is_refused_with_its_line(line, says):
    text = f"title: X\nbody: sheriff\npatterns:\n  - {line}\n"
    with pytest.raises(BadFile, match=says) as refused:
        yaml.load(yaml.parse(text), OfficeKind)
    assert refused.value.problems[0].line == 4


def test_a_topic_in_capitals_or_with_a_star_within_is_refused():
    for topic in ("Custody", "tr*nsfer", ""):
        text = f'title: X\nbody: sheriff\nholdings:\n  jail:\n    topics: ["{topic}"]\n'
        with pytest.raises(BadFile):
            yaml.load(yaml.parse(text), OfficeKind)
