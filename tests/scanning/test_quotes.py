"""Quotations: the claim in its shortest exact words. Rows are a sentence, what is asked for, and what may be quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.library.collection import open_library
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.model.suggestion import FAMILIES
from foiakit.scanning import quote
from foiakit.scanning.claims import claims

LIBRARY = open_library()


def quoted(sentence: str, family: str) -> str:
    passage = Passage(id="1.1", text=sentence, start=0, end=len(sentence), paragraph=1, sentence=1)
    release = Release(
        file="made.txt", sha256="0" * 64, text=sentence, passages=(passage,), jurisdiction="us", place="El Centro, Calif.",
        paragraphs=(Paragraph(number=1, start=0, end=len(sentence)),), issuer="U.S. Immigration and Customs Enforcement",
    )  # fmt: skip
    return quote(passage, claims(release, LIBRARY)["1.1"], family)


ROWS = [
    ("As a result of those efforts, more than 260 men were turned over to ICE last year following their release.",
     "statistics",
     "more than 260 men were turned over to ICE last year"),
    ("The program is now in about 79 ports, including Tampa, with national coverage expected by the end of 2013.",
     "statistics",
     "The program is now in about 79 ports"),
    ("In fiscal year 2008, ICE identified more than 221,000 aliens.", "statistics",
     "In fiscal year 2008, ICE identified more than 221,000 aliens"),
    ("This fiscal year, the agency anticipates spending more than $1 billion on it, which also includes two programs.",
     "budget",
     "This fiscal year, the agency anticipates spending more than $1 billion on it"),
    ("The initiative enhances the joint efforts by the Imperial County Sheriff's Office and ICE to identify men "
     "in jail.",
     "agreement",
     "The initiative enhances the joint efforts by the Imperial County Sheriff's Office and ICE"),
    ("EL CENTRO, Calif. - Police in the county will gain from a plan developed by the Departments of Justice "
     "(DOJ) and Homeland Security (DHS) that changes the process.",
     "agreement",
     "Police in the county will gain from a plan developed by the Departments of Justice (DOJ) and Homeland "
     "Security (DHS)"),
    ('"Under this plan, ICE will be using FBI systems," said the Assistant Director of the FBI Daniel D. Roe.',
     "system",
     "ICE will be using FBI systems"),
    ("“The pilot let 140,000 taxpayers file for free,” said Deputy Secretary Ann Roe.", "statistics",
     "The pilot let 140,000 taxpayers file for free"),
    ("Top priority is given to those who pose the greatest threat.", "policy",
     "Top priority is given to those who pose the greatest threat"),
    ("The plan covers trucks, boats, and trains in 12 states.", "statistics",
     "The plan covers trucks, boats, and trains in 12 states"),
    ("Costs were $10.5 million, and running it – with care, staff and rent – was $2 million.", "budget",
     "Costs were $10.5 million"),
    ("The sale was made by Acme Data Systems, Inc.", "contract", "The sale was made by Acme Data Systems, Inc."),
    ("• Seized 40 pounds of cocaine;", "statistics", "Seized 40 pounds of cocaine"),
    ('Riders called the line "slow" in 40 percent of replies.', "statistics",
     'Riders called the line "slow" in 40 percent of replies'),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "family", "words"), ROWS)
def test_a_claim_is_quoted_in_its_shortest_exact_words(sentence: str, family: str, words: str) -> None:
    assert quoted(sentence, family) == words


PIECES = st.sampled_from([
    "The agency ", "arrested 40 men ", "last year", ", including ", "(the first)", "“as planned”", '"as told"', " and ", "; ",
    " – ", ", which ", "spent $4 million", " with the FBI ", "to help", ". ", ", said Director Ann Roe", "[sic]", "“", '"', ")",
])  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=14), st.sampled_from(FAMILIES))
def test_a_quotation_is_an_exact_part_that_ends_at_words_and_holds_no_half_of_a_pair(
    pieces: list[str], family: str
) -> None:
    sentence = "".join(pieces).strip() or "It."
    words = quoted(sentence, family)
    assert words and words in sentence
    at = sentence.index(words)
    while at >= 0:  # at one place at least it stands between word boundaries
        before, after = sentence[at - 1 : at], sentence[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum()):
            break
        at = sentence.find(words, at + 1)
    assert at >= 0
    if any(c.isalnum() for c in words):
        assert words.count("“") == words.count("”")
        assert words.count('"') % 2 == 0
        assert words.count("(") == words.count(")") and words.count("[") == words.count("]")
