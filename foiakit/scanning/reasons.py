"""Why the learned model leans to a family, in words: each sign that weighed with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence

from foiakit.model.claim import Span
from foiakit.model.suggestion import FAMILIES, Reason
from foiakit.scanning.features import CLAIM_FEATURES
from foiakit.scanning.judge import Verdict
from foiakit.scanning.look import Look

_LEAST = 0.08
"""Weights below this tell nobody anything."""
_SLIGHT = 0.02
_LOOKED_AT = 9
_MOST = 5
_AROUND = "the passages around it"
_OWN = frozenset("@=.~!")
"""How the signs begin that are seen in the passage itself."""
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
_SMALL = frozenset(
    """
    a an and any are as at be been by can for from had has have he her his if in into is it its may more not of on or
    other our she so such than that the their them there these they this those to under was we were which who will
    with would you your also all each some new no
    """.split()  # noqa: SIM905 - a list of 80 quoted words hides what it is
)
"""Words that say nothing by themselves, though they weigh."""


Place = tuple[str, Span | None]
"""What a sign is called, and where it stands."""
Told = tuple[float, str, Span | None]
"""A reason to be: its weight, what it is called, where it stands. Few of those that are weighed are given."""


def reasons(
    families: Sequence[str], look: Look, verdict: Verdict, *, against: bool = False
) -> dict[str, tuple[Reason, ...]]:
    """The signs that spoke most for each of some families, heaviest first.

    Words that lie in one another are told once. With `against`, also those that spoke against.
    """
    own = [(sign, weights) for _, sign, weights in verdict.signs if sign[0] in _OWN]
    others = [weights for _, sign, weights in verdict.signs if sign[0] not in _OWN]
    known: dict[str, Place | None] = {}
    found: dict[str, tuple[Reason, ...]] = {}
    for family in families:
        column = FAMILIES.index(family)
        spoken = [(weights[column], sign) for sign, weights in own if weights[column] > _SLIGHT]
        if against:
            spoken += [(weights[column], sign) for sign, weights in own if weights[column] < -_SLIGHT]
        around = sum([weights[column] for weights in others])
        found[family] = _told(spoken, around, look, known, against=against)
    return found


def _told(
    spoken: list[tuple[float, str]], around: float, look: Look, known: dict[str, Place | None], *, against: bool
) -> tuple[Reason, ...]:
    """The reasons of one family; `known` remembers where signs stand, since families share them."""
    placed: dict[Place, float] = {}
    heaviest = sorted(spoken, key=_heaviness, reverse=True) if against else sorted(spoken, reverse=True)
    for weight, sign in heaviest[:_LOOKED_AT]:
        if sign in known:
            place = known[sign]
        else:
            place = known[sign] = _place(sign, look)
        if place is not None:
            placed[place] = placed.get(place, 0.0) + weight
    told = [
        (round(weight, 2), cue, span)
        for (cue, span), weight in placed.items()
        if weight >= _LEAST or (against and weight <= -_LEAST)
    ]
    if around >= _LEAST or (against and around <= -_LEAST):
        told.append((round(around, 2), _AROUND, None))
    told.sort(key=_clearest)
    return tuple(
        Reason(cue=cue, text=_words(look, span), span=span, weight=weight) for weight, cue, span in _without_inner(told)
    )


def _heaviness(one: tuple[float, str]) -> tuple[float, str]:
    return abs(one[0]), one[1]


def _clearest(one: Told) -> float:
    return -abs(one[0])


def _without_inner(told: list[Told]) -> list[Told]:
    """The first few, without those whose words lie in the words of another."""
    kept: list[Told] = []
    spans: list[Span] = []
    for one in told:
        span = one[2]
        if span:
            start, end = span
            if any(first <= start and end <= last for first, last in spans):
                continue
            spans.append(span)
        kept.append(one)
        if len(kept) == _MOST:
            break
    return kept


def _words(look: Look, span: Span | None) -> str | None:
    return look.passage.text[span[0] - look.passage.start : span[1] - look.passage.start] if span else None


def _place(sign: str, look: Look) -> Place | None:
    """What a sign is called and where it stands; None for one that would tell nobody anything."""
    head, body = sign[0], sign[1:]
    if head == "@":
        return _class(body.split("&")[0], look)
    if head == "!":
        name = body.split("&")[0]
        if name not in look.features:
            return None
        cue = CLAIM_FEATURES.get(name) or f"speaks of {name.removeprefix('cue:')}"
        return cue, look.features[name]
    if head == ".":
        form, _, name = body.partition("&@")
        if name:
            return _class(name, look)
        return (_FORMS[form], None) if form in _FORMS else None
    return _run(body.split(" "), look)


def _class(name: str, look: Look) -> tuple[str, Span | None]:
    cue = name.replace("/", ": ").replace("-", " ")
    for found, first, last in look.found:
        if found == name:
            return cue, (
                look.passage.start + look.words.starts[first],
                look.passage.start + look.words.ends[last - 1],
            )
    return cue, None


def _run(stems: list[str], look: Look) -> Place | None:
    length = len(stems)
    for first in look.places.get(stems[0], ()):
        if length == 1 or look.stems[first : first + length] == tuple(stems):
            break
    else:
        return None
    words = look.words
    begin, end = look.at[first], look.at[first + length - 1]
    if _SMALL.issuperset(words.lower[begin : end + 1]):
        return None
    start, stop = words.starts[begin], words.ends[end]
    return look.passage.text[start:stop].lower(), (look.passage.start + start, look.passage.start + stop)
