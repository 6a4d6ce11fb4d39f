"""Items, notes and exhibits: to whom an item goes, in whose terms, and how its passage is cited."""

from datetime import date

import pytest

from foiakit.drafting.draft import Draft, Recipient, ReleaseRef
from foiakit.drafting.selector import select
from foiakit.model.letter import NoteMark, plain

ICE, OBIM, DHS, SHERIFF = "us/dhs/ice", "us/dhs/obim", "us/dhs", "us-ca/county/imperial/sheriff"


def drafted(make, *picks, **more):
    release = make.release()
    return Draft(
        releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64, **more)},
        picks=tuple(
            make.pick(release, *p[:-1], *p[-1]) if isinstance(p[-1], tuple) else make.pick(release, *p) for p in picks
        ),
        requester=make.requester("us"),
    )


COUNT = ("1.1", "statistics/count", "1,460 people left the county jail for state custody")
JOINT = ("2.1", "agreement/memorandum", "work together under a joint agreement on transfers")
MONEY = ("3.1", "budget/spending-plan", "expects to spend $2 million on transport")


def test_an_item_goes_only_to_an_office_that_would_hold_it(make, compose_):
    draft = drafted(make, (*COUNT, (ICE, SHERIFF)), (*JOINT, (SHERIFF,)), (*MONEY, (ICE,)))
    composed = compose_(draft, ICE, SHERIFF, "us/doj/fbi")
    asked = {letter.recipient.id: [i.asks_for for i in letter.items] for letter in composed.letters}
    assert asked == {
        ICE: ["statistics/count", "budget/spending-plan"],
        SHERIFF: ["statistics/count", "agreement/memorandum"],
    }
    assert [(out.recipient, out.pick) for out in composed.left_out if out.pick is None] == [("us/doj/fbi", None)]
    assert (ICE, "A:2.1") in {(out.recipient, out.pick) for out in composed.left_out}
    assert all(out.reason for out in composed.left_out)


@pytest.mark.parametrize(
    ("held_by", "office", "asked"),
    [
        ("*", "us-tx/county/harris/sheriff", True),
        ("us-ca/county/*/sheriff", "us-ca/county/alameda/sheriff", True),
        ("us-ca/county/*/sheriff", "us-ca/county/alameda/clerk", False),
        ("us-ca/county/*/sheriff", "us-tx/county/harris/sheriff", False),
        ("us/dhs/obim", "us/dhs", True),
        ("us/dhs", "us/dhs/ice", False),
    ],
)
def test_holders_are_named_matched_by_a_pattern_or_reached_through_their_intake(held_by, office, asked, make, compose_):
    composed = compose_(drafted(make, (*COUNT, (held_by,))), office)
    assert bool(composed.letters) is asked


def test_recipients_of_one_intake_office_share_a_letter_that_names_the_component_in_each_item(make, compose_):
    draft = drafted(make, (*COUNT, (OBIM,)), (*JOINT, (DHS, OBIM)))
    (letter,) = compose_(draft, DHS, OBIM).letters
    assert letter.recipient.id == DHS
    assert [o.id for o in letter.components] == [DHS, OBIM]
    first, second = letter.items
    assert plain(first.tail).endswith(
        "Please search the records of the Office of Biometric Identity Management (OBIM) for this item."
    )
    assert plain(second.tail).endswith("Management (OBIM) for this item.")
    assert "For records of the Office of Biometric Identity Management" in letter.addressee


def test_an_office_that_takes_its_own_requests_is_not_told_whose_records_are_meant(make, compose_):
    (letter,) = compose_(drafted(make, (*COUNT, (ICE,))), ICE).letters
    assert "Please search the records of" not in letter.items[0].words


