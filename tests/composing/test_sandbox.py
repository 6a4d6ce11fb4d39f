"""A template is hostile input: what it may do ends, and what it prints is never markup by accident."""

import contextlib
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.composing.sandbox import MAX_OUTPUT, MAX_SOURCE, NoteKey, TemplateProblem, View, Words, holds
from foiakit.composing.spans import spans
from foiakit.model.errors import FoiakitError
from foiakit.model.letter import NoteMark, Text, plain

VALUES = {
    "quote": "more than 260 people",
    "note": NoteKey("3"),
    "office": View(short="FBI", the_name="the FBI", is_issuer=False),
    "fields": ["date of transfer", "basis of custody", "outcome"],
    "empty": "",
    "nothing": None,
    "count": 4,
}


@pytest.mark.parametrize(
    ("template", "prints"),
    [
        ("{{ office.short }}", "FBI"),
        ("{{ fields | join(', ') }}", "date of transfer, basis of custody, outcome"),
        ("{{ fields | listed }}", "date of transfer, basis of custody and outcome"),
        ("{{ fields }}", "date of transfer, basis of custody and outcome"),
        ("{% for f in fields %}{{ f }}{% if not loop.last %}; {% endif %}{% endfor %}", "; ".join(VALUES["fields"])),
        ("{{ empty or (office.the_name ~ ' and others') }}", "the FBI and others"),
        ("{{ 'a' if office.is_issuer else 'b' }}", "b"),
        ("{% set name = office.the_name %}{{ name | capital }}", "The FBI"),
        ("{{ count | number }} statements", "four statements"),
        ("{{ 'report' | a }}, {{ 'extract' | a }}, {{ 'news release' | a }}", "a report, an extract, a news release"),
        ("{{ 1250 | dollars }}", "$1,250"),
        ("{{ fields[1] }}", "basis of custody"),
    ],
)
def test_the_language_that_is_taken(template, prints):
    assert plain(spans(Words(template).render(VALUES))) == prints


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{{ nowhere }}", "“nowhere” is not defined"),
        ("{{ office.nowhere }}", "“nowhere” is not defined"),
        ("{{ nothing }}", "empty"),
        ("{{ office.is_issuer }}", "empty"),
        ("{{ office }}", "no text"),
        ("{% if nowhere %}{% endif %}", "not defined"),
        ("{{ ''.__class__ }}", "not taken"),
        ("{{ office['__class__'] }}", "not defined"),
        ("{{ quote.upper() }}", "not taken"),
        ("{{ quote.upper }}", "not defined"),
        ("{{ quote | attr('upper') }}", "attr"),
        ("{{ quote | format(1) }}", "format"),
        ("{{ range(9) }}", "not taken"),
        ("{{ 'a' * 99999999 }}", "not taken"),
        ("{{ 9 ** 9 ** 9 }}", "not taken"),
        ("{{ '%999999999d' % 1 }}", "not taken"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "not taken"),
        ("{% include 'x' %}", "not taken"),
        ("{% import 'x' as x %}", "not taken"),
        ("{% extends 'x' %}", "not taken"),
        ("{% set a = 'x' %}{% set b = a ~ a %}", "set another"),
        ("{% set a %}x{% endset %}", "not taken"),
        ("{% for a in fields recursive %}{{ loop(fields) }}{% endfor %}", "two deep"),
        ("{% for a in fields %}{% for b in fields %}{% for c in fields %}" + 3 * "{% endfor %}", "two deep"),
        ("{% for letter in quote %}{{ letter }}{% endfor %}", "loop runs over a list"),
        ("{{ cycler('a') }}", "not taken"),
        ("{{ namespace(a=1) }}", "not taken"),
        ("{{ self }}", "no text"),
        ("{% if %}", "line 1"),
        ("{{ quote", "line 1"),
    ],
)
def test_what_is_not_in_the_language_is_refused(template, says):
    with pytest.raises(TemplateProblem, match=says):
        Words(template).render(VALUES)


