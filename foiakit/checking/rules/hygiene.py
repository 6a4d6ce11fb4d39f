"""B, H: is the letter whole, its own, and free of what only a machine would write?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foiakit.checking.phrases import clause_words
from foiakit.checking.rule import Case, Found, rule
from foiakit.drafting.blank_profile import BLANK_NAME
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter

_UNFILLED = re.compile(r"\{\{|\}\}|\{%|\[[A-Z][A-Z /_-]{2,}\]|‹[^›]*›|\bNone\b|\bundefined\b|_{4,}")
_MARKUP = re.compile(r"\*\*|^#{1,6} |`|</?[a-z]{1,8}>|&(?:amp|nbsp|lt|gt);")


def _parts(letter: Letter) -> Iterator[tuple[str, str]]:
    """The letter's own words, part by part, without quotations from the release."""
    yield "subject", letter.subject
    yield "sender", " ".join(letter.sender)
    yield "addressee", " ".join(letter.addressee)
    for item in letter.items:
        yield f"item {item.number}", re.sub(r"“[^”]*”", "", item.words)
    for clause in letter.clauses:
        yield f"clause {clause.id}", re.sub(r"“[^”]*”", "", clause_words(clause))


@rule(
    "B01",
    "unfilled",
    Severity.ERROR,
    looks_at="letter",
    fix="Fill it in the draft, or take the sentence out.",
)
def unfilled(letter: Letter, case: Case) -> Iterator[Found]:
    """A placeholder that is sent tells the office that nobody read the letter."""
    if case.requester is not None and case.requester.name == BLANK_NAME:
        yield Found(f"the requester's name is still “{BLANK_NAME}”", "Write your own name in the profile.", at="sender")
    for place, words in _parts(letter):
        if found := _UNFILLED.search(words):
            yield Found(f"“{found.group()}” is not filled", at=place)


@rule(
    "B02",
    "leaked-recipient",
    Severity.ERROR,
    looks_at="letter",
    fix="Take the other office's name out of the clause.",
)
def leaked_recipient(letter: Letter, case: Case) -> Iterator[Found]:
    """The other office's name in the address, or in a clause in the person's own words, is the slip of a mail merge."""
    ours = {letter.recipient.id, *(o.id for o in letter.components)}
    others = {o.recipient.name for o in case.letters if o.recipient.id not in ours}
    theirs = " ".join([*letter.addressee, letter.recipient.name])
    own = {f"clause {c.id}" for c in letter.clauses if c.source.kind == "person"}
    for place, words in _parts(letter):
        for name in others:
            if place in own | {"addressee"} and name in words and name not in theirs:
                yield Found(f"the letter to {letter.recipient.name} names {name}", at=place)


@rule(
    "H01",
    "markup-residue",
    Severity.WARNING,
    looks_at="letter",
    fix="Write the words without marks; emphasis belongs to the template.",
)
def markup_residue(letter: Letter, case: Case) -> Iterator[Found]:
    """Asterisks, hashes and tags in a printed letter show that it was pasted."""
    for place, words in _parts(letter):
        if found := _MARKUP.search(words):
            yield Found(f"“{found.group()}” is left of markup", at=place)
