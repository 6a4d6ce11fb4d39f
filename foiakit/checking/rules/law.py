"""L: is the law that a letter states the recipient's own, in force, and stated with the act's own numbers?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from foiakit.checking.phrases import clause_words
from foiakit.checking.rule import Case, Found, rule
from foiakit.law import LawInForce, law_for
from foiakit.model.errors import FoiakitError
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter

_DAYS = re.compile(
    r"\b(?:within|in) (\w+(?:-\w+)?) ?(?:\(\d+\) )?((?:business|working|calendar|federal working)[ -])?days?\b", re.I
)
_NUMERALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_WORDS = {word: number for number, word in enumerate(_NUMERALS.split())}
STALE = 365
"""Days after which a pack that nobody checked again is said to be old."""


def _law(letter: Letter, case: Case) -> LawInForce | None:
    home = case.requester.residence if case.requester else None
    try:
        return law_for(case.library, letter.recipient, on=letter.dated, resident_of=home)
    except FoiakitError:
        return None


def _numbers(law: LawInForce) -> set[int]:
    """Every number of days that the law in force states somewhere."""
    found: set[int] = set()
    within = [c.within for c in law.clocks] + [c.extension.within for c in law.clocks if c.extension]
    within += [getattr(part, "within", None) for part in (law.appeal, law.silence, law.expedite, law.court)]
    for limit in within:
        if limit is not None and limit.number is not None:
            found.add(int(limit.number))
    return found


@rule(
    "L01",
    "no-law",
    Severity.ERROR,
    looks_at="letter",
    fix="Leave the clause opening/request on: it names the act.",
)
def no_law(letter: Letter, case: Case) -> Iterator[Found]:
    """A letter that names no act can be treated as mere correspondence, and some acts demand their name."""
    words = " ".join([letter.subject, *map(clause_words, letter.clauses)])
    if letter.act not in words:
        yield Found(f"the letter does not name the {letter.act}")


@rule(
    "L05",
    "false-deadline",
    Severity.ERROR,
    looks_at="letter",
    fix="Use the pack's sentence (timing/clocks), or take the number out.",
)
def false_deadline(letter: Letter, case: Case) -> Iterator[Found]:
    """A number of days that the act does not set tells the office that nobody looked."""
    law = _law(letter, case)
    if law is None:
        return
    known = _numbers(law)
    for clause in letter.clauses:
        for found in _DAYS.finditer(clause_words(clause)):
            said = found.group(1).lower()
            number = int(said) if said.isdigit() else _WORDS.get(said)
            if number is not None and number not in known and clause.source.kind != "law":
                yield Found(
                    f"“{found.group()}”: {law.name}'s law in force sets no such number", at=f"clause {clause.id}"
                )


@rule(
    "L06",
    "wrong-deadline-kind",
    Severity.WARNING,
    looks_at="letter",
    authorities=["crew-v-fec"],
    fix="Say what is due by then in the act's own words: an acknowledgement, a determination, or the records.",
)
def wrong_deadline_kind(letter: Letter, case: Case) -> Iterator[Found]:
    """A deadline may be to acknowledge, to decide or to produce; a determination is not yet the records."""
    law = _law(letter, case)
    if law is None or any(c.due == "production" for c in law.clocks):
        return
    for clause in (c for c in letter.clauses if c.source.kind != "law"):
        words = clause_words(clause)
        if re.search(r"\b(?:produce|provide|deliver|send)\b[^.]{0,40}\brecords\b[^.]{0,60}\bwithin \w+", words, re.I):
            yield Found("the letter wants the records by a day that the act sets for something else", at=clause.id)


@rule(
    "L10",
    "stale-pack",
    Severity.WARNING,
    looks_at="letter",
    fix="Check the act's text against the pack, and set checked.on.",
)
def stale_pack(letter: Letter, case: Case) -> Iterator[Found]:
    """Statutes change; a pack that nobody checked for a year may state a law that is gone."""
    checked: date = case.library.laws[letter.law].checked.on
    if (letter.dated - checked).days > STALE:
        yield Found(f"the law of {letter.law} was last checked on {checked}")
