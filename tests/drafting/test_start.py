"""A new draft holds what the scan found, and says what it does not know."""

import pytest

from foiakit.drafting import new_draft, suggested_recipients
from foiakit.model.errors import NotFound


def test_a_pick_takes_the_first_suggestion_with_its_fields_and_holders(scans, library):
    (pick,) = new_draft([scans.one], ["1.1"], library=library).picks
    assert (pick.id, pick.template) == ("A:1.1", "statistics/count")
    assert pick.fields["period"] == "2025-01-01/2025-12-31" and pick.fields["subject"] == "people"
    assert pick.fields["place"] == "Made-up County"
    assert pick.held_by == ("us/dhs/ice", "us/doj/fbi")
    assert pick.at.exact == scans.one.release.passages[0].text
    assert pick.quote in pick.at.exact


def test_the_order_of_the_picks_is_the_person_s(scans, library):
    draft = new_draft([scans.one], ["2.1", "A:1.1", "2.1"], library=library)
    assert [p.id for p in draft.picks] == ["A:2.1", "A:1.1"]


def test_the_suggested_offices_are_the_recipients_those_of_most_passages_first(scans, library):
    draft = new_draft([scans.one], ["1.1", "2.1"], library=library)
    assert [r.id for r in draft.recipients] == ["us/dhs/ice", "us/doj/fbi"]
    assert suggested_recipients(draft.picks)[0].picks == ("A:1.1", "A:2.1")


def test_named_recipients_are_taken_instead(scans, library):
    draft = new_draft([scans.one], ["1.1"], library=library, to=["us/doj/fbi", "us/doj/fbi"])
    assert [r.id for r in draft.recipients] == ["us/doj/fbi"]


def test_another_template_is_filled_from_the_claim(scans, library):
    draft = new_draft([scans.one], ["1.1"], library=library, templates={"1.1": "statistics/trend"})
    (pick,) = draft.picks
    assert pick.template == "statistics/trend"
    assert set(pick.fields) <= {*library.requests["statistics/trend"].fields, "place"}
    assert pick.fields.get("period") == "2025-01-01/2025-12-31"


def test_a_passage_without_a_suggestion_can_still_be_picked(scans, library):
    (pick,) = new_draft([scans.one], ["3.1"], library=library, templates={"3.1": "policy/directive"}).picks
    assert pick.template == "policy/directive"
    assert pick.held_by == ("us/dhs/ice",), "who issued the release"


def test_a_passage_without_a_suggestion_gets_the_likeliest_template(scans, library):
    (pick,) = new_draft([scans.one], ["3.1"], library=library).picks
    assert pick.template in library.requests


def test_a_dateline_is_not_the_place_that_a_request_is_about(library):
    from foiakit.reading import read
    from foiakit.scanning import scan

    text = b"Buses bought\n\nSACRAMENTO, Calif. - The department bought 40 buses in 2025.\n\nIn 2025, Kern County leased 12 buses.\n"
    found = scan(read(text, name="release.txt"), library)
    buses, leased = (
        next(p.id for p in found.release.passages if words in p.text) for words in ("bought 40", "leased 12")
    )
    draft = new_draft([found], [buses, leased], library=library)
    assert [p.fields.get("place") for p in draft.picks] == [None, "Kern County"]


@pytest.mark.parametrize(
    ("picks", "templates", "says", "remedy"),
    [
        (["9.9"], {}, "has no passage 9.9", "1.1"),
        (["B:1.1"], {}, "there is no release B", "A"),
        (["1.1"], {"1.1": "statistics/cuont"}, "statistics/cuont", "statistics/count"),
        (["1.1"], {"2.1": "statistics/count"}, "it is not picked", None),
    ],
)
def test_what_is_not_there_is_named_with_what_is(scans, library, picks, templates, says, remedy):
    with pytest.raises(NotFound, match=says) as raised:
        new_draft([scans.one], picks, library=library, templates=templates)
    assert remedy is None or remedy in str(raised.value)


def test_two_releases_are_lettered_and_named_relative_to_the_draft(scans, library, tmp_path):
    first, second = (
        scans.make(),
        scans.make(("The state paid $3 million under an agreement.",), file=str(tmp_path / "b.txt")),
    )
    draft = new_draft([first, second], ["B:1.1", "1.1"], library=library, folder=tmp_path)
    assert [p.id for p in draft.picks] == ["B:1.1", "A:1.1"]
    assert draft.releases["B"].file == "b.txt"
    assert draft.releases["A"].sha256 == first.release.sha256


@pytest.mark.parametrize(
    ("places", "title", "place"),
    [
        ((("Kern County",),), "Title", "Kern County"),
        ((("Kern County",), ()), "Title", "Kern County"),
        (((), ("Kern County",)), "Title", None),
        ((("Los Angeles", "San Diego"),), "Title", None),
        ((("Los Angeles", "San Diego"),), "New buses for San Diego", "San Diego"),
    ],
)
def test_the_place_is_named_only_where_it_is_plain(places, title, place, scans, library):
    """Each tuple is a sentence of one paragraph; the last but for a later one is picked."""
    from dataclasses import replace

    from foiakit.model.claim import Claim, Mention
    from foiakit.model.suggestion import ScannedPassage

    scan = scans.make(tuple(f"Sentence {n} is here." for n in range(len(places))))
    passages = tuple(
        ScannedPassage(
            passage=replace(s.passage, id=f"1.{n + 1}", paragraph=1, sentence=n + 1),
            claim=Claim(places=tuple(Mention(name=p, text=p, span=(0, 1)) for p in names)),
        )
        for n, (s, names) in enumerate(zip(scan.passages, places, strict=True))
    )
    scan = replace(scan, passages=passages, release=replace(scan.release, title=title))
    picked = "1.1" if place is None and len(places) > 1 else f"1.{len(places)}"
    (pick,) = new_draft([scan], [picked], library=library, templates={picked: "policy/directive"}).picks
    assert pick.fields.get("place") == place
