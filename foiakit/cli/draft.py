"""`foiakit draft`: picked passages become a draft that can be read, changed and written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal
from foiakit.model.errors import FoiakitError

if TYPE_CHECKING:
    from foiakit.drafting.draft import Draft
    from foiakit.library.collection import Library
    from foiakit.model.release import Release


@click.command()
@click.argument("releases", nargs=-1, required=True)
@click.option("--pick", "picks", multiple=True, help="Passages to ask about: 7.2, or B:3.1 of the second release.")
@click.option("--template", "templates", multiple=True, metavar="7.2=ID", help="Another template for a picked passage.")
@click.option("--to", "to", multiple=True, metavar="ID", help="Offices to ask; the suggested ones unless said.")
@click.option("--requester", type=click.Path(dir_okay=False), help="The profile of who asks.")
@click.option("-o", "--out", type=click.Path(dir_okay=False), required=True, help="The draft to write.")
@click.option("--force", is_flag=True, help="Replace a draft that is there already.")
def command(
    releases: tuple[str, ...],
    picks: tuple[str, ...],
    templates: tuple[str, ...],
    to: tuple[str, ...],
    requester: str | None,
    out: str,
    force: bool,
) -> None:
    """Drafts requests about picked passages of RELEASES (files, links, or - for standard input).

    Options can be repeated, or their values separated by commas.
    """
    from foiakit.drafting import new_draft, save_draft
    from foiakit.library.collection import open_library
    from foiakit.scanning import scan

    path = Path(out)
    if path.exists() and not force:
        raise FoiakitError(
            f"{out} exists already and was left as it is",
            remedy="Choose another name, edit it, or say --force to replace it.",
        )
    picked = _listed(picks)
    if not picked:
        raise click.UsageError("pick at least one passage: --pick 7.2 (foiakit scan lists them)")
    chosen = dict(_pair(t) for t in _listed(templates))
    library = open_library()
    opened = [_open(source, path, index) for index, source in enumerate(releases)]
    draft = new_draft(
        [scan(release, library) for release in opened],
        picked,
        library=library,
        templates=chosen,
        to=_listed(to),
        requester=_profile(requester, path),
        folder=path.parent,
    )
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


def _open(source: str, draft: Path, index: int) -> Release:
    """The release; what came through a link or standard input is kept beside the draft."""
    from dataclasses import replace

    from foiakit.files import atomic
    from foiakit.reading import read_with_bytes

    release, raw = read_with_bytes(source)
    if source != "-" and "://" not in source:
        return replace(release, file=source)
    suffix = ".txt" if source == "-" else Path(source.split("?")[0]).suffix or ".html"
    kept = draft.with_name(f"{draft.stem}-release-{chr(ord('a') + index)}{suffix[:6]}")
    atomic.write(kept, raw)
    terminal.say(f"A copy of {'standard input' if source == '-' else source} is kept as {kept.name}.")
    return replace(release, file=str(kept))


def _report(draft: Draft, library: Library, path: Path) -> None:
    from foiakit.composing.routing import routes
    from foiakit.offices import directory

    offices = directory(library)
    planned, left_out = routes(draft.recipients, draft.picks, offices)
    terminal.table(
        ("passage", "template", "asks about", "held by"),
        [(p.id, p.template, _short(p.quote), ", ".join(p.held_by) or "nobody known") for p in draft.picks],
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
