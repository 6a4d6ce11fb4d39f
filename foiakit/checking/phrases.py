"""Runs the checks that are only phrases over the parts of a letter that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from foiakit.library.check import PhraseCheck
from foiakit.library.collection import Library
from foiakit.model.errors import Problem
from foiakit.model.finding import Finding, Severity
from foiakit.model.letter import Clause, Letter, plain
from foiakit.scanning.phrases import Phrasebook, phrasebook
from foiakit.scanning.words import words

MOST_SEEN = 2_000
"""Texts whose findings are kept."""

_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]")


@dataclass(frozen=True, slots=True)
class Books:
    """The phrases of all checks, ready to be found: what fires, and what makes it right."""

    checks: dict[str, PhraseCheck]
    fires: Phrasebook
    excuses: Phrasebook
    problems: tuple[Problem, ...]
    seen: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    """What fired on a text that was looked at before: most clauses stand in every letter of a batch."""


def books(library: Library) -> Books:
    """The checks of the library as two phrasebooks, kept with the library."""
    kept: Books | None = library.__dict__.get("_phrase_checks")
    if kept is None:
        checks, problems = library.checks.all()
        kept = library.__dict__["_phrase_checks"] = Books(
            checks,
            phrasebook((id, check.any) for id, check in checks.items()),
            phrasebook((id, check.unless) for id, check in checks.items() if check.unless),
            problems,
        )
    return kept


def fired(text: str, these: Books) -> dict[str, str]:
    """The checks that fire on a text, each with the words that it saw. Quotations are not looked at."""
    own = _QUOTED.sub("“…”", text)
    seen: dict[str, str] = {}
    excused: set[str] = set()
    for sentence in re.split(r"(?<=[.?!;])\s+", own):
        tokens = words(sentence)
        excused.update(name for name, _, _ in these.excuses.find(tokens))
        for name, first, after in these.fires.find(tokens):
            seen.setdefault(name, sentence[tokens.starts[first] : tokens.ends[after - 1]])
    return {name: text for name, text in seen.items() if name not in excused}


def check_phrases(letter: Letter, these: Books) -> Iterator[Finding]:
    """What the phrase checks find in one letter."""
    federal = letter.recipient.jurisdiction == "us"
    for place, where, text in _parts(letter):
        if text not in these.seen:
            if len(these.seen) >= MOST_SEEN:
                these.seen.clear()
            these.seen[text] = fired(text, these)
        for id, said in these.seen[text].items():
            check = these.checks[id]
            if check.law == ("state" if federal else "federal") or not _looks_at(check.where, where):
                continue
            yield Finding(
                rule=id.split("-")[0],
                severity=Severity(check.severity),
                place=f"{letter.recipient.id}, {place}",
                says=f"“{said}”: {check.says}",
                fix=check.fix,
                authorities=check.authorities,
            )


def _looks_at(wanted: str, where: str) -> bool:
    return wanted in {"body", where} or where.startswith(f"{wanted}/")


def _parts(letter: Letter) -> Iterator[tuple[str, str, str]]:
    """Each part of a letter: its place in a message, what kind of part it is, and its words."""
    for item in letter.items:
        yield f"item {item.number}", "items", item.words
    for clause in letter.clauses:
        yield f"clause {clause.id}", clause.id, clause_words(clause)


def clause_words(clause: Clause) -> str:
    """All that a clause says, as plain text."""
    texts = [clause.heading or ""]
    for block in clause.blocks:
        texts += [plain(block.spans), *(plain(bullet) for bullet in block.bullets)]
    return " ".join(t for t in texts if t)
