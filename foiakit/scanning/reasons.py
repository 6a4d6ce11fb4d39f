"""Why the learned model leans to a family, in words: each sign that weighed with its place in the text."""

from __future__ import annotations

from foiakit.model.claim import Span
from foiakit.model.suggestion import Reason
from foiakit.scanning.judge import Model, Verdict
from foiakit.scanning.look import Look

_LEAST = 0.08
"""Weights below this tell nobody anything."""
_MOST = 5
_AROUND = "the passages around it"
_FORMS = {
    "bullet": "is a list entry",
    "money": "holds a dollar amount",
    "percent": "holds a percentage",
    "big-number": "holds a large number",
    "quote-in": "stands in quotation marks",
    "para0": "opens the release",
    "para1": "stands near the top",
    "date": "names a date",
    "numbers2": "holds two numbers",
    "numbers3": "holds several numbers",
    "tabular": "is mostly numbers",
}


def reasons(model: Model, family: str, look: Look, verdict: Verdict, *, against: bool = False) -> tuple[Reason, ...]:
    """The signs that spoke most for a family, weight given against the average of the families.

    Words that lie in one another are told once, the longest first. With `against`, also those that spoke against.
    """
    spoken: dict[tuple[str, Span | None], float] = {}
    around = 0.0
    for sign in verdict.signs:
        weight = model.weight(sign, family)
        if not weight:
            continue
        place = _place(sign, look)
        if place is None:
            around += weight
        else:
            spoken[place] = spoken.get(place, 0.0) + weight
    told = [
        Reason(cue=cue, text=_words(look, span), span=span, weight=round(weight, 2))
        for (cue, span), weight in spoken.items()
        if weight >= _LEAST or (against and weight <= -_LEAST)
    ]
    if around >= _LEAST or (against and around <= -_LEAST):
        told.append(Reason(cue=_AROUND, weight=round(around, 2)))
    told.sort(key=lambda reason: -abs(reason.weight))
    return tuple(_without_inner(told))[:_MOST]


def _without_inner(told: list[Reason]) -> list[Reason]:
    kept: list[Reason] = []
    for reason in told:
        span = reason.span
        if span and any(k.span and k.span[0] <= span[0] and span[1] <= k.span[1] for k in kept):
            continue
        kept.append(reason)
    return kept


def _words(look: Look, span: Span | None) -> str | None:
    return look.passage.text[span[0] - look.passage.start : span[1] - look.passage.start] if span else None


def _place(sign: str, look: Look) -> tuple[str, Span | None] | None:
    """What a sign is called and where it stands; None for what lies around the passage."""
    head, body = sign[0], sign[1:]
    if head == "@" and "&" not in body:
        return _class(body, look)
    if head == "@":
        return _class(body.split("&")[0], look)
    if head == "=":
        return _run(body.split(" "), look)
    if head == ".":
        form, _, name = body.partition("&@")
        if name:
            return _class(name, look)
        return (_FORMS[form], None) if form in _FORMS else ("its form and place", None)
    if head == "~":
        return _run(body.split(" "), look)
    return None


def _class(name: str, look: Look) -> tuple[str, Span | None]:
    for found, first, last in look.found:
        if found == name:
            return name.replace("/", ": ").replace("-", " "), _span(look, first, last)
    return name, None


def _run(stems: list[str], look: Look) -> tuple[str, Span | None]:
    at = [i for i, w in enumerate(look.words.lower) if w[0].isalnum() or w in "$%"]
    for start in range(len(look.stems) - len(stems) + 1):
        if list(look.stems[start : start + len(stems)]) == stems:
            first, last = at[start], at[start + len(stems) - 1]
            begin, end = look.words.starts[first], look.words.ends[last]
            return look.passage.text[begin:end].lower(), (look.passage.start + begin, look.passage.start + end)
    return " ".join(stems), None


def _span(look: Look, first: int, last: int) -> Span:
    return look.passage.start + look.words.starts[first], look.passage.start + look.words.ends[last - 1]
