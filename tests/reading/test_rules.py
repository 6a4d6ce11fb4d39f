"""The data files of this room: all are loaded, a person's own replaces the shipped one, a bad one is named by line."""

from __future__ import annotations

import pytest

from foiakit.files import place
from foiakit.model.errors import BadFile
from foiakit.reading import rules

LOADED = {
    "abbreviations": rules.abbreviations,
    "datelines": rules.datelines,
    "furniture": rules.furniture,
    "hyphens": rules.hyphens,
    "issuers": rules.issuers,
    "pages": rules.pages,
}


@pytest.fixture
def own(monkeypatch, tmp_path):
    """A person's own folder, with nothing kept from before or for after."""
    (tmp_path / "reading").mkdir()
    monkeypatch.setenv("FOIAKIT_TEMPLATES", str(tmp_path))
    for load in LOADED.values():
        load.cache_clear()
    yield tmp_path / "reading"
    for load in LOADED.values():
        load.cache_clear()


def test_every_file_of_the_folder_is_one_that_is_loaded():
    assert {p.stem for p in (place.shipped() / "reading").glob("*.yaml")} == set(LOADED)


@pytest.mark.parametrize("name", LOADED)
def test_each_file_fits_its_schema_and_says_nothing_twice(name):
    loaded = LOADED[name]()
    for key, value in loaded:
        if isinstance(value, tuple):
            assert value, key
            folded = [v.casefold() if isinstance(v, str) else v for v in value]
            assert len(set(folded)) == len(folded), f"{name}.yaml: {key}"


def test_a_file_of_ones_own_replaces_the_shipped_one(own):
    (own / "hyphens.yaml").write_text("first_halves: [deep]\n")
    assert rules.hyphens().first_halves == ("deep",)
    assert "long" not in rules.hyphens().first_halves
    assert rules.issuers().words


def test_a_bad_file_of_ones_own_is_named_with_its_line(own):
    (own / "hyphens.yaml").write_text("first_halves: [deep]\nlast_halves: [water]\n")
    with pytest.raises(BadFile, match=r"hyphens\.yaml:2.*last_halves"):
        rules.hyphens()


@pytest.mark.parametrize(
    ("line", "matches"),
    [
        ("Share this page", True),
        ("SHARE  THIS   PAGE:", True),
        ("Share this", False),
        ("Print", True),
        ("print.", True),
        ("Printing", False),
        ("Please print", False),
        ("Here’s how", True),
        ("x" * 100_000, False),
    ],
)
def test_phrases_match_whole_lines(line, matches):
    assert (line in rules.phrases(("share this …", "print", "here's how"))) is matches
