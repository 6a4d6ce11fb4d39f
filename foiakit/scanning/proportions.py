"""Shares, multiples and ranks: "one in five", "nearly half", "two-thirds", "doubled", "third-largest", "ranked 5th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foiakit.model.claim import Span, Unit
from foiakit.scanning.lexicon import Numbers
from foiakit.scanning.numerals import Numerals, either
from foiakit.scanning.tokens import Token, matches

_SP = r"[ \t\u00a0]"
_COMPARED = re.compile(r"\s+(?:the|its|their|that|as)$", re.I)
_NO_PART = (
    rf"(?!-?\w|{_SP}+(?:of{_SP}+)?an?{_SP}+(?:dozen|hundred|thousand|million|billion)\b|{_SP}+(?:hour|day|mile|dozen|million|billion|year|century|time|marathon|brother|sister|inch|pound"
    rf"|acre|party)\b)"
)


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share, multiple or rank before its bound is known."""

    span: Span
    value: float | int
    unit: Unit
    of: Span | None = None


@dataclass(frozen=True, slots=True)
class Proportions:
    """Finds shares, multiples and ranks."""

    spelled: re.Pattern[str]
    digits: re.Pattern[str]
    numerals: Numerals
    parts: dict[str, int]
    wholes: frozenset[int]
    times: dict[str, float]
    ordinals: dict[str, int]
    hint: frozenset[str]
    starts: frozenset[str]
    after: dict[str, frozenset[str]]

    @classmethod
    def of(cls, words: Numbers, numerals: Numerals) -> Proportions:
        """With the words of templates/scanning/numbers.yaml."""
        small = either([*words.ones, *words.teens, *words.tens])
        magnitude = either(["hundred", *words.magnitudes])
        upper = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{small}|(?:an?|one|ten){_SP}(?:{magnitude}))"
        joint = rf"[- ](?:in|out{_SP}of)(?:{_SP}every)?[- ]|{_SP}of{_SP}every{_SP}"
        parts = either(words.parts)
        alone = rf"(?:(?<=\s)|^)half{_NO_PART}"
        ranked = (
            rf"(?:(?P<ordinal>{either(words.ordinals)}|\d{{1,3}}(?:st|nd|rd|th))[- ](?:{either(words.superlatives)})\b"
        )
        ranked += rf"|(?:{either(words.ranking)}){_SP}+(?:as{_SP}+)?(?:the{_SP}+)?(?:in{_SP}+)?"
        ranked += (
            rf"(?P<place>(?:No\.{_SP}?|number{_SP}|\#){upper}|\d{{1,3}}(?:st|nd|rd|th)|{either(words.ordinals)})\b)"
        )
        in_digits = (
            rf"\b(?P<few>\d{{1,3}}|{small})(?:{joint}|{_SP}(?P<noun>[a-z]+){_SP}in{_SP}(?:every{_SP})?(?=\d"
            rf"|ten\b))(?P<many>{upper})\b(?!%)"
        )
        bounded = rf"(?<={_SP})(?:{either(words.times_bounded)})\b"
        spelled = (
            rf"{in_digits}|(?P<rank>{ranked})"
            rf"|\b(?P<over>{small}|an?)(?P<dash>[- ])(?P<part>{parts})(?P<plural>s?){_NO_PART}"
            rf"|(?P<half>{alone})"
            rf"|\b(?P<times>{either(words.times)})\b|(?P<bounded>{bounded})|\b(?P<fold>{small})fold\b"
        )
        hint = {*words.parts, *words.ordinals, *words.ranking, *words.times_bounded} - {"first", "second"}
        hint |= {w.rsplit(" ", 1)[0].split()[0] if " " in w else w for w in words.times} - {"to", "will", "would"}
        hint |= {"first", "second", *(f"{n}fold" for n in (*words.ones, *words.teens, *words.tens))}
        return cls(
            spelled=re.compile(spelled, re.I),
            digits=re.compile(rf"{in_digits}|(?P<rank>{ranked})", re.I),
            numerals=numerals,
            parts=dict(words.parts),
            wholes=frozenset(words.wholes),
            times={**words.times, **words.times_bounded},
            ordinals=dict(words.ordinals),
            hint=frozenset(hint),
            starts=frozenset(hint | numerals.hint | {w.split()[0] for w in words.times}),
            after={"a": frozenset(words.parts), "an": frozenset(words.parts)},
        )

    def find(
        self, text: str, tokens: list[Token], is_bounded: re.Pattern[str], *, spelled: bool
    ) -> Iterator[Proportion]:
        """The proportions of a text.

        Args:
            is_bounded: Matches text that ends in a bound; a bare "half" or "double" needs one, or an "of" behind it.
        """
        pattern = self.spelled if spelled else self.digits
        for match in matches(pattern, text, tokens, self.starts, self.after):
            found = self._share(text, match) if match["few"] else self._rank(match) if match["rank"] else None
            if found is None and spelled and not match["few"] and not match["rank"]:
                found = self._word(text, match, is_bounded)
            if found is not None:
                yield found

    def _share(self, text: str, match: re.Match[str]) -> Proportion | None:
        few, many = self.numerals.value(match["few"]), self.numerals.value(match["many"])
        if many not in self.wholes or few >= many or few > 10:
            return None
        if few > 1 and match["few"].isdigit() and " in " in match[0] and not match["many"].endswith("0"):
            return None  # "2 in 5 counties" counts two things
        return Proportion(match.span(), few / many, Unit.SHARE, match.span("noun") if match["noun"] else None)

    def _rank(self, match: re.Match[str]) -> Proportion | None:
        word = (match["ordinal"] or match["place"]).lower()
        if word in self.ordinals:
            return Proportion(match.span(), self.ordinals[word], Unit.RANK)
        number = re.sub(r"(?<=\d)(?:st|nd|rd|th)$|^(?:no\.|number|#)\s*", "", word)
        return Proportion(match.span(), self.numerals.value(number), Unit.RANK)

    def _word(self, text: str, match: re.Match[str], is_bounded: re.Pattern[str]) -> Proportion | None:
        start, end = match.span()
        bounded = bool(is_bounded.search(text, max(0, start - 34), start))
        of = bool(re.match(rf"{_SP}+(?:of|the|its|their|all|our)\b", text[end : end + 8]))
        if match["part"]:
            over = 1 if match["over"].lower() in {"a", "an"} else self.numerals.value(match["over"])
            under = self.parts[match["part"].lower()]
            if (over > 1) != bool(match["plural"]) or over >= under:
                return None
            of = of or text[:start].endswith("by ")
            if over == 1 and not (of or (match["dash"] == "-" and match["over"].lower() == "one")):
                return None
            return Proportion(match.span(), over / under, Unit.SHARE)
        if match["half"]:
            before = text[:start].rstrip().rsplit(" ", 1)[-1].lower()
            if before in {"first", "second", "last", "latter", "other", "top", "bottom", "and", "a", "one"}:
                return None
            return Proportion(match.span(), 0.5, Unit.SHARE) if bounded or of or before == "by" else None
        if match["fold"]:
            return Proportion(match.span(), self.numerals.value(match["fold"]), Unit.TIMES)
        if match["bounded"]:
            return Proportion(match.span(), self.times[match[0].lower()], Unit.TIMES) if bounded else None
        words = re.sub(r"\s+", " ", match[0].lower())
        tail = _COMPARED.search(match[0])
        return Proportion((start, end - (len(tail[0]) if tail else 0)), self.times[words], Unit.TIMES)
