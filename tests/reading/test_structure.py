"""What is title, subtitle, furniture, heading, bullet and body in text as agencies write it."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import read

PROSE = (
    "SALEM, Ore. - The agency opened an office on Monday, Director Ana Ruiz said. It will serve 1,200 people a year.",
    "The office cost $1.2 million. It was paid for with a grant from the state that runs through June 2012.",
    "More offices will follow. Two are planned in Bend and one in Medford, the director said.",
)


def text_of(*blocks: str):
    return read("\n\n".join(blocks).encode(), name="release.txt")


def kinds(release) -> dict[str, str]:
    return {release.text[p.start : p.end]: p.kind.value for p in release.paragraphs}


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "For Immediate Release:",
        "News Release",
        "Home > Newsroom > News Releases",
        "Skip to main content",
        "Contact: Jo Lee, (503) 555-0142",
        "jo.lee@water.example.gov",
        "Monday, May 4, 2011",
        "Release Date: 05/04/2011",
        "https://water.example.gov/news",
        "_______________",
    ],
)
def test_lines_over_the_title_are_furniture(line):
    assert kinds(text_of(line, "Agency opens office in Salem", *PROSE))[line] == "furniture"


@pytest.mark.parametrize("mark", ["###", "# # #", "-30-", "- end -", "--END--", "***", "-- ABC --", "— ABC —"])
def test_after_an_end_mark_all_is_furniture(mark):
    release = text_of(
        "Agency opens office in Salem", *PROSE, mark, "The agency is the state's water office. It has 40 staff."
    )
    assert next(p.text for p in release.passages if p.furniture) == mark
    assert [p.number for p in release.paragraphs if p.number] == [1, 2, 3]


def test_an_end_mark_over_the_text_ends_nothing():
    release = text_of("***", "Agency opens office in Salem", *PROSE)
    assert [p.number for p in release.paragraphs if p.number] == [1, 2, 3]


@pytest.mark.parametrize(
    ("heading", "under"),
    [
        ("About the Department of Water Resources", "The department manages rights to water. It has 40 people."),
        ("About the Orchard Water Office", "The office was established in 1957 and has five branches."),
        ("About OWO", "OWO was founded in 1957. It manages rights to water."),
        ("MEDIA CONTACT:", "Jo Lee"),
    ],
)
def test_words_about_the_agency_and_contacts_at_the_end_are_furniture(heading, under):
    found = kinds(text_of("Agency opens office in Salem", *PROSE, heading, under))
    assert (found[heading], found[under]) == ("furniture", "furniture")


@pytest.mark.parametrize(
    ("heading", "under"),
    [
        ("About the Office Building", "The building has 40 rooms. It will hold 16 people on each of its floors."),
        ("About the Grant", "The grant pays $1.2 million over three years. It ends in June 2012."),
    ],
)
def test_words_about_the_subject_stay_in_the_body(heading, under):
    found = kinds(text_of("Agency opens office in Salem", *PROSE, heading, under))
    assert (found[heading], found[under]) == ("body", "body")


def test_more_information_is_body():
    assert (
        kinds(text_of("Agency opens office", *PROSE, "For more information, visit www.water.example.gov."))[
            "For more information, visit www.water.example.gov."
        ]
        == "body"
    )


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        (["Agency opens office in Salem"], "Agency opens office in Salem", None),
        (["Agency opens office in Salem", "It is the first of four in the state"], "Agency opens office in Salem",
         "It is the first of four in the state"),
        (["Agency opens office in Salem *First of four in the state*"], "Agency opens office in Salem",
         "First of four in the state"),
        (["AGENCY OPENS OFFICE FOR 40 PEOPLE", "OF SALEM AND BEND"],
         "AGENCY OPENS OFFICE FOR 40 PEOPLE OF SALEM AND BEND", None),
        (["Agency and county open an office in", "Salem for 40 people"],
         "Agency and county open an office in Salem for 40 people", None),
        (["Water Department", "May 4, 2011", "**Agency opens office in Salem**"], "Agency opens office in Salem", None),
    ],
)  # fmt: skip
def test_title_and_subtitle(head, title, subtitle):
    release = text_of(*head, *PROSE)
    assert (release.title, release.subtitle) == (title, subtitle)


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("Oregon Water Resources Department", "Oregon Water Resources Department"),
        ("OFFICE OF THE ATTORNEY GENERAL", "Office of the Attorney General"),
        ("City of Salem", "City of Salem"),
        ("U.S. Department of Energy", "U.S. Department of Energy"),
        ("Department Announces New Office", None),
        ("Tull County Sheriff's Office", "Tull County Sheriff's Office"),
    ],
)
def test_the_issuer_is_a_line_of_the_head(line, issuer):
    assert text_of(line, "Agency opens office in Salem", *PROSE).issuer == issuer


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 4, 2011", date(2011, 5, 4)),
        ("Wednesday, May 4th, 2011", date(2011, 5, 4)),
        ("4 May 2011", date(2011, 5, 4)),
        ("Sept. 14, 2011", date(2011, 9, 14)),
        ("5/4/2011", date(2011, 5, 4)),
        ("5/4/11", date(2011, 5, 4)),
        ("2011-05-04", date(2011, 5, 4)),
        ("FOR IMMEDIATE RELEASE May 4, 2011", date(2011, 5, 4)),
        ("May 4, 2011 Contact: Jo Lee, 503-555-0142", date(2011, 5, 4)),
        ("Last updated May 4, 2011", None),
        ("February 30, 2011", None),
        ("May 4", None),
    ],
)
def test_the_date_is_a_line_of_the_head(line, day):
    assert text_of(line, "Agency opens office in Salem", *PROSE).date == day


@pytest.mark.parametrize(
    ("dateline", "place", "day"),
    [
        ("EL CENTRO, Calif. - ", "El Centro, Calif.", None),
        ("(WARREN, Ohio) — ", "Warren, Ohio", None),
        ("WASHINGTON – ", "Washington", None),
        ("WASHINGTON, D.C. (Sept. 10, 2009) – ", "Washington, D.C.", date(2009, 9, 10)),
        ("SACRAMENTO, Calif., Aug. 1, 2024 — ", "Sacramento, Calif.", date(2024, 8, 1)),
        ("ST. PAUL, Minn. – ", "St. Paul, Minn.", None),
        ("Salem, OR—", "Salem, OR", None),
        ("McALLEN, Texas – ", "McAllen, Texas", None),
        ("ANN ARBOR/DETROIT – ", "Ann Arbor/Detroit", None),
        ("ICE – ", None, None),
        ("UPDATE – ", None, None),
        ("COVID-19 ", None, None),
        ("The board - ", None, None),
    ],
)
def test_the_dateline_names_place_and_day(dateline, place, day):
    release = text_of("Agency opens office", f"{dateline}The agency and ICE opened an office for 40 people on Monday.")
    assert (release.place, release.date) == (place, day)
    assert release.passage("1.1").text.startswith(dateline.strip()[:6])


@pytest.mark.parametrize(
    "bullet", ["- ", "* ", "• ", "– ", "▪ ", "\uf0b7 ", "o "], ids=["-", "*", "dot", "dash", "square", "symbol", "o"]
)
def test_bullets_lose_their_mark_and_are_passages(bullet):
    release = text_of("Agency opens office", *PROSE, f"{bullet}Two clerks;\n{bullet}one guard.")
    assert [p.text for p in release.passages if p.bullet] == ["Two clerks;", "one guard."]


def test_numbers_of_items_stay():
    release = text_of("Agency opens office", *PROSE, "1. Two clerks start in May.\n2. A guard starts in June.")
    assert [p.text for p in release.passages if p.bullet] == [
        "1. Two clerks start in May.",
        "2. A guard starts in June.",
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("What the Office Will Do", True),
        ("New rooms for the coming year", True),
        ("**Background**", True),
        ("Ana Ruiz pleaded guilty to:", False),
        ("One count of fraud (F4)", False),
        ("It cost $1.2 million", False),
    ],
)
def test_headings_in_the_body(line, heading):
    release = text_of("Agency opens office", PROSE[0], line, PROSE[1])
    assert release.in_paragraph(2)[0].heading is heading


def test_hard_wrapped_lines_are_one_paragraph():
    release = text_of(
        "Agency opens office", "The agency opened an office for 40 people on Monday, and\nit cost $1.2 million."
    )
    assert (
        release.passage("1.1").text == "The agency opened an office for 40 people on Monday, and it cost $1.2 million."
    )


def test_lines_of_an_unwrapped_text_are_paragraphs():
    release = read(("Agency opens office\n" + "\n".join(PROSE)).encode(), name="release.txt")
    assert [p.number for p in release.paragraphs if p.number] == [1, 2, 3]


def test_nothing_is_lost():
    blocks = [
        "Skip to content",
        "Water Department",
        "Agency opens office",
        *PROSE,
        "###",
        "Contact",
        "Jo Lee",
        "Share this",
    ]
    release = text_of(*blocks)
    assert [release.text[p.start : p.end] for p in release.paragraphs] == blocks
    assert {p.kind for p in release.paragraphs} == {Kind.FURNITURE, Kind.TITLE, Kind.BODY}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Updated equipment for 40 people was bought with the grant.", "body"),
        ("Share this grant with the county, the state told the agency.", "body"),
        ("Subscribe to fewer services, the auditor told the agency.", "body"),
        ("Posted in 2019, the rule covers 40 offices in the state.", "body"),
        ("Contact tracing went on for 40 days in the county.", "body"),
        ("Updated May 6, 2011", "furniture"),
        ("Last updated: May 6, 2011 at 10:15 a.m.", "furniture"),
        ("Share this page", "furniture"),
        ("Print", "furniture"),
        ("© 2011 Water Department", "furniture"),
    ],
)
def test_a_sentence_that_begins_like_furniture_is_body(line, kind):
    assert kinds(text_of("Agency opens office", *PROSE[:2], line, PROSE[2]))[line] == kind


CLAIM = "The office counted 1,204 permits in 2019 and shared them with the state"


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ((CLAIM,), None),
        (("FOR IMMEDIATE RELEASE", CLAIM), None),
        (("Office counts permits in Salem", CLAIM), "Office counts permits in Salem"),
        (("# Office counts permits in Salem", CLAIM), "Office counts permits in Salem"),
    ],
)
def test_a_paragraph_alone_is_read_though_its_full_stop_was_forgotten(blocks, title):
    release = text_of(*blocks)
    assert release.title == title
    assert [(p.id, p.text) for p in release.passages if p.kind is Kind.BODY] == [("1.1", CLAIM)]


def test_a_page_saved_before_it_had_loaded_is_no_release():
    with pytest.raises(FoiakitError, match="no sentences"):
        text_of("Menu", "Home | About | Contact")
