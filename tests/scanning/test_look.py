"""How passages look: what stands in quotation marks, what introduces a list, what opens the release."""

from __future__ import annotations

import pytest

from foiakit.library.collection import open_library
from foiakit.reading import read
from foiakit.scanning.cues import cuebook
from foiakit.scanning.look import Look, looks
from foiakit.scanning.signs import WEIGHTS, signs, sort_of

CUES = cuebook(open_library())

TEXT = """Harbor Board Buys Two Boats

The board approved the purchase on Monday. It cost $1.2 million.

"We are proud of this step," said Chair Ann Doe. "It took years. The boats are fast."

Under the agreement, the company will:

- train 14 deckhands
- deliver both boats by June 2031

The vote was unanimous, with five members present and two absent.
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, Look]:
    release = read(TEXT.encode())
    return {look.passage.text: look for look in looks(release, {}, CUES).passages}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It cost $1.2 million.", "no"),
        ('"We are proud of this step," said Chair Ann Doe.', "part"),
        ('"It took years.', "in"),
        ('The boats are fast."', "in"),
        ("- train 14 deckhands", "no"),
    ],
)
def test_what_stands_in_quotation_marks_is_seen_over_several_sentences(
    seen: dict[str, Look], text: str, quoted: str
) -> None:
    look = seen.get(text) or seen[text.removeprefix("- ")]
    assert look.quoted == quoted


def test_a_bullet_knows_the_sentence_that_introduces_its_list(seen: dict[str, Look]) -> None:
    bullets = [look for look in seen.values() if look.passage.bullet]
    assert len(bullets) == 2
    assert {look.lead.passage.text for look in bullets if look.lead} == {"Under the agreement, the company will:"}
    after = next(look for text, look in seen.items() if text.startswith("The vote"))
    assert after.lead is None


def test_form_and_place_are_named(seen: dict[str, Look]) -> None:
    opening = seen["The board approved the purchase on Monday."]
    assert {"para0", "first"} <= set(opening.shape) or {"para1", "first"} <= set(opening.shape)
    assert "money" in seen["It cost $1.2 million."].shape
    assert "colon" in seen["Under the agreement, the company will:"].shape


def test_every_sign_is_of_a_sort_that_training_weighs() -> None:
    release = read(TEXT.encode())
    for names in signs(looks(release, {}, CUES)):
        assert names == sorted(set(names))
        assert {sort_of(name) for name in names} <= {*WEIGHTS, "<.", ">."}
