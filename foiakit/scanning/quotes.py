"""The claim in its shortest exact words: the clause around a figure or the parties, as a letter can quote it."""

from __future__ import annotations

import re

from foiakit.model.claim import Claim, Span
from foiakit.model.release import Passage

ENOUGH = 16
"""A shorter piece says too little to be quoted."""

_PAIRS = {"“": "”", "(": ")", "[": "]"}
_SENTENCE_QUOTE = re.compile(r"^\s*[\"“](?P<said>.+?)[,.!?]?[\"”](?P<by>[^\"“”]*)$", re.S)
_INTRODUCTION = re.compile(
    r"^(?:(?:As a result(?: of [^,]{1,60})?|In addition(?: to [^,]{1,60})?|According to [^,]{1,80}"
    r"|Additionally|Also|Moreover|Furthermore|However"
    r"|Eventually|Today|Currently|To date|Overall|Finally|For example|For instance|Since then|In total"
    r"|Together|Meanwhile|Under this plan"
    r"|With (?:this|these) [^,]{1,60}|Through (?:this|these) [^,]{1,60}), )",
)
_DATELINE = re.compile(
    r"^\s*[A-Z][A-Z.' ]{2,}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?: ?\([^)]{1,40}\)|,? [A-Z][a-z]+\.? \d{1,2}"
    r"(?:, \d{4})?)? ?(?:--|[-–—]) ?"
)
_JOINTS = re.compile(r"(?:and|but|or|that|so) ")
_BREAKS = re.compile(
    r"\b(?:announced|said|says)(?: today)? that |; |: (?=[A-Z“\"])| – | — | -- |, (?:and|but|while|which|who"
    r"|whose|where|although|though|including|according to|as well as|with|as|since|because|so|after|following"
    r"|noting|adding|bringing) |, "
)
_DASHES = (" – ", " — ", " -- ")
_AFTERWARDS = re.compile(
    r" (?:following|after|because|when|while|as part of|as a result of|thanks to|in order to|so that) "
)
_WHAT_FOR = re.compile(r" (?:to [a-z]+|that|which|in order to|as part of|under which) ")
_ABBREVIATION = re.compile(r"(?: \([^)]{1,14}\))?")
_ABBREVIATION = re.compile(r"(?: \([^)]{1,14}\))?")
_SOFT = {"statistics": _AFTERWARDS, "budget": _AFTERWARDS, "agreement": _WHAT_FOR}
"""Joints without a comma, at which a clause may end once it holds what is asked about."""
_OPENERS = frozenset(["which", "who", "whose", "where", "while", "and", "but", "as", "with"])
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|shall|does|do|did|been|be|being)\b"
    r"|(?<![-\w])\w{3,}(?:ed|es|ing)\b|\b(?:rose|fell|grew|made|took|led|ran|spent|won|held|found|kept|sent|bought"
    r"|built|saw|gave|plans?|links?|lets?|allows?|requires?|expects?|holds?)\b",
    re.I,
)


def quote(passage: Passage, claim: Claim, family: str) -> str:
    """The claim in its shortest contiguous words of the passage that still make sense between quotation marks.

    The words are an exact part of the passage, begin and end at a word, and hold no half of a pair of quotation marks
    or brackets. Where nothing shorter makes sense, it is the sentence without its full stop.

    Args:
        family: What is asked for; it decides which words of the claim must be kept ("statistics" keeps the figure).
    """
    text = passage.text
    start, end = _trimmed(text, *_said(text))
    if dateline := _DATELINE.match(text):
        start = max(start, dateline.end())
    keep = _core(passage, claim, family, (start, end))
    intro = _INTRODUCTION.match(text[start:end])
    if intro and (keep is None or keep[0] >= start + intro.end()):
        start += intro.end()
    if keep is not None and end - start > ENOUGH:
        start, end = _narrowed(text, (start, end), keep, family)
    if joint := _JOINTS.match(text, start):
        start = joint.end()
    start, end = _trimmed(text, start, end)
    start, end = _balanced(text, (start, end))
    if not any(char.isalnum() for char in text[start:end]):
        plain = sorted(re.finditer(r"[^\"“”()\[\]]+", text), key=lambda m: m.start() - m.end())
        start, end = next((_trimmed(text, *m.span()) for m in plain if re.search(r"\w", m[0])), (start, end))
    return text[start:end] or text.strip()


def _said(text: str) -> Span:
    """What is inside the quotation marks, where the sentence is a quotation with its speaker; else the whole."""
    match = _SENTENCE_QUOTE.match(text)
    if match and not re.search(r"[\"“”]", match["said"]) and len(match["said"]) >= ENOUGH:
        return match.span("said")
    stripped = text.strip()
    if stripped[:1] in '"“' and stripped.count(stripped[0]) == 1 and not re.search(r"[\"”]", stripped[1:]):
        at = text.index(stripped[0]) + 1
        return at, len(text)
    if stripped[-1:] in '"”' and not re.search(r"[\"“”]", stripped[:-1]):
        return 0, len(text.rstrip()) - 1
    return 0, len(text)


def _core(passage: Passage, claim: Claim, family: str, within: Span) -> Span | None:
    """The words that the quotation must hold, for this family."""
    shift = passage.start
    figures = [f.span for f in claim.figures]
    spans: list[Span] = []
    if family in {"statistics", "budget"} and figures:
        money = [f.span for f in claim.figures if f.unit == "usd"]
        first = (money or figures)[0] if family == "budget" else figures[0]
        spans = [first]
        near = [p.span for p in claim.periods if _beside(passage, first, p.span)]
        spans += near[:1]
    elif family == "agreement" and claim.parties:
        spans = [p.span for p in claim.parties[:2]]
    elif family == "system" and claim.systems:
        spans = [claim.systems[0].span]
    elif family == "implementation" and claim.periods:
        spans = [claim.periods[0].span]
    if not spans:
        return None
    start, end = min(s for s, _ in spans) - shift, max(e for _, e in spans) - shift
    return (start, end) if within[0] <= start and end <= within[1] else None


