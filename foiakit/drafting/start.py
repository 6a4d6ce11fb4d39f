"""A new draft from scans and picks: fields, periods and holders as the scan found them, for the person to change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from foiakit.drafting.draft import Draft, Pick, Recipient, ReleaseRef
from foiakit.drafting.profile import Requester
from foiakit.drafting.selector import select
from foiakit.library.collection import Library
from foiakit.model.claim import Mention
from foiakit.model.errors import NotFound
from foiakit.model.suggestion import FieldValue, Scan, ScannedPassage, Suggestion
from foiakit.offices import directory

LAST_RESORT = "communications/statement"
"""What a passage gets that the scan does not look at (a page's furniture), where no template is named."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An office proposed for the picked passages: why, and for which."""

    id: str
    reasons: tuple[str, ...]
    picks: tuple[str, ...]


def new_draft(
    scans: Sequence[Scan],
    picks: Iterable[str],
    *,
    library: Library,
    templates: Mapping[str, str] | None = None,
    to: Sequence[str] = (),
    requester: Requester | str | None = None,
    folder: Path | None = None,
) -> Draft:
    """A draft that asks about the picked passages.

    Args:
        scans: The scanned releases; the first is release A.
        picks: Passages as `7.2` (of release A) or `B:3.1`, in the order in which the items are to stand.
        templates: By pick, where the first suggestion is not wanted.
        to: Recipients' ids; none takes the suggested ones.
        requester: The profile, or its path relative to the draft.
        folder: Where the draft will lie; the releases' files are named relative to it.

    Raises:
        NotFound: A pick, a template or a recipient that is not there; what there is, is named.
    """
    chosen = {_full(name): template for name, template in (templates or {}).items()}
    ids = list(dict.fromkeys(_full(p) for p in picks))
    if strangers := [name for name in chosen if name not in ids]:
        raise NotFound(f"{', '.join(strangers)}: a template is named for it, but it is not picked")
    places = directory(library)
    for id in to:
        places.office(id)
    picked = tuple(pick_passage(scans, id, library=library, template=chosen.get(id)) for id in ids)
    if to:  # where nobody is known to hold the records, the offices that the person names are asked
        picked = tuple(p if p.held_by else p.model_copy(update={"held_by": tuple(dict.fromkeys(to))}) for p in picked)
    wanted = tuple(to) or tuple(p.id for p in suggested_recipients(picked))
    releases = {letter(i): reference(scan, folder) for i, scan in enumerate(scans)}
    draft = Draft(
        releases=releases,
        picks=picked,
        recipients=tuple(Recipient(id=id) for id in dict.fromkeys(wanted)),
        requester=requester,
    )
    return draft.beside(folder) if folder else draft


def letter(index: int) -> str:
    """The letter of the release with this index, from 0."""
    return chr(ord("A") + index)


def _full(pick: str) -> str:
    return pick if ":" in pick else f"A:{pick}"


def reference(scan: Scan, folder: Path | None = None) -> ReleaseRef:
    """The release as a draft names it. Its title, issuer and date are read again from the file, not copied."""
    release = scan.release
    file = release.file
    if folder is not None and file != "-" and "://" not in file:
        file = Path(os.path.relpath(Path(file).resolve(), folder.resolve())).as_posix()
    return ReleaseRef(
        file=file,
        sha256=release.sha256,
        url=release.url,
        retrieved=release.retrieved,
        archived=release.archived,
        issuer_id=scan.issuer_id,
    )


def pick_passage(scans: Sequence[Scan], id: str, *, library: Library, template: str | None = None) -> Pick:
    """A passage, picked: with the template's fields filled from the claim.

    Args:
        template: The template to use; None takes the first suggestion.

    Raises:
        NotFound: There is no such release, passage or template.
    """
    full = _full(id)
    scan, scanned = _scanned(scans, full)
    suggestion = _suggestion(scanned, template)
    name = template or (suggestion.template if suggestion else _likeliest(scan, passage_id(full), library))
    passage = scanned.passage
    filled = _filled(scan, scanned, name, suggestion, library)
    from foiakit.scanning import quote

    return Pick(
        id=full,
        at=select(scan.release.text, passage.start, passage.end),
        template=name,
        quote=quote(passage, scanned.claim, name.split("/")[0]),
        fields={key: value for key, value in filled.items() if value},
        held_by=_holders(scan, scanned, suggestion),
    )


def passage_id(full: str) -> str:
    """The passage's id within its release: "7.2" of "A:7.2"."""
    return full.partition(":")[2]


def _scanned(scans: Sequence[Scan], full: str) -> tuple[Scan, ScannedPassage]:
    release, _, passage = full.partition(":")
    letters = {letter(i): scan for i, scan in enumerate(scans)}
    scan = letters.get(release)
    if scan is None:
        raise NotFound(f"{full}: there is no release {release}", remedy=f"The releases are {', '.join(letters)}.")
    try:
        return scan, scan.passage(passage)
    except KeyError:
        ids = [s.passage.id for s in scan.passages if not s.passage.furniture]
        near = [i for i in ids if i.split(".")[0] == passage.split(".")[0]] or ids
        shown = ", ".join(near[:12]) + (" …" if len(near) > 12 else "")
        raise NotFound(
            f"{full}: release {release} has no passage {passage}",
            remedy=f"It has {shown}; “foiakit scan {Path(scan.release.file).name}” lists them.",
        ) from None


def _suggestion(scanned: ScannedPassage, template: str | None) -> Suggestion | None:
    """The suggestion of this template, else of its family, else the first."""
    if template is None:
        return scanned.suggestions[0] if scanned.suggestions else None
    family = template.split("/")[0]
    exact = [s for s in scanned.suggestions if s.template == template]
    alike = [s for s in scanned.suggestions if s.family == family]
    return next(iter([*exact, *alike, *scanned.suggestions]), None)


def _filled(
    scan: Scan, scanned: ScannedPassage, template: str, suggestion: Suggestion | None, library: Library
) -> dict[str, FieldValue]:
    """The blanks as the suggestion filled them, or as the claim fills another template; and the place it is about."""
    claim = scanned.claim
    filled: dict[str, FieldValue] = {}
    if suggestion is not None and suggestion.template == template:
        filled.update(suggestion.fields)
    else:
        from foiakit.scanning.fields import fields

        family = template.split("/")[0]
        filled.update(fields(library.requests[template], family, scanned.passage, claim, scan.release))
    if place := _place(scan, scanned):
        filled.setdefault("place", place)
    return filled


def _place(scan: Scan, scanned: ScannedPassage) -> str | None:
    """The one place that the passage names, else its paragraph before it. Of several (“including A and B”) the one
    that the title names too; else none, so that nothing is narrowed by guess."""
    passage = scanned.passage
    before = [s for s in scan.passages if s.passage.paragraph == passage.paragraph and s.passage.start < passage.start]
    for group in ([scanned], before if passage.paragraph is not None else []):
        names = list(dict.fromkeys(m.name for s in group for m in s.claim.places if not _is_dateline(m, s)))
        if len(names) > 1:
            names = [n for n in names if n in (scan.release.title or "")]
        if names:
            return names[0] if len(names) == 1 else None
    return None


def _is_dateline(place: Mention, scanned: ScannedPassage) -> bool:
    """“EL CENTRO, Calif. -” says where the release was written, not what it is about."""
    at = place.span[0] - scanned.passage.start
    return at < 3 and place.text.split(",")[0].isupper()


def _holders(scan: Scan, scanned: ScannedPassage, suggestion: Suggestion | None) -> tuple[str, ...]:
    """The offices proposed as holders; for a passage about which nothing is proposed, who issued the release."""
    hints = suggestion.recipients if suggestion else ()
    others = (hint for other in scanned.suggestions for hint in other.recipients) if not hints else ()
    found = tuple(dict.fromkeys(h.id for h in (*hints, *others)))
    return found or ((scan.issuer_id,) if scan.issuer_id else ())


def _likeliest(scan: Scan, passage: str, library: Library) -> str:
    """The template that fits best although the scan proposes none."""
    from foiakit.scanning import explain

    try:
        standings = explain(scan, passage, library)
    except NotFound:
        return LAST_RESORT
    return standings[0].template if standings else LAST_RESORT


def suggested_recipients(picks: Sequence[Pick]) -> tuple[Proposed, ...]:
    """The offices named as holders of the picked passages' records, those of most passages first."""
    found: dict[str, list[str]] = {}
    for pick in picks:
        for id in pick.held_by:
            if "*" not in id:
                found.setdefault(id, []).append(pick.id)
    order = sorted(found, key=lambda id: -len(found[id]))
    return tuple(Proposed(id, (), tuple(found[id])) for id in order)
