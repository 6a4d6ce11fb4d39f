"""`foiakit scan`: what a release claims, and what could be asked about it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from foiakit.cli import terminal

if TYPE_CHECKING:
    from foiakit.library.collection import Library
    from foiakit.model.release import Release
    from foiakit.model.suggestion import Reason, Scan

_SHOWN = 96
_STANDINGS = 20


@click.command()
@click.argument("release")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (docs/schemas/scan.schema.json).")
@click.option("--explain", "passage", metavar="PASSAGE", help="Every template's score for one passage, and why.")
@click.option(
    "--above", type=click.FloatRange(0, 1), default=0.0, metavar="S", help="Only suggestions that score S or more."
)
@click.option("--jsonl", is_flag=True, help="RELEASE is a folder: one JSON line for each release in it.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --jsonl: write here; a second run goes on where the first broke off.",
)
@click.option("--workers", type=click.IntRange(1), help="With --jsonl: processes (one a core unless said).")
@click.option("--allow-private", is_flag=True, help="A link may lead into this machine or network, and be http.")
def command(
    release: str,
    as_json: bool,
    passage: str | None,
    above: float,
    jsonl: bool,
    output: Path | None,
    workers: int | None,
    allow_private: bool,
) -> None:
    """Scans RELEASE (a file, a link, or - for standard input): its passages, what each claims, what to ask.

    Scores lie in 0 to 1 and compare across passages and releases. Exit code 2 where a release could not be read.
    """
    if not release.strip():
        raise click.UsageError("name the release: a file, a link, or - for standard input")
    if as_json and passage:
        raise click.UsageError("--json and --explain do not go together; --json holds every suggestion's reasons")
    if Path(release).is_dir():
        if not jsonl:
            raise click.UsageError(
                f"{release} is a folder; to scan every release in it: foiakit scan {release} --jsonl"
            )
        _many(Path(release), output, workers)
        return
    if jsonl or output or workers:
        raise click.UsageError("--jsonl, --output and --workers are for a folder of releases")
    from foiakit.library.collection import open_library
    from foiakit.reading import read

    library = open_library()
    with terminal.working("Reading") as told:
        opened = read(release, progress=told, allow_private=allow_private)
    _one(opened, library, as_json=as_json, passage=passage, above=above)


def _one(release: Release, library: Library, *, as_json: bool, passage: str | None, above: float) -> None:
    from foiakit.scanning import scan

    with terminal.working(f"Scanning {len(release.passages):,} passages") as told:
        scanned = scan(release, library, progress=told)
    for warning in release.warnings:
        terminal.say(f"{release.file}: {warning}")
    if passage:
        _explain(scanned, passage, library)
    elif as_json:
        _json(scanned, above)
    else:
        _table(scanned, above)


def _json(scanned: Scan, above: float) -> None:
    from foiakit.scanning.contract import as_data

    data = as_data(scanned)
    for one in data["passages"]:
        one["suggestions"] = [s for s in one["suggestions"] if s["score"] >= above]
    # Straight to standard output: JSON escapes what a terminal would run, and a reader needs every character.
    click.echo(json.dumps(data, ensure_ascii=True))


def _table(scanned: Scan, above: float) -> None:
    rows = []
    for one in scanned.passages:
        kept = [s for s in one.suggestions if s.score >= above]
        if not kept:
            continue
        best = kept[0]
        rows.append(
            (
                one.passage.id,
                f"{best.score:.2f}",
                best.template,
                ", ".join(s.family for s in kept[1:]),
                ", ".join(hint.id for hint in best.recipients),
                _cut(one.passage.text),
            )
        )
    if scanned.release.title:
        terminal.out(scanned.release.title)
    if rows:
        terminal.table(("passage", "score", "ask with", "also", "records at", "it says"), rows, right=(1,))
    quiet = sum(not one.suggestions for one in scanned.passages if not one.passage.furniture)
    asked = f"{len(rows)} {'passage' if len(rows) == 1 else 'passages'} could be asked about"
    others = f"{quiet} {'other stays' if quiet == 1 else 'others stay'} quiet"
    terminal.say(f"{asked}; {others}. Why: foiakit scan … --explain ID")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _explain(scanned: Scan, passage: str, library: Library) -> None:
    from foiakit.scanning import explain

    standings = explain(scanned, passage, library)
    terminal.out(f"{passage}: {scanned.passage(passage).passage.text}")
    rows = [
        (
            f"{one.score:.2f}",
            "proposed" if one.proposed else "",
            one.template,
            f"{one.chance:.0%}",
            f"{one.fit:+.1f}",
            "; ".join(_said(r) for r in one.reasons[:6]),
        )
        for one in standings[:_STANDINGS]
    ]
    terminal.table(("score", "", "template", "family", "fit", "why"), rows, right=(0, 3, 4))
    if not any(one.proposed for one in standings):
        terminal.say("Nothing is proposed for this passage: it reads like something that no record stands behind.")
    if len(standings) > _STANDINGS:
        terminal.say(f"{len(standings) - _STANDINGS} more templates fit less well.")


def _said(reason: Reason) -> str:
    said = f"{reason.cue} {reason.weight:+.1f}"
    return f"{said} (“{reason.text}”)" if reason.text and reason.text.lower() != reason.cue else said


def _many(folder: Path, output: Path | None, workers: int | None) -> None:
    from rich.progress import TaskID

    from foiakit.model.errors import FoiakitError
    from foiakit.scanning.corpus import already_done, releases_in, scan_many

    files = releases_in(folder)
    done: set[str] = set()
    stream: TextIO = sys.stdout
    if output is not None:
        done, whole = already_done(output)
        files = [path for path in files if path.relative_to(folder).as_posix() not in done]
        try:
            stream = output.open("a", encoding="utf-8", newline="\n")
            stream.truncate(whole)
        except OSError as error:
            raise FoiakitError(f"{output}: cannot be written: {error.strerror}") from None
    if done:
        terminal.say(f"{len(done)} releases were scanned before; {len(files)} are left")
    bad = 0
    with terminal.progress("scanning", len(files)) as bar:
        for line in scan_many(folder, files, workers=workers):
            stream.write(line.text + "\n")
            if line.wrong:
                bad += 1
                terminal.say(f"{line.file}: skipped: {line.wrong}")
            bar.advance(TaskID(0))
    stream.flush()
    terminal.say(f"{len(files) - bad} releases scanned" + (f", {bad} skipped" if bad else ""))
    if bad:
        raise click.exceptions.Exit(2)
