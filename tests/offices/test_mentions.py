"""Names in releases lead to the office that keeps the records today."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.offices.mentions import Sort, cut


def ids(places, text):
    return [hit.entity.id for hit in places.mentions.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. Immigration and Customs Enforcement (ICE)", ["us/dhs/ice", "us/dhs/ice"]),
        ("the Departments of Justice (DOJ) and Homeland Security (DHS)", ["us/doj", "us/doj", "us/dhs", "us/dhs"]),
        ("the Departments of Labor, Education and Health and Human Services", ["us/dol", "us/ed", "us/hhs"]),
        ("the Departments of Commerce and the Treasury", ["us/doc", "us/treasury"]),
        ("the Departments of the Interior and Agriculture said", ["us/doi", "us/usda"]),
        ("US VISIT is proud to support ICE", ["us/dhs/obim", "us/dhs/ice"]),
        ("US-VISIT\nDirector", ["us/dhs/obim"]),
        ("the FBI's Criminal Justice Information Services Division", ["us/doj/fbi", "us/doj/fbi"]),
        ("the FBI’s Integrated Automated Fingerprint Identification System (IAFIS)", ["us/doj/fbi"] * 3),
        ("the Automated Biometric Identification System (IDENT)", ["us/dhs/obim", "us/dhs/obim"]),
        ("the INS and the U.S. Customs Service", ["us/dhs/uscis", "us/dhs/cbp"]),
        ("its Criminal Alien Program and Fugitive Operations Program", ["us/dhs/ice", "us/dhs/ice"]),
        ("the Bureau of Alcohol,\nTobacco, Firearms and Explosives (ATF)", ["us/doj/atf", "us/doj/atf"]),
        ("an ICE-led task force", ["us/dhs/ice"]),
        ("United States Coast Guard, US Coast Guard", ["us/dhs/uscg", "us/dhs/uscg"]),
        ("Caltrans and the NYPD", ["us-ca/state/department-of-transportation", "us-ny/city/new-york/police"]),
        ("the Imperial County Sheriff's Office", ["us-ca/county/imperial/sheriff"]),
        ("the Centers for Medicare & Medicaid Services", ["us/hhs/cms"]),
        ("the Civil Rights Division of the Justice Department", ["us/doj/crt", "us/doj"]),
        ("US Immigration & Customs Enforcement", ["us/dhs/ice"]),
        ("U.S. Attorney General Jane Roe", ["us/doj/oip"]),
        ("U.S. Attorney Jane Roe", ["us/doj/eousa"]),
        ("39 states and the District of Columbia", []),
        ("the iceberg, ICES and PRICE", []),
        ("Department. Of Justice", []),
        ("department stores, the city of Justice", []),
    ],
)
def test_names_lead_to_the_keeper_of_today(places, text, expected):
    assert ids(places, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the California Department of Justice",
        "the New York Department of Labor",
        "the Texas National Guard",
        "Imperial County Department of Agriculture",
        "the State Department of Education",
        "the Washington State Department of Licensing",
        "the Attorney General of Ohio",
    ],
)
def test_a_state_before_a_common_name_keeps_it_from_the_federal_one(places, text):
    assert not [
        hit for hit in places.mentions.find(text) if hit.entity.id.startswith("us/") and hit.entity.federal_context
    ]


@pytest.mark.parametrize(
    ("name", "sort", "id", "also"),
    [
        ("US-VISIT", Sort.PROGRAMME, "us/dhs/obim", {"us/dhs/ice", "us/dhs/cbp"}),
        ("INS", Sort.AGENCY, "us/dhs/uscis", {"us/dhs/ice", "us/dhs/cbp", "us/hhs/acf", "us/nara"}),
        ("IAFIS", Sort.SYSTEM, "us/doj/fbi", set()),
        ("IDENT", Sort.SYSTEM, "us/dhs/obim", set()),
        ("HART", Sort.SYSTEM, "us/dhs/obim", set()),
        ("Secure Communities", Sort.PROGRAMME, "us/dhs/ice", {"us/dhs/obim", "us/doj/fbi"}),
        ("Minerals Management Service", Sort.AGENCY, "us/doi/boem", {"us/doi/bsee", "us/doi/onrr"}),
        ("NPPD", Sort.AGENCY, "us/dhs/cisa", {"us/dhs/obim", "us/dhs/fps"}),
        ("Food Stamp Program", Sort.PROGRAMME, "us/usda/fns", set()),
        ("Health Care Financing Administration", Sort.AGENCY, "us/hhs/cms", set()),
    ],
)
def test_old_names_lead_to_whoever_took_over(places, name, sort, id, also):
    entity = places.mentions.get(name)
    assert (entity.id, entity.sort, set(entity.also)) == (id, sort, also)


@pytest.mark.parametrize(
    ("name", "context", "ambiguous"),
    [
        ("Department of Justice", True, False),
        ("Departments of Justice", True, False),
        ("FBI", False, False),
        ("National Guard", True, False),
        ("BIA", False, True),
        ("OSC", False, True),
        ("Global", False, True),
        ("State", False, True),
    ],
)
def test_names_that_others_use_are_flagged(places, name, context, ambiguous):
    entity = places.mentions.get(name)
    assert (entity.federal_context, entity.ambiguous) == (context, ambiguous)


def test_every_name_is_found_as_a_whole(places):
    for name in places.mentions.names:
        hits = places.mentions.find(f"when {name} said")
        assert [(h.start, h.end) for h in hits] == [(5, 5 + len(name.rstrip(".)")))] or hits[0].start == 5, name
        assert hits[0].entity is places.mentions.get(name) or len(hits[0].entity.name) >= len(name), name


@given(st.text(alphabet="abc DOJFBI'’.-()\n,&", max_size=60))
def test_hits_are_in_order_and_within_the_text(places, text):
    hits = places.mentions.find(f"the FBI {text} and DHS")
    assert hits[0].entity.id == "us/doj/fbi"
    for before, after in pairwise(hits):
        assert before.end <= after.start


def test_a_stretch_of_text_is_searched_with_offsets_of_the_whole(places):
    text = "ICE and the FBI and DHS"
    assert [(h.start, h.end) for h in places.mentions.find(text, 4, 15)] == [(12, 15)]


def test_line_breaks_hyphens_and_apostrophes_compare_equal():
    assert cut("US-VISIT") == cut("US\n VISIT")
    assert cut("Workers’ Compensation") == cut("Workers' Compensation")
    assert cut("U.S. Customs") != cut("US Customs")
