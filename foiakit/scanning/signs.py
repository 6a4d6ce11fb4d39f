"""The signs by which the learned model judges a passage: each a short name that is seen in its words or its place.

`=sign memorandum` words in a row (stems) · `@agreement/instrument` a word class · `@a&b` two classes together ·
`!count` a feature of the claim or `!cue:budget` a family's cue · `!count&@a` one with a word class ·
`.bullet` form and place · `.bullet&@a` both · `~sign` the first words · `<` and `>` before any of these: the passage
before, after · `:` the passage that introduces the list · `^` the release's title.
"""

from __future__ import annotations

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
    """The signs of each passage, in the order of the passages; each sign once."""
    passages = seen.passages
    title = [f"^@{name}" for name in sorted(seen.title_classes)] + [f"^={word}" for word in sorted(seen.title)]
    near = [_seen_from_afar(look) for look in passages]
    out: list[list[str]] = []
    last = len(passages) - 1
    for at, look in enumerate(passages):
        names = _own(look)
        names.update("<" + n for n in near[at - 1]) if at else names.add("<.edge")
        names.update(">" + n for n in near[at + 1]) if at < last else names.add(">.edge")
        if at > 1:
            names.update("<<@" + c for c in passages[at - 2].classes)
        if at < last - 1:
            names.update(">>@" + c for c in passages[at + 2].classes)
        if look.lead is not None:
            names.update(":@" + c for c in look.lead.classes)
            names.update(":=" + s for s in look.lead.stems)
        names.update(title)
        out.append(sorted(names))
    return out


def _own(look: Look) -> set[str]:
    stems, classes = look.stems, sorted(look.classes)
    names = {"=" + s for s in stems}
    pairs = [a + " " + b for a, b in pairwise(stems)]
    names.update("=" + p for p in pairs)
    names.update("@" + c for c in classes)
    names.update("@" + a + "&" + b for a, b in combinations(classes, 2))
    names.update("." + s for s in look.shape)
    features = [f for f in look.features if f not in _SHOWN_BY_FORM]
    names.update("!" + f for f in features)
    names.update("!" + a + "&!" + b for a, b in combinations(sorted(features), 2))
    names.update("!" + f + "&@" + c for f in features if not f.startswith("cue:") for c in classes)
    for form in _JOINED_FORMS:
        if form in look.shape:
            names.update("." + form + "&@" + c for c in classes)
    if stems:
        names.add("~" + stems[0])
        names.add("~" + " ".join(stems[:2]))
    return names


def _seen_from_afar(look: Look) -> list[str]:
    names = ["@" + c for c in look.classes]
    names += ["." + s for s in look.shape if s in _NEAR_FORMS]
    names += ["!" + f for f in look.features if f not in _SHOWN_BY_FORM]
    return names
