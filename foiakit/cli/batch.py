"""`foiakit batch`: letters to everyone in a table, from one plan."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from foiakit.cli import terminal
from foiakit.cli._day import day_option

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from foiakit.batch.opening import Opened
    from foiakit.batch.review import Review
    from foiakit.batch.run import Report

STOPPED = 130


class PlanOrCommand(click.Group):
    """A group whose first word may be a plan: `foiakit batch plan.yaml` is `foiakit batch run plan.yaml`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts `run` before what is no command."""
        if args and args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=PlanOrCommand, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Letters to everyone in a table: foiakit batch PLAN -o FOLDER.

    A plan says what is asked; its table says whom. “foiakit batch new” writes both to start from. Run the same command
    again to go on where a run stopped: only what is missing or made of something that changed is written.
    """


@command.command("run")
@click.argument("plan", type=click.Path(dir_okay=False))
@click.option("-o", "--out", "out", type=click.Path(file_okay=False), help="The folder for the letters.")
@day_option("--date", "on", help="The letters' date (an earlier run's, else today).")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes (all cores, where letters are many).")
@click.option("--only", multiple=True, metavar="COLUMN=VALUE", help="Only rows with this value; state=us-ca too.")
@click.option("--dry-run", is_flag=True, help="Say what would be written and what is wrong; write nothing.")
@click.option("--earlier", multiple=True, type=click.Path(exists=True), help="Folder of an earlier run, to compare.")
@click.option("--letterhead", type=click.Path(dir_okay=False), help="A .docx whose header, footer and fonts are kept.")
@click.option("--zip", "zipped", is_flag=True, help="Also one letters.zip of everything.")
@click.option("--dask", "dask_address", metavar="tcp://…", help="Make the letters on a Dask cluster.")
def run(
    plan: str,
    out: str | None,
    on: date | None,
    workers: int | None,
    only: tuple[str, ...],
    dry_run: bool,
    earlier: tuple[str, ...],
    letterhead: str | None,
    zipped: bool,
    dask_address: str | None,
) -> None:
    """Writes the letters of PLAN. Exit code 1 where a row gave none; problems.csv says why."""
    from foiakit.batch.opening import date_of_earlier_run, open_plan
    from foiakit.batch.plan import load_plan
    from foiakit.library.collection import open_library

    if out is None and not dry_run:
        raise click.UsageError("say where the letters go: -o FOLDER (or --dry-run)")
    folder = Path(out) if out else None
    title = load_plan(Path(plan)).title
    kept = date_of_earlier_run(folder, title) if folder and not on else None
    opened = open_plan(
        Path(plan),
        open_library(),
        on=on or kept or date.today(),
        only=dict(_pair(o) for o in only),
        letterhead=Path(letterhead) if letterhead else None,
    )
    if dry_run:
        places = [Path(e) for e in earlier] + ([folder] if folder else [])
        _show(_review(opened, places), opened)
        return
    assert folder is not None
    if kept and not opened.plan.date and kept != date.today():
        terminal.say(f"The letters keep the date of the earlier run, {kept}; --date sets another.")
    report, files = _run(opened, folder, workers, dask_address, zipped)
    _tell(report, folder, files)


def _run(
    opened: Opened, folder: Path, workers: int | None, dask_address: str | None, zipped: bool
) -> tuple[Report, list[Path]]:
    from foiakit.batch import executors
    from foiakit.batch.finish import finish
    from foiakit.batch.run import Batch

    formats = opened.plan.output.formats
    if "pdf" in formats:
        from foiakit.writing.pdf import required

        required()
    count = workers or executors.workers_for(len(opened.addressees), formats)
    executor: Executor | None
    with ExitStack() as stack:
        if dask_address:
            executor, count = stack.enter_context(executors.dask(dask_address))
        else:
            executor = stack.enter_context(executors.local(count))
        bar = stack.enter_context(terminal.progress("Letters", len(opened.addressees)))
        batch = Batch(
            order=opened.order(None if dask_address else folder.resolve()),
            folder=folder,
            formats=formats,
            library=opened.library,
            directory=opened.directory,
            on_progress=lambda n: bar.advance(bar.task_ids[0], n),
        )
        report, ledger = batch.run(opened.addressees, opened.problems, executor=executor, workers=count)
    prepared = opened.prepared
    return report, finish(folder, ledger, title=prepared.title, dated=prepared.on, zipped=zipped)


