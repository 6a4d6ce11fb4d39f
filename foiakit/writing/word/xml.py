"""Runs as WordprocessingML text, exactly as python-docx and lxml would serialise them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foiakit.writing.word.layout import Run

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

StyleIds = Mapping[str, str]
"""The id that a file gives a style, by the style's name."""


def escaped(words: str) -> str:
    """Text content. Controls never come here: layout prints only what is printable."""
    if "&" in words:
        words = words.replace("&", "&amp;")
    if "<" in words:
        words = words.replace("<", "&lt;")
    return words.replace(">", "&gt;") if ">" in words else words


def attribute(words: str) -> str:
    """The content of an attribute in double quotation marks."""
    return escaped(words).replace('"', "&quot;")


def text_element(words: str) -> str:
    """`w:t`; blanks at the ends are kept."""
    keep = ' xml:space="preserve"' if words.strip() != words else ""
    return f"<w:t{keep}>{escaped(words)}</w:t>"


def run_xml(run: Run, ids: StyleIds) -> str:
    """One run."""
    words, bold, italic, marked, tab, note, again = run
    if words and not (bold or italic or marked or tab or note):
        return f"<w:r>{text_element(words)}</w:r>"
    if note:
        inside = text_element(words) if again else f'<w:footnoteReference w:id="{note}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="{ids["footnote reference"]}"/></w:rPr>{inside}</w:r>'
    properties = ""
    if marked:
        properties = f'<w:rPr><w:rStyle w:val="{ids["Cited Passage"]}"/></w:rPr>'
    elif bold or italic:
        properties = f"<w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}</w:rPr>"
    if words:
        return f"<w:r>{properties}{text_element(words)}{'<w:tab/>' * tab}</w:r>"
    return f"<w:r>{properties}</w:r>" if properties else "<w:r/>"


def runs_xml(runs: Sequence[Run], ids: StyleIds) -> str:
    """Runs, one after the other."""
    return "".join([run_xml(run, ids) for run in runs])
