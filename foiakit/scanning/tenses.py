"""Whether the words around a date speak of what was, what is or what is to come: which June is meant by "June"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from foiakit.scanning.lexicon import Calendar
from foiakit.scanning.numerals import SPACE, either

_BEFORE, _AFTER = 120, 80
"""Characters on either side within which a word speaks of a date."""
_BESIDE = 24
"""A present verb farther from the date than this says nothing of it: “is in custody after a March 3 shooting”."""
_ADVERBS = rf"(?:{SPACE}(?:not|also|now|then|first|only|soon|still|currently|already|\w+ly))*"
_COUNTED_FROM = re.compile(rf"\b(?:hours|days|weeks|months){SPACE}(?:of|from|after){SPACE}$", re.I)
"""“Within 30 days of May 14” counts from a day that is near, whatever is due then."""
_ARTICLE = re.compile(r"\b(?:an?|the|its|their|our|his|her|this|these|those|each|any|all|of|for|with|and|or) $", re.I)
_LEAD = re.compile(
    rf"(?:^|[,;:–—]{SPACE}|\b(?:and|but|that|where|when){SPACE})"
    rf"(?:on|in|from|between|by|beginning|starting|during|until|through|since|after|before)?"
    rf"(?:{SPACE}(?:on|in|the))*{SPACE}?$",
    re.I,
)
"""What stands before a date that opens its clause."""

_LINK = re.compile(
    rf"{SPACE}(?:between|from|in|on|by|during|before|after)(?:{SPACE}the)?{SPACE}"
    rf"(?:[A-Z][a-z]+\.?{SPACE}(?:\d{{1,2}}{SPACE})?(?:and|to|through|until){SPACE})?"
)
"""Between a participle and its dates: “submitted between ”, “submitted between May 1 and ”."""
_UNTIL = re.compile(
    rf"(?:(?:{SPACE}(?:and|to|through|until)|[ ]?[-–—])(?:{SPACE}[A-Z][a-z]+\.?)?(?:{SPACE}\d{{1,2}})?)?{SPACE}"
)
"""The other end of a range, between its first and the verb: “submitted between May 1 and June 1 will be considered”."""


class Tense(Enum):
    """What the words around a date say of it."""

    BEGUN = "begun"
    """After "since" or "took effect": it cannot lie ahead, however soon."""
    PAST = "past"
    PRESENT = "present"
    AHEAD = "ahead"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Tenses:
    """Finds the tense at a place of a text. Made once for a library."""

    cues: re.Pattern[str]
    begun: re.Pattern[str]
    starts: re.Pattern[str]
    ends: re.Pattern[str]

    @classmethod
    def of(cls, words: Calendar) -> Tenses:
        """With the words of templates/scanning/calendar.yaml."""
        own = rf"(?!(?:{either(words.announcing)})\b)"  # what is announced need not lie in the past
        ahead = (
            rf"\b(?:(?:will|shall|would|must|may|should|is{SPACE}to|are{SPACE}to){_ADVERBS}"
            rf"(?:{SPACE}(?:be|have))?{_ADVERBS}{SPACE}[a-z]+(?:,?{SPACE}(?:and|or){SPACE}[a-z]+ed\b)?"
            rf"|to{SPACE}be{SPACE}[a-z]+|(?:has|have|had){SPACE}(?:until|through)\b)|(?<!\w)(?i:{either(words.ahead)})\b"
        )
        present = (
            rf"\b(?:is|are)\b(?:{_ADVERBS}(?:{SPACE}being)?{SPACE}(?!(?:{either(words.ahead)})\b)[a-z]+ed\b)?"
            rf"|\b(?i:{either(words.standing)})\b"
        )
        past = (
            rf"\b(?:was|were|been){_ADVERBS}{SPACE}(?:{either(words.standing)})\b|\b(?i:{either(words.past)})\b"
            rf"|\b{own}[a-z]+(?:(?<!e)ed|greed|freed|nteed)\b(?<!hundred)(?<!sacred)"
        )
        begun = {word for word in words.starts if "since" in word or word.startswith(("took", "went"))}
        return cls(
            cues=re.compile(rf"(?P<ahead>{ahead})|(?P<present>{present})|(?P<past>{past})"),
            begun=re.compile(rf"\b(?:{either(begun)}){SPACE}$", re.I),
            starts=re.compile(rf"\b(?:{either(set(words.starts) - begun)}){SPACE}$", re.I),
            ends=re.compile(rf"\b(?:{either(words.ends)})(?:{SPACE}the)?{SPACE}$", re.I),
        )

    def at(self, text: str, start: int, end: int) -> Tense:
        """The tense of the verb that a stretch of a text belongs to: the nearest before it, else the first after it.

        Where the stretch opens a clause (“…, and on March 3 it will …”) the one after it goes first.
        """
        found = self._cues(text, max(0, start - _BEFORE), start)
        ahead = self._cues(text, end, end + _AFTER)
        if self.begun.search(text, max(0, start - 24), start):
            return Tense.BEGUN
        if _COUNTED_FROM.search(text, max(0, start - 16), start):
            return Tense.PRESENT
        opening = _LEAD.search(text, max(0, start - 24), start) is not None
        ends = self.ends.search(text, max(0, start - 24), start)
        if ahead and (not found or (opening and text[end : end + 1] not in {",", ".", ";"})):
            return self._of(ahead[0], 0)
        if ends and ahead and ahead[0].lastgroup == "ahead" and not text[end : ahead[0].start()].strip():
            return Tense.AHEAD  # “comments received by June 30 will be read”
        if (
            found
            and ahead
            and found[-1].lastgroup == "past"
            and ahead[0].lastgroup != "past"
            and _LINK.fullmatch(text, found[-1].end(), start)
            and _UNTIL.fullmatch(text, end, ahead[0].start())
        ):
            return Tense.PRESENT  # what is submitted in between need not be there yet
        tense = self._of(found[-1], start - found[-1].end()) if found else Tense.UNSAID
        if tense is Tense.PRESENT and len(found) > 1 and found[-2].lastgroup == "ahead":
            return Tense.AHEAD  # “the deadline for bids is June 30”, “begins in March and continues in July”
        if tense is Tense.UNSAID and ends:
            return Tense.PRESENT
        if tense is not Tense.AHEAD and self.starts.search(text, max(0, start - 24), start):
            return Tense.PRESENT  # “beginning in June” is not said of a June long past
        return tense

    def _cues(self, text: str, start: int, end: int) -> list[re.Match[str]]:
        return [cue for cue in self.cues.finditer(text, start, end) if not self._idle(text, cue)]

    def _of(self, cue: re.Match[str], gap: int) -> Tense:
        tense = Tense(cue.lastgroup)
        return Tense.UNSAID if tense is Tense.PRESENT and gap > _BESIDE else tense

    def _idle(self, text: str, cue: re.Match[str]) -> bool:
        """True of “the expanded season” and “its goal”, where no verb is said, and of “due to”, which gives a cause."""
        if cue[0].lower() == "due":
            return text.startswith(" to ", cue.end())
        said, after = cue[0].lower(), text[cue.end() : cue.end() + 4]
        noun = said == "goal" and not after.startswith((" of", " is", " to", " for"))
        participle = cue.lastgroup == "past" and said.endswith("ed") and " " not in said
        return (noun or participle) and bool(_ARTICLE.search(text, max(0, cue.start() - 8), cue.start()))
