"""`foiakit doctor`: versions and places to paste in a bug report, without personal data."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
from pathlib import Path

import click

from foiakit import __version__
from foiakit.cli import terminal
from foiakit.files import place

LIBRARIES = (
    "textual",
    "rich",
    "python-docx",
    "lxml",
    "PyYAML",
    "pydantic",
    "Jinja2",
    "nupunkt",
    "holidays",
    "trafilatura",
    "pypdfium2",
    "openpyxl",
)
PROGRAMS = (("soffice", "PDF letters"), ("tmux", "not needed; named for reports about keys"))


@click.command()
def command() -> None:
    """Prints versions and places to paste in a bug report. Your name, texts and home folder are not in it."""
    from foiakit.library.collection import open_library

    terminal.out(f"foiakit {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    terminal.out(f"terminal: TERM={os.environ.get('TERM', 'none')}, COLORTERM={os.environ.get('COLORTERM', 'none')}")
    for name in LIBRARIES:
        terminal.out(f"  {name} {importlib.metadata.version(name)}")
    for program, use in PROGRAMS:
        terminal.out(f"  {program}: {'found' if shutil.which(program) else 'not found'} ({use})")
    terminal.out(f"templates: {_anonymous(place.shipped())}")
    own = place.own()
    terminal.out(f"own templates: {_anonymous(own) if own else 'none'}")
    terminal.out(f"cache: {_anonymous(place.cache())}")
    library = open_library()
    shelves = (
        library.requests,
        library.clauses,
        library.letters,
        library.laws,
        library.authorities,
        library.kinds,
        library.checks,
    )
    bad = 0
    for shelf in shelves:
        good, problems = shelf.all()
        replaced = [id for id in good if shelf.book(id).replaces]
        text = f"  {len(good)} × {shelf.kind}"
        terminal.out(text + (f", your own in place of: {', '.join(replaced)}" if replaced else ""))
        for problem in problems:
            terminal.say(str(problem).replace(str(Path.home()), "~"))
        bad += len(problems)
    if bad:
        raise click.exceptions.Exit(1)


def _anonymous(path: Path) -> str:
    """The path with the home folder as ~, so that no login is shared."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
