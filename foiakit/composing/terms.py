"""What templates see: the release, the office, the period and the fields, as plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from foiakit.composing import prose
from foiakit.composing.result import Missing, Stopped
from foiakit.composing.sandbox import View
from foiakit.drafting.draft import Pick, Recipient
from foiakit.library.kind import Holding
from foiakit.library.request import RequestTemplate
from foiakit.model.office import Office
from foiakit.model.release import Release
from foiakit.model.suggestion import FieldValue

if TYPE_CHECKING:
    from foiakit.offices.directory import Directory

_GENERIC = re.compile(
    r"\b(System|Database|Registry|Network|Program|Index|Repository|Warehouse|Environment|Module|File)s?( \([^)]+\))?$"
)
"""Names that end so are descriptions as much as names."""

COMMON = ("period", "parties", "subject", "place")
"""Fields that every pick may hold, whatever its template."""


def the_name(office: Office) -> str:
    """The office within a sentence: "the FBI", "ICE", "the Imperial County Sheriff's Office"."""
    takes = office.the if office.short else office.the_full
    return f"the {office.abbreviated}" if takes else office.abbreviated


def the_full_name(office: Office) -> str:
    """The office by its full name within a sentence, with the abbreviation where there is one."""
    name = f"the {office.name}" if office.the_full else office.name
    return f"{name} ({office.short})" if office.short and office.short != office.name else name


def office_view(offices: Sequence[Office], issuer_id: str | None) -> View:
    """The recipient, or several that one intake letter reaches, as one name."""
    one = offices[0]
    names = [o.abbreviated for o in offices]
    return View(
        name=prose.listed([o.name for o in offices]),
        short=prose.listed(names),
        the_name=prose.listed([the_name(o) for o in offices]),
        full_name=prose.listed([the_full_name(o) for o in offices]),
        is_issuer=any(o.id == issuer_id for o in offices),
        body=one.body.value,
        kind=one.kind,
        id=one.id,
        regulation=one.regulation or "",
        unit=one.unit or "",
        county=one.county or "",
        city=one.city or "",
        systems=list(one.systems),
        several=len(offices) > 1,
    )


def release_view(release: Release, kind: str, issuer: Office | None) -> View:
    """The release in words; what is not known is ""."""
    name = release.issuer or (issuer.name if issuer else "")
    return View(
        issuer=name,
        issuer_short=issuer.abbreviated if issuer else name,
        the_issuer=the_name(issuer) if issuer else prose.named(name),
        full_issuer=the_full_name(issuer) if issuer else prose.named(name),
        title=release.title or "",
        kind=kind,
        date=prose.long_date(release.date) if release.date else "the day of the release",
        dated=release.date is not None,
        url=release.url or "",
    )


def holding_view(holding: Holding | None) -> View:
    """Words about the recipient's kind of office for this topic; what is not known is empty."""
    return View(
        system=(holding.system or "") if holding else "",
        row=(holding.row or "") if holding else "",
        fields=list(holding.fields) if holding else [],
        places=list(holding.places) if holding else [],
    )


def fields_view(
    index: int, pick: Pick, template: RequestTemplate, recipient: Recipient, directory: Directory, text: str
) -> tuple[View, str | None]:
    """The template's blanks as words, and the period as an interval.

    What the recipient's own facts say comes before what the draft says; a blank that must be filled and is not stops
    the letter with its question.

    Args:
        text: The release, whose abbreviations may stand for a party's name.

    Raises:
        Stopped: A field is unknown to the template, empty though it must not be, or no period.
    """
    values: dict[str, str] = dict.fromkeys(COMMON, "")
    missing: list[Missing] = []
    given: Mapping[str, str | tuple[str, ...]] = {**pick.fields, **recipient.facts}
    for name in pick.fields:
        if name not in template.fields and name not in COMMON:
            missing.append(_unknown(index, name, pick, template))
    for name, spec in template.fields.items():
        value = given.get(name) or spec.default or ""
        if not value and not spec.optional:
            missing.append(
                Missing(
                    kind="field",
                    at=f"picks.{index}.fields.{name}",
                    says=f"{pick.id}: {spec.ask} “{name}” is empty",
                    ask=spec.ask,
                    remedy=f"Fill fields.{name} of the pick {pick.id} in the draft.",
                )
            )
        values[name] = _words(name, value, directory, text, listed=spec.type == "list")
    for name in COMMON:
        if name not in template.fields:
            values[name] = _words(name, given.get(name, ""), directory, text, listed=name == "parties")
    period, span = "", None
    first = last = None
    if values["period"]:
        try:
            first, last = prose.interval(values["period"])
        except ValueError as error:
            missing.append(
                Missing(
                    kind="field",
                    at=f"picks.{index}.fields.period",
                    says=f"{pick.id}: {error}",
                    ask="Which period? First and last day.",
                    remedy="Write it as 2008-01-01/2008-12-31.",
                )
            )
        else:
            period, span = prose.period(first, last), f"{first or '..'}/{last or '..'}"
    if missing:
        raise Stopped(*missing)
    if "period" not in template.fields:
        span = None
    view = View(values)
    view["period"] = View(
        words=period,
        whole=prose.whole_period(first, last),
        given=bool(period),
        start=prose.long_date(first) if first else "",
        end=prose.long_date(last) if last else "",
        years=prose.years(first, last),
    )
    return view, span


def _words(name: str, value: FieldValue, directory: Directory, text: str, *, listed: bool) -> str:
    """A field within a sentence. Parties and systems take the article that their names want."""
    if name == "system":
        return prose.listed([_system(v) for v in ((value,) if isinstance(value, str) else value)])
    if isinstance(value, str):
        return value
    if name == "parties" and listed:
        return prose.listed([_party(v, directory, text) for v in value])
    return prose.listed(list(value))


def _system(name: str) -> str:
    """ "the Automated Biometric Identification System (IDENT)", but "IDENT"."""
    return prose.with_the(name) if _GENERIC.search(name) else name


def _party(name: str, directory: Directory, text: str) -> str:
    """A party within a sentence: by its abbreviation where the release uses it ("ICE", "the FBI"), else by its name."""
    known = _known_as(directory).get(name)
    if known is None:
        return prose.named(name)
    short, takes, takes_in_full = known
    if short and re.search(rf"\b{re.escape(short)}\b", text):
        return f"the {short}" if takes else short
    return f"the {name}" if takes_in_full else name


def _known_as(directory: Directory) -> dict[str, tuple[str | None, bool, bool]]:
    """By name and by abbreviation: the abbreviation, and whether it and the name take an article. Kept with the
    library."""
    kept: dict[str, tuple[str | None, bool, bool]] | None = directory.library.__dict__.get("_known_as")
    if kept is None:
        kept = {}
        for row in directory.index.offices.values():
            the, short = row.get("the", "both"), row.get("abbreviation")
            known = (short, the in {"both", "abbreviation"}, the in {"both", "name"})
            kept.setdefault(row["name"], known)
            if short:
                kept.setdefault(short, known)
        directory.library.__dict__["_known_as"] = kept
    return kept


def _unknown(index: int, name: str, pick: Pick, template: RequestTemplate) -> Missing:
    from difflib import get_close_matches

    known = [*template.fields, *(n for n in COMMON if n not in template.fields)]
    near = get_close_matches(name, known, 1)
    return Missing(
        kind="field",
        at=f"picks.{index}.fields.{name}",
        says=f"{pick.id}: “{name}” is no field of {pick.template}",
        remedy=f"Did you mean {near[0]}?" if near else f"Its fields are {', '.join(known)}.",
    )
