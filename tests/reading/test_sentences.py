"""Where sentences end in releases, and that no character is lost or moved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.reading.sentences import split

CASES = [
    "EL CENTRO, Calif. - Law enforcement agencies will benefit. | The county joins today.",
    "WASHINGTON, D.C. (Sept. 10, 2009) – The office opened. | It closed again.",
    "Lt. Gov. Paul Osei and Sen. Ana Ruiz spoke. | Mr. Lee did not.",
    "The Ft. Worth P.D. and the St. Louis office took part. | Both reported 12 arrests.",
    "He lives on Robins St. | The vehicle came to rest there.",
    "The U.S. Department of Justice sued. | The U.S. General Services Administration did not.",
    "U.S. 30 is a road for trucks. | About 35 percent of the vehicles on U.S. 30 are trucks.",
    "It happened in the U.S. | The agency agreed.",
    "Acme Inc. will pay $2 million. | Beta Corp. and Gamma Co. will pay less.",
    "The firm is Acme Inc. | It will pay $2 million.",
    "“We are proud,” said Director Robert F. Hale, Jr. | “Thanks to the staff, we did it.”",
    '"We are proud," said Rick Moss, Ph.D. | "Our staff did it."',
    "It costs $1.5 million. | That is 7.25 percent more than in fiscal year 2008.",
    "See 5 U.S.C. § 552(a)(6)(A)(i) and 28 C.F.R. § 16.5. | No other law applies.",
    "The call came at 3 p.m. on Friday. | Officers arrived by 3:10 p.m. | They found nobody.",
    "The report was released in Oct. 2008 and again on Nov. 3, 2009. | Both are online.",
    "The case is Smith v. Jones. | The court ruled in May.",
    "Records are kept by the bank. | More will follow. | Reports come later.",
    "The order was issued.[1] | The order is online.",
    "Visit www.ice.gov or write to press@ice.gov. | Calls are welcome, too.",
    "It will fly before Artemis V. | NASA said so.",
    "Did it work? | Yes! | Nobody had thought so.",
    "The rule covers (a) jails; (b) prisons; and (c) courts. | It starts in June.",
    "Police seized drugs, cash, etc. | The case goes on.",
    "Gov. Day signed it. | H.B. 1024 takes effect in July.",
    "The award is No. 12 of 40. | It went to Portland, Ore.",
    "The No. 1 cause is speed. | Alcohol is No. 2.",
]


@pytest.mark.parametrize("case", CASES)
def test_a_paragraph_is_divided_as_a_reader_would(case):
    text = case.replace(" | ", " ")
    assert [text[a:b] for a, b in split(text)] == case.split(" | ")


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_has_no_sentences(text):
    assert split(text) == []


def test_rows_of_a_table_are_divided():
    text = "County | Arrests\nTull | 41\nFern | 16"
    assert [text[a:b] for a, b in split(text)] == ["County | Arrests", "Tull | 41", "Fern | 16"]


WORDS = st.lists(
    st.sampled_from(
        [
            "The",
            "agency",
            "U.S.",
            "said",
            "Lt.",
            "Gov.",
            "Day",
            "$1.5",
            "million.",
            "“We",
            "will,”",
            "No.",
            "5",
            "A",
            "?",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(WORDS, st.text(max_size=300)))
@settings(max_examples=150, deadline=None)
def test_spans_with_what_lies_between_restore_the_text(text):
    spans = split(text)
    rebuilt, at = "", 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        rebuilt += text[at:end]
        at = end
    assert text[at:].strip() == ""
    assert rebuilt + text[at:] == text


def test_one_line_of_three_million_characters_is_divided_whole():
    text = "The office counted 12 wells in the county. " * 70_000
    spans = split(text)
    assert len(spans) == 70_000
    assert {text[a:b] for a, b in spans[:50]} == {"The office counted 12 wells in the county."}