def _beside(passage: Passage, figure: Span, period: Span) -> bool:
    """True where the words between a figure and a period hold no joint, so that the period is the figure's."""
    start, end = sorted((figure, period))[0][1] - passage.start, sorted((figure, period))[1][0] - passage.start
    between = passage.text[start:end]
    return len(between) < 90 and not re.search(r"[;:–—]|, (?:which|who|including|with|while|and|but)\b", between)


def _narrowed(text: str, whole: Span, keep: Span, family: str) -> Span:
    """Cuts a sentence at its joints, as near to the words to keep as leaves a clause that can stand alone."""
    start, end = whole
    cuts = [m for m in _BREAKS.finditer(text, start, end) if not _inside(text, m.start(), whole)]
    for cut in cuts:
        if cut.end() <= keep[0] and not _list_comma(text, cut) and _stands(text, cut.end(), end):
            joint = cut[0].strip(" ,;:–—-").split(" ")[0].lower()
            if joint in _OPENERS - {"and", "but", "while"}:
                continue
            start = cut.end()
    dashes = [c for c in cuts if c[0] in _DASHES and c.start() >= keep[1]]
    paired = dashes[:2] if len(dashes) > 1 else []
    soft = _SOFT[family].search(text, keep[1], end) if family in _SOFT else None
    if soft and not _inside(text, soft.start(), whole) and _stands(text, start, soft.start()):
        gap = text[keep[1] : soft.start()]
        if _ABBREVIATION.fullmatch(gap) if family == "agreement" else len(gap) < 60:
            cuts = sorted([*cuts, soft], key=lambda c: c.start())
    for cut in cuts:
        if (
            cut.start() >= keep[1]
            and cut not in paired
            and not _list_comma(text, cut)
            and _stands(text, start, cut.start())
        ):
            end = cut.start()
            break
    if end - start < ENOUGH:
        return whole
    return start, end


def _list_comma(text: str, cut: re.Match[str]) -> bool:
    """True for the comma of a list ("locate, and remove"), a date or a number, at which nothing is cut."""
    if cut[0] not in (", ",) and not cut[0].startswith(", and "):
        return False
    if cut[0] == ", ":
        return True
    after = text[cut.end() : cut.end() + 60]
    clause = re.match(r"(?:the |its |their |an? )?[\w'’-]+(?: [\w'’-]+){0,4}", after)
    if not clause or not _VERB.search(clause[0]):
        return True
    return not _AUXILIARY.search(clause[0]) and ", " in text[max(0, cut.start() - 50) : cut.start()]


def _stands(text: str, start: int, end: int) -> bool:
    """True where a stretch is long enough and has a verb after its first word."""
    words = text[start:end].split(" ", 1)
    return end - start >= ENOUGH + 4 and len(words) == 2 and bool(_VERB.search(words[1]))


def _inside(text: str, at: int, whole: Span) -> bool:
    """True inside brackets or quotation marks."""
    before = text[whole[0] : at]
    if before.count('"') % 2:
        return True
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _PAIRS.items())


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without blanks at the ends, without the full stop, comma or joint that would stand before the closing mark."""
    while start < end and (text[start].isspace() or text[start] in "•·*-–—,;:"):
        start += 1
    while start < end:
        last = text[end - 1]
        if not last.isspace() and last not in ",;:–—-.!?":
            break
        if last in ".!?" and _abbreviated(text, start, end):
            break
        end -= 1
    return start, end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """True where the last full stop belongs to the word ("U.S.", "Inc.")."""
    last = text[start:end].split()[-1] if text[start:end].split() else ""
    return bool(
        re.fullmatch(r"(?:[A-Za-z]\.){2,}|(?:Inc|Corp|Co|Jr|Sr|St|Dr|Calif|Ore|Wash)\.", last)
    ) and end - start > len(last)


def _balanced(text: str, span: Span) -> Span:
    """The span with no half of a pair in it: widened to take in the other half, else with the half cut off."""
    for _ in range(4):
        found = _odd(text, *span)
        if found is None:
            return span
        at, opening = found
        start, end = span
        if opening:
            if at - start < end - at and end - at - 1 >= ENOUGH:
                span = _trimmed(text, at + 1, end)
            else:
                span = _trimmed(text, start, at)
        elif end - at < at - start or at - start >= ENOUGH:
            span = _trimmed(text, start, at)
        else:
            span = _trimmed(text, at + 1, end)
    start, end = span
    for mark in '"“”()[]':
        piece = text[start:end]
        if mark in piece:
            parts = sorted(
                ((m.start(), m.end()) for m in re.finditer(rf"[^{re.escape(mark)}]+", piece)), key=lambda p: p[0] - p[1]
            )
            if parts:
                start, end = _trimmed(text, start + parts[0][0], start + parts[0][1])
    return start, end


def _odd(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """The first mark without its other half, and whether it opens."""
    stack: list[int] = []
    closing = {c: o for o, c in _PAIRS.items()}
    straight: int | None = None
    for at in range(start, end):
        char = text[at]
        if char == '"':
            straight = None if straight is not None else at
        elif char in _PAIRS:
            stack.append(at)
        elif char in closing:
            if not stack or text[stack[-1]] != closing[char]:
                return at, False
            stack.pop()
    if stack:
        return stack[-1], True
    if straight is not None:
        return straight, text[straight : straight + 1] == '"' and straight - start < end - straight
    return None
