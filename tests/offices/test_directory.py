"""What is known of an office, and what is known too little to be printed."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.model.errors import NotFound
from foiakit.model.office import Body


def test_the_shipped_files_have_no_problems(places):
    assert places.problems == ()


def test_every_office_can_be_written_to_and_belongs_to_one_that_exists(places):
    assert len(places.ids) > 290
    for id in places.ids:
        office = places.office(id)
        assert office.name
        assert office.custodian
        assert office.kind in places.index.kinds
        assert office.jurisdiction == id.split("/")[0]
        assert (office.body is Body.FEDERAL) is (office.jurisdiction == "us")
        for other in (office.parent, office.intake):
            assert other is None or places.office(other)


@pytest.mark.parametrize(
    ("id", "short", "the", "the_full", "regulation", "intake"),
    [
        ("us/dhs/ice", "ICE", False, False, "6 C.F.R. pt. 5", "us/dhs/ice"),
        ("us/dhs/obim", "OBIM", False, True, "6 C.F.R. pt. 5", "us/dhs"),
        ("us/doj/fbi", "FBI", True, True, "28 C.F.R. pt. 16", "us/doj/fbi"),
        ("us/sec", "SEC", True, True, "17 C.F.R. § 200.80", "us/sec"),
        ("us/amtrak", "Amtrak", False, True, "49 C.F.R. pt. 701", "us/amtrak"),
        ("us/state", "State Department", True, True, "22 C.F.R. pt. 171", "us/state"),
        ("us/treasury/irs", "IRS", True, True, "26 C.F.R. § 601.702", "us/treasury/irs"),
    ],
)
def test_names_articles_regulation_and_intake(places, id, short, the, the_full, regulation, intake):
    office = places.office(id)
    assert (office.short, office.the, office.the_full, office.regulation, office.intake) == (
        short,
        the,
        the_full,
        regulation,
        intake,
    )


def test_no_letter_carries_a_contact_last_seen_before_2020(places):
    for id in places.ids:
        contact = places.office(id).contact
        assert contact.as_of is None or contact.as_of.year >= 2020, id


def test_an_old_contact_is_kept_apart_and_shown(places):
    office = places.office("us/doj/ojp")
    assert office.contact.email is None
    assert office.unconfirmed.email == "FOIAOJP@usdoj.gov"
    assert office.unconfirmed.as_of == date(2017, 1, 1)


def test_a_closed_door_is_not_offered(places):
    for id in (i for i in places.ids if i.startswith("us/dhs")):
        office = places.office(id)
        assert (office.contact.email, office.contact.address) == (None, ())
        assert office.unconfirmed.email is None
        assert office.contact.portal


def test_where_nothing_is_known_nothing_is_made_up(places):
    for id in ("us-ca/county/imperial/sheriff", "us-ca/city/el-centro/clerk", "us/eop/who"):
        contact = places.office(id).contact
        assert (contact.portal, contact.email, contact.address, contact.phone) == (None, None, (), None)


@pytest.mark.parametrize(("on", "verify"), [(date(2026, 11, 24), True), (date(2026, 1, 2), True)])
def test_a_contact_dated_only_by_its_year_is_verified_whenever_it_is_used(places, on, verify):
    assert places.office("us/dhs/ice").contact.needs_verifying(on) is verify


def test_a_body_outside_the_act_says_so(places):
    assert any("Outside the Freedom of Information Act" in note for note in places.office("us/gao").notes)


def test_an_unknown_id_is_met_with_near_ones(places):
    with pytest.raises(NotFound, match=r"us/dhs/ice"):
        places.office("us/dhs/icee")
    assert "us/dhs/icee" not in places
    assert "us/dhs/ice" in places


def test_every_contact_says_where_it_was_seen(places):
    for id, row in places.index.offices.items():
        contact = row.get("contact", {})
        ways = {"portal", "email", "mail", "phone"} & set(contact)
        assert not ways or contact.get("source"), id
        for way in ways:
            assert int(contact[way]["as_of"][:4]) >= 2020 or contact[way]["print"] is False, id
