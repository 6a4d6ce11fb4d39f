"""`foiakit open`: the terminal UI on releases or a draft."""

from __future__ import annotations

import shlex
import sys

import click

from foiakit.cli import terminal
from foiakit.model.errors import FoiakitError


@click.command()
@click.argument("sources", nargs=-1)
@click.option("--requester", type=click.Path(dir_okay=False), help="The profile of who asks.")
@click.option("-o", "--out", default="out", show_default=True, help="Folder in which letters are written.")
@click.option("--allow-private", is_flag=True, help="A link may lead into this machine or network, and be http.")
def command(sources: tuple[str, ...], requester: str | None, out: str, allow_private: bool) -> None:
    """Opens the terminal UI on SOURCES: releases (files or links) for one draft, or a draft.yaml."""
    open_terminal_ui(*sources, requester=requester, out=out, allow_private=allow_private)


def open_terminal_ui(
    *sources: str, requester: str | None = None, out: str = "out", allow_private: bool = False
) -> None:
    """Runs the terminal UI until the person leaves it.

    Raises:
        FoiakitError: Standard input or output is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FoiakitError(
            "the terminal UI needs a terminal",
            remedy="In a script use foiakit scan, draft and write; “foiakit --help” lists all commands.",
        )
    from foiakit.tui.app import FoiakitApp

    app = FoiakitApp(*sources, requester=requester, out=out, allow_private=allow_private)
    app.run()
    if app.workspace is not None and app.workspace.path.is_file() and not app.workspace.unsaved:
        terminal.say(f"Saved. To go on: foiakit open {shlex.quote(str(app.workspace.path))}")
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)
