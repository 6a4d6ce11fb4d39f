"""What people type when they look for an office."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("imperial sheriff", "us-ca/county/imperial/sheriff"),
        ("Imperial County Sheriff's Office", "us-ca/county/imperial/sheriff"),
        ("imperal sherif", "us-ca/county/imperial/sheriff"),
        ("el centro police", "us-ca/city/el-centro/police"),
        ("el centro clerk", "us-ca/city/el-centro/clerk"),
        ("fresno county jail", "us-ca/county/fresno/jail"),
        ("orleans parish sheriff louisiana", "us-la/county/orleans/sheriff"),
        ("orleans sheriff, la", "us-la/county/orleans/sheriff"),
        ("richmond virginia police", "us-va/city/richmond/police"),
        ("columbus schools ohio", "us-oh/school/columbus"),
        ("texas department of public safety", "us-tx/state/department-of-public-safety"),
        ("texas public safety", "us-tx/state/department-of-public-safety"),
        ("montana department of revenue", "us-mt/state/department-of-revenue"),
        ("dmv california", "us-ca/state/department-of-motor-vehicles"),
        ("university of iowa", "us-ia/state/university-of-iowa"),
        ("ohio state university", "us-oh/state/ohio-state-university"),
        ("salem oregon police", "us-or/city/salem/police"),
        ("vermont state police", "us-vt/state/state-police"),
        ("dc department of health", "us-dc/state/department-of-health"),
        ("NYC police", "us-ny/city/new-york/police"),
        ("dhs inspector general", "us/dhs/oig"),
        ("va hospital phoenix", "us/va/vha"),
        ("california attorney general", "us-ca/state/attorney-general"),
        ("governor of ohio", "us-oh/state/governor"),
        ("hempstead town clerk new york", "us-ny/town/hempstead/clerk"),
        ("imperial county", "us-ca/county/imperial"),
        ("chicago", "us-il/city/chicago"),
        ("dc police", "us-dc/city/washington/police"),
        ("nypd", "us-ny/city/new-york/police"),
        ("new york police", "us-ny/city/new-york/police"),
        ("caltrans", "us-ca/state/department-of-transportation"),
        ("State of Illinois, Department of Public Health", "us-il/state/department-of-public-health"),
        ("commonwealth of pennsylvania department of corrections", "us-pa/state/department-of-corrections"),
        ("office of tribal justice", "us/doj/otj"),
        ("ice", "us/dhs/ice"),
        ("FBI", "us/doj/fbi"),
        ("us visit", "us/dhs/obim"),
        ("ident", "us/dhs/obim"),
        ("iafis", "us/doj/fbi"),
        ("ins", "us/dhs/uscis"),
        ("secure communities", "us/dhs/ice"),
        ("border patrol", "us/dhs/cbp"),
        ("homeland security", "us/dhs"),
        ("immigration and customs", "us/dhs/ice"),
        ("bureau of prisons", "us/doj/bop"),
        ("federal bureau of investigaton", "us/doj/fbi"),
        ("us/dhs/ice", "us/dhs/ice"),
        ("us-tx/county/travis/sheriff", "us-tx/county/travis/sheriff"),
    ],
)
def test_the_first_match_is_the_one_meant(places, words, first):
    assert places.find(words)[0].id == first


def test_a_county_of_many_states_gives_one_of_each(places):
    found = places.find("washington county sheriff", limit=40)
    states = [m.id for m in found if m.id.endswith("/county/washington/sheriff")]
    assert len(states) == len(set(states)) >= 25


def test_naming_the_state_leaves_the_others_out(places):
    found = [m.id for m in places.find("washington county sheriff oregon") if "washington" in m.id]
    assert found[0] == "us-or/county/washington/sheriff"


def test_an_old_name_gives_all_who_took_over(places):
    found = [m.id for m in places.find("Immigration and Naturalization Service")]
    assert found[:3] == ["us/dhs/uscis", "us/dhs/ice", "us/dhs/cbp"]


@pytest.mark.parametrize("words", ["", "   ", "zzzqxj", "!!", "💥", "State of Illinois"])
def test_nothing_near_is_nothing(places, words):
    assert places.find(words) == []


def test_matches_are_offices_in_order_and_no_more_than_asked(places):
    for words in ("county sheriff", "office", "department", "of the", "police new york"):
        found = places.find(words, limit=5)
        assert len(found) <= 5
        assert [round(m.score) for m in found] == sorted((round(m.score) for m in found), reverse=True)
        for match in found:
            assert places.office(match.id).name == match.name


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(max_size=30),
        st.lists(
            st.sampled_from(["the", "of", "new", "york", "county", "police", "texas", "st.", "é", "state", "x"])
        ).map(" ".join),
    )
)
def test_any_words_give_offices_that_exist(places, words):
    for match in places.find(words, limit=5):
        assert match.id in places
