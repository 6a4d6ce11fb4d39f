"""Numbers that say nothing by the words beside them: "Title 8", "Pier Nine", "in 2008", "these two goals"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foiakit.model.claim import Span
from foiakit.scanning.counted import Counted
from foiakit.scanning.lexicon import NotFigures
from foiakit.scanning.units import Units

_BEFORE = re.compile(r"([A-Za-z§][A-Za-z.'’-]*|§+)[ \t\u00a0]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_CASE = re.compile(r"\b[a-z]{5,}")
"""None stands in a headline, whose words all begin with a capital."""
_BEGINS = frozenset(("", ".", ":", ";", "•", "-", "–", "—"))
"""What stands before the first word of a sentence or of a list entry."""
_PLACING = frozenset(("around", "near", "over", "under", "by"))
_WINDOW = 34


@dataclass(frozen=True, slots=True)
class IdleNumbers:
    """Tells numbers that only name, date or point at something. Made once for a library."""

    labels: frozenset[str]
    function: frozenset[str]
    pointing: frozenset[str]
    not_one_after: frozenset[str]
    not_one_before: re.Pattern[str]
    like_years: re.Pattern[str]
    bound_before: re.Pattern[str]
    counted: Counted
    units: Units

    @classmethod
    def of(cls, words: NotFigures, counted: Counted, units: Units, bound_before: re.Pattern[str]) -> IdleNumbers:
        """With the words of templates/scanning/not-figures.yaml."""
        return cls(
            labels=frozenset(w.lower() for w in words.labels),
            function=frozenset(words.function_words),
            pointing=frozenset(words.pointing),
            not_one_after=frozenset(words.not_one_after),
            not_one_before=re.compile(rf"[ \t\u00a0]+(?:{'|'.join(words.not_one_before)})\b", re.I),
            like_years=re.compile(rf"[ \u00a0](?:{'|'.join(words.counted_like_years)})\b"),
            bound_before=bound_before,
            counted=counted,
            units=units,
        )

    def says_nothing(self, text: str, span: Span, value: float, *, ranged: bool) -> bool:
        """True where the number at `span` is no figure.

        Args:
            value: The number itself.
            ranged: It is the lower end of a range that ends at `span`'s end.
        """
        start, end = span
        found = _BEFORE.search(text, max(0, start - _WINDOW), start)
        before = found[1] if found else ""
        plain = before.lower().rstrip(".")
        if plain == "per" or plain in self.labels:
            return True
        if text[start].isalpha():
            return self._in_words(text, span, value, before, plain)
        following = text[end : end + 1]
        if (following.isalpha() or (following in ("/", ":") and text[end + 1 : end + 2].isdigit())) and not (
            self.units.begins(text, end)
        ):
            return True
        if ranged:
            return False
        if _YEAR.fullmatch(text, start, end):
            return self._is_year(text, start, end, plain)
        capital = before[:1].isupper() and (plain not in self.function or (len(before) > 1 and before.isupper()))
        if not capital or self.units.begins(text, end) or "," in text[start:end]:
            return False
        inside = found is not None and text[: found.start()].rstrip()[-1:] not in _BEGINS
        return self.counted.after(text, end) is None or (inside and bool(_SENTENCE_CASE.search(text)))

    def _in_words(self, text: str, span: Span, value: float, before: str, plain: str) -> bool:
        start, end = span
        low = text[start:end].lower()
        if self.units.begins(text, end):
            return value < 10 and plain in self.pointing
        if text[end : end + 1] == "-":
            return True  # "two-way"
        if text[start].isupper() and before[:1].isupper() and plain not in self.function:
            return bool(_SENTENCE_CASE.search(text))  # "Pier Nine"
        if value < 10 and (plain in self.pointing or (plain == "the" and low == "two")):
            return True
        if low != "one":
            return False
        unsaid = plain in self.not_one_after or bool(self.not_one_before.match(text, end))
        return unsaid or self.counted.after(text, end, one=True) is None

    def _is_year(self, text: str, start: int, end: int, plain: str) -> bool:
        if self.units.begins(text, end):
            return False
        counts = bool(self.like_years.match(text, end))
        if self.bound_before.search(text, max(0, start - _WINDOW), start):
            return plain in _PLACING and not counts
        return not counts or plain in self.function