def test_a_text_that_grows_beyond_bounds_is_stopped_at_once():
    long = {"values": ["x" * 1000] * 500}
    started = time.process_time()
    with pytest.raises(TemplateProblem, match=f"{MAX_OUTPUT:,}"):
        Words("{% for a in values %}{% for b in values %}{{ b }}{% endfor %}{% endfor %}").render(long)
    assert time.process_time() - started < 2


COSTLY = {
    "a text many times": ("{{ " + "~".join(["long"] * 3000) + " }}", "takes too long"),
    "a list many times": ("{{ " + "~".join(["many|join"] * 1500) + " }}", "takes too long"),
    "a list": ("{{ many }}", "takes too long"),
    "loops that print nothing": (
        "{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}" * 250, "takes too long"),
    "a filter in loops": (
        "{% for a in many %}{% for b in many %}{% if long|upper == b %}x{% endif %}{% endfor %}{% endfor %}",
        "takes too long"),
    "a row of not": ("{% if " + "not " * 900 + "count %}{% endif %}", "nested"),
    "brackets in brackets": ("{{ " + "[" * 150 + "1" + "]" * 150 + " }}", "nested"),
    "filters on filters": ("{{ quote" + "|trim" * 400 + " }}", "nested"),
    "a number of a million digits": ("{{ digits | number }}", "is no number"),
}  # fmt: skip


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_take_long_or_fill_the_memory_is_stopped(name):
    template, says = COSTLY[name]
    hostile = {**VALUES, "long": "x" * 400_000, "many": ["y" * 100_000] * 500, "digits": "9" * 1_000_000}
    began = time.process_time()
    with pytest.raises(TemplateProblem, match=says):
        Words(template).render(hostile)
    assert time.process_time() - began < 2


def test_a_source_that_is_too_long_is_refused():
    with pytest.raises(TemplateProblem, match=f"{MAX_SOURCE:,}"):
        Words("x" * (MAX_SOURCE + 1))


def test_deep_nesting_is_a_problem_and_no_crash():
    with pytest.raises(TemplateProblem):
        Words("{{ " + "(" * 900 + "quote" + ")" * 900 + " ~ x }}").render(VALUES)


def test_a_condition_over_something_undefined_is_refused_not_false():
    assert holds(None, VALUES)
    assert holds("office.short == 'FBI' and fields", VALUES)
    assert not holds("office.is_issuer", VALUES)
    with pytest.raises(TemplateProblem):
        holds("office.nowhere", VALUES)


def test_emphasis_is_the_template_s_and_never_a_value_s():
    made = spans(Words("*The count:* {{ v }}").render({"v": "**bold** _it_ `x` [a](b) <i> \\*"}))
    assert made == (
        Text("The count:", italic=True),
        Text(" **bold** _it_ `x` [a](b) <i> \\*"),
    )


def test_a_value_cannot_bring_a_note_mark_of_its_own():
    made = spans(Words("“{{ v }}”.{{ note }}").render({"v": "\ue0007\ue001", "note": NoteKey("3")}))
    assert [p for p in made if isinstance(p, NoteMark)] == [NoteMark(3)]


def bare(text):
    """The text without blanks, controls and private-use signs, which no letter prints."""
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Co"} and not c.isspace())


@given(st.text(min_size=1, max_size=200))
def test_any_value_comes_out_as_its_own_plain_words(value):
    made = spans(Words("a{{ v }}b").render({"v": value}))
    assert bare(plain(made)) == bare(f"a{value}b")
    assert all(isinstance(p, Text) and not p.bold and not p.italic for p in made)


@settings(max_examples=300, deadline=1000)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{",
                "}}",
                "{%",
                "%}",
                " for ",
                " x ",
                " in ",
                " fields ",
                " endfor ",
                " if ",
                " endif ",
                " set ",
                " = ",
                "~",
                "quote",
                "|",
                "join",
                "(",
                ")",
                "[",
                "]",
                "loop",
                ".",
                "'a'",
                "1",
                "{#",
                "#}",
                "not ",
                "else",
                "\n",
                "__x__",
            ]
        ),
        max_size=25,
    )
)
def test_any_template_ends_in_bounded_text_or_in_an_error_for_the_person(pieces):
    with contextlib.suppress(FoiakitError):
        assert len(Words("".join(pieces)).render(VALUES)) <= MAX_OUTPUT
