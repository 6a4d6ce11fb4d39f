"""Phrases as people write them, found in a passage's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.scanning.phrases import BadPhrase, phrasebook
from foiakit.scanning.stems import stem
from foiakit.scanning.words import MAX_WORDS, words


@pytest.mark.parametrize(
    ("phrase", "text", "matched"),
    [
        ("task force", "The regional Task Force met.", "Task Force"),
        ("convict*", "Two were convicted of theft.", "convicted"),
        ("memorand* of understanding", "It signed memoranda of understanding.", "memoranda of understanding"),
        ("enter* into … pact", "They entered into a new five-year pact.", "entered into a new five-year pact"),
        ("enter* into … pact", "They entered into talks. Months later, after long debate, a pact came.", None),
        ("sign/enter into", "They enter into it.", "enter into"),
        ("data-sharing", "A data-sharing plan and data sharing.", "data-sharing"),
        ("more than #", "More than 1,250 people came.", "More than 1,250"),
        ("more than #", "More than anyone hoped.", None),
        ("MOU", "The MOU was renewed.", "MOU"),
        ("MOU", "a mou without capitals", None),
        ("city's", "the city’s council", "city’s"),
        ("287(g)", "a 287(g) agreement", "287(g)"),
        ("Inc.", "Acme Inc. won.", "Inc."),
        ("^ to be eligible", "To be eligible, apply.", "To be eligible"),
        ("^ to be eligible", "Farmers hope to be eligible.", None),
        ("^ our goal", "“Our goal is speed,” she said.", "Our goal"),
        ("us", "They told us so.", "us"),
        ("us", "The US VISIT office", None),
    ],
)  # fmt: skip
def test_a_phrase_matches_what_its_writer_meant(phrase: str, text: str, matched: str | None) -> None:
    tokens = words(text)
    found = phrasebook([("x", [phrase])]).find(tokens)
    assert [text[tokens.starts[a] : tokens.ends[b - 1]] for _, a, b in found[:1]] == ([matched] if matched else [])


@pytest.mark.parametrize("phrase", ["", "…", "… agreement", "sign …", "*", "^"])
def test_a_phrase_that_nothing_could_match_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        phrasebook([("x", [phrase])])


def test_an_extended_book_leaves_the_first_as_it_was() -> None:
    first = phrasebook([("a", ["grant*"])])
    second = first.extended()
    second.add("b", "granted")
    text = words("They granted it.")
    assert [name for name, _, _ in first.find(text)] == ["a"]
    assert sorted(name for name, _, _ in second.find(text)) == ["a", "b"]


@given(st.text(max_size=300))
def test_words_lie_in_the_text_in_order_and_say_what_stands_there(text: str) -> None:
    tokens = words(text)
    before = 0
    for raw, start, end in zip(tokens.raw, tokens.starts, tokens.ends, strict=True):
        assert before <= start < end and text[start:end] == raw
        before = end


@given(st.text(alphabet="ab *…/#^-", min_size=1, max_size=20), st.text(alphabet="ab -#1", max_size=60))
def test_any_phrase_is_refused_or_found_within_the_words(phrase: str, text: str) -> None:
    try:
        book = phrasebook([("x", [phrase])])
    except BadPhrase:
        return
    tokens = words(text)
    assert all(0 <= a < b <= len(tokens) for _, a, b in book.find(tokens))


def test_a_whole_page_on_one_line_is_judged_by_its_first_words() -> None:
    assert len(words("word " * 200_000)) == MAX_WORDS


@pytest.mark.parametrize(
    "forms",
    [
        ("implemented", "implementing", "implements"),
        ("agencies", "agency"),
        ("planned", "planning"),
        ("investigated", "investigating", "investigates"),
        ("1999", "2024"),
        ("12,000", "1,250,000"),
        ("37", "41"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("37", "2024"), ("37", "370"), ("need", "new")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)