def test_the_recipient_s_own_systems_and_fields_are_named_and_none_are_invented(make, compose_):
    draft = drafted(make, ("1.1", *COUNT[1:], (ICE, SHERIFF, "us-ca/city/el-centro/clerk")))
    composed = compose_(draft, SHERIFF, "us-ca/city/el-centro/clerk")
    sheriff, clerk = (plain(letter.items[0].parts[1]) for letter in composed.letters)
    assert "jail management system" in sheriff and "booking date" in sheriff
    assert "jail" not in clerk and "data dictionary" in clerk


def test_a_recipient_s_facts_replace_what_an_item_asks_for_never_the_quotation_or_the_citation(make, compose_):
    draft = drafted(make, (*JOINT, ("*",)))
    plain_letter, with_facts = (
        compose_(draft, recipient).letters[0]
        for recipient in (
            SHERIFF,
            Recipient(id=SHERIFF, facts={"parties": ("Alameda County", "ICE"), "subject": "transfers"}),
        )
    )
    assert "Alameda County and ICE" in with_facts.items[0].words
    assert "Alameda" not in plain_letter.items[0].words
    assert "“work together under a joint agreement on transfers”" in with_facts.items[0].words
    assert with_facts.notes == plain_letter.notes


@pytest.mark.parametrize(
    ("office", "place", "narrowed"),
    [
        (ICE, "Imperial County", True),
        (ICE, "", False),
        (SHERIFF, "Imperial County", False),
        (SHERIFF, "Kern County", True),
    ],
)
def test_a_wide_office_is_asked_for_the_place_alone(office, place, narrowed, make, compose_):
    release = make.release()
    pick = make.pick(release, *COUNT, "*", place=place)
    draft = drafted(make, (*COUNT, ("*",))).model_copy(update={"picks": (pick,)})
    (letter,) = compose_(draft, office).letters
    assert (f"Only records that concern {place} are sought." in letter.items[0].words) is narrowed
    where = " ".join(plain(b.spans) for c in letter.clauses if c.id == "scope/places" for b in c.blocks)
    assert "the place" not in where
    assert office != ICE or (f"the field office for {place}" if place else "the field office.") in where
    assert (f"({place}" in letter.subject) is bool(place)


def test_parts_are_one_sentence_with_semicolons(make, compose_):
    (letter,) = compose_(drafted(make, (*COUNT, (ICE,))), ICE).letters
    ends = [plain(part)[-5:] for part in letter.items[0].parts]
    assert ends[-1].endswith(".") and ends[-2].endswith("; and") and all(e.endswith(";") for e in ends[:-2])


def test_what_is_not_sought_is_the_person_s_choice(make, compose_):
    draft = drafted(make, (*COUNT, (ICE,)))
    without = draft.model_copy(update={"picks": (draft.picks[0].model_copy(update={"exclusion": False}),)})
    assert "personal identifiers are sought" in compose_(draft, ICE).letters[0].items[0].words
    assert "personal identifiers" not in compose_(without, ICE).letters[0].items[0].words


def test_a_pick_that_is_off_or_a_recipient_that_is_off_makes_nothing(make, compose_):
    draft = drafted(make, (*COUNT, (ICE,)), (*MONEY, (ICE,)))
    off = draft.model_copy(update={"picks": (draft.picks[0], draft.picks[1].model_copy(update={"off": True}))})
    assert len(compose_(off, ICE).letters[0].items) == 1
    nothing = compose_(draft, Recipient(id=ICE, off=True))
    assert not nothing.letters and [m.at for m in nothing.missing] == ["recipients"]


def test_an_own_label_stands_in_item_and_subject(make, compose_):
    draft = drafted(make, (*COUNT, (ICE,)))
    named = draft.model_copy(update={"picks": (draft.picks[0].model_copy(update={"label": "Transfers in 2025"}),)})
    (letter,) = compose_(named, ICE).letters
    assert letter.items[0].label == "Transfers in 2025"
    assert letter.subject == "Freedom of Information Act request: transfers in 2025"


