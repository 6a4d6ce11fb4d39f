"""A pick becomes a numbered item in the recipient's terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foiakit.composing import prose
from foiakit.composing.result import Missing, Stopped
from foiakit.composing.sandbox import NoteKey, TemplateProblem, View, holds, words
from foiakit.composing.spans import note_keys, spans
from foiakit.drafting.draft import Pick
from foiakit.library.request import RequestTemplate
from foiakit.library.shelf import Book
from foiakit.model.letter import Item, Source, Spans, plain

NARROWED = frozenset({"statistics", "case"})
"""Families whose records are rows or files of cases, so that a place narrows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An item in the making: its note mark still holds `note`, the pick's index in the draft."""

    pick: Pick
    note: int
    item: Item
    places: tuple[str, ...]
    place: str
    span: tuple[date | None, date | None]


def item_of(
    pick: Pick,
    book: Book[RequestTemplate],
    values: Mapping[str, Any],
    *,
    period: str | None,
    note: int,
    search: str,
    narrow: bool,
) -> Asked:
    """The item that a pick asks of one recipient.

    Args:
        values: What the template sees, without `quote` and `note`.
        period: The interval that the item states, or None.
        note: The key of its note mark.
        search: A sentence that names the component whose records are meant; "" where the letter goes to it alone.
        narrow: Say that only records on the place are sought, where the template does not name it: a wide office would
            else be asked for the whole country.

    Raises:
        Stopped: The template names something that is not there.
    """
    template = book.content
    spec = template.item
    seen = {**values, "quote": pick.quote, "note": NoteKey(str(note))}

    def text(source: str, *at: str | int) -> str:
        try:
            return words(source).render(seen)
        except TemplateProblem as problem:
            raise Stopped(_broken(problem, book, at)) from None

    def wanted(when: str | None, *at: str | int) -> bool:
        try:
            return holds(when, seen)
        except TemplateProblem as problem:
            raise Stopped(_broken(problem, book, at)) from None

    parts = [
        text(part.text, "item", "parts", i, "text")
        for i, part in enumerate(spec.parts)
        if wanted(part.when, "item", "parts", i, "when")
    ]
    tail = [text(spec.tail, "item", "tail")] if spec.tail else []
    if spec.exclude and pick.exclusion:
        tail.append(text(spec.exclude, "item", "exclude"))
    lead_text = text(spec.lead, "item", "lead")
    family = pick.template.split("/")[0]
    place = str(values["place"])
    if narrow and place and family in NARROWED and place not in " ".join([lead_text, *parts]):
        tail.insert(0, f"Only records that concern {place} are sought.")
    tail.append(search)
    lead = spans(lead_text)
    label = prose.capital(pick.label.rstrip(".") if pick.label else plain(spans(text(spec.label, "item", "label"))))
    if note_keys(lead) != (note,):
        once = TemplateProblem("the lead must hold {{ note }} once, after the quotation")
        raise Stopped(_broken(once, book, ("item", "lead")))
    kind = values["kind"]
    return Asked(
        pick=pick,
        note=note,
        item=Item(
            number=1,
            label=label,
            lead=lead,
            parts=_punctuated(parts),
            tail=spans(" ".join(t.strip() for t in tail if t.strip())),
            asks_for=pick.template,
            family=family,
            passages=tuple(id for id, _ in pick.stretches()),
            source=Source(kind="template", ref=pick.template),
            period=period,
            authorities=template.authorities,
            explains=template.teach.strip(),
        ),
        places=tuple(kind["places"]) if isinstance(kind, View) else (),
        place=place,
        span=prose.interval(period) if period else (None, None),
    )


def _punctuated(parts: Sequence[str]) -> tuple[Spans, ...]:
    """Parts as one sentence: ";" between them, "; and" before the last, a full stop at the end."""
    out: list[Spans] = []
    for index, part in enumerate(parts):
        text = part.strip().rstrip(".;,")
        end = "." if index == len(parts) - 1 else "; and" if index == len(parts) - 2 else ";"
        out.append(spans(text + end))
    return tuple(out)


def _broken(problem: TemplateProblem, book: Book[RequestTemplate], at: tuple[str | int, ...]) -> Missing:
    line = book.document.line_of(*at)
    return Missing(
        kind="template",
        at=f"{book.id}:{'.'.join(map(str, at))}",
        says=f"{book.path.name}:{line}: {problem.says}",
        remedy=f"Mend the template {book.id} ({book.path}), or choose another for this passage.",
    )
