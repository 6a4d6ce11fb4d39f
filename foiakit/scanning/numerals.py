"""Numbers as they are written: "1,204", "twenty-one", "two hundred and fifty", "a dozen", "1.2 million"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foiakit.scanning.lexicon import Numbers

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d+)?|\.\d+"
"""A number in digits. More than fifteen digits in a run are an identifier, not a number."""

SPACE = r"[ \t\u00a0]+"
"""What stands between two words of a line."""


def either(words: object) -> str:
    """A regex that matches any of the words, the longest first."""
    listed = sorted((str(w) for w in words), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "|".join(re.escape(w).replace(r"\ ", SPACE) for w in listed)


@dataclass(frozen=True, slots=True)
class Numerals:
    """Reads numbers. `spelled` and `number` are regex sources, to be compiled without regard to case."""

    spelled: str
    number: str
    units: dict[str, int]
    magnitudes: dict[str, int]
    dozens: dict[str, int]
    hint: frozenset[str]
    """Words of which one at least stands in any spelled number."""

    @classmethod
    def of(cls, words: Numbers) -> Numerals:
        """The numbers that a lexicon can spell."""
        tens, ones = either(words.tens), either(words.ones)
        below_hundred = rf"(?:(?:{tens})(?:(?:-|{SPACE})(?:{ones})\b)?|{either(words.teens)}|{ones})"
        joined = rf"(?:{SPACE}(?:and{SPACE})?{below_hundred})?"
        below_thousand = rf"(?:(?:{below_hundred}|an?){SPACE}hundred\b{joined}|{below_hundred})"
        magnitude = either(words.magnitudes)
        dozen = either(w for w in words.dozen if w != "score")
        spelled = (
            rf"(?:half{SPACE}an?{SPACE}(?:{dozen}|{magnitude})"
            rf"|(?:an?|one|three){SPACE}quarters?{SPACE}of{SPACE}an?{SPACE}(?:{magnitude})"
            rf"|a{SPACE}half[- ](?:{dozen}|{magnitude})"
            rf"|an?{SPACE}(?:{dozen}|{magnitude})"
            rf"|{below_hundred}{SPACE}(?:{dozen})"
            rf"|{below_thousand}(?:{SPACE}and{SPACE}a{SPACE}half\b)?"
            rf"(?:(?:{SPACE}|-)(?:{magnitude})\b(?:,?{SPACE}(?:and{SPACE})?{below_thousand}\b)?)*)\b"
        )
        number = rf"(?:(?:{DIGITS})(?:(?:{SPACE}|-)(?:{magnitude})\b)?|{spelled})"
        hint = {*words.ones, *words.teens, *words.tens, *words.magnitudes, *words.dozen, "hundred"} - {"score"}
        units = {**words.ones, **words.teens, **words.tens, "a": 1, "an": 1}
        return cls(spelled, number, units, dict(words.magnitudes), dict(words.dozen), frozenset(hint))

    def value(self, text: str) -> float | int:
        """The number that `text` writes, whole where it is whole.

        >>> from foiakit.library.collection import open_library
        >>> from foiakit.scanning.lexicon import lexicon
        >>> Numerals.of(lexicon(open_library(), "numbers", Numbers)).value("two hundred and fifty")
        250
        """
        text = text.lower().replace(",", "")
        if " of " in text:  # "a quarter of a million"
            parts, magnitude = text.split(" of ")
            return whole(self.value(parts.split()[0]) / 4 * self.value(magnitude))
        total, current = 0.0, 0.0
        for word in re.split(r"[\s\-]+", text.strip()):
            if word in self.units:
                # "and a half": the "a" adds nothing of its own
                current += 0 if word in {"a", "an"} and current else self.units[word]
            elif word == "hundred":
                current = (current or 1) * 100
            elif word in self.magnitudes:
                total += (current or 1) * self.magnitudes[word]
                current = 0
            elif word in self.dozens:
                current = (current or 1) * self.dozens[word]
            elif word == "half":
                current = current + 0.5 if current > 1 else 0.5
            elif word != "and":
                current += float(word)
        return whole(total + current)


def whole(number: float) -> float | int:
    """The number as an int where it is one, without the noise of binary fractions ("4.35 million")."""
    tidy = round(float(f"{number:.14g}"), 6)
    return int(tidy) if tidy == int(tidy) else tidy
