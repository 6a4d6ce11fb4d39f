"""State and local offices that have no entry: named from their ids, or refused with who does the work instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.model.errors import NotFound
from foiakit.model.office import Body
from foiakit.offices.states import STATES
from foiakit.offices.steps import county_slug, slug, title


@pytest.mark.parametrize(
    ("id", "name", "body", "kind"),
    [
        ("us-ca/county/imperial/sheriff", "Imperial County Sheriff's Office", Body.SHERIFF, "sheriff"),
        ("us-ca/county/imperial", "Imperial County", Body.COUNTY, "county"),
        ("us-ca/county/imperial/clerk", "Imperial County Clerk of the Board", Body.COUNTY, "county-clerk"),
        ("us-nv/county/clark/clerk", "Clark County Clerk", Body.COUNTY, "county-clerk"),
        ("us-ca/city/el-centro/clerk", "City of El Centro", Body.CITY, "city-clerk"),
        ("us-ca/city/el-centro/police", "El Centro Police Department", Body.CITY, "police"),
        ("us-ny/town/hempstead/clerk", "Town of Hempstead", Body.CITY, "city-clerk"),
        ("us-oh/village/yellow-springs", "Village of Yellow Springs", Body.CITY, "city"),
        ("us-tx/city/mcallen/police", "McAllen Police Department", Body.CITY, "police"),
        ("us-mo/city/st-joseph/fire", "St. Joseph Fire Department", Body.CITY, "fire-department"),
        ("us-la/county/orleans/sheriff", "Orleans Parish Sheriff's Office", Body.SHERIFF, "sheriff"),
        ("us-ak/county/north-slope", "North Slope Borough", Body.COUNTY, "county"),
        ("us-ak/county/juneau", "Juneau City and Borough", Body.COUNTY, "county"),
        ("us-va/city/richmond/sheriff", "Richmond City Sheriff's Office", Body.SHERIFF, "sheriff"),
        ("us-va/county/fairfax/sheriff", "Fairfax County Sheriff's Office", Body.SHERIFF, "sheriff"),
        ("us-md/county/prince-georges", "Prince George's County", Body.COUNTY, "county"),
        ("us-nm/county/dona-ana/jail", "Doña Ana County Jail", Body.COUNTY, "county-jail"),
        ("us-ma/county/essex/sheriff", "Essex County Sheriff's Office", Body.SHERIFF, "sheriff"),
        (
            "us-il/county/cook/district-attorney",
            "Cook County State's Attorney's Office",
            Body.COUNTY,
            "district-attorney",
        ),
        ("us-az/county/pima/district-attorney", "Pima County Attorney's Office", Body.COUNTY, "district-attorney"),
        (
            "us-fl/county/polk/district-attorney",
            "State Attorney for Polk County",
            Body.STATE_AGENCY,
            "district-attorney",
        ),
        ("us-oh/school/columbus", "Columbus School District", Body.SCHOOL_DISTRICT, "school-district"),
        ("us-tx/school/austin", "Austin Independent School District", Body.SCHOOL_DISTRICT, "school-district"),
        ("us-tx/school/round-rock-isd", "Round Rock ISD", Body.SCHOOL_DISTRICT, "school-district"),
        (
            "us-md/school/montgomery-county-public-schools",
            "Montgomery County Public Schools",
            Body.SCHOOL_DISTRICT,
            "school-district",
        ),
        (
            "us-ut/state/department-of-public-safety",
            "Utah Department of Public Safety",
            Body.STATE_AGENCY,
            "state-police",
        ),
        (
            "us-nv/state/department-of-corrections",
            "Nevada Department of Corrections",
            Body.STATE_AGENCY,
            "state-corrections",
        ),
        (
            "us-ia/state/department-of-health-and-human-services",
            "Iowa Department of Health and Human Services",
            Body.STATE_AGENCY,
            "state-health",
        ),
        ("us-id/state/idaho-state-police", "Idaho State Police", Body.STATE_AGENCY, "state-police"),
        (
            "us-ct/state/attorney-general",
            "Office of the Attorney General of Connecticut",
            Body.STATE_AGENCY,
            "attorney-general",
        ),
        ("us-or/state/university-of-oregon", "University of Oregon", Body.STATE_AGENCY, "state-university"),
        (
            "us-dc/state/department-of-corrections",
            "District of Columbia Department of Corrections",
            Body.STATE_AGENCY,
            "state-corrections",
        ),
        ("us-wa/other/sound-transit", "Sound Transit", Body.OTHER_LOCAL, "transit-authority"),
        (
            "us-ca/other/imperial-irrigation-district",
            "Imperial Irrigation District",
            Body.OTHER_LOCAL,
            "utility-district",
        ),
    ],
)
def test_an_id_names_its_office(places, id, name, body, kind):
    office = places.office(id)
    assert (office.name, office.body, office.kind, office.id) == (name, body, kind, id)
    assert office.jurisdiction == id[:5]
    assert (office.contact.email, office.contact.portal, office.contact.address) == (None, None, ())


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("us-ct/county/hartford", "no county government"),
        ("us-ct/county/hartford/sheriff", "state marshals"),
        ("us-ct/county/hartford/clerk", "towns"),
        ("us-ri/county/kent", "no county government"),
        ("us-ri/county/kent/sheriff", "Division of Sheriffs"),
        ("us-dc/county/washington", "no counties|no county"),
        ("us-dc/city/georgetown/police", "us-dc/city/washington"),
        ("us-dc/city/washington/sheriff", "no sheriff"),
        ("us-ak/county/north-slope/sheriff", "State Troopers"),
        ("us-ak/county/bethel", "no government of its own"),
        ("us-hi/county/maui/sheriff", "police department"),
        ("us-hi/school/honolulu", "department-of-education"),
        ("us-de/county/sussex/district-attorney", "department-of-justice"),
        ("us-ma/county/essex", "no government of its own"),
        ("us-va/county/norfolk/sheriff", "us-va/city/norfolk/sheriff"),
        ("us-md/city/rockville/sheriff", "of its county"),
        ("us-ca/county/imperail/sheriff", "imperial"),
        ("us-ca/county/imperial/sherif", "sheriff"),
        ("us-ca/parish/imperial", "county"),
        ("us-ca/county/Imperial/sheriff", "no id"),
        ("us-ca/county", "no id"),
        ("us-zz/county/imperial", "no office has the id"),
        ("us-pr/state/department-of-health", "no office has the id"),
        ("", "no office has the id"),
        ("nonsense", "no office has the id"),
    ],
)
def test_what_a_state_does_not_have_is_refused_with_a_way_out(places, id, says):
    with pytest.raises(NotFound, match=says):
        places.office(id)


def test_every_county_of_every_state_is_addressed_or_refused_for_a_reason(places):
    made = 0
    for state, counties in places.index.counties.items():
        for county in counties.values():
            for role, body in (("", Body.COUNTY), ("/sheriff", Body.SHERIFF)):
                id = f"{state}/county/{county_slug(county)}{role}"
                try:
                    office = places.office(id)
                except NotFound as refused:
                    assert refused.remedy, id
                    continue
                made += 1
                assert office.body is body
                assert id in places.index.offices or office.name.startswith(county), id
    assert made > 5900


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_agencies_cities_and_schools(places, state):
    assert places.office(f"{state}/state/department-of-health").body is Body.STATE_AGENCY
    assert places.office(f"{state}/city/washington").body is Body.CITY
    if state != "us-hi":
        assert places.office(f"{state}/school/central").body is Body.SCHOOL_DISTRICT


@pytest.mark.parametrize(
    ("id", "custodian"),
    [
        ("us-ca/city/el-centro/clerk", "City Clerk"),
        ("us-ny/town/hempstead/clerk", "Town Clerk"),
        ("us-ca/county/imperial/sheriff", "Records Custodian"),
    ],
)
def test_the_addressee_is_the_laws_custodian_or_the_kinds(places, id, custodian):
    assert places.office(id).custodian == custodian


@pytest.mark.parametrize("state", STATES)
def test_the_directory_and_the_law_agree_on_the_bodies_that_a_state_has(places, library, state):
    bound = {body for scope in library.laws[state].scope for body in scope.bodies}
    county = next(iter(places.index.counties[state]), "none")
    if state in {"us-ma", "us-ak"}:
        county = {"us-ma": "norfolk", "us-ak": "juneau"}[state]
    examples = {
        Body.STATE_AGENCY: f"{state}/state/department-of-health",
        Body.COUNTY: f"{state}/county/{county}",
        Body.SHERIFF: f"{state}/county/{county}/sheriff",
        Body.CITY: f"{state}/city/washington",
        Body.SCHOOL_DISTRICT: f"{state}/school/central",
        Body.OTHER_LOCAL: f"{state}/other/water-district",
    }
    for body, id in examples.items():
        assert (body in bound) is (id in places), id


def test_a_name_from_a_pattern_says_that_it_wants_checking(places):
    assert any("check it" in note for note in places.office("us-ut/county/utah/sheriff").notes)
    assert not any("check it" in note for note in places.office("us-ca/county/imperial/sheriff").notes)


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("St. Mary's", "st-marys"),
        ("Doña Ana", "dona-ana"),
        ("O’Brien", "obrien"),
        ("Hawaiʻi", "hawaii"),
        ("Winston-Salem", "winston-salem"),
    ],
)
def test_a_name_becomes_a_step(name, step):
    assert slug(name) == step


@given(st.text(max_size=40))
def test_a_step_stays_as_it_is_when_it_is_made_into_a_name_and_back(name):
    step = slug(name)
    assert slug(step) == step
    assert slug(title(step)) == step


@given(
    st.lists(
        st.sampled_from(
            ["us", "us-ca", "us-va", "county", "city", "state", "other", "school", "{place}", "x", "", "..", "sheriff"]
        ),
        max_size=6,
    )
)
def test_any_id_is_an_office_or_not_found(places, steps):
    id = "/".join(steps)
    try:
        assert places.office(id).id == id
    except NotFound as refused:
        assert refused.says
