"""Front matter overrides what was found, and is refused by line where it is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.model.errors import BadFile, FoiakitError
from foiakit.reading import read

BODY = "Agency opens office\n\nMay 4, 2011\n\nSALEM, Ore. - The agency opened an office today. It cost $1 million.\n"


def with_front(front: str):
    return read(f"---\n{front}\n---\n\n{BODY}".encode(), name="release.txt")


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("title: Office opens", "title", "Office opens"),
        ("subtitle: At last", "subtitle", "At last"),
        ('publisher: "Orchard Water Office"', "issuer", "Orchard Water Office"),
        ("issuer: Orchard Water Office\npublisher: Other", "issuer", "Orchard Water Office"),
        ("date: 2012-01-31", "date", date(2012, 1, 31)),
        ("date: January 31, 2012", "date", date(2012, 1, 31)),
        ('date: ""', "date", date(2011, 5, 4)),
        ("place: Bend", "place", "Bend"),
        ("url: https://water.example.gov/1", "url", "https://water.example.gov/1"),
        ("retrieved: 2026-11-24", "retrieved", date(2026, 11, 24)),
        ("archived: https://archive.example/1", "archived", "https://archive.example/1"),
        ("jurisdiction: us-or", "jurisdiction", "us-or"),
        ("# a comment\ntitle: Office opens", "title", "Office opens"),
        ('title: "\\e[31mOffice\\u202e opens"', "title", "Office opens"),
    ],
)
def test_a_key_overrides_what_was_found(front, field, value):
    assert getattr(with_front(front), field) == value


def test_unknown_keys_are_left_alone_with_a_warning():
    release = with_front("title: Office opens\nlevel: state\nnote: mine")
    assert release.title == "Office opens"
    assert release.warnings == ("front matter: level, note is no key of ours and was left alone",)


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("date: someday", ":2:"),
        ("title: [a, b]", "title"),
        ("title: {a: b}", "title"),
        ("title: one\ntitle: two", "stands twice"),
        ("title: &a one\nsubtitle: *a", "anchors"),
        ("title: !!python/object:os.system x", "tag"),
        ("title: 'open", "not YAML"),
        ("title: " + "x" * 3000, "2000"),
        ("a: &x [1,1]\nb: &y [*x,*x,*x,*x]\nc: &z [*y,*y,*y,*y]", "anchors"),
        ("title: " + "[" * 100 + "]" * 100, "levels"),
    ],
)
def test_what_does_not_fit_is_refused(front, says):
    with pytest.raises(BadFile) as refused:
        with_front(front)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "---\nThis is a text between rules. It goes on for a while.\n---\nAnd it ends here, as it should.\n",
        "---\nNo end of the rule. The text goes on and on for a while.\n",
        "--- not front matter ---\nThe text begins here and goes on. It ends.\n",
    ],
)
def test_rules_of_dashes_are_no_front_matter(text):
    assert "text" in read(text.encode(), name="release.txt").text


def test_front_matter_alone_is_no_release():
    with pytest.raises(FoiakitError, match="no sentences"):
        read(b"---\ntitle: Office opens\n---\n", name="release.txt")
