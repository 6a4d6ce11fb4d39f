"""The signs by which the learned model judges a passage: each a short name that is seen in its words or its place.

`=sign memorandum` words in a row (stems) · `@agreement/instrument` a word class · `@a&b` two classes together ·
`!count` a feature of the claim or `!cue:budget` a family's cue · `!count&@a` one with a word class ·
`.bullet` form and place · `.bullet&@a` both · `~sign` the first words · `<` and `>` before any of these: the passage
before, after · `:` the passage that introduces the list · `^` the release's title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from foiakit.scanning.look import Look, Looks

_JOINED_FORMS = ("bullet", "quote-in", "open", "para0", "para1", "money", "percent")
_SHOWN_BY_FORM = frozenset(("bullet", "heading", "title", "lead", "quoted"))
"""Features of a claim that form and place say already."""
_EDGE = (".edge",)
"""What the first passage sees before it, and the last after it."""
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


Group = tuple[str, Iterable[str]]
"""Signs that begin alike: their beginning, and how each goes on. Runs of words begin with nothing: too few return
for it to be worth remembering them."""


def signs(seen: Looks) -> list[list[str]]:
    """The signs of each passage, in the order of the passages; each sign once, by name."""
    title = _names(of_title(seen))
    return [sorted(_names([*own, *around]) + title) for own, around in shown(seen)]


def _names(groups: Iterable[Group]) -> list[str]:
    return [beginning + ending for beginning, endings in groups for ending in endings]


def of_title(seen: Looks) -> list[Group]:
    """The signs that every passage has of the title."""
    return [("^@", sorted(seen.title_classes)), ("^=", sorted(seen.title))]


def shown(seen: Looks) -> Iterator[tuple[list[Group], list[Group]]]:
    """What is seen in each passage, and what around it, in the order of the passages; each sign once."""
    passages = seen.passages
    classes = [sorted(look.classes) for look in passages]
    near = [_seen_from_afar(look, named) for look, named in zip(passages, classes, strict=True)]
    last = len(passages) - 1
    for at, look in enumerate(passages):
        around: list[Group] = [
            ("<", near[at - 1] if at else _EDGE),
            (">", near[at + 1] if at < last else _EDGE),
        ]
        if at > 1:
            around.append(("<<@", classes[at - 2]))
        if at < last - 1:
            around.append((">>@", classes[at + 2]))
        if look.lead is not None:
            around.append((":@", sorted(look.lead.classes)))
            around.append((":=", dict.fromkeys(look.lead.stems)))
        yield _own(look, classes[at]), around


def _own(look: Look, classes: list[str]) -> list[Group]:
    stems = look.stems
    features = sorted([f for f in look.features if f not in _SHOWN_BY_FORM])
    groups: list[Group] = [
        ("=", dict.fromkeys(stems)),
        ("", dict.fromkeys(["=" + a + " " + b for a, b in pairwise(stems)])),
        ("@", classes),
    ]
    groups += [("@" + c + "&", classes[at:]) for at, c in enumerate(classes, 1)]
    groups += [(".", look.shape), ("!", features)]
    groups += [("!" + f + "&!", features[at:]) for at, f in enumerate(features, 1)]
    if classes:
        groups += [("!" + f + "&@", classes) for f in features if not f.startswith("cue:")]
        groups += [("." + form + "&@", classes) for form in _JOINED_FORMS if form in look.shape]
    if stems:
        groups.append(("~", [stems[0]]))
    if len(stems) > 1:
        groups.append(("", ["~" + stems[0] + " " + stems[1]]))
    return groups


def _seen_from_afar(look: Look, classes: list[str]) -> list[str]:
    names = ["@" + c for c in classes]
    names += ["." + s for s in look.shape if s in _NEAR_FORMS]
    names += ["!" + f for f in look.features if f not in _SHOWN_BY_FORM]
    return names
