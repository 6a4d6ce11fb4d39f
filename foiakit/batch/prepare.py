"""A plan becomes what all its letters share: releases read and scanned, picks, requester. Done once, in one process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from foiakit.batch import patterns
from foiakit.batch.local import Names, Own, localised, names_in
from foiakit.batch.plan import Plan, full
from foiakit.drafting.draft import Draft, Pick
from foiakit.drafting.keep import corrected, requester_of
from foiakit.drafting.profile import Requester
from foiakit.drafting.start import letter, new_draft
from foiakit.library.collection import Library
from foiakit.model.errors import FoiakitError
from foiakit.model.office import Office
from foiakit.model.release import Release
from foiakit.model.suggestion import Scan

EVERYONE = "*"
"""In a batch every pick is held by whoever the table names."""

ALL_PICKS = "*"


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A plan with everything opened that it names. `written` are the fields that the plan itself writes, by pick."""

    title: str
    draft: Draft
    releases: Mapping[str, Release]
    requester: Requester
    names: Names
    written: Mapping[str, Mapping[str, str | tuple[str, ...]]]
    on: date

    def picks_for(self, office: Office, facts: Mapping[str, str]) -> tuple[Pick, ...]:
        """The picks as this office is asked about them."""
        own = Own.of(office, facts)
        seen = {"office": own.office, "county": own.county, "city": own.city, **facts}
        return tuple(self._pick(pick, own, seen) for pick in self.draft.picks)

    def _pick(self, pick: Pick, own: Own, facts: Mapping[str, str]) -> Pick:
        fields = localised(pick.fields, self.names, own)
        for key in (ALL_PICKS, pick.id):
            for name, value in self.written.get(key, {}).items():
                if isinstance(value, tuple):
                    fields[name] = tuple(patterns.fill(v, facts) for v in value)
                else:
                    fields[name] = patterns.fill(value, facts)
        return pick.model_copy(update={"fields": {k: v for k, v in fields.items() if v}})


def prepare(plan: Plan, library: Library, *, on: date, scans: Sequence[Scan] | None = None) -> Prepared:
    """Reads and scans the releases, and picks what the plan picks.

    Args:
        on: The letters' date, unless the plan sets one.
        scans: The plan's releases where they are scanned already.

    Raises:
        FoiakitError: A release, a passage, a template or the requester is not there; what there is, is named.
    """
    if scans is None:
        scans = [_scanned(plan, index, library) for index in range(len(plan.releases))]
    picks, templates = _chosen(plan, scans)
    draft = new_draft(scans, picks, library=library, templates=templates, requester=plan.requester, folder=plan.folder)
    references = {
        letter: reference.model_copy(update=_corrections(plan, index))
        for index, (letter, reference) in enumerate(draft.releases.items())
    }
    picked = tuple(p.model_copy(update={"held_by": (EVERYONE,)}) for p in draft.picks)
    folder = draft.folder
    draft = draft.model_copy(
        update={"releases": references, "picks": picked, "recipients": (), "options": plan.options}
    ).beside(folder)
    requester = requester_of(draft)
    assert requester is not None
    draft = draft.model_copy(update={"requester": requester}).beside(folder)
    by_release = dict(zip(draft.releases, scans, strict=True))
    claims = [by_release[p.release].passage(p.id[2:]).claim for p in picked]
    prepared = Prepared(
        title=plan.title,
        draft=draft,
        releases={letter: corrected(scan.release, references[letter]) for letter, scan in by_release.items()},
        requester=requester,
        names=names_in(claims),
        written={key if key == ALL_PICKS else full(key): fields for key, fields in plan.fields.items()},
        on=plan.date or on,
    )
    _check_patterns(plan)
    return prepared


def _scanned(plan: Plan, index: int, library: Library) -> Scan:
    from foiakit.drafting.kept import copy_of
    from foiakit.reading import read_with_bytes
    from foiakit.scanning import scan

    source = plan.releases[index]
    name = source.file if "://" in source.file else str(plan.folder / Path(source.file).expanduser())
    known = {k: v for k, v in _corrections(plan, index).items() if k in {"url", "title", "issuer", "date"}}
    release, raw = read_with_bytes(name)
    if "://" in name:
        copy_of(release, raw, plan.path, letter(index)).write()
    return scan(replace(release, **known), library)


def _corrections(plan: Plan, index: int) -> dict[str, Any]:
    """What the plan knows better of a release than its file."""
    source = plan.releases[index]
    keys = ("url", "title", "issuer", "issuer_id", "date", "kind")
    return {k: v for k in keys if (v := getattr(source, k)) is not None}


def _chosen(plan: Plan, scans: Sequence[Scan]) -> tuple[list[str], dict[str, str]]:
    """The passages to ask about and the templates named for them."""
    if plan.select is None:
        return [full(p) for p in plan.picks], {full(p): t for p, t in plan.templates.items()}
    select = plan.select
    found: list[tuple[float, int, int, str, str]] = []
    for index, scan in enumerate(scans):
        for at, scanned in enumerate(scan.passages):
            for suggestion in scanned.suggestions:
                if suggestion.score > select.above and (not select.families or suggestion.family in select.families):
                    pick = f"{chr(ord('A') + index)}:{scanned.passage.id}"
                    found.append((-suggestion.score, index, at, pick, suggestion.template))
                    break
    if not found:
        raise FoiakitError(
            f"select: no suggestion {'of ' + ', '.join(select.families) + ' ' if select.families else ''}"
            f"scores above {select.above}",
            remedy="“foiakit scan” shows the scores; lower select.above.",
        )
    best = sorted(found)[: select.at_most]
    in_reading_order = sorted(best, key=lambda f: f[1:3])
    templates = {pick: template for *_, pick, template in in_reading_order}
    return list(templates), {**templates, **{full(p): t for p, t in plan.templates.items() if full(p) in templates}}


def _check_patterns(plan: Plan) -> None:
    facts = {*plan.recipients.facts, "office", "county", "city"}
    for pick, fields in plan.fields.items():
        for name, value in fields.items():
            for text in (value,) if isinstance(value, str) else value:
                patterns.check(text, facts, f"fields.{pick}.{name}")
    patterns.check(plan.output.name, {*plan.recipients.facts, "id", "name", "jurisdiction"}, "output.name")
