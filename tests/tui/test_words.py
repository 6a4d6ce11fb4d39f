"""A stretch of a passage: always the passage's own words, without stray punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.tui.words import stretch, words

SAID = "“We saw little or no burden,” said Sheriff Day (ret.), of the U.S. program in El Centro, Calif."


@pytest.mark.parametrize(
    ("first", "last", "quoted"),
    [
        ("“We", "burden,”", "“We saw little or no burden,”"),
        ("saw", "burden,”", "saw little or no burden"),
        ("“We", "no", "We saw little or no"),
        ("said", "(ret.),", "said Sheriff Day (ret.)"),
        ("(ret.),", "(ret.),", "(ret.)"),
        ("the", "U.S.", "the U.S."),
        ("El", "Centro,", "El Centro"),
        ("El", "Calif.", "El Centro, Calif"),
    ],
)
def test_a_stretch_begins_and_ends_at_words_and_keeps_pairs_whole(first, last, quoted):
    spans = {SAID[a:b]: (a, b) for a, b in words(SAID)}
    start, end = stretch(SAID, spans[first], spans[last])
    assert SAID[start:end] == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It fell by half.", "It fell by half"),
        ('He said "it fell by half."', 'He said "it fell by half."'),
        ("(It fell by half.)", "(It fell by half.)"),
        ("- It fell by half;", "It fell by half"),
        ("— …", "— …"),
        ("Wait...", "Wait..."),
    ],
)
def test_all_of_a_passage_is_quoted_without_its_full_stop(text, quoted):
    spans = words(text)
    start, end = stretch(text, spans[0], spans[-1])
    assert text[start:end] == quoted


@given(st.text('ab “”"()[].,;-\n', min_size=1, max_size=40), st.data())
def test_a_stretch_is_never_empty_and_stays_within_its_words(text, data):
    spans = words(text)
    if spans:
        first = data.draw(st.integers(0, len(spans) - 1))
        last = data.draw(st.integers(first, len(spans) - 1))
        start, end = stretch(text, spans[first], spans[last])
        assert spans[first][0] <= start < end <= spans[last][1]
