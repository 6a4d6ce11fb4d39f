"""Drafts on disk: read strictly, written in one step and for their owner alone."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from foiakit.drafting.draft import Draft, ReleaseRef
from foiakit.drafting.profile import Requester, load_profile
from foiakit.files import atomic, dump, regular, yaml
from foiakit.model.errors import BadFile, FoiakitError, Problem
from foiakit.model.release import Release

HEADER = "A foiakit draft: picked passages, recipients and options. Edit it, then: foiakit write THIS_FILE -o FOLDER"


def load_draft(path: Path) -> Draft:
    """The draft in `path`; its relative paths start from the folder it lies in.

    Raises:
        BadFile: The file cannot be read or does not fit: every unknown key and bad value, with its line.
    """
    told = "No letter can be written from it until it is mended."
    try:
        draft = yaml.load(yaml.read(path), Draft, consequence=told)
    except BadFile as bad:
        first = bad.problems[0]
        if regular.exists(path) and path.suffix.lower() in {".yaml", ".yml"}:
            raise
        known = "foiakit draft RELEASE --pick … -o draft.yaml writes one from a release."
        says = f"a draft is wanted here; {'this is another file' if first.line else first.says}"
        raise BadFile(Problem(path=path, line=first.line, says=says, remedy=known)) from None
    return draft.beside(path.resolve().parent)


def save_draft(draft: Draft, path: Path) -> None:
    """Writes the draft in one step, readable for its owner alone; a reader finds the old file or the new one.

    Raises:
        FoiakitError: The folder cannot be written.
    """
    atomic.write(path, draft_text(draft), mode=atomic.PRIVATE)


def moved_to(draft: Draft, folder: Path) -> Draft:
    """The draft as it is saved in another folder: what it names relative to its own is named from there."""

    def seen(name: str) -> str:
        path = Path(name).expanduser()
        if name == "-" or "://" in name or path.is_absolute():
            return name
        return Path(os.path.relpath((draft.folder / path).resolve(), folder.resolve())).as_posix()

    releases = {
        letter: ref.model_copy(update={"file": seen(ref.file), "kept": seen(ref.kept) if ref.kept else None})
        for letter, ref in draft.releases.items()
    }
    requester = seen(draft.requester) if isinstance(draft.requester, str) else draft.requester
    return draft.model_copy(update={"releases": releases, "requester": requester}).beside(folder.resolve())


def draft_text(draft: Draft) -> str:
    """The draft as YAML, without what is default."""
    data = draft.model_dump(mode="json", exclude_defaults=True)
    return dump.dump({"foiakit": draft.foiakit, **data}, header=HEADER)


def open_releases(draft: Draft) -> dict[str, Release]:
    """The draft's releases, read again: the kept copy where there is one, else the file. What the draft corrects
    (title, date, address …) is put over what was read.

    Raises:
        FoiakitError: A release is neither where it was nor kept.
    """
    return {letter: _open(letter, ref, draft.folder) for letter, ref in draft.releases.items()}


def _open(letter: str, ref: ReleaseRef, folder: Path) -> Release:
    from foiakit.reading import read

    tried = [folder / name for name in (ref.kept, ref.file) if name and name != "-"]
    path = next((p for p in tried if regular.exists(p)), None)
    if path is None:
        raise FoiakitError(
            f"release {letter} ({ref.file}) is not found beside the draft",
            remedy=f"Put the file there, or correct releases.{letter}.file in the draft.",
        )
    return corrected(read(path), ref)


def corrected(release: Release, ref: ReleaseRef) -> Release:
    """The release with what the draft knows better about it."""
    changes = {
        name: value
        for name in ("title", "issuer", "date", "url", "retrieved", "archived")
        if (value := getattr(ref, name)) is not None
    }
    return replace(release, **changes) if changes else release


def requester_of(draft: Draft) -> Requester | None:
    """Who asks: as written in the draft, or from the profile it names. None where it names none.

    Raises:
        BadFile: The profile is missing or does not fit.
    """
    if isinstance(draft.requester, str):
        return load_profile(draft.folder / Path(draft.requester).expanduser())
    return draft.requester
