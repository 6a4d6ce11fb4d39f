"""Whatever the bytes are, `read` gives a release whose spans are exact, or its own kind of error."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foiakit.model.errors import FoiakitError
from foiakit.reading import read

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
KINDS = st.sampled_from(["txt", "md", "html", "eml", "docx", None])

SCRAPS = st.sampled_from(
    [
        *("---\n", "title: x\n", "date: 2009-09-10\n", "&a [*a]", "\n\n", "\r\n", "|a|b|\n", "###", "-- ICE --"),
        *(
            "# ",
            "**",
            "*",
            "_",
            "[",
            "](",
            ")",
            "\\",
            "`",
            "- ",
            "• ",
            "1. ",
            "\x1b[31m",
            "\u202e",
            "\xad",
            "\ufeff",
            "\0",
        ),
        *("About the Office", "Contact: ", "WASHINGTON, D.C. (May 1, 2009) – ", "May 1, 2009", "5/5/05", "٣", "\ud800"),
        *("U.S. ", "Lt. Gov. ", "The agency said so. ", "“Yes,” "),
        *("From: a\n", "Subject: b\n", "MIME-Version: 1.0\n", "Content-Type: text/html\n", "--x\n", "=?utf-8?q?=FF?="),
        *("Content-Type: multipart/mixed; boundary=x\n", "Date: Wed, 99 May 20111\n"),
        *("<html>", "<body>", "<p>", "</p>", "<li>", "<ol start=-5>", "<table><tr><td>", "<br>", "<title>", "<h1>"),
        *("<script type='application/ld+json'>", '{"@type":"Article","headline":1}', "</script>", "<meta name=date>"),
        *("<time datetime=9999-99-99>", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "&nbsp;"),
    ]
)


def read_or_refuse(raw: bytes, kind: str | None) -> None:
    try:
        release = read(raw, kind=kind)
    except FoiakitError as error:
        assert str(error).strip()
        return
    assert all(release.text[p.start : p.end] == p.text for p in release.passages)
    assert all(p.text.strip() for p in release.passages)
    assert len({p.id for p in release.passages}) == len(release.passages)
    numbers = [p.number for p in release.paragraphs if p.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "\x1b" not in release.text and "\u202e" not in release.text


@given(st.binary(max_size=2000), KINDS)
@QUICK
def test_any_bytes(raw, kind):
    read_or_refuse(raw, kind)


@given(st.lists(SCRAPS, max_size=60).map("".join), KINDS)
@QUICK
def test_any_scraps_of_releases(text, kind):
    read_or_refuse(text.encode("utf-8", "surrogatepass"), kind)


@given(st.data(), st.sampled_from(["txt", "md", "html", "eml", "docx"]))
@QUICK
def test_a_good_file_with_bytes_changed(in_formats, data, kind):
    raw = bytearray(in_formats[kind])
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    read_or_refuse(bytes(raw[:cut] if data.draw(st.booleans()) else raw), kind)


@given(st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_good_pdf_with_bytes_changed(in_formats, data):
    raw = bytearray(in_formats["pdf"])
    for _ in range(data.draw(st.integers(1, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(raw), "pdf")


@pytest.mark.slow
@given(st.data(), st.sampled_from(["txt", "md", "html", "eml", "docx"]))
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_good_file_with_bytes_changed_many_times(in_formats, data, kind):
    raw = bytearray(in_formats[kind])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(raw) - 1), st.integers(0, 255)), max_size=40)):
        raw[at] = byte
    read_or_refuse(bytes(raw), kind)
