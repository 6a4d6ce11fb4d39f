"""Golden letters, one for each of sixteen jurisdictions, and the four of the example release.

A change here is a change of what people sign: read it. FOIAKIT_UPDATE_GOLDEN=1 writes them anew.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from foiakit.composing import compose
from foiakit.drafting import load_draft
from foiakit.writing import to_markdown

HERE = Path(__file__).with_name("golden")
EXAMPLE = Path(__file__).parents[2] / "examples" / "draft.yaml"

LETTERS = [
    ("us", "us/hud"),
    ("us-al", "us-al/county/jefferson/sheriff"),
    ("us-az", "us-az/city/phoenix/police"),
    ("us-ca", "us-ca/county/alameda/sheriff"),
    ("us-ct", "us-ct/city/hartford/clerk"),
    ("us-dc", "us-dc/state/department-of-corrections"),
    ("us-fl", "us-fl/county/duval/sheriff"),
    ("us-id", "us-id/county/ada/sheriff"),
    ("us-il", "us-il/city/springfield/clerk"),
    ("us-ks", "us-ks/state/department-of-corrections"),
    ("us-mi", "us-mi/county/wayne/sheriff"),
    ("us-mt", "us-mt/city/billings/clerk"),
    ("us-nj", "us-nj/county/essex/sheriff"),
    ("us-ny", "us-ny/state/department-of-corrections"),
    ("us-pa", "us-pa/county/erie/sheriff"),
    ("us-tx", "us-tx/county/harris/sheriff"),
    ("us-ut", "us-ut/state/department-of-health"),
    ("us-va", "us-va/city/richmond/clerk"),
]


def compare(name, letter):
    path = HERE / f"{name}.md"
    text = to_markdown(letter)
    if os.environ.get("FOIAKIT_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("jurisdiction", "office"), LETTERS, ids=[law for law, _ in LETTERS])
def test_the_letter_to_an_office_of_this_jurisdiction(jurisdiction, office, letter_to, requester_for):
    compare(jurisdiction, letter_to(office, requester=requester_for(jurisdiction)))


def test_the_example_s_four_letters(library):
    composed = compose(load_draft(EXAMPLE), library, on=date(2026, 11, 24))
    assert not composed.missing
    for letter in composed.letters:
        compare(f"example-{letter.stem}", letter)
    assert {letter.stem for letter in composed.letters} == {
        "us-dhs-ice",
        "us-doj-fbi",
        "us-dhs",
        "us-ca-county-imperial-sheriff",
    }
