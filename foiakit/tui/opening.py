"""Opening: the releases and the draft that a person names become a workspace, or one more release of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foiakit.drafting.anchor import reanchor
from foiakit.drafting.blank_profile import BLANK_NAME
from foiakit.drafting.keep import load_draft, open_releases
from foiakit.drafting.kept import Kept, beside, needs_copy
from foiakit.drafting.profile import load_profile
from foiakit.drafting.start import letter, new_draft
from foiakit.library.collection import Library, open_library
from foiakit.model.errors import FoiakitError
from foiakit.model.release import Release
from foiakit.model.suggestion import Scan
from foiakit.reading import read_with_bytes
from foiakit.scanning import scan as scan_release
from foiakit.tui.workspace import Workspace
from foiakit.writing.names import MAX_BYTES, safe_stem

DRAFTS = (".yaml", ".yml")
READABLE = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml")
PROFILE = "profile.yaml"
MOST_LISTED = 60
"""Files of a folder that are listed; more than that are typed."""

NOISE = "front matter: "
"""How the reader's remark on unknown front matter begins: whoever wrote the release can mend it, a person who opens it
cannot. `foiakit scan` says it."""

Tell = Callable[[str], None]
"""Told in a few words what is being done."""


def _course(tell: Tell, doing: str) -> Callable[[int, int], None]:
    """Tells how far a long text is: what is done, and the whole."""

    def told(done: int, whole: int) -> None:
        if done < whole:
            tell(f"{doing} {done / whole:.0%}")

    return told


def _remarks(release: Release) -> list[str]:
    return [warning for warning in release.warnings if not warning.startswith(NOISE)]


def openable(folder: Path) -> list[tuple[Path, str]]:
    """Drafts first, then what may be a release, of a folder and of releases/ below it or below examples/."""
    return list(_openable(folder))[:MOST_LISTED]


def _openable(folder: Path) -> Iterator[tuple[Path, str]]:
    for place in (folder, folder / "releases", folder / "examples" / "releases"):
        try:
            files = sorted(p for p in place.iterdir() if p.is_file() and not p.name.startswith("."))
        except OSError:
            continue
        yield from ((p, "draft") for p in files if p.name.endswith("draft.yaml"))
        yield from ((p, "") for p in files if p.suffix.lower() in READABLE)


def open_workspace(
    sources: Sequence[str],
    *,
    requester: str | None,
    out: Path,
    tell: Tell = lambda _: None,
    allow_private: bool = False,
) -> Workspace:
    """The workspace of some releases, or of a draft (a `.yaml` file) and further releases.

    A first release that has a draft beside it goes on with that draft; releases that it does not hold are added. What
    came through a link or standard input is kept beside the draft, once there is something to save.

    Args:
        requester: The profile of who asks; None leaves the draft's, and gives a new one `profile.yaml` of this folder.
        allow_private: A link may lead into this machine or network.

    Raises:
        FoiakitError: A source cannot be read, the draft does not fit, or several drafts are named.
    """
    tell("Opening the library …")
    library = open_library()
    drafts = [s for s in sources if s.endswith(DRAFTS)]
    if len(drafts) > 1:
        raise FoiakitError(
            f"{drafts[1]}: a second draft; one can be open at a time",
            remedy=f"Open {drafts[0]} with the releases that it shall hold.",
        )
    first, *others = [*drafts, *(s for s in sources if s not in drafts)]
    if drafts:
        workspace = _resumed(library, Path(first), requester, out, tell)
    else:
        workspace = _begun(library, first, requester, out, tell, allow_private)
    shown = workspace.current
    for source in others:
        arrived = arrive(workspace, source, tell, allow_private=allow_private)
        known = workspace.letter_of(arrived.scan.release)
        if known is None:
            added = workspace.take_in(arrived.scan, arrived.copy)
            if workspace.path.is_file():
                workspace.news.append(f"{Path(source).name} was added to {workspace.path.name} as release {added}.")
            workspace.notes += arrived.notes
    workspace.current = shown
    return workspace


def _begun(
    library: Library, source: str, requester: str | None, out: Path, tell: Tell, allow_private: bool
) -> Workspace:
    """The workspace of a release: that of the draft beside it, or a new one."""
    release, raw = _read(source, "Reading the release …", tell, allow_private)
    path = draft_path(source)
    notes: list[str] = []
    if path.is_file():
        workspace = _resumed(library, path, requester, out, tell)
        if workspace.letter_of(release) is not None:
            workspace.news.append(f"Going on with {path.name}, which lies beside the release.")
            return workspace
        old, path = path, _free(path)
        notes.append(
            f"{old.name} was made from another version of this release; {path.name} is begun. "
            f"To go on with the old one: foiakit open {old.name}"
        )
    release, copy = beside(release, raw, source, path, letter(0))
    scanned = _scanned(release, library, tell)
    news: list[str] = []
    if requester is None and (requester := _profile_here()) is not None:
        news.append(f"{requester} of this folder says who asks.")
    profile = profile_from(requester, path)
    draft = new_draft([scanned], [], library=library, requester=profile, folder=path.resolve().parent)
    workspace = Workspace(library, draft, {letter(0): scanned}, path, out, copies=[copy] if copy else [])
    workspace.notes += [*notes, *_remarks(release)]
    workspace.news += news
    return workspace


def _read(source: str, doing: str, tell: Tell, allow_private: bool) -> tuple[Release, bytes]:
    tell(doing)
    return read_with_bytes(source, progress=_course(tell, doing), allow_private=allow_private)


def _scanned(release: Release, library: Library, tell: Tell) -> Scan:
    doing = "Looking for claims …"
    tell(doing)
    return scan_release(release, library, progress=_course(tell, doing))


def _resumed(library: Library, path: Path, requester: str | None, out: Path, tell: Tell) -> Workspace:
    draft = load_draft(path)
    if requester is not None:
        draft = draft.model_copy(update={"requester": profile_from(requester, path)})
    tell("Reading the draft's releases …")
    releases = open_releases(draft)
    scans = {name: _scanned(release, library, tell) for name, release in releases.items()}
    found = reanchor(draft, releases)
    workspace = Workspace(library, found.draft, scans, path, out)
    workspace.notes += [*found.moved, *map(str, found.lost)]
    return workspace


@dataclass(frozen=True, slots=True)
class Arrived:
    """A further release, scanned: the bytes to keep if there is no file of them, and what a person should know."""

    scan: Scan
    copy: Kept | None
    notes: tuple[str, ...] = ()


def arrive(workspace: Workspace, source: str, tell: Tell = lambda _: None, *, allow_private: bool = False) -> Arrived:
    """Reads and scans a further release; `workspace.take_in` or `add_release` makes it part of the draft.

    Raises:
        FoiakitError: It cannot be read, or it is a draft.
    """
    if source.endswith(DRAFTS):
        raise FoiakitError(
            f"{source}: a draft is no release", remedy=f"Leave (q), then open it: foiakit open {Path(source).name}"
        )
    release, raw = _read(source, f"Reading {source} …", tell, allow_private)
    if (known := workspace.letter_of(release)) is not None:
        return Arrived(workspace.scans[known], None)
    release, copy = beside(release, raw, source, workspace.path, letter(len(workspace.draft.releases)))
    own = draft_path(source)
    has_own = own.is_file() and own.resolve() != workspace.path.resolve()
    notes = [f"{Path(source).name}: {warning}" for warning in _remarks(release)]
    if has_own:
        notes.append(f"{own.name} stays as it is: what is picked now is saved in {workspace.path.name}.")
    return Arrived(_scanned(release, workspace.library, tell), copy, tuple(notes))


def draft_path(source: str) -> Path:
    """Where the draft of a release is saved: beside a file, in this folder for a link or standard input."""
    if needs_copy(source):
        name = "".join(c if c.isalnum() else "-" for c in source.rsplit("/", 1)[-1]).strip("-") or "release"
        return Path(f"{safe_stem(name[:60])}.draft.yaml")
    path = Path(source)
    name = path.name if len(path.name.encode()) < MAX_BYTES else safe_stem(path.name)
    return path.with_name(f"{name}.draft.yaml")


def _free(path: Path) -> Path:
    """A name beside `path` that nothing has."""
    number = 2
    while (new := path.with_name(path.name.replace(".draft.yaml", f"-{number}.draft.yaml"))).exists():
        number += 1
    return new


def _profile_here() -> str | None:
    """The profile that `foiakit profile new` made in this folder, once it is filled in."""
    try:
        filled = load_profile(Path(PROFILE)).name != BLANK_NAME
    except FoiakitError:
        return None
    return PROFILE if filled else None


def profile_from(profile: str | None, draft: Path) -> str | None:
    """The profile as the draft names it: from the draft's folder, so that no login stands in a draft that is mailed."""
    if profile is None:
        return None
    here = Path(profile).expanduser().resolve()
    try:
        return Path(os.path.relpath(here, draft.resolve().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return str(here)
