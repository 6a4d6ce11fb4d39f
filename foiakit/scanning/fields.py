"""The blanks of a template filled from the claim. What is not there stays empty: it is asked for, never invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from foiakit.library.request import FieldSpec, RequestTemplate
from foiakit.model.claim import Claim, Figure, Mention, Period, Role, Unit
from foiakit.model.release import Passage, Release
from foiakit.model.suggestion import FieldValue


def fields(
    template: RequestTemplate, family: str, passage: Passage, claim: Claim, release: Release
) -> dict[str, FieldValue]:
    """The fields of a template that the claim fills, by name.

    A field with a `default` and nothing in the claim takes the default. A list stays a list; where a text is asked for
    and there are several names, they are joined for prose.
    """
    filled: dict[str, FieldValue] = {}
    for name, spec in template.fields.items():
        value = _value(spec, family, passage, claim, release)
        if value:
            filled[name] = value
    return filled


def _value(spec: FieldSpec, family: str, passage: Passage, claim: Claim, release: Release) -> FieldValue:
    found: tuple[str, ...] = ()
    if spec.source is not None and spec.source in SOURCES:
        found = SOURCES[spec.source](family, passage, claim, release)
    if not found:
        return spec.default or ""
    if spec.type == "list":
        return found
    return found[0] if spec.type == "period" else _joined(found)


def _joined(parts: tuple[str, ...]) -> str:
    if len(parts) < 3:
        return " and ".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for n in names if n))


def best_period(claim: Claim, family: str, issued: date | None) -> Period | None:
    """The period that the request is about: a plan's for what is planned, else the one that has begun."""
    known = [p for p in claim.periods if p.start or p.end]
    if not known:
        return None
    if family in {"implementation", "budget"} or issued is None:
        return known[0]
    begun = [p for p in known if (p.start is not None and p.start <= issued) or (p.end is not None and p.end <= issued)]
    return (begun or known)[0]


def _period(family: str, _passage: Passage, claim: Claim, release: Release) -> tuple[str, ...]:
    period = best_period(claim, family, release.date)
    return (period.interval,) if period else ()


def _span(family: str, passage: Passage, claim: Claim, release: Release) -> tuple[str, ...]:
    """From the first day of the earlier to the last of the later, where a passage compares two periods.

    A single day beside longer periods is when something was said or done, and no end of what is compared.
    """
    begun = [p for p in claim.periods if p.start and p.end and (release.date is None or p.start <= release.date)]
    compared = [p for p in begun if p.start != p.end] or begun
    starts, ends = [p.start for p in compared if p.start], [p.end for p in compared if p.end]
    if len(compared) < 2:
        return _period(family, passage, claim, release)
    return (f"{min(starts)}/{max(ends)}",)


def best_figure(claim: Claim, *units: Unit) -> Figure | None:
    """The first figure in one of the units; of any, where none are named."""
    return next((f for f in claim.figures if not units or f.unit in units), None)


def _figure(*units: Unit) -> Callable[[str, Passage, Claim, Release], tuple[str, ...]]:
    def read(_family: str, _passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
        figure = best_figure(claim, *units)
        return (figure.text,) if figure else ()

    return read


def _subject(_family: str, _passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
    return tuple(f.of for f in claim.figures if f.of)[:1]


def _parties(_family: str, _passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
    named = claim.parties or claim.agencies
    return _unique(m.name for m in named if m.role is not Role.SPEAKER) if len(named) > 1 or claim.parties else ()


def _of_role(role: Role) -> Callable[[str, Passage, Claim, Release], tuple[str, ...]]:
    def read(_family: str, _passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
        named: tuple[Mention, ...] = (*claim.systems, *claim.agencies, *claim.parties)
        return _unique(_said(m) for m in named if m.role is role)

    return read


def _said(mention: Mention) -> str:
    """A name in the release's words; the directory's where the release only abbreviates."""
    words = mention.text.removesuffix("'s").removesuffix("’s")
    return mention.name if words.isupper() or "\n" in words else words


def _systems(_family: str, _passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
    return _unique(m.name for m in claim.systems if m.role not in {Role.PROGRAMME, Role.VENDOR})


def _places(_family: str, _passage: Passage, claim: Claim, release: Release) -> tuple[str, ...]:
    return _unique(m.name if m.text.lower().startswith("the ") else m.text for m in claim.places)[:1]


def _speaker(_family: str, _passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
    return (claim.speaker.name,) if claim.speaker else ()


def _quote(family: str, passage: Passage, claim: Claim, _release: Release) -> tuple[str, ...]:
    from foiakit.scanning.quotes import quote

    return (quote(passage, claim, family),)


def _title(_family: str, _passage: Passage, _claim: Claim, release: Release) -> tuple[str, ...]:
    return (release.title,) if release.title else ()


def _issuer(_family: str, _passage: Passage, _claim: Claim, release: Release) -> tuple[str, ...]:
    return (release.issuer,) if release.issuer else ()


SOURCES: dict[str, Callable[[str, Passage, Claim, Release], tuple[str, ...]]] = {
    "claim.period": _period,
    "claim.span": _span,
    "claim.figure": _figure(),
    "claim.count": _figure(Unit.COUNT),
    "claim.amount": _figure(Unit.USD),
    "claim.percent": _figure(Unit.PERCENT, Unit.SHARE),
    "claim.subject": _subject,
    "claim.parties": _parties,
    "claim.system": _systems,
    "claim.programme": _of_role(Role.PROGRAMME),
    "claim.vendor": _of_role(Role.VENDOR),
    "claim.place": _places,
    "claim.speaker": _speaker,
    "claim.quote": _quote,
    "release.title": _title,
    "release.issuer": _issuer,
}
"""What the `from` of a field may name."""
