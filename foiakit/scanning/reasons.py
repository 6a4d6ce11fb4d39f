"""Why the learned model leans to a family, in words: each sign that weighed with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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
    own = verdict.own
    known: dict[str, Place | None] = {}
    found: dict[str, tuple[Reason, ...]] = {}
    for family in families:
        column = FAMILIES.index(family)
        spoken = [(weights[column], sign) for _, sign, weights in own if weights[column] > _SLIGHT]
        if against:
            spoken += [(weights[column], sign) for _, sign, weights in own if weights[column] < -_SLIGHT]
        around = sum([weights[column] for _, _, weights in verdict.around])
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
    text, begin = look.passage.text, look.passage.start
    return tuple(
        [
            Reason(cue=cue, text=text[span[0] - begin : span[1] - begin] if span else None, span=span, weight=weight)
            for weight, cue, span in _without_inner(told)
        ]
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
        if (span := one[2]) is not None:
            start, end = span
            if any(first <= start and end <= last for first, last in spans):
                continue
            spans.append(span)
        kept.append(one)
        if len(kept) == _MOST:
            break
    return kept


@lru_cache(maxsize=30_000)
def _taken_apart(sign: str) -> tuple[str, str, str]:
    """What to look for of a sign: a run of stems, a class, a feature of the claim or a form; which; what it is called.

    Of two that are joined the first is told, except that a form gives way to the class beside it. What would tell
    nobody anything is a form without a name.
    """
    head, body = sign[0], sign[1:]
    if head in "=~":
        return "run", body, ""
    if head == "!":
        name = body.split("&")[0]
        return "feature", name, CLAIM_FEATURES.get(name) or f"speaks of {name.removeprefix('cue:')}"
    name = body.split("&")[0]
    if head == ".":
        form, _, name = body.partition("&@")
        if not name:
            return "form", form, _FORMS.get(form, "")
    return "class", name, name.replace("/", ": ").replace("-", " ")


def _place(sign: str, look: Look) -> Place | None:
    """What a sign is called and where it stands; None for one that would tell nobody anything."""
    sort, name, cue = _taken_apart(sign)
    if sort == "run":
        return _run(name, look)
    if sort == "class":
        return cue, look.spans.get(name)
    if sort == "feature":
        return (cue, look.features[name]) if name in look.features else None
    return (cue, None) if cue else None


def _run(stems: str, look: Look) -> Place | None:
    first, _, second = stems.partition(" ")
    places, words = look.places.get(first), look.words
    if places is None:
        return None
    if not second:
        begin = end = look.at[places[0]]
        if words.lower[begin] in _SMALL:
            return None
    else:
        start = next((at for at in places if look.stems[at + 1 : at + 2] == (second,)), -1)
        if start < 0:
            return None
        begin, end = look.at[start], look.at[start + 1]
        if _SMALL.issuperset(words.lower[begin : end + 1]):
            return None
    offset, start, stop = look.passage.start, words.starts[begin], words.ends[end]
    return words.text[start:stop].lower(), (offset + start, offset + stop)
