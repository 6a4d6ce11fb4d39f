"""The same words in every encoding that releases come in."""

from __future__ import annotations

import pytest

from foiakit.reading import read

TEXT = (
    "Agency opens “café” in Peñasco\n\nThe agency’s café – its 2nd – opened today. It cost €40,000, the director said, "
    "and “nobody complained.”\n"
)
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16 with a mark": TEXT.encode("utf-16"),
    "utf-16-le without": TEXT.encode("utf-16-le"),
    "utf-16-be without": TEXT.encode("utf-16-be"),
    "utf-32 with a mark": TEXT.encode("utf-32"),
    "windows-1252": TEXT.encode("cp1252"),
    "old line ends": TEXT.replace("\n", "\r").encode("cp1252"),
    "windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "mixed line ends": TEXT.replace("\n\n", "\r\n\n").encode(),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_words_are_the_same(name):
    release = read(ENCODINGS[name], name="release.txt")
    assert release.text == read(TEXT.encode(), name="release.txt").text
    assert release.passage("1.2").text.endswith("“nobody complained.”")


def test_utf_8_with_some_bytes_of_windows_1252_is_read_both_ways():
    raw = "Peñasco’s office ".encode() + "“opened” today, the agency’s director said.".encode("cp1252")
    assert read(raw, name="mixed.txt").text == "Peñasco’s office “opened” today, the agency’s director said."
