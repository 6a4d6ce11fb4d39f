"""Footnotes: a full citation where a letter first cites a release, a short one after that, the exact words always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from foiakit.composing import prose
from foiakit.composing.sandbox import View, words
from foiakit.composing.spans import spans
from foiakit.drafting.draft import Pick
from foiakit.drafting.selector import Selector
from foiakit.library.citation import CitationStyle
from foiakit.model.letter import Note, Source
from foiakit.model.office import Office
from foiakit.model.release import Kind, Passage, Release


@dataclass(frozen=True)
class Cited:
    """A release as its footnotes cite it. Its forms are worked out once, for all letters.

    Args:
        kind: What the document is called ("news release").
        issuer: The issuing office, where the directory knows it.
    """

    letter: str
    release: Release
    style: CitationStyle
    kind: str
    issuer: Office | None = None

    @cached_property
    def _values(self) -> View:
        release = self.release
        name = release.issuer or (self.issuer.name if self.issuer else "")
        return View(
            issuer=name,
            issuer_short=self.issuer.abbreviated if self.issuer else name,
            title=_quotable(release.title or ""),
            kind=self.kind,
            date=prose.long_date(release.date) if release.date else "",
            url=release.url or "",
            retrieved=prose.long_date(release.retrieved) if release.retrieved else "",
            archived=release.archived or "",
        )

    @cached_property
    def full(self) -> str:
        """The citation with which it is cited first, as rendered Markdown."""
        return words(self.style.full).render(self._values)

    @cached_property
    def short(self) -> str:
        """The citation with which it is cited again where a letter cites several."""
        return words(self.style.short).render(self._values)

    @cached_property
    def exhibit(self) -> str:
        """The line under the exhibit's heading."""
        from foiakit.model.letter import plain

        return plain(spans(words(self.style.exhibit).render(self._values)))

    def place(self, at: Selector) -> str:
        """The paragraph and the exact words, as rendered Markdown."""
        passage = next((p for p in self.release.passages if p.start <= at.start < p.end), None)
        return words(self.style.passage).render({**self._values, **_place(passage), "quote": _one_line(at.exact)})


def _place(passage: Passage | None) -> dict[str, Any]:
    if passage is None or passage.paragraph is None:
        part = {Kind.TITLE: "title", Kind.SUBTITLE: "subtitle"}.get(passage.kind, "") if passage else ""
        return {"paragraph": 0, "part": part or "text outside the numbered paragraphs", "page": 0}
    return {"paragraph": passage.paragraph, "part": "", "page": passage.page or 0}


def _quotable(title: str) -> str:
    return _one_line(title).rstrip(",.")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def notes(picks: Sequence[Pick], cited: Mapping[str, Cited], exhibits: Mapping[str, str]) -> tuple[Note, ...]:
    """The footnotes of a letter, one for each pick in the order of its items.

    Args:
        cited: The draft's releases by letter.
        exhibits: The letter that each release has among this letter's exhibits.
    """
    seen: set[str] = set()
    last = ""
    out: list[Note] = []
    for number, pick in enumerate(picks, 1):
        sentences: list[str] = []
        for release, stretches in _by_release(pick).items():
            source = cited[release]
            if release not in seen:
                head = source.full
            elif release == last and not sentences:
                head = source.style.same
            else:
                head = source.short
            seen.add(release)
            last = release
            pointer = words(source.style.pointer).render({"letter": exhibits[release]})
            where = "; ".join(source.place(at) for at in stretches)
            sentences.append(f"{prose.capital(head)}, {where} {pointer}")
        out.append(Note(number=number, spans=spans(" ".join(sentences)), source=Source(kind="passage", ref=pick.id)))
    return tuple(out)


def _by_release(pick: Pick) -> dict[str, list[Selector]]:
    out: dict[str, list[Selector]] = {}
    for id, at in pick.stretches():
        out.setdefault(id[0], []).append(at)
    return out
