"""How letters write dates, periods, numbers and lists."""

from datetime import date

import pytest

from foiakit.composing import prose
from foiakit.composing.spans import blocks, spans
from foiakit.model.letter import Block, Text


@pytest.mark.parametrize(
    ("interval", "words", "short"),
    [
        ("2008-01-01/2008-12-31", "from January 1 through December 31, 2008", "2008"),
        ("2007-10-01/2008-09-30", "from October 1, 2007 through September 30, 2008", "October 2007 to September 2008"),
        ("2009-09-09/2009-09-10", "from September 9 through September 10, 2009", "September 9-10, 2009"),
        ("2009-09-10/2009-09-10", "on September 10, 2009", "September 10, 2009"),
        ("2009-09-10", "on September 10, 2009", "September 10, 2009"),
        ("2008", "from January 1 through December 31, 2008", "2008"),
        ("2006-01-01/2008-12-31", "from January 1, 2006 through December 31, 2008", "2006-2008"),
        ("../2013-12-31", "through December 31, 2013", "through December 2013"),
        ("2003-03-01/..", "from March 1, 2003 through the day your search begins", "from March 2003"),
    ],
)
def test_a_period_in_an_item_and_in_a_subject_line(interval, words, short):
    first, last = prose.interval(interval)
    assert prose.period(first, last) == words
    assert prose.years(first, last) == short


@pytest.mark.parametrize(
    "text", ["last year", "2008-13-01/2008-12-31", "2009-01-01/2008-01-01", "../..", "", "2008/2009"]
)
def test_what_is_no_interval_is_refused(text):
    with pytest.raises(ValueError):
        prose.interval(text)


@pytest.mark.parametrize(
    ("values", "prose_"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a, with b", "c"], "a, with b; and c"),
        (["a", "", "b"], "a and b"),
    ],
)
def test_lists_become_prose(values, prose_):
    assert prose.listed(values) == prose_


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [
        ("news release", "a news release"),
        ("advisory", "an advisory"),
        ("MOU", "an MOU"),
        ("union contract", "a union contract"),
        ("umbrella policy", "an umbrella policy"),
        ("use report", "a use report"),
        ("hourly log", "an hourly log"),
        ("U.S. report", "a U.S. report"),
        ("FBI report", "an FBI report"),
        ("blog post", "a blog post"),
        ("honorary title", "an honorary title"),
    ],
)
def test_the_article_follows_the_sound(noun, phrase):
    assert prose.with_a(noun) == phrase


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Department of Justice", "the Department of Justice"),
        ("Freedom of Information Act", "the Freedom of Information Act"),
        ("the Commission", "the Commission"),
        ("ICE", "ICE"),
        ("", ""),
    ],
)
def test_names_take_an_article_in_a_sentence(name, phrase):
    assert prose.with_the(name) == phrase


@pytest.mark.parametrize(
    ("body", "phrase"),
    [
        ("Imperial County Sheriff's Office", "the Imperial County Sheriff's Office"),
        ("Imperial County", "Imperial County"),
        ("County of Imperial", "the County of Imperial"),
        ("City of Salem", "the City of Salem"),
        ("University of Oregon", "the University of Oregon"),
        ("Oregon State University", "Oregon State University"),
        ("Acme Systems Inc.", "Acme Systems Inc."),
        ("California Highway Patrol", "the California Highway Patrol"),
        ("Texas", "Texas"),
        ("The Salvation Army", "The Salvation Army"),
        ("", ""),
    ],
)
def test_a_body_takes_an_article_where_its_name_describes_it(body, phrase):
    assert prose.named(body) == phrase


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("The count of people", "the count of people"),
        ("IAFIS records", "IAFIS records"),
        ("Drafts", "drafts"),
        ("A link", "a link"),
    ],
)
def test_a_label_within_a_sentence_keeps_its_names(label, within):
    assert prose.uncapital(label) == within


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1460, "1,460")])
def test_small_numbers_are_words(number, words):
    assert prose.number(number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "first"), (10, "tenth"), (11, "11th"), (21, "21st"), (112, "112th"), (33, "33rd")]
)
def test_ordinals(number, words):
    assert prose.ordinal(number) == words


def test_dates_do_not_depend_on_the_machine_s_language():
    assert prose.long_date(date(2026, 11, 4)) == "November 4, 2026"


def test_paragraphs_and_bullets_of_a_clause():
    assert blocks("Facts:\n\n- one\n  goes on\n- *two*\n\nThen this.") == (
        Block(spans=(Text("Facts:"),)),
        Block(bullets=((Text("one goes on"),), (Text("two", italic=True),))),
        Block(spans=(Text("Then this."),)),
    )


def test_bullets_right_after_their_introduction_belong_to_it():
    assert blocks("Facts:\n- one") == (Block(spans=(Text("Facts:"),), bullets=((Text("one"),),)),)


def test_links_and_html_are_plain_words():
    assert spans("see [here](https://x.example) <b>now</b>") == (Text("see [here](https://x.example) <b>now</b>"),)