def test_a_note_quotes_the_whole_passage_and_later_ones_are_short(make, compose_):
    draft = drafted(make, (*COUNT, (ICE,)), (*JOINT, (ICE,)))
    (letter,) = compose_(draft, ICE).letters
    first, second = (plain(note.spans) for note in letter.notes)
    assert first == (
        "Office of Made-up Affairs, “Transfers from county jail rise,” news release, March 2, 2026, para. 1: "
        "“Last year, 1,460 people left the county jail for state custody.” Exhibit A."
    )
    assert second == (
        "Same, para. 2: “The county and the state work together under a joint agreement on transfers.” Exhibit A."
    )
    marks = [[s.number for s in item.lead if isinstance(s, NoteMark)] for item in letter.items]
    assert marks == [[1], [2]]
    assert [n.number for n in letter.notes] == [1, 2]


def test_an_item_can_cite_further_passages_in_its_one_note(make, compose_):
    release = make.release()
    more = release.passage("1.2")
    draft = drafted(make, (*COUNT, (ICE,)))
    pick = draft.picks[0].model_copy(update={"also": {"A:1.2": select(release.text, more.start, more.end)}})
    (letter,) = compose_(draft.model_copy(update={"picks": (pick,)}), ICE).letters
    assert plain(letter.notes[0].spans).endswith("custody.”; para. 1: “The count grew by a fifth.” Exhibit A.")
    assert letter.items[0].passages == ("A:1.1", "A:1.2")
    assert len(letter.exhibits[0].paragraphs[1].marked) == 2


def test_the_exhibit_has_the_numbers_that_the_notes_cite_and_marks_the_passages(make, compose_):
    draft = drafted(make, (*JOINT, (ICE,)))
    (letter,) = compose_(draft, ICE).letters
    (exhibit,) = letter.exhibits
    title, *body = exhibit.paragraphs
    assert title.heading and title.number is None
    assert [p.number for p in body] == [1, 2, 3]
    marked = {p.number: [p.text[a:b] for a, b in p.marked] for p in body if p.marked}
    assert marked == {2: ["The county and the state work together under a joint agreement on transfers."]}
    assert letter.attached == ("Exhibit A, news release of March 2, 2026",)


def test_two_releases_are_two_exhibits_lettered_as_this_letter_cites_them(make, compose_):
    first, second = (
        make.release(),
        make.release(
            (("The state paid $3 million for the buses.",),),
            title="Buses",
            date=date(2026, 4, 1),
            issuer="Bureau of Buses",
        ),
    )
    draft = Draft(
        releases={n: ReleaseRef(file=f"{n}.txt", sha256="0" * 64) for n in "AB"},
        picks=(
            make.pick(second, "1.1", "budget/spending-plan", "paid $3 million for the buses", ICE, SHERIFF, letter="B"),
            make.pick(first, *COUNT, ICE),
            make.pick(second, "1.1", "contract/award", "paid $3 million for the buses", ICE, letter="B"),
        ),
        requester=make.requester("us-ca"),
    )
    ice, sheriff = compose_(draft, ICE, SHERIFF, releases={"A": first, "B": second}).letters
    assert [e.title for e in ice.exhibits] == ["Buses", "Transfers from county jail rise"]
    assert [e.letter for e in sheriff.exhibits] == ["A"]
    notes = [plain(n.spans) for n in ice.notes]
    assert notes[0].startswith("Bureau of Buses, “Buses,” news release, April 1, 2026") and notes[0].endswith(
        "Exhibit A."
    )
    assert notes[1].startswith("Office of Made-up Affairs, “Transfers") and notes[1].endswith("Exhibit B.")
    assert notes[2].startswith("Bureau of Buses, news release of April 1, 2026, para. 1: ")
    opening = plain(next(ice.clauses).blocks[0].spans)
    assert (
        "two statements in a news release that the Bureau of Buses issued on April 1, 2026, attached as Exhibit A and"
        in opening
    )
    assert opening.endswith("attached as Exhibit B with their paragraphs numbered.")


