"""The same release in six formats is the same release."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.model.release import Kind, Release
from foiakit.reading import read

NAMES = ["txt", "wrapped.txt", "md", "html", "pdf", "docx", "eml"]


@pytest.fixture(scope="module")
def releases(in_formats) -> dict[str, Release]:
    return {name: read(raw, name=f"release.{name}") for name, raw in in_formats.items()}


def body(release: Release) -> list[tuple[str, str, bool, bool]]:
    return [(p.id, p.text, p.heading, p.bullet) for p in release.passages if p.kind is not Kind.FURNITURE]


@pytest.mark.parametrize("name", NAMES)
def test_ids_texts_headings_and_bullets_are_those_of_the_text_file(releases, name):
    assert body(releases[name]) == body(releases["txt"])


@pytest.mark.parametrize("name", NAMES)
def test_facts_are_found_in_every_format(releases, release_source, name):
    release = releases[name]
    assert (release.title, release.subtitle) == (release_source.title, release_source.subtitle)
    assert (release.issuer, release.date, release.place) == (release_source.issuer, date(2026, 3, 2), "Port Alma, Ore.")


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_the_source_is_a_numbered_paragraph(releases, release_source, name):
    release = releases[name]
    got = [release.text[p.start : p.end] for p in release.paragraphs if p.number]
    numbered = [p.text for p in release_source.parts if p.kind == "n"]
    want = [f"{numbered.index(p.text) + 1}. {p.text}" if p.kind == "n" else p.text for p in release_source.parts]
    assert got == want


@pytest.mark.parametrize("name", NAMES)
def test_spans_are_exact_and_in_order(releases, name):
    release = releases[name]
    assert all(release.text[p.start : p.end] == p.text for p in release.passages)
    starts = [p.start for p in release.passages]
    assert starts == sorted(starts)
    assert len({p.id for p in release.passages}) == len(release.passages)


@pytest.mark.parametrize("name", NAMES)
def test_the_end_mark_and_the_words_about_the_body_are_furniture(releases, release_source, name):
    furniture = " ".join(p.text for p in releases[name].passages if p.furniture)
    assert release_source.end in furniture
    assert release_source.about in furniture


def test_only_a_pdf_has_pages(releases):
    pages = {name: {p.page for p in release.passages} for name, release in releases.items()}
    assert pages.pop("pdf") == {1, 2}
    assert set().union(*pages.values()) == {None}


def test_a_passage_has_the_page_on_which_it_begins(releases, in_formats):
    release = releases["pdf"]
    assert release.passage("1.1").page == 1
    assert [p.page for p in release.passages if not p.furniture] == sorted(
        p.page for p in release.passages if not p.furniture
    )
    assert release.passages[-1].page == 2
