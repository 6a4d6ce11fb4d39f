"""Citations of law in a text: which there are, whose law they cite, and whether they are that law's living sections.

Every pack says by its `citations` patterns what its own citations look like; a section of the same code outside them
(a superseded one) is found as well, and does not belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foiakit.library.collection import Library
from foiakit.library.law import SECTIONS, Act, LawPack
from foiakit.library.provision import Provision

if TYPE_CHECKING:
    from foiakit.law.in_force import LawInForce

# What stands before the first section of a code: "Cal. Gov. Code", "5 ILCS", "Md. Code Ann., Gen. Prov.".
_CODE = re.compile(r"(?:\d+(?:-[A-Z])? )?[A-Z][^§\d;(]*?(?= (?:§|\d|chs?\. \d|art\. [IVX]|tit\. \d|cl\. \d))")
_NUMBER = r"-?\d[\w/]*(?:[.:-]\w+)*|\.\d+"
_PARAGRAPH = r"\([A-Za-z0-9.-]{1,5}\)(?:\d\.)?"
_ROMAN = r"[IVX]+(?:-[a-z])?\b"
_MARK = r"§§?|chs?\.|cls?\.|art\.|subds?\.|tit\.|RCW\b"
_STEP = rf"(?:{_MARK}|{_NUMBER}|{_PARAGRAPH}|{_ROMAN}|to(?= [\d(§-])|and(?= (?!\d+ [A-Z])[\d(§])|et seq\.)"
# "MCL 15.235(2), 10 business days": a number that counts something is no further section.
_SECTIONS = rf"(?:(?:,(?! \d+ (?!et |to |and )[a-z])|;(?= (?:§|ch\.)))?[ -]?{_STEP}(?!\w))+"
_REPORTER = r"(?:[A-Z][\w.']*\s?)+(?:[234]d|4th)?"
_CASE = re.compile(
    rf"[A-Z][\w.,'&\- ]+? (?:v\.|ex rel\.) [\w.,'&\- ]+?, (?:\d+ {_REPORTER} \d+|\d{{4}}[ -][A-Z]+[-\w. ()]*)"
    rf"(?:, \d+ {_REPORTER} \d+)*(?: \((?:[\w. ]+ )?\d{{4}}\))?"
)
_FEDERAL_RULES = r"\d+ C\.F\.R\."
_SESSION_LAW = re.compile(
    r"(?:[A-Z][\w\- ]+ Act(?: of \d{4})?, )?Pub\. L\. (?:No\. )?\d+-\d+(?:, § \d+)?(?:, \d+ Stat\. \d+(?:, \d+)?)?"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as it stands in a text. `law` is the jurisdiction whose code it cites ("us-tx"); None for a case."""

    text: str
    law: str | None
    start: int

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)


def parse(text: str, library: Library) -> tuple[Citation, ...]:
    """Every citation in a text, in order: of any code that some pack knows, and of cases."""
    codes, pattern = _codes(library)
    found = [
        Citation(match.group().rstrip(" ,;-"), codes.get(match.group("code").strip(), "us"), match.start())
        for match in pattern.finditer(text)
    ]
    found += [Citation(match.group(), "us", match.start()) for match in _SESSION_LAW.finditer(text)]
    taken = [(c.start, c.end) for c in found]
    for match in _CASE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(Citation(match.group(), None, match.start()))
    return tuple(sorted(found, key=lambda c: c.start))


def belongs(citation: Citation, law: LawInForce | LawPack) -> bool:
    """Whether it is a living citation of this law: one of its patterns matches it, and no act of it replaced it."""
    acts = (law.act,) if isinstance(law.act, Act) else law.act
    roots = [re.escape(old.removesuffix(" et seq.")) for act in acts for old in act.replaces]
    if any(re.match(rf"{root}(?![\w-])", citation.text) for root in roots):
        return False
    return any(re.match(pattern, citation.text) for pattern in law.citations)


def foreign(text: str, law: LawInForce, library: Library) -> tuple[Citation, ...]:
    """Citations in a text that are not this law's own, or that it superseded. Cases belong to nobody and pass."""
    return tuple(c for c in parse(text, library) if c.law is not None and not belongs(c, law))


def malformed(cite: str, library: Library) -> str | None:
    """What of a citation cannot be read, or None where it is whole: one citation or several, parted by semicolons."""
    rest = cite
    for found in parse(cite, library):
        rest = rest.replace(found.text, "", 1)
    rest = rest.strip(" ,;")
    return rest or None


def cited(pack: LawPack) -> Iterable[tuple[str, str]]:
    """Every citation that a pack prints, with the path of its field; superseded ones are not among them."""
    for section in ("act", "clock", "demands", "exemptions", *SECTIONS):
        for index, provision in enumerate(getattr(pack, section)):
            yield from _cites(provision, f"{section}.{index}")


def _cites(provision: Provision, path: str) -> Iterable[tuple[str, str]]:
    if provision.cite:
        yield f"{path}.cite", provision.cite
    extension = getattr(provision, "extension", None)
    if extension is not None:
        yield from _cites(extension, f"{path}.extension")


@lru_cache(maxsize=8)
def _codes(library: Library) -> tuple[dict[str, str], re.Pattern[str]]:
    """Each code's name with its jurisdiction, and one pattern that finds any of them with its sections."""
    codes: dict[str, str] = {}
    good, _ = library.laws.all()
    for id, pack in good.items():
        old = [replaced for act in pack.act for replaced in act.replaces]
        for cite in [*(cite for _, cite in cited(pack)), *old]:
            for part in cite.split("; "):
                if " v. " not in part and (code := _CODE.match(part)):
                    codes.setdefault(code.group(), id)
    written, _ = library.authorities.all()
    for authority in written.values():
        coded = authority.kind in {"statute", "regulation"} and not _SESSION_LAW.search(authority.cite)
        if coded and (code := _CODE.match(authority.cite)):
            codes.setdefault(code.group(), authority.jurisdiction)
    names = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    return codes, re.compile(rf"(?<![\w.])(?P<code>{names}|{_FEDERAL_RULES}){_SECTIONS}")
