"""The profile: what may be said of the requester, and the facts that a law asks about by name."""

import pytest

from foiakit.drafting import load_profile
from foiakit.drafting.blank_profile import ASKED, blank_profile
from foiakit.drafting.profile import FeeCategory, Requester
from foiakit.files import yaml
from foiakit.model.errors import BadFile


@pytest.mark.parametrize(
    ("given", "name", "fact"),
    [
        ({"residence": "us-tn"}, "residence", "us-tn"),
        ({"commercial_purpose": "no"}, "commercial_purpose", "no"),
        ({"us_resident": "yes"}, "us_resident", "yes"),
        ({}, "us_resident", None),
        ({"address": "2 Example Road\nSampletown"}, "address", "2 Example Road, Sampletown"),
        ({"statements": {"adult": "yes"}}, "adult", "yes"),
        ({}, "adult", None),
        ({}, "statements", None),
    ],
)
def test_a_law_asks_for_facts_by_name(given, name, fact):
    assert Requester(name="Robin Roe", **given).fact(name) == fact


def test_every_federal_category_can_be_stated():
    assert {c.value for c in FeeCategory} == {"commercial", "educational", "scientific", "news_media", "other"}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name: Robin Roe\nemial: r@x.example\n", 2, "is not a key"),
        ("name: Robin Roe\nemail: nowhere\n", 2, "is no e-mail address"),
        ("name: Robin Roe\nfee_category: pauper\n", 2, "is not one of"),
        ("name: Robin Roe\nresidence: Ohio\n", 2, "match"),
        ("name: Robin Roe\nceiling: -5\n", 2, "greater than or equal to 0"),
        ("name: Robin Roe\nclient: {named: yes}\n", 2, "give the client's name"),
        ("name: Robin Roe\nexpedite: {ground: hurry, facts: [x]}\n", 2, "is not one of"),
        ("role: Reporter\n", 0, "is missing"),
    ],
)
def test_a_slip_in_a_profile_is_refused_with_its_line(tmp_path, text, line, says):
    path = tmp_path / "profile.yaml"
    path.write_text(text)
    with pytest.raises(BadFile) as raised:
        load_profile(path)
    assert any(says in p.says and (p.line == line or not line) for p in raised.value.problems), str(raised.value)


def test_a_profile_that_is_not_there_says_how_to_write_one(tmp_path):
    with pytest.raises(BadFile, match="foiakit profile new"):
        load_profile(tmp_path / "profile.yaml")


def test_a_new_profile_loads_and_asserts_nothing_but_the_name():
    requester = yaml.load(yaml.parse(blank_profile()), Requester)
    assert requester == Requester(name="Your Name")


def test_a_new_profile_holds_what_was_answered():
    given = dict.fromkeys(ASKED, "x") | {"name": "Jo: Doe", "email": "jo@x.example", "residence": "us-or"}
    requester = yaml.load(yaml.parse(blank_profile(given)), Requester)
    assert (requester.name, requester.email, requester.residence) == ("Jo: Doe", "jo@x.example", "us-or")


def test_every_line_that_a_new_profile_offers_is_a_key_that_loads():
    offered = blank_profile().splitlines()
    text = "\n".join(
        line[1:] if line.startswith("#") and (line[1] != " " or line[2] == " ") else line for line in offered
    )
    requester = yaml.load(yaml.parse(text), Requester)
    unset = {n for n in Requester.model_fields if getattr(requester, n) in (None, (), {})}
    assert unset <= {"purpose", "signature"}


def test_every_fact_that_some_law_asks_for_has_its_place_in_a_new_profile(library):
    asked = {s.fact for id in library.laws for d in library.laws[id].demands for s in d.statements}
    offered = blank_profile()
    missing = {fact for fact in asked if f"{fact}:" not in offered}
    assert asked and not missing
