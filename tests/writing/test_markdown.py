"""Markdown: what a person would read is what the letter says, whatever characters it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from foiakit.model.letter import Block, Clause, Source, Text
from foiakit.writing import to_markdown
from foiakit.writing.wording import printable

READER = MarkdownIt("commonmark")


def read(markdown: str) -> str:
    """The words that a CommonMark reader shows."""
    return "".join(
        child.content for token in READER.parse(markdown) if token.type == "inline" for child in token.children or ()
    )


def test_the_whole_letter_reads_as_it_stands(letter):
    text = to_markdown(letter)
    assert text.startswith("Pat Example\\\nExample Gazette\\\n")
    assert "\nNovember 24, 2026\n" in text
    assert "1. *The count of inspections in 2025.* The release says “412 bridges”.[^1] Please provide:" in text
    assert "\n   c. the definitions.[^2]\n" in text
    assert "**Fees.** Please waive fees:\n\n- because of this;\n- and of that.\n\nI will pay up to **$25**." in text
    assert "[1] Intro. **The district inspected 412 bridges last year, the most in a decade.** More." in text
    assert text.endswith("[^2]: Same, para. 2.\n")


@pytest.mark.parametrize(
    "words",
    [
        "*not emphasis* and _this_ and snake_case",
        "[a](https://example.org) and ![b](c) and [^1] and [1]: d",
        "<script>alert(1)</script> &amp; &#35; <!-- -->",
        "# no heading",
        "- no bullet",
        "1. no item",
        "12) no item",
        "> no quotation",
        "---",
        "===",
        "`no code` ~~no strike~~ \\backslash\\",
        "    no code block",
        "__0__",
    ],
)
def test_no_words_become_markup(letter_with, words):
    clause = Clause(id="x", blocks=(Block(spans=(Text(words),)),), source=Source(kind="clause", ref="x"))
    assert read(to_markdown(letter_with(body=(clause,)))).count(words.strip()) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans(), st.booleans())
def test_a_reader_sees_the_words_unchanged(words, bold, italic):
    from foiakit.writing.markdown import _spans

    shown = read(_spans((Text(words, bold=bold, italic=italic),)))
    assert " ".join(shown.split()) == " ".join(printable(words).split())


def test_blanks_at_the_ends_of_emphasis_stay_outside(letter_with):
    spans = (Text("a"), Text(" b ", italic=True), Text("c"))
    clause = Clause(id="x", blocks=(Block(spans=spans),), source=Source(kind="clause", ref="x"))
    assert "a *b* c" in to_markdown(letter_with(body=(clause,)))
