"""The signs by which the learned model judges a passage: each a short name that is seen in its words or its place.

`=sign memorandum` words in a row (stems) · `@agreement/instrument` a word class · `@a&b` two classes together ·
`!count` a feature of the claim or `!cue:budget` a family's cue · `!count&@a` one with a word class ·
`.bullet` form and place · `.bullet&@a` both · `~sign` the first words · `<` and `>` before any of these: the passage
before, after · `:` the passage that introduces the list · `^` the release's title.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from foiakit.scanning.look import Look, Looks

_JOINED_FORMS = ("bullet", "quote-in", "open", "para0", "para1", "money", "percent")
_SHOWN_BY_FORM = frozenset(("bullet", "heading", "title", "lead", "quoted"))
"""Features of a claim that form and place say already."""
_NEAR_FORMS = frozenset(("bullet", "quote-in", "colon", "open", "long0", "long1", "link", "phone"))

WEIGHTS: dict[str, float] = {
    "=": 1.0, "= ": 0.7, "@": 1.0, "&": 0.5, "!": 1.0, "!&": 0.5, ".": 1.0, ".&": 0.5, "~": 0.6,
    "<@": 0.5, ">@": 0.5, "<.": 0.5, ">.": 0.5, "<!": 0.5, ">!": 0.5, "<<": 0.25, ">>": 0.25,
    ":@": 0.7, ":=": 0.5, "^@": 0.3, "^=": 0.3,
}  # fmt: skip
"""How much each sort of sign counts when the model is trained: what lies farther off is trusted less."""
TYPICAL = 4.0
"""The size (root of the sum of squares) that the signs of every passage are brought to, long or short."""


def sort_of(sign: str) -> str:
    """The sort of a sign, a key of `WEIGHTS`."""
    head = sign[0]
    if head == "=":
        return "=" + " " * sign.count(" ")
    if head == "@":
        return "&" if "&" in sign else "@"
    if head in ".!":
        return head + "&" if "&" in sign else head
    if head == "~":
        return "~"
    return sign[:2]


def signs(seen: Looks) -> list[list[str]]:
    """The signs of each passage, in the order of the passages; each sign once, by name."""
    return [sorted(names) for names in shown(seen)]


def shown(seen: Looks) -> Iterator[list[str]]:
    """The signs of each passage as they come, in the order of the passages; each sign once."""
    passages = seen.passages
    classes = [sorted(look.classes) for look in passages]
    title = ["^@" + c for c in sorted(seen.title_classes)] + ["^=" + s for s in sorted(seen.title)]
    near = [_seen_from_afar(look, named) for look, named in zip(passages, classes, strict=True)]
    last = len(passages) - 1
    for at, look in enumerate(passages):
        names = _own(look, classes[at])
        names += ["<" + n for n in near[at - 1]] if at else ["<.edge"]
        names += [">" + n for n in near[at + 1]] if at < last else [">.edge"]
        if at > 1:
            names += ["<<@" + c for c in classes[at - 2]]
        if at < last - 1:
            names += [">>@" + c for c in classes[at + 2]]
        if look.lead is not None:
            names += [":@" + c for c in sorted(look.lead.classes)]
            names += [":=" + s for s in dict.fromkeys(look.lead.stems)]
        names += title
        yield names


def _own(look: Look, classes: list[str]) -> list[str]:
    stems = look.stems
    names = ["=" + s for s in dict.fromkeys(stems)]
    names += dict.fromkeys(["=" + a + " " + b for a, b in pairwise(stems)])
    names += ["@" + c for c in classes]
    names += ["@" + a + "&" + b for a, b in combinations(classes, 2)]
    names += ["." + s for s in look.shape]
    features = sorted([f for f in look.features if f not in _SHOWN_BY_FORM])
    names += ["!" + f for f in features]
    names += ["!" + a + "&!" + b for a, b in combinations(features, 2)]
    names += ["!" + f + "&@" + c for f in features if not f.startswith("cue:") for c in classes]
    for form in _JOINED_FORMS:
        if form in look.shape:
            names += ["." + form + "&@" + c for c in classes]
    if stems:
        names.append("~" + stems[0])
    if len(stems) > 1:
        names.append("~" + stems[0] + " " + stems[1])
    return names


def _seen_from_afar(look: Look, classes: list[str]) -> list[str]:
    names = ["@" + c for c in classes]
    names += ["." + s for s in look.shape if s in _NEAR_FORMS]
    names += ["!" + f for f in look.features if f not in _SHOWN_BY_FORM]
    return names
