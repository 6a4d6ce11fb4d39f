"""Places named without their state: a row is a sentence in a release of some body, and the places that it names."""

from __future__ import annotations

import pytest

from foiakit.library.collection import Library, open_library
from foiakit.model.claim import Claim
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.scanning.claims import claims, readers
from foiakit.scanning.fields import SOURCES

LIBRARY: Library = open_library()
OREGON = {"jurisdiction": "us-or", "issuer": "Oregon Department of Environmental Quality"}
LANE = {"jurisdiction": "us-or-lane", "issuer": "Lane County"}
ILLINOIS = {"jurisdiction": "us-il", "issuer": "Illinois Department of Transportation"}
VIRGINIA = {"jurisdiction": "us-va", "issuer": "Virginia Department of Health"}
GEORGIA = {"jurisdiction": "us-ga", "issuer": "Georgia Department of Public Health"}
CALIFORNIA = {"jurisdiction": "us-ca", "issuer": "California Department of Transportation"}
FEDERAL = {"jurisdiction": "us", "issuer": "U.S. Environmental Protection Agency"}
IN_PORTLAND = {**FEDERAL, "place": "Portland, Ore."}


def release(sentence: str, about: dict[str, str]) -> Release:
    passage = Passage(id="1.1", text=sentence, start=0, end=len(sentence), paragraph=1, sentence=1)
    return Release(
        file="made.txt", sha256="0" * 64, text=sentence, passages=(passage,), **about,
        paragraphs=(Paragraph(number=1, start=0, end=len(sentence)),),
    )  # fmt: skip


def claim(sentence: str, about: dict[str, str]) -> Claim:
    return claims(release(sentence, about), LIBRARY)["1.1"]


