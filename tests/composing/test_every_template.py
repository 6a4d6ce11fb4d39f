"""Every request template makes an item that reads as prose, whoever is asked and whatever is known."""

import re
from datetime import date

import pytest

from foiakit.drafting.draft import Draft, ReleaseRef
from foiakit.library.collection import open_library
from foiakit.model.letter import plain

LIBRARY = open_library()
TEMPLATES = sorted(LIBRARY.requests)
OFFICES = ("us/dhs/ice", "us-ca/county/imperial/sheriff", "us-oh/state/department-of-health", "us-tx/school/austin")
FILLED = {
    "period": "2025-01-01/2025-12-31",
    "parties": ("Made-up County", "FBI"),
    "place": "Made-up County",
    "subject": "transfers",
}
BROKEN = re.compile(r"\s[,.;:)]|\(\s|\s{2}|[,;:]\.|\.\.|,,|\{|\}|“”|\bthe the\b|\ba the\b|\bof of\b", re.IGNORECASE)


def fields_of(template, known):
    """The required fields filled, and with `known` all that a claim often gives."""
    spec = LIBRARY.requests[template].fields
    filled = {
        name: "a named thing" for name, f in spec.items() if not f.optional and not f.default and f.type == "text"
    }
    filled |= {name: ("a named thing",) for name, f in spec.items() if not f.optional and f.type == "list"}
    filled |= {name: FILLED["period"] for name, f in spec.items() if not f.optional and f.type == "period"}
    if known:
        filled |= {name: value for name, value in FILLED.items() if name in spec or name == "place"}
    return filled


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_a_template_reads_as_prose_to_every_kind_of_office(template, known, make, compose_):
    release = make.release(**({} if known else {"date": None, "issuer": None}))
    pick = make.pick(release, "1.1", template, "1,460 people left the county jail", "*", **fields_of(template, known))
    draft = Draft(
        releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)}, picks=(pick,), requester=make.requester("us")
    )
    composed = compose_(draft, *OFFICES, on=date(2026, 11, 24), releases={"A": release})
    assert not composed.missing, [str(m) for m in composed.missing]
    for letter in composed.letters:
        (item,) = letter.items
        assert not BROKEN.search(item.words), (letter.recipient.id, item.words)
        assert "None" not in item.words
        assert item.words.count("1,460 people left the county jail") == 1
        assert len(item.parts) <= 4 and item.label and item.label[0].isupper()
        assert plain(item.lead).rstrip()[-1] in ".:"
