"""P: does the letter ask for what is left, for particulars of a refusal, and that nothing is thrown away meanwhile?"""

from __future__ import annotations

from collections.abc import Iterator

from foiakit.checking.rule import Case, Found, rule
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter

MANY = 3
"""Items from which it helps to ask for the first records first."""


def _lacks(letter: Letter, clause: str) -> bool:
    return bool(letter.items) and all(c.id != clause for c in letter.clauses)


@rule(
    "P01",
    "no-segregation",
    Severity.WARNING,
    looks_at="letter",
    authorities=["mead-data"],
    fix="Switch the clause denial/segregable back on.",
)
def no_segregation(letter: Letter, case: Case) -> Iterator[Found]:
    """One exempt line can take a whole record with it unless the rest is asked for."""
    if _lacks(letter, "denial/segregable"):
        yield Found("the letter does not ask for what is left after deletions")


@rule(
    "P02",
    "no-denial-particulars",
    Severity.WARNING,
    looks_at="letter",
    fix="Switch the clause denial/particulars back on.",
)
def no_denial_particulars(letter: Letter, case: Case) -> Iterator[Found]:
    """A refusal without its provision, its reason and its extent cannot be weighed or appealed."""
    if _lacks(letter, "denial/particulars"):
        yield Found("the letter does not ask for the particulars of a refusal")


@rule(
    "P03",
    "no-preservation",
    Severity.HINT,
    looks_at="letter",
    fix="Switch the clause timing/preservation back on.",
)
def no_preservation(letter: Letter, case: Case) -> Iterator[Found]:
    """Video, logs and messages are kept for weeks; a request takes months."""
    if _lacks(letter, "timing/preservation"):
        yield Found("the letter does not ask that the records be kept meanwhile")


@rule(
    "P04",
    "no-interim",
    Severity.HINT,
    looks_at="letter",
    authorities=["28-cfr-16.5"],
    fix="Switch the clause timing/interim back on, and name the first items (options.first).",
)
def no_interim(letter: Letter, case: Case) -> Iterator[Found]:
    """With several items, the easy ones need not wait for the hard ones; it is asked for, not owed."""
    if len(letter.items) > MANY and _lacks(letter, "timing/interim"):
        yield Found(f"{len(letter.items)} items, and no word on sending them as they become ready")
