"""A saved passage is found again, and words that drifted are never taken for it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foiakit.drafting.selector import find, select

TEXT = "The jail held 40 people. In May, the jail held 40 people. The jail held 41 people in June."


def stretch(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return select(TEXT, at, at + len(words))


def test_the_same_text_gives_the_same_place():
    selector = stretch("the jail held 40 people")
    assert find(selector, TEXT).how == "same"


@pytest.mark.parametrize("nth", [0, 1])
def test_of_words_that_stand_twice_the_one_with_the_same_surroundings_is_found(nth):
    selector = stretch("jail held 40 people.", nth)
    moved = find(selector, "A new first sentence stands here. " + TEXT)
    assert moved.how == "moved"
    assert moved.start == selector.start + len("A new first sentence stands here. ")


def test_words_that_changed_are_reported_as_the_nearest_not_taken():
    selector = stretch("The jail held 41 people in June.")
    found = find(selector, TEXT.replace("41 people in June", "43 people in June"))
    assert found.how == "nearest"


def test_words_that_are_gone_are_gone():
    assert find(stretch("In May, the jail held 40 people."), "Nothing of the kind is said here at all.").how == "gone"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 10_000)])
def test_no_stretch_is_refused(start, end):
    with pytest.raises(ValueError):
        select(TEXT, start, end)


@given(st.text(min_size=1, max_size=200), st.data())
def test_any_stretch_of_any_text_is_found_where_it_was(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find(select(text, start, end), text)
    assert (found.how, found.start, found.end) == ("same", start, end)


@given(st.text("abc .", min_size=1, max_size=80), st.text("xyz", max_size=20), st.data())
def test_a_stretch_found_after_text_was_put_before_it_has_the_same_words(text, more, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(more)
    selector = select(text, start, end)
    changed = more + text
    found = find(selector, changed)
    assert found.how in {"same", "moved"}
    assert changed[found.start : found.end] == selector.exact


def test_looking_for_words_that_are_gone_from_a_very_long_text_ends_soon():
    import time

    long = "Nothing of the kind is said in this sentence. " * 200_000
    selector = select(long + "In May, the jail held 40 people and let 12 of them go.", len(long), len(long) + 54)
    started = time.process_time()
    assert find(selector, long).how == "gone"
    assert time.process_time() - started < 5
