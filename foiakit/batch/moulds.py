"""Letters worked out once for all recipients of a kind: composed with blanks for their names, and filled for each.

Two offices under one law, of one kind, with the same facts known of them get the same letter but for their names. Such
a letter is composed once with blanks in place of the names; then only the blanks are filled. Whatever the language of a
letter does with a name (its article, a small first letter, a list with commas) is part of what "the same" means, and
the first letter of each kind is also composed in full and must come out equal, or the kind is never moulded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from foiakit.batch.addressees import Addressee
from foiakit.batch.entry import normal
from foiakit.composing import prose
from foiakit.composing.result import Composed
from foiakit.drafting.draft import ContactFacts, Recipient
from foiakit.model.finding import Finding, Severity
from foiakit.model.letter import Letter
from foiakit.model.office import Office

_COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area|Municipality)$")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [\w.’'-]+)*")
_MOST = 200
"""Kinds kept at a time."""

_WORDS = [f"Zq{a}{b}" for a in "abcdefghijklmnop" for b in "xyzvwtsr"]
"""Words that stand for those of names; no release, law or template holds them."""

BLANK = re.compile(r"\b[Zz]q[a-p][r-z](?: [Zz]q[a-p][r-z])*\b")


@dataclass(frozen=True, slots=True)
class Blanks:
    """A recipient with blanks for its names, and what each blank stands for."""

    office: Office
    recipient: Recipient
    facts: Mapping[str, str]
    values: tuple[tuple[str, str], ...]
    kind: tuple[object, ...]
    """Equal for two recipients whose letters differ in nothing but their blanks."""

    def filled(self) -> dict[str, str]:
        """Each form that a blank can have in a letter, with what stands there in this recipient's."""
        out: dict[str, str] = {}
        for blank, value in self.values:
            out[blank] = value
            out[prose.uncapital(blank)] = prose.uncapital(value)
            out[blank.casefold()] = normal(value)
        return out


def blanked(addressee: Addressee, office: Office, release: str) -> Blanks | None:
    """The recipient with blanks; None where its letter is one of a kind: several offices, or names that are no names.

    Args:
        release: The text of the releases: a name that stands there may be written otherwise.
    """
    if len(addressee.recipients) != 1 or office.intake not in {None, office.id}:
        return None
    recipient = addressee.recipients[0]
    words = iter(_WORDS)
    values: dict[str, str] = {}  # value -> blank
    stem = _COUNTY.sub("", office.county or "") or office.city or ""
    if stem and not _NAME.fullmatch(stem):
        return None
    traits: list[object] = []

    def blank(value: str) -> str:
        if value not in values:
            values[value] = " ".join(next(words) for _ in value.split())
        return values[value]

    def hidden(text: str | None) -> str | None:
        """A name with its blanks; its traits become part of the kind."""
        if not text:
            return text
        made = text
        if stem:
            made = _hidden(text, stem, blank)
        if made == text and _NAME.fullmatch(text):
            made = blank(text)
        traits.append(_traits(text, release))
        return made

    try:
        covered = replace(
            office,
            id="",
            intake=None,
            name=hidden(office.name) or "",
            short=hidden(office.short),
            county=hidden(office.county),
            city=hidden(office.city),
        )
        facts = {name: hidden(value) or "" for name, value in addressee.facts.items()}
        contact, given = office.contact, recipient.contact
        covered = replace(
            covered,
            contact=replace(
                contact,
                email=blank(contact.email) if contact.email else None,
                address=tuple(blank(line) for line in contact.address),
                phone=blank(contact.phone) if contact.phone else None,
                portal=blank(contact.portal) if contact.portal else None,
            ),
        )
        shown = ContactFacts(
            portal=blank(given.portal) if given.portal else None,
            email=blank(given.email) if given.email else None,
            address=tuple(blank(line) for line in given.address),
            phone=blank(given.phone) if given.phone else None,
        )
        known = {
            name: tuple(hidden(v) or "" for v in value) if isinstance(value, tuple) else hidden(value) or ""
            for name, value in recipient.facts.items()
        }
        asked = recipient.model_copy(
            update={"id": "", "name": hidden(recipient.name), "contact": shown, "facts": known}
        )
    except StopIteration:
        return None
    traits.append(tuple(len(v.split()) for v in values))
    kind = (covered, asked.model_dump_json(), tuple(facts.items()), tuple(traits))
    return Blanks(covered, asked, facts, tuple((b, v) for v, b in values.items()), kind)


