"""What foiakit writes for people to edit is read back unchanged, and reads well."""

from hypothesis import given
from hypothesis import strategies as st

from foiakit.files import yaml
from foiakit.files.dump import dump

TEXT = st.text(max_size=300)


@given(st.dictionaries(st.text(min_size=1, max_size=20), TEXT | st.lists(TEXT, max_size=5), max_size=6))
def test_any_text_comes_back_as_it_was(data):
    assert (yaml.parse(dump(data)).data or {}) == data


def test_what_looks_like_a_number_a_truth_or_a_date_needs_no_quotes():
    assert dump({"on": "2009-09-10", "yes": "no", "n": "010", "t": "12:30"}) == (
        "on: 2009-09-10\nyes: no\nn: 010\nt: 12:30\n"
    )


def test_null_is_told_from_the_word():
    assert yaml.parse(dump({"a": None, "b": "null", "c": "~", "d": ""})).data == {
        "a": None,
        "b": "null",
        "c": "~",
        "d": "",
    }


def test_numbers_and_truths_are_written_plainly():
    assert dump({"n": 2874, "t": True, "f": 0.5}) == "n: 2874\nt: yes\nf: 0.5\n"


def test_long_text_stands_in_a_block_and_short_breaks_in_quotes():
    words = "word " * 40 + "end"
    assert dump({"a": words}).startswith("a: >-\n  word word")
    assert dump({"a": "one\n\ntwo"}) == 'a: "one\\n\\ntwo"\n'


def test_a_value_that_stands_twice_is_written_twice():
    shared = ["a", "b"]
    assert "&" not in dump({"x": shared, "y": shared})


def test_the_header_is_a_comment():
    assert dump({"a": "b"}, header="one\n\ntwo") == "# one\n#\n# two\na: b\n"
