"""Publishers: a row is a publisher's name, and where its release speaks from: office, state, federal, local."""

from __future__ import annotations

import pytest

from foiakit.library.collection import Library, open_library
from foiakit.model.release import Release
from foiakit.scanning.claims import readers

LIBRARY: Library = open_library()

ROWS = [
    ("U.S. Department of Health and Human Services, Office of Inspector General", "us/hhs/oig", None, True, False),
    ("Office of Inspector General, U.S. Department of Health and Human Services", "us/hhs/oig", None, True, False),
    ("U.S. Department of Labor, Occupational Safety and Health Administration", "us/dol/osha", None, True, False),
    ("U.S. Department of Justice, Office of Public Affairs", "us/doj", None, True, False),
    ("Office of Inspector General, Environmental Protection Agency", "us/epa", None, True, False),
    ("Oregon Department of Transportation, Bureau of Bridges", "us-or/state/department-of-transportation", "us-or", False, False),
    ("Office of Emergency Planning, Oregon Department of Public Safety", "us-or/state/department-of-public-safety", "us-or", False, False),
    ("Department of Public Health, Bureau of Vital Statistics, State of Illinois", "us-il/state/department-of-public-health", "us-il", False, False),
    ("Massachusetts Executive Office of Health and Human Services, Department of Public Health", "us-ma/state/department-of-public-health", "us-ma", False, False),
    ("Oregon Department of Justice, Office of Attorney General", "us-or/state/department-of-justice", "us-or", False, False),
    ("Illinois State Police, Office of the Director", "us-il/state/state-police", "us-il", False, False),
    ("Chicago Police Department", "us-il/city/chicago/police", "us-il", False, True),
    ("California Department of Health Care Services, Office of Inspector General", "us-ca/state/department-of-health-care-services", "us-ca", False, False),
    ("Maricopa County Sheriff's Office, Jail Division", "us-az/county/maricopa/sheriff", "us-az", False, True),
    ("Lane County, Oregon, Sheriff's Office", "us-or/county/lane/sheriff", "us-or", False, True),
    ("Office of the Sheriff, Lane County, Oregon", "us-or/county/lane/sheriff", "us-or", False, True),
    ("Lane County, Oregon", "us-or/county/lane", "us-or", False, True),
    ("City of Salem, Oregon, Police Department", "us-or/city/salem/police", "us-or", False, True),
    ("City of Salem Police Department, Records Division, Oregon", "us-or/city/salem/police", "us-or", False, True),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "id", "state", "federal", "local"), ROWS)
def test_the_most_exact_part_of_a_publishers_name_names_the_office(
    issuer: str, id: str, state: str | None, federal: bool, local: bool
) -> None:
    made = Release(file="made.txt", sha256="0" * 64, text="It grew.", passages=(), paragraphs=(), issuer=issuer)
    found = readers(LIBRARY).names.setting(made)
    assert (found.issuer, found.state, found.federal, found.local) == (id, state, federal, local)


def test_the_front_matter_tells_the_state_of_a_county_of_a_common_name() -> None:
    made = Release(
        file="made.txt", sha256="0" * 64, text="It grew.", passages=(), paragraphs=(),
        issuer="Lane County Sheriff's Office, Jail Division", jurisdiction="us-or-lane",
    )  # fmt: skip
    assert readers(LIBRARY).names.setting(made).issuer == "us-or/county/lane/sheriff"
