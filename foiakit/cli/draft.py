"""`foiakit draft`: picked passages become a draft that can be read, changed and written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal
from foiakit.model.errors import FoiakitError

if TYPE_CHECKING:
    from foiakit.drafting.draft import Draft
    from foiakit.drafting.kept import Kept
    from foiakit.library.collection import Library
    from foiakit.model.release import Release
    from foiakit.model.suggestion import Scan


@click.command()
@click.argument("releases", nargs=-1, required=True)
@click.option("--pick", "picks", multiple=True, help="Passages to ask about: 7.2, or B:3.1 of the second release.")
@click.option("--template", "templates", multiple=True, metavar="7.2=ID", help="Another template for a picked passage.")
@click.option("--to", "to", multiple=True, metavar="ID", help="Offices to ask; the suggested ones unless said.")
@click.option("--requester", type=click.Path(dir_okay=False), help="The profile of who asks.")
@click.option("-o", "--out", type=click.Path(dir_okay=False), required=True, help="The draft to write.")
@click.option("--archived", multiple=True, metavar="A=URL", help="Where an archived copy lies; a bare URL means A.")
@click.option("--allow-private", is_flag=True, help="Links may lead into this machine or network, and be http.")
@click.option("--force", is_flag=True, help="Replace a draft that is there already.")
def command(
    releases: tuple[str, ...],
    picks: tuple[str, ...],
    templates: tuple[str, ...],
    to: tuple[str, ...],
    requester: str | None,
    out: str,
    archived: tuple[str, ...],
    allow_private: bool,
    force: bool,
) -> None:
    """Drafts requests about picked passages of RELEASES (files, links, or - for standard input).

    Options can be repeated, or their values separated by commas.
    """
    from foiakit.drafting import new_draft, save_draft
    from foiakit.files import regular
    from foiakit.library.collection import open_library
    from foiakit.scanning import scan

    if len(releases) > 26:
        raise click.UsageError("a draft holds at most 26 releases, A to Z")
    if releases.count("-") > 1:
        raise click.UsageError("standard input can be read once; give one -")
    path = Path(out)
    if regular.exists(path) and not force:
        raise FoiakitError(
            f"{out} exists already and was left as it is",
            remedy="Choose another name, edit it, or say --force to replace it.",
        )
    picked = _listed(picks)
    if not picked:
        raise click.UsageError("pick at least one passage: --pick 7.2 (foiakit scan lists them)")
    chosen = dict(_pair(t) for t in _listed(templates))
    copies = _archived(archived, len(releases))
    library = open_library()
    opened: list[Release] = []
    kept: list[Kept] = []
    for index, source in enumerate(releases):
        release, copy = _open(source, path, index, allow_private)
        opened.append(replace(release, archived=copies.get(index, release.archived)))
        kept += [copy] if copy else []
    scans: list[Scan] = []
    for release in opened:
        with terminal.working(f"Scanning {len(release.passages):,} passages") as told:
            scans.append(scan(release, library, progress=told))
    draft = new_draft(
        scans,
        picked,
        library=library,
        templates=chosen,
        to=_listed(to),
        requester=_profile(requester, path),
        folder=path.parent,
    )
    for copy in kept:
        copy.write()
        terminal.say(f"A copy of what was read is kept as {copy.path.name}.")
    save_draft(draft, path)
    _report(draft, library, path)


def _listed(values: Iterable[str]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _pair(text: str) -> tuple[str, str]:
    pick, equals, template = text.partition("=")
    if not equals or not pick or not template:
        raise click.BadParameter(
            f"“{text}” is not PASSAGE=TEMPLATE, as in 7.2=statistics/count", param_hint="--template"
        )
    return pick.strip(), template.strip()


def _profile(given: str | None, draft: Path) -> str | None:
    """The profile's path as the draft names it; it must load, so that a slip is said now."""
    if given is None:
        return None
    from foiakit.drafting import load_profile

    load_profile(Path(given))
    return Path(os.path.relpath(Path(given).resolve(), draft.resolve().parent)).as_posix()


def _archived(given: Iterable[str], releases: int) -> dict[int, str]:
    """Addresses of archived copies by the release's place."""
    found: dict[int, str] = {}
    for text in given:
        name, equals, url = text.partition("=")
        if not equals or not (len(name) == 1 and name.isalpha()):
            name, url = "A", text
        index = ord(name.upper()) - ord("A")
        if not 0 <= index < releases:
            raise click.BadParameter(f"there is no release {name}", param_hint="--archived")
        if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", url):
            raise click.BadParameter(f"“{url}” is no address; write A=https://…", param_hint="--archived")
        found[index] = url
    return found


def _open(source: str, draft: Path, index: int, allow_private: bool) -> tuple[Release, Kept | None]:
    """The release, and the copy to keep beside the draft of what has no file: a link or standard input."""
    from foiakit.drafting.kept import beside
    from foiakit.drafting.start import letter
    from foiakit.reading import read_with_bytes

    with terminal.working("Reading") as told:
        release, raw = read_with_bytes(source, progress=told, allow_private=allow_private)
    for warning in release.warnings:
        terminal.say(f"{release.file}: {warning}")
    release, copy = beside(release, raw, source, draft, letter(index))
    return release if copy else replace(release, file=source), copy


def _report(draft: Draft, library: Library, path: Path) -> None:
    from foiakit.composing.routing import routes
    from foiakit.offices import directory

    offices = directory(library)
    planned, left_out = routes(draft.recipients, draft.picks, offices)
    terminal.table(
        ("passage", "template", "asks about", "held by"),
        [(p.id, p.template, _short(p.quote), ", ".join(p.held_by) or "nobody known") for p in draft.picks],
    )
    for pick in draft.picks:
        if pick.id.partition(":")[2].startswith("f"):
            terminal.say(
                f"{pick.id} is furniture of the page (a menu, a mark, a standing notice), not a claim of the release."
            )
    if planned:
        terminal.out()
        terminal.table(
            ("recipient", "law", "items"),
            [(r.intake.name, r.intake.jurisdiction, len(r.picks)) for r in planned],
            right=(2,),
        )
    for nothing in (out for out in left_out if out.pick is None):
        terminal.say(f"{nothing.recipient} gets no letter: {nothing.reason}.")
        terminal.say("    If it does hold some, add it under held_by of the pick in the draft.")
    if not draft.recipients:
        terminal.say("No office is suggested: name one with --to (foiakit agency find …).")
    _next(draft, path, planned)


def _next(draft: Draft, path: Path, planned: Sequence[object]) -> None:
    terminal.say(f"Written: {path}")
    if draft.requester is None:
        terminal.say(
            "Nobody is named as the requester: “foiakit profile new” writes a profile; name it under requester."
        )
    if planned:
        terminal.say(f"Next: foiakit check {path}, then foiakit write {path} -o FOLDER")


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
