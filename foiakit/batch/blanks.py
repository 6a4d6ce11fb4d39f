"""Blanks for a recipient's names, and what else its letter may depend on: two of one kind get the same letter but for
their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from foiakit.batch.addressees import Addressee
from foiakit.batch.entry import normal
from foiakit.composing import prose
from foiakit.drafting.draft import ContactFacts, Recipient
from foiakit.model.office import Contact, Office

_COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area|Municipality)$")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [\w.’'-]+)*")
_FIRST = [f"Zq{a}{b}" for a in "abcdefgh" for b in "rstvwxyz"]
_NEXT = [f"Zq{a}{b}" for a in "jkmnop" for b in "rstvwxyz"]
"""Words that stand for the first and the further words of a name; no release, law or template holds them."""

BLANK = re.compile(r"\b[Zz]q[a-h][r-z](?: [Zz]q[j-p][r-z])*\b")
"""One blank, even where two stand side by side."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """What the blanks of one recipient's letter stand for, and its kind.

    `kind` is equal for two recipients whose letters differ in nothing but their blanks: it holds all that is known of
    the office and of the row, with blanks for the names, and what the language of a letter makes depend on a name.
    """

    values: Mapping[str, str]
    kind: tuple[object, ...]

    def filled(self) -> dict[str, str]:
        """Each form that a blank can have in a letter, with what stands there in this recipient's."""
        out: dict[str, str] = {}
        for value, blank in self.values.items():
            out[blank] = value
            out[prose.uncapital(blank)] = prose.uncapital(value)
            out[blank.casefold()] = normal(value)
        return out

    def hidden(self, text: str) -> str:
        """A text of this recipient's with blanks for its names."""
        if text in self.values:
            return self.values[text]
        for value, blank in self.values.items():
            text = _replaced(text, value, blank)
        return text


def blanks_of(addressee: Addressee, office: Office, release: str) -> Blanks | None:
    """The blanks of a recipient; None where its letter is one of a kind: several offices, or names that are no names.

    Args:
        release: The text of the releases: a name that stands there may be written otherwise.
    """
    if len(addressee.recipients) != 1 or office.intake not in {None, office.id}:
        return None
    recipient = addressee.recipients[0]
    stem = _COUNTY.sub("", office.county or "") or office.city or ""
    if stem and not _NAME.fullmatch(stem):
        return None
    blanks = _Choice(stem, release)
    try:
        kind = (
            *[getattr(office, name) for name in _SAME],
            *[blanks.name(getattr(office, name)) for name in _NAMES],
            blanks.contact(office.contact),
            office.contact.preferred,
            office.contact.as_of,
            office.contact.year_only,
            office.contact.source,
            blanks.contact(recipient.contact),
            blanks.name(recipient.name),
            recipient.custodian,
            recipient.channel,
            *[(name, blanks.fact(value)) for name, value in recipient.facts.items()],
            *[(name, blanks.fact(value)) for name, value in addressee.facts.items()],
            *blanks.traits.values(),
        )
    except StopIteration:
        return None
    return Blanks(blanks.values, kind)


_NAMES = ("name", "short", "county", "city")
_SAME = tuple(f.name for f in fields(Office) if f.name not in {*_NAMES, "id", "intake", "contact"})


class _Choice:
    """Blanks given out as names are met. A name that holds the stem (a county's, a city's) keeps its other words."""

    def __init__(self, stem: str, release: str) -> None:
        self.stem = stem
        self.release = release
        self.values: dict[str, str] = {}
        self.traits: dict[str, tuple[object, ...]] = {}
        self._first, self._next = iter(_FIRST), iter(_NEXT)

    def blank(self, value: str) -> str:
        """The blank of a value, of as many words."""
        if value not in self.values:
            further = [next(self._next) for _ in value.split()[1:]]
            self.values[value] = " ".join([next(self._first), *further])
        return self.values[value]

    def name(self, text: str | None) -> str | None:
        """A name with its blanks; what language makes of it becomes part of the kind."""
        if not text:
            return text
        if text not in self.traits:
            self.traits[text] = _traits(text, self.release)
        made = _replaced(text, self.stem, self.blank(self.stem)) if self.stem and self.stem in text else text
        return self.blank(text) if made == text and _NAME.fullmatch(text) else made

    def fact(self, value: str | tuple[str, ...]) -> object:
        """A fact, or a list of them."""
        return tuple(map(self.name, value)) if isinstance(value, tuple) else self.name(value)

    def contact(self, known: Contact | ContactFacts) -> tuple[object, ...]:
        """How an office is reached: printed as it stands, whatever it is."""
        ways = (known.portal, known.email, known.phone, *known.address)
        return tuple([way and self.blank(way) for way in ways])


def covered(addressee: Addressee, office: Office, blanks: Blanks) -> tuple[Office, Recipient, dict[str, str]]:
    """The office, the recipient and the facts of its row, with blanks for its names."""

    def hide(value: Any) -> Any:
        return tuple(map(hide, value)) if isinstance(value, tuple) else value and blanks.hidden(value)

    contact, given = office.contact, addressee.recipients[0].contact
    ways = ("portal", "email", "phone", "address")
    reached = replace(contact, **{way: hide(getattr(contact, way)) for way in ways})
    bare = replace(office, id="", intake=None, contact=reached, **{n: hide(getattr(office, n)) for n in _NAMES})
    changes = {
        "id": "",
        "name": hide(addressee.recipients[0].name),
        "contact": ContactFacts(**{way: hide(getattr(given, way)) for way in ways}),
        "facts": {name: hide(value) for name, value in addressee.recipients[0].facts.items()},
    }
    facts = {name: hide(value) for name, value in addressee.facts.items()}
    return bare, addressee.recipients[0].model_copy(update=changes), facts


def _replaced(text: str, value: str, blank: str) -> str:
    """The text with each `value` that is a word of its own replaced."""
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        alone = (at == 0 or not _wordly(text[at - 1])) and (end == len(text) or not _wordly(text[end]))
        put = blank if alone else value
        text = text[:at] + put + text[end:]
        at = text.find(value, at + len(put))
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
