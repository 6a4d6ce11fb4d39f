"""Sentences of a paragraph, with exact offsets. Nupunkt decides, taught the abbreviations of the trade.

Nupunkt's own list has 5,900 abbreviations learned from scanned court papers, among them "bank", "code", "cancer" and
"reports": here only short forms with inner stops and those of templates/reading/abbreviations.yaml count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from foiakit.reading import rules

Span = tuple[int, int]

_WINDOW = 20_000
_BACK = 60
_OPENING = "\"'“‘«([{"
_CLOSING = "\"'”’»)]}*"
_LOWER = re.compile(r"[a-zß-öø-ÿ]+(?:[,;:]|\s|$)")
_WORD_BEFORE = re.compile(r"(\S+)$")
_DATELINE_DASH = re.compile(r"\s*(?:-|–|—|--)\s")
_NOTE_MARK = re.compile(r"(?<=[.!?”\"])\[\d{1,3}\]\s+(?=[A-Z“\"])")
_INNER_STOP = re.compile(r"[.!?…][^\w\s]*(?:\[\d{1,3}\])?\s|[.!?”\"]\[\d{1,3}\]\s")
_GLUED_MARK = re.compile(r"\[\d{1,3}\]")
_QUOTE_AFTER_SHORT = re.compile(r"(?<=\.)\s+(?=[“\"][A-Z])")
_NUMERAL_THEN_NAME = re.compile(r"(?<=[a-z]) [IVX]\.\s+(?=[A-Z]{3,}\b)")
_STOP_THEN_CAPITAL = re.compile(r"(\S+\.)\s+(?=(\S+))")


def split(text: str) -> list[Span]:
    """The sentences of one paragraph as spans of `text`; the white space between them belongs to none.

    A line end always divides (rows of a table). Joining the spans with what lies between restores the text.

    >>> [text[a:b] for text in ["EL CENTRO, Calif. - He left. Lt. Gov. Day stayed."] for a, b in split(text)]
    ['EL CENTRO, Calif. - He left.', 'Lt. Gov. Day stayed.']
    """
    spans: list[Span] = []
    start = 0
    for row in text.split("\n"):
        end = start + len(row)
        for piece in _windows(text, start, end):
            spans.extend(_of_row(text, *piece))
        start = end + 1
    return spans


def _windows(text: str, start: int, end: int) -> list[Span]:
    """A very long row in pieces cut at white space, so that one line of 3 MB costs what its words cost."""
    pieces: list[Span] = []
    while end - start > _WINDOW:
        cut = text.rfind(". ", start + _WINDOW // 2, start + _WINDOW)
        cut = cut + 1 if cut > 0 else text.rfind(" ", start + _WINDOW // 2, start + _WINDOW)
        cut = cut if cut > 0 else start + _WINDOW
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces


def _of_row(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return []
    row = text[start:end]
    if not _INNER_STOP.search(row):
        return [(start, end)]
    cuts = sorted({a for a, _ in _tokenizer().span_tokenize(row)} | _missed(row))
    kept = [c for c in cuts if c > 0 and _may_begin(row, c)]
    bounds = [0, *kept, len(row)]
    spans = []
    for a, b in pairwise(bounds):
        while b > a and row[b - 1].isspace():
            b -= 1
        if b > a:
            spans.append((start + a, start + b))
    return spans


def _missed(row: str) -> set[int]:
    """Places where a sentence begins though the word before is an abbreviation, or a note mark is glued on."""
    _, others, starters = _words()
    found = {m.end() for m in _NOTE_MARK.finditer(row)}
    found |= {m.end() for m in _NUMERAL_THEN_NAME.finditer(row)}
    found |= {m.end() for m in _QUOTE_AFTER_SHORT.finditer(row) if not _title_before(row, m.start())}
    for match in _STOP_THEN_CAPITAL.finditer(row):
        word = match[1].lstrip(_OPENING).casefold().rstrip(".")
        follows = match[2].strip(_OPENING).rstrip(",;:.")
        if word in others and follows in starters:
            found.add(match.end())
    return found


def _may_begin(row: str, at: int) -> bool:
    """False where the sentence goes on: after a title or a dateline's place, before a lower-case word."""
    before = row[max(0, at - _BACK) : at].rstrip()
    rest = row[at : at + _BACK]
    if not before or (_GLUED_MARK.match(rest) and not row[at - 1].isspace()):
        return False
    if before.endswith("."):
        word = _last_word(before)
        titles, others, starters = _words()
        if word in titles:
            return False
        if _LOWER.match(rest) or _DATELINE_DASH.match(rest):
            return False
        follows = rest.split(maxsplit=1)[0].strip(_OPENING).rstrip(",;:.") if rest.strip() else ""
        if word in others and follows not in starters and rest[:1] not in '“"':
            return False
    return at > _BACK or len(before.strip("()[]0123456789.•-–— ")) > 0 or len(before) > 12


def _last_word(before: str) -> str:
    match = _WORD_BEFORE.search(before)
    return match[1].lstrip(_OPENING).casefold().rstrip(".") if match else ""


def _title_before(row: str, at: int) -> bool:
    """Whether the word that ends at `at` comes before a name ("Lt. Gov.", "Mr.")."""
    titles, _, _ = _words()
    return _last_word(row[max(0, at - _BACK) : at].rstrip()) in titles


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    known = rules.abbreviations()
    titles = frozenset(known.titles)
    return titles, frozenset(known.others) - titles, frozenset(known.starters)


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    from nupunkt.models import load_default_model

    tokenizer = load_default_model()
    known = rules.abbreviations()
    taught = {a.casefold() for group in (known.titles, known.others, known.places_and_months) for a in group}
    for short in tokenizer.abbreviations:
        if "." not in short and short not in taught:
            tokenizer.parameters.abbrev_types.discard(short)
    tokenizer.add_abbreviations(sorted(taught))
    tokenizer.clear_decision_cache()
    return tokenizer
