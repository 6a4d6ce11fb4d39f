"""A plan opened for the command line: everything it names is there, or it is said at once and together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from foiakit.batch import sets
from foiakit.batch.addressees import Addressee, addressees, mapped, wanted
from foiakit.batch.manifest import JSONL, read_manifest
from foiakit.batch.plan import Plan, load_plan
from foiakit.batch.prepare import Prepared, prepare
from foiakit.batch.problem import RowProblem
from foiakit.batch.table import read_table
from foiakit.batch.worker import Order
from foiakit.files import regular, yaml
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, FoiakitError
from foiakit.offices import directory
from foiakit.offices.directory import Directory

MOST = 60_000_000
"""Bytes of a letterhead."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A plan with its table, ready to be reviewed or run."""

    plan: Plan
    library: Library
    directory: Directory
    prepared: Prepared
    addressees: list[Addressee]
    problems: list[RowProblem]
    letterhead: bytes | None

    def order(self, folder: Path | None) -> Order:
        """What the workers need; `folder` is None where they do not share this disk."""
        return Order(
            prepared=self.prepared,
            folders=self.library.folders,
            name=self.plan.output.name,
            annotate=self.plan.output.annotate,
            letterhead=self.letterhead,
            muckrock=self.plan.output.muckrock,
            folder=folder,
        )


def open_plan(
    path: Path,
    library: Library,
    *,
    on: date,
    only: Mapping[str, str] | None = None,
    letterhead: Path | None = None,
) -> Opened:
    """Reads the plan, its table and its releases.

    Args:
        on: The letters' date, unless the plan sets one.
        only: Rows to keep, besides those that the plan keeps.
        letterhead: A letterhead over the plan's own.

    Raises:
        FoiakitError: Something in them is wrong; nothing was written.
    """
    plan = load_plan(path)
    _releases_are_there(plan)
    recipients, table = sets.resolved(plan.recipients, plan.folder)
    plan = plan.with_recipients(recipients)
    headings, rows = read_table(table)
    names = mapped(recipients, headings, table)
    places = directory(library)
    found, problems = addressees(wanted(rows, {**recipients.only, **(only or {})}, names), names, plan, places)
    if not found and not problems:
        raise FoiakitError(f"{table}: no row is left to write to", remedy="Check the table, and what --only keeps.")
    own = letterhead or (plan.folder / plan.output.letterhead if plan.output.letterhead else None)
    return Opened(
        plan=plan,
        library=library,
        directory=places,
        prepared=prepare(plan, library, on=on),
        addressees=found,
        problems=problems,
        letterhead=_letterhead(own) if own else None,
    )


def _releases_are_there(plan: Plan) -> None:
    document = yaml.read(plan.path)
    remedy = "Put the release there, or name yours under releases."
    absent = [
        document.problem(("releases", index, "file"), f"there is no file {release.file}", remedy=remedy)
        for index, release in enumerate(plan.releases)
        if "://" not in release.file and not regular.exists(plan.folder / Path(release.file).expanduser())
    ]
    if absent:
        raise BadFile(*absent)


def _letterhead(path: Path) -> bytes:
    """The letterhead, looked over before a thousand letters are written on it."""
    from foiakit.writing.word.stationery import prepared

    try:
        data = regular.read(path, MOST)
    except regular.Refused as refused:
        raise FoiakitError(f"{path}: {refused}", remedy="Name a .docx as the letterhead.") from None
    except OSError as error:
        raise FoiakitError(f"{path}: cannot be read: {error.strerror}") from None
    try:
        prepared(data)
    except BadFile as bad:
        raise FoiakitError(f"{path}: {bad.problems[0].says}", remedy=bad.problems[0].remedy) from None
    return data


def date_of_earlier_run(folder: Path, title: str) -> date | None:
    """The date of the letters of this plan that lie in the folder: a run that goes on keeps it."""
    if not (folder / JSONL).is_file():
        return None
    for entry in read_manifest(folder):
        if entry["letter"].startswith(f"{title}:"):
            return date.fromisoformat(entry["due_if_received_on"])
    return None
