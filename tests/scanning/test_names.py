"""Names: who and what a passage names, under which id, in which role. Rows are sentences written for the purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foiakit.library.collection import Library, open_library
from foiakit.model.claim import Claim, Role
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.scanning.claims import claims, issuer_id

LIBRARY: Library = open_library()


def release(
    *sentences: str, issuer: str | None = None, jurisdiction: str | None = None, place: str | None = None
) -> Release:
    """A release whose paragraphs have one sentence each."""
    text, passages, paragraphs = "", [], []
    for number, sentence in enumerate(sentences, 1):
        start = len(text)
        text += sentence + "\n\n"
        end = start + len(sentence)
        paragraphs.append(Paragraph(number=number, start=start, end=end))
        passages.append(Passage(id=f"{number}.1", text=sentence, start=start, end=end, paragraph=number, sentence=1))
    return Release(
        file="made.txt", sha256="0" * 64, text=text, paragraphs=tuple(paragraphs), passages=tuple(passages),
        issuer=issuer, jurisdiction=jurisdiction, place=place,
    )  # fmt: skip


def last(*sentences: str, **about: str) -> Claim:
    made = release(*sentences, **about)  # type: ignore[arg-type]
    return claims(made, LIBRARY)[made.passages[-1].id]


BODIES = [
    # sentence, what is known of the release, the ids named
    ("ICE and the FBI met.", {"jurisdiction": "us"}, ["us/dhs/ice", "us/doj/fbi"]),
    ("A plan of the Departments of Justice (DOJ) and Homeland Security (DHS) was drawn up.",
     {"jurisdiction": "us"}, ["us/doj", "us/dhs"]),
    ("The Environmental Protection Agency fined it.", {"jurisdiction": "us"}, ["us/epa"]),
    ("The Imperial County Sheriff's Office agreed.", {"place": "El Centro, Calif."}, ["us-ca/county/imperial/sheriff"]),
    ("Booking machines at the Imperial County Jail were used.",
     {"place": "El Centro, Calif."}, ["us-ca/county/imperial/sheriff"]),
    ("The Maricopa County Sheriff’s Office agreed.", {}, ["us-az/county/maricopa/sheriff"]),
    ("Lane County District Attorney's Office lawyers met.",
     {"jurisdiction": "us-or"}, ["us-or/county/lane/district-attorney"]),
    ("The Lane County Board of Commissioners met.", {"jurisdiction": "us-or"}, ["us-or/county/lane"]),
    ("The City of Salem paid.", {"jurisdiction": "us-or-salem"}, ["us-or/city/salem"]),
    ("The City of Salem Bicycle Rebate effort began.", {"jurisdiction": "us-or-salem"}, ["us-or/city/salem"]),
    ("Officers of the Salem Police Department came.", {"jurisdiction": "us-or"}, ["us-or/city/salem/police"]),
    ("Portland Police Bureau detectives came.", {"jurisdiction": "us-or"}, ["us-or/city/portland/police"]),
    ("The Chicago Police Department joined.", {"jurisdiction": "us"}, ["us-il/city/chicago/police"]),
    ("The Tacoma City Council voted.", {"jurisdiction": "us-wa"}, ["us-wa/city/tacoma"]),
    ("Tacoma Public Schools opened.", {"jurisdiction": "us-wa"}, ["us-wa/school/tacoma"]),
    ("The Oregon Department of Justice sued.", {}, ["us-or/state/department-of-justice"]),
    ("The Oregon Department of Justice sued.", {"jurisdiction": "us"}, ["us-or/state/department-of-justice"]),
    ("Director Ann Roe of the Oregon Department of Human Services met.",
     {}, ["us-or/state/department-of-human-services"]),
    ("The California Highway Patrol stopped him.", {}, ["us-ca/state/highway-patrol"]),
    ("The Minnesota Pollution Control Agency agreed.", {}, ["us-mn/state/pollution-control-agency"]),
    ("The Department of Environmental Quality fined it.",
     {"jurisdiction": "us-or", "issuer": "Oregon Department of Environmental Quality"},
     ["us-or/state/department-of-environmental-quality"]),
    ("The Department of Justice sued.",
     {"jurisdiction": "us-or", "issuer": "Oregon Health Authority"}, ["us-or/state/department-of-justice"]),
    ("The U.S. Department of Justice sued.",
     {"jurisdiction": "us-or", "issuer": "Oregon Health Authority"}, ["us/doj"]),
    ("Attorney General Roe sued.",
     {"jurisdiction": "us-mn", "issuer": "Office of the Minnesota Attorney General"}, ["us-mn/state/attorney-general"]),
    ("The University of Washington pays.", {}, ["us-wa/state/university-of-washington"]),
    ("Los Angeles County Sheriff's deputies came.", {}, ["us-ca/county/los-angeles/sheriff"]),
    ("St. Louis County Police Department officers came.", {"jurisdiction": "us-mo"}, ["us-mo/county/st-louis/police"]),
    ("Prince George's County Sheriff's Office staff came.",
     {"jurisdiction": "us-md"}, ["us-md/county/prince-georges/sheriff"]),
    ("Contact Travis County District Attorney’s Office staff.",
     {"jurisdiction": "us-tx"}, ["us-tx/county/travis/district-attorney"]),
    ("The agency spent more.",
     {"jurisdiction": "us", "issuer": "U.S. Immigration and Customs Enforcement"}, ["us/dhs/ice"]),
    ("The Department spent more.",
     {"jurisdiction": "us-ga", "issuer": "Georgia Department of Revenue"}, ["us-ga/state/department-of-revenue"]),
    ("The District Attorney's Office hired.",
     {"jurisdiction": "us-or-wasco", "issuer": "Wasco County District Attorney's Office (Oregon)"},
     ["us-or/county/wasco/district-attorney"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "about", "ids"), BODIES)
def test_a_body_is_known_by_its_name(sentence: str, about: dict[str, str], ids: list[str]) -> None:
    assert [m.id for m in last(sentence, **about).agencies] == ids


@pytest.mark.parametrize(("issuer", "jurisdiction", "id"), [
    ("U.S. Immigration and Customs Enforcement", None, "us/dhs/ice"),
    ("U.S. Department of Justice, Civil Rights Division", "us", "us/doj/crt"),
    ("U.S. Department of the Treasury and U.S. Department of Labor", "us", "us/treasury"),
    ("Oregon Department of Justice", "us-or", "us-or/state/department-of-justice"),
    ("Office of the Governor of Connecticut", "us-ct", "us-ct/state/governor"),
    ("City of Spokane, Washington", "us-wa-spokane", "us-wa/city/spokane"),
    ("Kittitas County, Washington", "us-wa-kittitas", "us-wa/county/kittitas"),
    ("Salem Police Department (Oregon)", "us-or-salem", "us-or/city/salem/police"),
    ("Yakima School District (Washington)", "us-wa-yakima", "us-wa/school/yakima"),
    ("The Gazette of Nowhere", None, None),
    ("Texas DPS", None, "us-tx/state/department-of-public-safety"),
    ("State of Illinois", None, None),
    ("State of Illinois, Department of Public Health", None, "us-il/state/department-of-public-health"),
    ("State of California - Department of Justice", None, "us-ca/state/department-of-justice"),
    ("State of California - Department of Justice - Office of the Attorney General", None,
     "us-ca/state/department-of-justice"),
    ("California Environmental Protection Agency", None, "us-ca/state/environmental-protection-agency"),
    ("County of Los Angeles Department of Public Health", None, "us-ca/county/los-angeles/health"),
    ("U.S. Attorney's Office, Northern District of California", None, "us/doj/eousa"),
])  # fmt: skip
def test_the_issuer_is_an_office(issuer: str, jurisdiction: str | None, id: str | None) -> None:
    assert issuer_id(release("It met.", issuer=issuer, jurisdiction=jurisdiction), LIBRARY) == id


def test_a_short_form_that_the_release_introduces_is_known_from_then_on() -> None:
    claim = last(
        "The Harney County Sheriff's Office (HCSO) opened the Stray Livestock System (SLS) for all agencies.",
        "HCSO deputies use SLS.",
        jurisdiction="us-or",
    )
    assert [m.id for m in claim.agencies] == ["us-or/county/harney/sheriff"]
    assert [(m.text, m.name) for m in claim.systems] == [("SLS", "Stray Livestock System")]


def test_a_short_form_given_to_something_else_is_no_agency() -> None:
    claim = last("It signed a Coastal Improvement Accord (CIA) with the firm.", "The CIA binds it.", jurisdiction="us")
    assert claim.agencies == ()


def test_the_sheriff_s_office_is_the_one_named_before() -> None:
    claim = last(
        "The Imperial County Sheriff's Office agreed to it.",
        "They left the custody of the sheriff's office.",
        place="El Centro, Calif.",
    )
    assert [(m.id, m.text) for m in claim.agencies] == [("us-ca/county/imperial/sheriff", "the sheriff's office")]


SYSTEMS = [
    ("The Automated Biometric Identification System (IDENT) holds prints.", ["us/dhs/obim"]),
    ("The Integrated Automated Fingerprint Identification System (IAFIS) holds prints.", ["us/doj/fbi"]),
    ("Secure Communities is a program of the agency.", ["us/dhs/ice"]),
    ("Records are entered into the Coastal Permit Tracking System by clerks.", [None]),
    ("The Harbor Watch Initiative pays fishermen to report spills.", [None]),
]


@pytest.mark.parametrize(("sentence", "ids"), SYSTEMS)
def test_a_system_is_at_the_office_that_keeps_it_today(sentence: str, ids: list[str | None]) -> None:
    assert [m.id for m in last(sentence, jurisdiction="us").systems] == ids


def test_a_system_no_one_knows_is_the_issuer_s() -> None:
    claim = last(
        "Records are entered into the Coastal Permit Tracking System by clerks.",
        jurisdiction="us",
        issuer="National Oceanic and Atmospheric Administration",
    )
    assert [(m.id, m.role) for m in claim.systems] == [("us/doc/noaa", Role.SYSTEM)]


ROLES = [
    (
        "ICE signed an agreement with the Imperial County Sheriff's Office.",
        "us-ca/county/imperial/sheriff",
        Role.PARTNER,
    ),
    ("Prints are checked in records maintained by the FBI.", "us/doj/fbi", Role.KEEPER),
    ("More than 40 men were turned over to CBP.", "us/dhs/cbp", Role.RECIPIENT),
    ("Crime fell, according to the FBI.", "us/doj/fbi", Role.SOURCE),
    ("CBP seized 40 boats.", "us/dhs/cbp", Role.ACTOR),
    ("ICE removed 40 men.", "us/dhs/ice", Role.ISSUER),
]


@pytest.mark.parametrize(("sentence", "id", "role"), ROLES)
def test_a_body_has_its_role(sentence: str, id: str, role: Role) -> None:
    claim = last(sentence, issuer="U.S. Immigration and Customs Enforcement", place="El Centro, Calif.")
    assert {m.id: m.role for m in claim.agencies}[id] is role


def test_parties_to_an_agreement_are_named_in_order() -> None:
    claim = last("The memorandum binds the FBI, the City of Salem and Acme Data Systems, Inc.", jurisdiction="us-or")
    assert [(m.id, m.role) for m in claim.parties] == [
        ("us/doj/fbi", Role.PARTNER),
        ("us-or/city/salem", Role.PARTNER),
        (None, Role.VENDOR),
    ]


def test_bodies_that_do_one_thing_together_are_parties() -> None:
    claim = last(
        "A plan developed by the Departments of Justice (DOJ) and Homeland Security (DHS) is new.", jurisdiction="us"
    )
    assert [m.id for m in claim.parties] == ["us/doj", "us/dhs"]


@pytest.mark.parametrize(("sentence", "name"), [
    ("The state picked Tidewater Inc. to build it.", "Tidewater Inc."),
    ("A contract went to Harbor & Sons Construction, LLC, for $4 million.", "Harbor & Sons Construction, LLC"),
    ("It bought it from the Hale Motor Company last year.", "Hale Motor Company"),
])  # fmt: skip
def test_a_company_is_a_vendor(sentence: str, name: str) -> None:
    assert [(m.name, m.role) for m in last(sentence, jurisdiction="us").parties] == [(name, Role.VENDOR)]


NO_NAMES = [
    "The state of the roads is a concern to many.",
    "Residents said the police came late.",
    "Top priority is given to those who pose a threat.",
    "May the force of the market help.",
]


@pytest.mark.parametrize("sentence", NO_NAMES)
def test_common_words_are_no_names(sentence: str) -> None:
    claim = last(sentence, jurisdiction="us")
    assert (claim.agencies, claim.systems, claim.parties, claim.places) == ((), (), (), ())


PLACES = [
    ("It began in Imperial County.", {"place": "El Centro, Calif."}, ["us-ca/county/imperial"]),
    ("It began in Maricopa County.", {}, ["us-az/county/maricopa"]),
    ("It began in Lincoln County.", {}, [None]),
    ("It began in Lincoln County.", {"jurisdiction": "us-or"}, ["us-or/county/lincoln"]),
    ("Bogs in Aitkin and Itasca Counties were drained.",
     {"jurisdiction": "us-mn"}, ["us-mn/county/aitkin", "us-mn/county/itasca"]),
    ("A plant in Salem, Oregon, closed.", {}, ["us-or/city/salem"]),
    ("A plant in Salem, Ore., closed.", {}, ["us-or/city/salem"]),
    ("HARNEY COUNTY, Ore. - Deputies came.", {}, ["us-or/county/harney"]),
    ("A plant in Salem closed.", {"jurisdiction": "us-or"}, ["us-or/city/salem"]),
    ("It covers Los Angeles and San Diego, including Houston.",
     {"jurisdiction": "us"}, ["us-ca/city/san-diego", "us-tx/city/houston"]),
    ("It serves Alabama, Arizona and New Mexico.", {"jurisdiction": "us"}, ["us-al", "us-az", "us-nm"]),
    ("It was held in New Orleans and New York City, away from all else.",
     {}, ["us-la/city/new-orleans", "us-ny/city/new-york-city"]),
    ("It is a law of Washington State.", {}, ["us-wa"]),
    ("He spoke at headquarters in Washington.", {"jurisdiction": "us"}, []),
    ("Jane Roe, MD, spoke.", {"jurisdiction": "us"}, []),
    ("Orleans Parish residents came.", {"jurisdiction": "us-la"}, ["us-la/county/orleans"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "about", "ids"), PLACES)
def test_a_place_has_the_id_of_its_government(sentence: str, about: dict[str, str], ids: list[str | None]) -> None:
    assert [m.id for m in last(sentence, **about).places] == ids


def test_every_span_indexes_the_text_of_the_release(made: Callable[[], Release] | None = None) -> None:
    sentences = [row[0] for row in (*BODIES, *SYSTEMS, *ROLES, *PLACES)]
    whole = release(*sentences, issuer="U.S. Immigration and Customs Enforcement", place="El Centro, Calif.")
    for claim in claims(whole, LIBRARY).values():
        for mention in (*claim.agencies, *claim.systems, *claim.parties, *claim.places):
            assert whole.text[slice(*mention.span)] == mention.text


def test_a_body_in_a_speaker_s_title_is_no_party() -> None:
    claim = last(
        "The state will work together with the EPA, said FBI Director Ann Roe.",
        jurisdiction="us-or",
        issuer="Oregon Health Authority",
    )
    assert {m.id: m.role for m in claim.agencies} == {"us/epa": Role.PARTNER, "us/doj/fbi": Role.SPEAKER}
    assert [m.id for m in claim.parties] == ["us/epa"]


def test_an_issuer_alone_is_no_party() -> None:
    claim = last("ICE signed a settlement agreement.", issuer="U.S. Immigration and Customs Enforcement")
    assert claim.parties == ()