PLACES = [
    # sentence, the release it stands in, the ids of the places
    ("The City of Ontario paid.", OREGON, ["us-or/city/ontario"]),
    ("The City of Ontario paid.", LANE, ["us-or/city/ontario"]),
    ("The City of Ontario paid.", FEDERAL, ["us-ca/city/ontario"]),
    ("The City of Ontario paid.", IN_PORTLAND, ["us-ca/city/ontario"]),
    ("The City of Salem paid.", IN_PORTLAND, ["us-or/city/salem"]),
    ("The City of Ontario, Oregon, paid.", FEDERAL, ["us-or/city/ontario"]),
    ("A plant in Ontario, Ore., closed.", FEDERAL, ["us-or/city/ontario"]),
    ("A plant in Ontario, Calif., closed.", OREGON, ["us-ca/city/ontario"]),
    ("The Town of Lakeview paid.", OREGON, ["us-or/town/lakeview"]),
    ("The City of Chicago paid.", OREGON, ["us-il/city/chicago"]),
    ("The City of Dallas paid.", OREGON, ["us-or/city/dallas"]),
    ("The City of Dallas paid.", IN_PORTLAND, ["us-or/city/dallas"]),
    ("A plant in Dallas closed.", OREGON, ["us-or/city/dallas"]),
    ("A plant in Dallas closed.", FEDERAL, ["us-tx/city/dallas"]),
    ("A plant in Dallas closed.", IN_PORTLAND, ["us-tx/city/dallas"]),
    ("It began in Maricopa County.", OREGON, ["us-az/county/maricopa"]),
    ("It began in Washington County.", OREGON, ["us-or/county/washington"]),
    ("It began in Washington County.", FEDERAL, [None]),
    ("It began in Washington County.", IN_PORTLAND, ["us-or/county/washington"]),
    ("It began in Washington County, Minnesota.", OREGON, ["us-mn/county/washington"]),
    ("It began in King County, Ore.", OREGON, [None]),
    ("The Village of Oak Park paid.", ILLINOIS, ["us-il/village/oak-park"]),
    ("The City of Springfield paid.", ILLINOIS, ["us-il/city/springfield"]),
    ("The City of Springfield paid.", FEDERAL, [None]),
    ("The City of Cairo paid.", ILLINOIS, ["us-il/city/cairo"]),
    ("The State of Illinois agreed to pay.", FEDERAL, ["us-il"]),
    ("The State of Illinois agreed to pay.", ILLINOIS, ["us-il"]),
    ("The Commonwealth of Virginia sued.", FEDERAL, ["us-va"]),
    ("The Illinois Department of Public Health signed.", FEDERAL, ["us-il"]),
    ("The State of Washington and the State of New York sued.", FEDERAL, ["us-wa", "us-ny"]),
    ("The state will pay the rest.", ILLINOIS, ["us-il"]),
    ("The state of the roads is poor.", ILLINOIS, []),
    ("The state budget grew.", ILLINOIS, []),
    ("The Commonwealth will pay.", VIRGINIA, ["us-va"]),
    ("The state will pay the rest.", FEDERAL, []),
    ("The state will pay the rest.", LANE, []),
    ("The grants help the state and local governments.", ILLINOIS, []),
    ("She works in Washington, D.C., now.", OREGON, ["us-dc/city/washington"]),
    ("She works in New York, N.Y., now.", OREGON, ["us-ny/city/new-york-city"]),
    ("Native American, Alaska Native and other groups met.", FEDERAL, []),
    ("He works at Hale National Laboratories, Georgia Institute of Technology and elsewhere.", FEDERAL, ["us-ga"]),
    ("Acme Illinois, Inc., leased it.", FEDERAL, []),
    ("It is at 445 Minnesota Street, Suite 600.", FEDERAL, []),
    ("A fellow of the University of Chicago spoke.", FEDERAL, []),
    ("Write to jane.roe@salem-oregon.gov for more.", FEDERAL, []),
    ("The Erie, Pennsylvania Water Works paid.", FEDERAL, ["us-pa/city/erie"]),
    ("The Kansas City office closed.", FEDERAL, []),
    ("The Mississippi River and Lake Michigan rose.", FEDERAL, []),
    ("Prince George's County paid.", FEDERAL, ["us-md/county/prince-georges"]),
    ("Prince George County paid.", FEDERAL, ["us-va/county/prince-george"]),
    ("King County, Washington, and King County Metro agreed.", FEDERAL, ["us-wa/county/king"]),
    ("Cook, DuPage and Lake counties were hit.", ILLINOIS, ["us-il/county/cook", "us-il/county/dupage", "us-il/county/lake"]),
    ("The counties of Cook and Lake were hit.", ILLINOIS, ["us-il/county/cook", "us-il/county/lake"]),
    ("Clackamas and Washington counties were hit.", OREGON, ["us-or/county/clackamas", "us-or/county/washington"]),
    ("Eastern and Central Oregon counties were hit.", OREGON, ["us-or"]),
    ("In Chicago, the state will build it.", ILLINOIS, ["us-il/city/chicago"]),
    ("Roads across the state were closed.", ILLINOIS, ["us-il"]),
    ("The state and Illinois towns will pay.", ILLINOIS, ["us-il"]),
    ("Virginia Smith was named director.", FEDERAL, []),
    ("Director Georgia Adams said that it grew.", FEDERAL, []),
    ("“It grew,” said Virginia M. Smith-Roe, a nurse.", VIRGINIA, []),
    ("Georgia Adams’s report is out.", GEORGIA, []),
    ("Jane Roe, Virginia Smith and Georgia Adams spoke.", FEDERAL, []),
    ("Virginia Smith spoke in Georgia.", FEDERAL, ["us-ga"]),
    ("Nurses in Virginia Smith calls heroes were paid.", FEDERAL, ["us-va"]),
    ("Virginia residents and Georgia Power agreed.", FEDERAL, ["us-va", "us-ga"]),
    ("The Virginia Hospital Association sued.", FEDERAL, ["us-va"]),
    ("The Virginia Department of Health and Georgia Governor Jane Roe agreed.", FEDERAL, ["us-va", "us-ga"]),
    ("Thank you, Virginia.", FEDERAL, ["us-va"]),
    ("Crews came from Oakland, Fremont and Roseville.", CALIFORNIA,
     ["us-ca/city/oakland", "us-ca/city/fremont", "us-ca/city/roseville"]),
    ("Offices in Fresno, Stockton, Modesto, and Salinas closed.", CALIFORNIA,
     ["us-ca/city/fresno", "us-ca/city/stockton", "us-ca/city/modesto", "us-ca/city/salinas"]),
    ("Plants in Chicago, Houston or Denver may close.", FEDERAL,
     ["us-il/city/chicago", "us-tx/city/houston", "us-co/city/denver"]),
    ("Firms in Oakland, Smith and Partners and Fremont paid.", CALIFORNIA, ["us-ca/city/oakland", "us-ca/city/fremont"]),
    ("In Oakland, Fremont spoke.", CALIFORNIA, ["us-ca/city/oakland"]),
    ("Crews from Oakland, Fremont, Calif., and Roseville came.", OREGON, ["us-ca/city/fremont"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "about", "ids"), PLACES)
def test_a_place_without_its_state_is_one_of_the_body_that_speaks(
    sentence: str, about: dict[str, str], ids: list[str | None]
) -> None:
    assert [m.id for m in claim(sentence, about).places] == ids


BODIES = [
    ("The City of Ontario paid.", OREGON, "us-or/city/ontario"),
    ("Ontario Police Department officers came.", OREGON, "us-or/city/ontario/police"),
    ("The Ontario City Council voted.", OREGON, "us-or/city/ontario"),
    ("The City of Ontario Water Department paid.", OREGON, "us-or/city/ontario"),
    ("Dallas Police Department officers came.", OREGON, "us-or/city/dallas/police"),
    ("Dallas Police Department officers came.", FEDERAL, "us-tx/city/dallas/police"),
]


@pytest.mark.parametrize(("sentence", "about", "id"), BODIES)
def test_so_is_a_body_of_such_a_place(sentence: str, about: dict[str, str], id: str) -> None:
    assert [m.id for m in claim(sentence, about).agencies] == [id]


@pytest.mark.parametrize(("sentence", "about", "text", "filled"), [
    ("The State of Illinois agreed to pay.", FEDERAL, "State of Illinois", "State of Illinois"),
    ("The Commonwealth of Virginia sued.", FEDERAL, "Commonwealth of Virginia", "Commonwealth of Virginia"),
    ("The state will pay the rest.", ILLINOIS, "The state", "Illinois"),
])  # fmt: skip
def test_a_state_is_named_in_a_letter_though_the_release_says_the_state(
    sentence: str, about: dict[str, str], text: str, filled: str
) -> None:
    made = release(sentence, about)
    found = claims(made, LIBRARY)["1.1"]
    assert [m.text for m in found.places] == [text]
    assert SOURCES["claim.place"]("statistics", made.passages[0], found, made) == (filled,)


@pytest.mark.parametrize(("sentence", "parties"), [
    ("The State of Illinois and Acme, Inc., signed an agreement.", ["State of Illinois", "Acme, Inc."]),
    ("The agency and the Commonwealth of Virginia signed an agreement.",
     ["U.S. Environmental Protection Agency", "Commonwealth of Virginia"]),
    ("It is sold in the State of Oregon under an agreement with Acme, Inc.", ["Acme, Inc."]),
])  # fmt: skip
def test_a_state_is_a_party_where_it_acts(sentence: str, parties: list[str]) -> None:
    assert [m.name for m in claim(sentence, FEDERAL).parties] == parties


@pytest.mark.parametrize(("issuer", "state"), [("State of Illinois", "us-il"), ("Commonwealth of Virginia", "us-va")])
def test_a_state_as_issuer_is_a_state_body_without_an_office(issuer: str, state: str) -> None:
    setting = readers(LIBRARY).names.setting(release("It grew.", {"issuer": issuer}))
    assert (setting.issuer, setting.state, setting.federal, setting.local) == (None, state, False, False)