@pytest.mark.parametrize(
    ("known", "note", "opening"),
    [
        (
            {"issuer": None},
            "“Transfers from county jail rise,” news release, March 2, 2026, para. 1",
            "the news release “Transfers from county jail rise” of March 2, 2026",
        ),
        (
            {"date": None},
            "Office of Made-up Affairs, “Transfers from county jail rise,” news release, para. 1",
            "a news release that the Office of Made-up Affairs issued, attached",
        ),
        (
            {"url": "https://made-up.example/1", "retrieved": date(2026, 3, 9)},
            "news release, March 2, 2026, https://made-up.example/1 (retrieved March 9, 2026), para. 1",
            "issued on March 2, 2026, attached",
        ),
        ({"archived": "https://archive.example/1"}, "archived at https://archive.example/1, para. 1", "attached"),
    ],
)
def test_what_is_not_known_of_a_release_is_left_out_never_invented(known, note, opening, make, compose_):
    release = make.release(**known)
    (letter,) = compose_(drafted(make, (*COUNT, (ICE,))), ICE, releases={"A": release}).letters
    assert note in plain(letter.notes[0].spans)
    assert opening in plain(next(letter.clauses).blocks[0].spans)
    assert "None" not in letter.items[0].words


def test_the_same_draft_and_day_give_the_same_letter(make, compose_):
    draft = drafted(make, (*COUNT, (ICE,)), (*JOINT, (ICE,)))
    assert compose_(draft, ICE) == compose_(draft, ICE)


def test_the_letter_knows_what_it_was_made_of(make, compose_):
    (letter,) = compose_(drafted(make, (*COUNT, (ICE,))), ICE).letters
    names = [name for name, _ in letter.made_from.parts]
    assert {"requests/statistics/count", "letters/request", "clauses/opening/request"} <= set(names)
    assert letter.made_from.law[0] == "us" and all(
        len(v) == 12 for _, v in (*letter.made_from.parts, letter.made_from.law)
    )


def test_every_clause_and_item_explains_itself(make, compose_):
    (letter,) = compose_(drafted(make, (*COUNT, (ICE,)), (*JOINT, (ICE,))), ICE).letters
    for clause in letter.clauses:
        assert clause.explains and "Without it: " in clause.explains
    clocks = next(c for c in letter.clauses if c.id == "timing/clocks")
    assert "Rests on: 5 U.S.C. § 552(a)(6)(A)(i)." in clocks.explains
    assert (clocks.source.kind, clocks.source.ref) == ("law", "us:clock.0")
    harm = next(c for c in letter.clauses if c.id == "denial/harm")
    assert "5 U.S.C. § 552(a)(8)(A)(i)" in harm.explains and harm.source.kind == "law"
    keep = next(c for c in letter.clauses if c.id == "timing/preservation")
    assert keep.source.kind == "clause" and "Rests on" not in keep.explains
    assert all(item.explains and "Rests on: " in item.explains for item in letter.items)
    assert any("from general knowledge, not read" in (item.explains or "") for item in letter.items)


def test_company_never_changes_a_letter(make, compose_, library):
    """What is kept from one letter for the next gives the same letter as one composed alone, in any order."""
    from foiakit.composing import Composer

    ids = [f"us-ca/county/{c}/sheriff" for c in ("alameda", "imperial", "kern")]
    ids += [
        ICE,
        "us/doj/fbi",
        "us-tx/county/harris/sheriff",
        "us-ca/city/fresno/clerk",
        "us-ca/state/department-of-justice",
    ]
    draft = drafted(make, (*COUNT, ("*",)), (*JOINT, ("*",)))
    releases = {"A": make.release()}
    alone = {id: compose_(draft, id).letters[0] for id in ids}
    together = Composer.of(draft, library, on=date(2026, 11, 24), releases=releases)
    for order in (ids, ids[::-1], ids):
        letters = together.letters_to([Recipient(id=id) for id in order]).letters
        assert {letter.recipient.id: letter for letter in letters} == alone