def _tell(report: Report, folder: Path, files: list[Path]) -> None:
    terminal.out(f"{report.letters:,} letters written to {folder}, {report.up_to_date:,} were up to date.")
    terminal.out(f"  {', '.join(path.name for path in files)}")
    for name in report.edited[:5]:
        terminal.say(f"  a letter was edited since; the new one stands beside it: {name}")
    if report.problems:
        terminal.say(f"{report.failed_rows:,} rows gave no letter; {folder / 'problems.csv'} says why, row by row.")
    if report.stopped:
        terminal.say(f"Stopped with {report.left:,} letters to go. The same command goes on from here.")
        raise click.exceptions.Exit(STOPPED)
    if report.failed_rows:
        raise click.exceptions.Exit(1)


def _review(opened: Opened, earlier: list[Path]) -> Review:
    from foiakit.batch.review import review
    from foiakit.batch.worker import Maker

    with terminal.progress("Looking", len(opened.addressees)) as bar:
        return review(
            Maker(opened.order(None), opened.library),
            opened.addressees,
            opened.problems,
            earlier=earlier,
            on_progress=lambda n: bar.advance(bar.task_ids[0], n),
        )


def _show(found: Review, opened: Opened) -> None:
    from foiakit.writing import to_markdown

    for law, letter in sorted(found.sample.items()):
        terminal.out(f"----- one letter under {law}: {letter.recipient.name} -----\n")
        terminal.out(to_markdown(replace(letter, exhibits=())))
    terminal.table(("law", "letters"), [*sorted(found.per_law.items()), ("all", found.per_law.total())], right=(1,))
    lists: tuple[tuple[str, list[Any]], ...] = (
        ("Asked before (same office, nearly the same words)", found.duplicates),
        (
            "Several letters to one office, whose fees it may put together",
            [f"{office}: {count} letters" for office, count in found.often.items()],
        ),
        ("Stopped by what a law asks of the requester", _told(found.residency)),
        ("Fields unfilled", _told(found.unfilled)),
        ("Other problems", _told(found.problems)),
        ("Warnings", [f"{what} ({count} letters)" for what, count in found.warnings.most_common()]),
    )
    for heading, lines in lists:
        if lines:
            terminal.out(f"\n{heading}:")
            for line in lines[:20]:
                terminal.out(f"  {line}")
            if len(lines) > 20:
                terminal.out(f"  … and {len(lines) - 20:,} more")
    terminal.say(f"Nothing was written: {opened.plan.path} was only looked at.")
    if found.failed_rows:
        raise click.exceptions.Exit(1)


def _told(problems: list[Any]) -> list[str]:
    """Problems of one kind together, with the rows they are in."""
    rows: dict[tuple[str, str], list[int]] = {}
    for problem in problems:
        rows.setdefault((problem.what, problem.mend), []).append(problem.row)
    return [
        f"rows {', '.join(map(str, sorted(set(at))[:8]))}{' …' if len(set(at)) > 8 else ''}: {what}"
        + (f"\n    {mend}" if mend else "")
        for (what, mend), at in rows.items()
    ]


@command.command("new")
@click.argument("folder", type=click.Path(file_okay=False), default=".")
def new(folder: str) -> None:
    """Writes a commented plan and a table into FOLDER, to start from."""
    from foiakit.batch.start import start

    plan, table = start(Path(folder))
    terminal.out(f"{plan}\n{table}")
    terminal.say(f"Edit both, then: foiakit batch {plan} -o out --dry-run")


@command.command("save-set")
@click.argument("plan", type=click.Path(dir_okay=False))
@click.argument("name")
def save_set(plan: str, name: str) -> None:
    """Keeps the recipients of PLAN as the set NAME; other plans write it under recipients.set."""
    from foiakit.batch import sets
    from foiakit.batch.plan import load_plan

    loaded = load_plan(Path(plan))
    recipients, table = sets.resolved(loaded.recipients, loaded.folder)
    terminal.out(str(sets.save(name, recipients, table)))


@command.command("sets")
def list_sets() -> None:
    """Lists the saved sets of recipients."""
    from foiakit.batch import sets

    for name in sets.names():
        terminal.out(name)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"“{text}”: write COLUMN=VALUE, as in state=us-ca", param_hint="--only")
    return name.strip(), value.strip()