def _hidden(text: str, stem: str, blank: Callable[[str], str]) -> str:
    """The text with each `stem` that is a word of its own replaced by its blank."""
    at = text.find(stem)
    while at >= 0:
        end = at + len(stem)
        alone = (at == 0 or not _wordly(text[at - 1])) and (end == len(text) or not _wordly(text[end]))
        put = blank(stem) if alone else stem
        text = text[:at] + put + text[end:]
        at = text.find(stem, at + len(put))
    return text


def _wordly(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _traits(name: str, release: str) -> tuple[object, ...]:
    """What the language of a letter may make depend on a name."""
    return (
        prose.with_a(name)[:2],
        prose.with_the(name) == name,
        prose.named(name) == name,
        prose.uncapital(name) == name,
        prose.capital(name) == name,
        "," in name,
        name in release,
        name[-1:].isalnum(),
        len(name.split()),
        any(map(str.isdigit, name)),
        name.isprintable(),
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """What recipients of one kind share: the letter with blanks, and what the checks say of it."""

    letter: Letter
    findings: tuple[Finding, ...]


class Moulds:
    """The kinds that were met, and their letters with blanks.

    Args:
        compose: Composes the letter to an office that is in no directory, and checks it.
        release: As for `blanked`.
    """

    def __init__(
        self,
        compose: Callable[[Office, Recipient, Mapping[str, str]], tuple[Composed, tuple[Finding, ...]]],
        release: str,
    ) -> None:
        self._compose = compose
        self._release = release
        self._casts: dict[tuple[object, ...], Cast | None] = {}
        self._seen: set[tuple[object, ...]] = set()

    def blanks_of(self, addressee: Addressee, office: Office) -> Blanks | None:
        """The recipient with blanks; see `blanked`."""
        return blanked(addressee, office, self._release)

    def cast(self, blanks: Blanks) -> Cast | None:
        """The letter with blanks for recipients like this one; None where there is none (yet)."""
        return self._casts.get(blanks.kind)

    def learn(self, blanks: Blanks, office: Office, letter: Letter, findings: tuple[Finding, ...]) -> None:
        """Takes a letter that was composed in full, and makes the mould of its kind when a second one comes.

        One that has errors, or that the filled mould does not equal, is never moulded.
        """
        kind = blanks.kind
        if kind in self._casts:
            return
        if kind not in self._seen:
            self._seen.add(kind)
            return
        if len(self._casts) >= _MOST:
            self._casts.clear()
        self._casts[kind] = None
        composed, found = self._compose(blanks.office, blanks.recipient, blanks.facts)
        if len(composed.letters) != 1 or composed.missing or any(f.severity is Severity.ERROR for f in found):
            return
        made = composed.letters[0]
        told = [(f.rule, f.severity, f.waived) for f in found]
        if told == [(f.rule, f.severity, f.waived) for f in findings] and filled(made, blanks, office) == letter:
            self._casts[kind] = Cast(made, found)


def filled(letter: Letter, blanks: Blanks, office: Office) -> Letter:
    """The letter to this office: every blank filled, and the office itself in its place."""
    values = blanks.filled()
    made: Letter = _filled(letter, values)
    addressed = replace(made.recipient, id=office.id, intake=office.intake)
    stem = office.id.replace("/", "-")
    return replace(made, recipient=addressed, components=(addressed,), stem=stem)


def fill_text(text: str, values: Mapping[str, str]) -> str:
    """A text with its blanks filled."""
    return BLANK.sub(lambda found: values[found[0]], text) if "q" in text else text


def _filled(value: Any, values: Mapping[str, str]) -> Any:
    if isinstance(value, str) and type(value) is str:
        return fill_text(value, values)
    if isinstance(value, tuple):
        return tuple(_filled(v, values) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            f.name: new for f in fields(value) if (new := _filled(old := getattr(value, f.name), values)) is not old
        }
        return replace(value, **changes) if changes else value
    return value
