"""Saved sets of recipients: a table with its columns and facts, to be named in any plan."""

from __future__ import annotations

import shutil
from pathlib import Path

import platformdirs
from pydantic import Field

from foiakit.batch.plan import Columns, Recipients
from foiakit.files import atomic, dump, yaml
from foiakit.files.schema import Written
from foiakit.model.errors import FoiakitError, NotFound
from foiakit.writing.names import safe_stem

HEADER = "A saved set of recipients; a plan names it under recipients.set."


class SavedSet(Written):
    """The table's file, beside this one, and what its columns hold."""

    table: str
    columns: Columns = Columns()
    facts: dict[str, str] = Field(default_factory=dict)


def place() -> Path:
    """Where sets are kept."""
    return Path(platformdirs.user_config_dir("foiakit")) / "recipients"


def names() -> list[str]:
    """The sets there are."""
    return sorted(p.stem for p in place().glob("*.yaml"))


def save(name: str, recipients: Recipients, table: Path) -> Path:
    """Keeps a plan's table as a set; one of the same name is replaced.

    Raises:
        FoiakitError: The name is no file name, or nothing can be written there.
    """
    if safe_stem(name) != name:
        raise FoiakitError(f"“{name}” is no name for a set", remedy="Use letters, digits and hyphens.")
    folder = place()
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{name}{table.suffix}"
    try:
        shutil.copyfile(table, kept)
    except OSError as error:
        raise FoiakitError(f"{kept}: cannot be written: {error.strerror}") from None
    saved = SavedSet(table=kept.name, columns=recipients.columns, facts=recipients.facts)
    data = saved.model_dump(mode="json", exclude_defaults=True)
    path = folder / f"{name}.yaml"
    atomic.write(path, dump.dump(data, header=HEADER))
    return path


def resolved(recipients: Recipients, folder: Path) -> tuple[Recipients, Path]:
    """The recipients with their table's path: the plan's own file, or the saved set's.

    Raises:
        NotFound: There is no such set; those there are, are named.
        BadFile: The set's file does not fit.
    """
    if recipients.file is not None:
        return recipients, folder / Path(recipients.file).expanduser()
    path = place() / f"{recipients.set}.yaml"
    if recipients.set not in names():
        known = ", ".join(names())
        raise NotFound(
            f"recipients.set: there is no saved set “{recipients.set}”",
            remedy=f"The sets are {known}." if known else "“foiakit batch save-set PLAN NAME” saves one.",
        )
    saved = yaml.load(yaml.read(path), SavedSet)
    changes = {"columns": saved.columns, "facts": {**saved.facts, **recipients.facts}}
    return recipients.model_copy(update=changes), path.parent / saved.table
