"""What a figure counts, in the release's words: "more than 260 criminal aliens were turned over" counts the aliens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foiakit.scanning.lexicon import Counted as CountedWords
from foiakit.scanning.numerals import either

_WORD = re.compile(r"[ \t\u00a0]*(U\.S\.|[A-Za-z][A-Za-z'’&/]*(?:-[A-Za-z]+)*|\d{1,2}-[A-Za-z]+)")
_OF = re.compile(
    r"[ \t\u00a0]+of[ \t\u00a0]+(?:(?:all|the|its|their|these|those|our|his|her|this|that|an?"
    r"|other)\b[ \t\u00a0]+){0,2}",
    re.I,
)
_ARTICLE = re.compile(
    r"[ \t\u00a0]+(?:of[ \t\u00a0]+)?(?:the|its|their|our|all|these|those|more|fewer)\b(?=[ \t\u00a0])", re.I
)
_FOR = re.compile(
    r"[ \t\u00a0]+(?:in|of)[ \t\u00a0]+(?:(?:the|its|their|new|additional|this|that|an?)\b[ \t\u00a0]+)?", re.I
)
_IN = re.compile(r"[ \t\u00a0]+(in|of)[ \t\u00a0]+", re.I)
_NUMBER_OF = re.compile(
    r"\b(?:number|numbers|total|count|amount|rate|share|percentage|caseload|backlog|population) of ("
    r"(?:[A-Za-z'’-]+ ){0,4}?[A-Za-z'’-]+)"
    r" (?:has |have |had |is |was |are |were |be |been |being |now |will |would |by |up |down |more than "
    r"|nearly |almost |about |\w+ed |rose"
    r"|fell|grew|dropped|stands|stood)",
    re.I,
)
_JOINT = re.compile(r"(?:,[ \u00a0](?:and |or )?|[ \u00a0](?:and|or)[ \u00a0])(?=[a-z-]+[ ,])")
_LONGEST = 8
_CAPITAL = r"[A-Z][\w'’-]*"


@dataclass(frozen=True, slots=True)
class Counted:
    """Finds the noun phrase that belongs to a number, by word lists alone: no grammar is parsed."""

    stops: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]
    modifiers: frozenset[str]
    adjectives: frozenset[str]
    changes: frozenset[str]
    body: re.Pattern[str]
    """The name of a body before the noun: “40 Department of Labor inspectors”."""

    @classmethod
    def of(cls, words: CountedWords) -> Counted:
        """With the word lists of templates/scanning/counted.yaml."""
        stops, plurals, singulars, modifiers, adjectives, changes = (
            frozenset(word.lower() for word in listed)
            for listed in (
                words.stops,
                words.plurals,
                words.singulars,
                words.modifiers,
                words.adjectives,
                words.changes,
            )
        )
        name = rf"(?:{_CAPITAL} )?(?:{either(words.heads)}) (?:of|for|on) (?:the )?{_CAPITAL}"
        body = rf"[ \u00a0]?(?:the )?((?:U\.S\. )?{name}(?:(?:,? and| of| &|,)? {_CAPITAL})*)"
        return cls(stops, plurals, singulars, modifiers, adjectives, changes, re.compile(body))

    def is_plural(self, word: str) -> bool:
        """True for a word that reads as a plural noun."""
        low = word.lower().replace("’", "'")
        low = low.rsplit("-", 1)[-1] if "-" in low else low
        if low in self.plurals:
            return True
        return low.endswith("s") and not low.endswith(("ss", "'s")) and low not in self.singulars and len(low) > 2

    def after(self, text: str, at: int, *, one: bool = False) -> tuple[int, int] | None:
        """The span of the counted noun phrase that begins right after `at`.

        Args:
            one: The number is 1, so the noun stands in the singular.
        """
        if body := self.body.match(text, at):
            noun = self.after(text, body.end(), one=one)
            return (body.start(1), noun[1]) if noun else None
        article = _ARTICLE.match(text, at)
        words: list[tuple[str, int, int]] = []
        pos = article.end() if article else at
        joined = 0
        while len(words) < _LONGEST:
            plural = any(self.is_plural(w) for w, _, _ in words)
            if words and not plural and not one and (joint := _JOINT.match(text, pos)):
                joined, pos = joined or len(words), joint.end()
            match = _WORD.match(text, pos)
            if not match or match[1].lower() in self.stops:
                break
            word, low = match[1], match[1].lower()
            loose = plural and not (low.endswith("ing") and words[-1][0].lower() in self.modifiers)
            if words and self._verb(low) and (one or loose):
                break
            words.append((word, match.start(1), match.end(1)))
            pos = match.end(1)
        if one and words and self._verb(words[0][0].lower()):
            return None
        if joined and not any(self.is_plural(w) for w, _, _ in words[joined:]):
            words = words[:joined]  # "known or" led to no noun
        if not words:
            return None
        for i, (word, _, end) in enumerate(words):
            if one or not self.is_plural(word):
                continue
            later = words[i + 1 :]
            if word.endswith(("s'", "s’")) and later:
                continue
            if word.lower() in self.modifiers and any(self.is_plural(w) for w, _, _ in later):
                continue
            return words[0][1], end
        if one or (len(words) <= 3 and not self._verb(words[0][0].lower())):
            last = words[-1]
            return (words[0][1], last[2]) if len(words) <= 4 else (words[0][1], words[2][2])
        return None

    def of_phrase(self, text: str, at: int) -> tuple[int, int] | None:
        """The span after "of": "71 percent of confirmed aliens" counts "confirmed aliens"."""
        match = _OF.match(text, at)
        return self.after(text, match.end()) or self._one(text, match.end()) if match else None

    def money(self, text: str, at: int) -> tuple[int, int] | None:
        """What a sum is for or of: "$3 million in grants", "a $5 million grant"."""
        match = _FOR.match(text, at)
        if match:
            return self.after(text, match.end()) or self._one(text, match.end())
        noun = self._one(text, at)
        return noun if noun and text[at : at + 1] in " -\u00a0" else None

    def change(self, text: str, at: int) -> tuple[int, int] | None:
        """What a change is of: "a 12 percent increase in arrests" counts "increase in arrests"."""
        span = self._one(text, at)
        if span is None or text[span[0] : span[1]].lower().split()[-1] not in self.changes:
            return self.after(text, at)
        more = _IN.match(text, span[1])
        if more:
            noun = self.after(text, more.end()) or self._one(text, more.end())
            return (span[0], noun[1]) if noun else span
        return span

    def before(self, text: str, at: int) -> tuple[int, int] | None:
        """What "the number of inmates fell to 260" counts, found in the hundred characters before."""
        spans = [match.span(1) for match in _NUMBER_OF.finditer(text, max(0, at - 100), at)]
        return spans[-1] if spans else None

    def _verb(self, low: str) -> bool:
        if low in self.adjectives or "-" in low:
            return False
        return low.endswith(("ed", "ing")) and len(low) > 4

    def _one(self, text: str, at: int) -> tuple[int, int] | None:
        """A run of up to three words before the next stop, where no plural ends it sooner."""
        if body := self.body.match(text, at):
            noun = self._one(text, body.end())
            return (body.start(1), noun[1]) if noun else None
        start = end = None
        pos = at + 1 if text[at : at + 1] == "-" else at
        for _ in range(3):
            match = _WORD.match(text, pos)
            if not match or match[1].lower() in self.stops:
                break
            if start is not None and self._verb(match[1].lower()):
                break
            start = match.start(1) if start is None else start
            end = pos = match.end(1)
            if match[1].lower() in self.changes or self.is_plural(match[1]):
                break
        return (start, end) if start is not None and end is not None else None
