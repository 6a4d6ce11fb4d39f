"""A letter from a mould is the letter that would be composed in full, whatever the names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foiakit.batch.addressees import Addressee
from foiakit.batch.blanks import BLANK, blanks_of
from foiakit.batch.entry import Job
from foiakit.batch.worker import Maker
from foiakit.drafting.draft import ContactFacts, Recipient
from foiakit.files.place import shipped
from foiakit.model.office import Body, Office

FORMATS = ("docx", "md", "txt")
CITIES = [
    "alameda", "imperial", "los-angeles", "st-mary", "ice", "unity", "hourglass", "obrien", "the-dalles", "winston-salem",
    "union", "present", "jail", "a", "mclean", "san-luis-obispo", "x-ray", "booking", "y", "usher", "eleven-mile",
]  # fmt: skip


def addressee(id: str, *, facts: dict[str, str] | None = None, **known: object) -> Addressee:
    return Addressee(id, (2,), (Recipient(id=id, facts=facts or {}, **known),), facts or {})


def made(maker: Maker, addressees: list[Addressee]) -> tuple[dict[str, bytes], list[dict[str, object]], list[object]]:
    result = maker.make([Job(a, FORMATS, "m", a.id.replace("/", "-")) for a in addressees])
    return result.files, result.entries, result.problems


@pytest.fixture
def both(opened) -> Callable[..., Maker]:
    """What a maker that moulds gives, and one that composes every letter in full."""
    order = replace(opened().order(None), muckrock=True)
    moulding, full = Maker(order), Maker(replace(order, moulds=False))

    def call(addressees: list[Addressee]) -> Maker:
        assert made(moulding, addressees) == made(full, addressees)
        return moulding

    return call


def test_moulded_letters_are_those_composed_in_full(both):
    rows = [addressee(f"{s}/city/{c}/police", facts={"county": c.title()}) for s in ("us-ca", "us-tx") for c in CITIES]
    rows += [
        addressee(f"us-ca/county/{c}/sheriff") for c in ("imperial", "orange", "alpine", "san-benito", "los-angeles")
    ]
    rows += [addressee(f"us-ca/state/department-of-{n}") for n in ("justice", "health", "transportation")]
    rows += [addressee(f"us/dhs/{n}") for n in ("ice", "cbp", "uscis")]
    assert sum(cast is not None for cast in both(rows).moulds._casts.values()) > 2


def test_what_the_table_knows_of_an_office_is_filled_too(both):
    both(
        [
            addressee(
                f"us-ca/city/{city}/police",
                name=f"{city.title()} Police, City of {city.title()}" if n % 2 else None,
                custodian="Clerk" if n % 3 else None,
                channel="email",
                contact=ContactFacts(email=f"{city}@city.example", address=(f"{n} Main & <Street>", city.title())),
            )
            for n, city in enumerate(CITIES)
        ]
    )


def names(words: int) -> st.SearchStrategy[list[str]]:
    """Names of so many words each: enough of one kind that some come from its mould."""
    name = st.from_regex(r"[A-Z][a-zé.'’-]{1,9}" + rf"( [A-Za-z.'’é-]{{1,9}}){{{words - 1}}}", fullmatch=True)
    return st.lists(name, min_size=8, max_size=8, unique=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 3).flatmap(names))
def test_any_names_come_out_as_if_composed_in_full(both, called):
    cities = [f"us-wa/city/sample-{'abcdefgh'[n]}/police" for n in range(len(called))]
    both(
        [
            addressee(id, name=f"{n} Police Department", facts={"county": n})
            for id, n in zip(cities, called, strict=True)
        ]
    )


def test_blanks_side_by_side_are_told_apart():
    release = "No names."
    office = Office(
        id="us-xx/city/two-words", name="Two Words Police", jurisdiction="us-xx", body=Body.CITY, kind="police",
        custodian="Clerk", city="Two Words",
    )  # fmt: skip
    blanks = blanks_of(addressee("us-xx/city/two-words", facts={"bridge": "Other Name"}), office, release)
    hidden = blanks.hidden("Two Words Other Name Two Words")
    assert [blanks.filled()[found] for found in BLANK.findall(hidden)] == ["Two Words", "Other Name", "Two Words"]


def test_no_template_or_law_holds_a_blank():
    for path in shipped().rglob("*.yaml"):
        assert not BLANK.search(path.read_text(encoding="utf-8")), path
