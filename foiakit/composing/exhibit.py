"""The exhibit: the release with the paragraph numbers that footnotes cite, and the cited passages marked."""

from __future__ import annotations

from collections.abc import Sequence

from foiakit.composing.citation import Cited
from foiakit.drafting.selector import Selector
from foiakit.model.letter import Exhibit, ExhibitParagraph
from foiakit.model.release import Kind, Paragraph


def exhibit(letter: str, cited: Cited, stretches: Sequence[Selector]) -> Exhibit:
    """A release as an exhibit.

    Args:
        letter: The letter it has in this letter, "A" for the first.
        stretches: What this letter cites of it.
    """
    marked = _merged(sorted((s.start, s.end) for s in stretches))
    release = cited.release
    return Exhibit(
        letter=letter,
        title=release.title or cited.kind.capitalize(),
        citation=cited.exhibit,
        paragraphs=tuple(
            _paragraph(release.text, p, marked)
            for p in release.paragraphs
            if p.kind is not Kind.FURNITURE or any(a < p.end and b > p.start for a, b in marked)
        ),
    )


def _paragraph(text: str, paragraph: Paragraph, marked: Sequence[tuple[int, int]]) -> ExhibitParagraph:
    return ExhibitParagraph(
        text=text[paragraph.start : paragraph.end],
        number=paragraph.number,
        heading=paragraph.heading or paragraph.kind in {Kind.TITLE, Kind.SUBTITLE},
        bullet=paragraph.bullet,
        marked=tuple(
            (max(start, paragraph.start) - paragraph.start, min(end, paragraph.end) - paragraph.start)
            for start, end in marked
            if start < paragraph.end and end > paragraph.start
        ),
    )


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that overlap or touch as one."""
    out: list[tuple[int, int]] = []
    for start, end in stretches:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
