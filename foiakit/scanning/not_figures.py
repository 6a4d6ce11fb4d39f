"""Numbers in stretches that count nothing: addresses, telephone numbers, clock times, ages, law, identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foiakit.model.claim import Span
from foiakit.scanning.lexicon import NotFigures
from foiakit.scanning.numerals import either
from foiakit.scanning.tokens import Token

_GAP = r"[ \u00a0]"
_MERIDIEM = r"(?:[ap]\.?[ \u00a0]?m\b\.?|noon\b|midnight\b|o['’]clock\b)"
_HOUR = rf"\d{{1,2}}(?::\d{{2}})?{_GAP}?"
_CLOCK = rf"{_HOUR}(?:[-–—]|to|until|and)?{_GAP}?(?:{_HOUR})?{_MERIDIEM}|\b\d{{1,2}}:\d{{2}}\b"
_TELEPHONE = (
    r"(?:\+?1[-. ])?\(?\b\d{3}\)?[-. \u00a0]{1,2}\d{3}[-.]\d{4}\b|\b1-[0-9A-Z]{3}-[0-9A-Z-]{4,9}\b|\b\d{3}-\d{4}\b"
    r"|\b9-1-1\b|\b911\b(?=[ -](?:call|dispatch|cent|operator|system|tape|record|audio)|[.,;)](?!\d))"
    r"|(?<=[Dd]ial )[2-9]11\b|(?<=[Cc]all )[2-9]11\b|(?<=to )911\b"
)
_ADDRESS_LIKE = r"\b(?:https?://|www\.)\S+"
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")
_LAW_WORDS = ("pub", "p", "public", "h", "s", "eo", "e", "executive", "ors", "rcw", "a", "nrs", "mcl")
_LAW = (
    rf"\b\d+{_GAP}(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Fed\. ?Reg\.|F\.(?:2d|3d|Supp)|Stat\.|U\.S\.)"
    rf"(?:{_GAP}(?:§+|[Ss]ections?|[Pp]art)?{_GAP}?[\d.]+(?:\(\w+\))*(?:[-–]\d+)?)?"
    r"|\b(?:Pub\.? ?L\.|P\.L\.|Public Law|H\.R\.|H\.J\. Res\.|S\.|EO|E\.O\.|Executive Order|ORS|RCW|A\.R\.S\.|NRS|MCL)"
    rf"{_GAP}?(?:No\.{_GAP})?\d[\w.-]*"
)
_IDENTIFIER = (
    r"\b[A-Za-z]+[-–]?\d[\w-]*|\b\d+[A-Za-z]{1,2}[-–]?\d[\w-]*|\b\d+(?:\([a-z0-9]+\))+|#[ ]?\d[\w-]*"
    r"|\b\d+(?:[-–]\d+){2,}\b|\b\d{2}-\d{4,}\b|\b\d{2,}[-–][A-Z]+[-–]?\d*\b"
    r"|\b\d+/\d+(?:/\d+)?\b(?! ?(?:mile|inch|cent|of|mi))|\b\d+(?:\.\d+){2,}\b"
    r"|[’']\d0s\b|\[\d{1,3}\]|\b\d+[-– ]\d+/\d+(?:[\"”″]|-inch)?"
)
_ENTRY = rf"^\d{{1,2}}[.)]{_GAP}+(?=[A-Z“\"])"
"""The number of a list's entry."""
_ORDINAL = r"\b\d+(?:st|nd|rd|th)\b|\b\d{2,4}['’]?s\b"
_AGE_AFTER = (
    r"\b(?:\d{1,3})[- ](?:year|month|week|day)s?[- ](?:olds?\b|of age\b)"
    rf"|\b\d{{1,3}}{_GAP}(?:and|or|years and|years or){_GAP}(?:older|younger|over|under)\b"
    r"|(?<=[a-z], )\d{1,3}(?=,(?!\d)| (?:was|is|were|has|had|of [A-Z]))|(?<=,[”\"’] )\d{1,3}(?=,(?!\d))"
)
_QUARTERS = r"(?:block of|N\.?|S\.?|E\.?|W\.?|NE|NW|SE|SW|N\.?[EW]\.?|S\.?[EW]\.?|North|South|East|West)"


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds stretches of text whose numbers are names."""

    pattern: re.Pattern[str]
    starts: frozenset[str]

    @classmethod
    def of(cls, words: NotFigures) -> Naming:
        """With the words of templates/scanning/not-figures.yaml."""
        street = (
            rf"\b\d+[A-Z]?{_GAP}(?:{_QUARTERS}{_GAP})*(?:(?:[A-Z][\w.'’]*|\d+(?:st|nd|rd|th)){_GAP}){{1,4}}"
            rf"(?:{either(words.streets)})\b\.?"
            rf"|\b\d+{_GAP}block of\b|\b\d+{_GAP}(?:(?:Hwy\.?|Highway|Route|Rte\.?){_GAP}\d+|Broadway)\b"
        )
        zip_code = r"\b[A-Z]{2}[ \u00a0]+\d{5}(?:-\d{4})?\b|(?<=[A-Z]\.[A-Z]\. )\d{5}(?:-\d{4})?\b"
        years = rf"\d{{1,3}}(?:{_GAP}?(?:[-–]|to|through|and|or){_GAP}?\d{{1,3}})?\b"
        age = rf"\b(?:{either(words.age_before)})(?:{_GAP}of)?{_GAP}(?:between{_GAP})?{years}"
        starts = frozenset({*words.age_before, *_LAW_WORDS, "http", "https", "www"})
        parts = (
            _ADDRESS_LIKE,
            _TELEPHONE,
            _LAW,
            _CLOCK,
            street,
            zip_code,
            age,
            _AGE_AFTER,
            _ORDINAL,
            _IDENTIFIER,
            _ENTRY,
        )
        return cls(re.compile("|".join(parts)), starts)

    def spans(self, text: str, tokens: list[Token]) -> list[Span]:
        """Stretches in which no number is a figure."""
        found = [m.span() for m in _MAIL.finditer(text)] if "@" in text else []
        end = 0
        numbers = {start for low, start, _ in tokens if low[0].isdigit()}
        for low, start, stop in tokens:
            if start < end:
                continue
            if start in numbers:
                at = start - 1 if start and text[start - 1] in "([#'’+" else start
                match = self.pattern.match(text, at) or (self.pattern.match(text, start) if at < start else None)
            elif low in self.starts or low[-1].isdigit() or stop + 1 in numbers:
                match = self.pattern.match(text, start)
            else:
                continue
            if match:
                end = match.end()
                found.append(match.span())
        return found
