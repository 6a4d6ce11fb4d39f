"""`foiakit profile`: the file that says who asks."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from foiakit.cli import terminal
from foiakit.model.errors import BadFile, FoiakitError, Problem


@click.group()
def command() -> None:
    """The requester's profile: what may be said of you in a letter, and nothing else is."""


@command.command("new")
@click.option("-o", "--out", default="profile.yaml", show_default=True, type=click.Path(dir_okay=False))
@click.option("--force", is_flag=True, help="Replace a profile that is there already.")
def new(out: str, force: bool) -> None:
    """Writes a commented profile to fill in; in a terminal, asks for the first facts."""
    from foiakit.drafting.blank_profile import ASKED, blank_profile
    from foiakit.files import atomic, regular

    path = Path(out)
    if regular.exists(path) and not force:
        raise FoiakitError(
            f"{out} exists already and was left as it is", remedy="Choose another name with -o, or --force."
        )
    given: dict[str, str] = {}
    if sys.stdin.isatty() and sys.stderr.isatty():
        terminal.say("Press Enter to leave a line out. Only what is true of you belongs in it.")
        for name, question in ASKED.items():
            answer = click.prompt(question, default="", show_default=False, err=True).strip()
            if answer:
                given[name] = answer
    atomic.write(path, blank_profile(given), mode=atomic.PRIVATE)
    terminal.out(str(path))
    terminal.say(f"Fill it in, then: foiakit profile check {path}")


@command.command("check")
@click.argument("profile", default="profile.yaml", type=click.Path(dir_okay=False))
def check(profile: str) -> None:
    """Says whether PROFILE loads, and what a letter would lack."""
    from foiakit.drafting import load_profile
    from foiakit.drafting.blank_profile import BLANK_NAME
    from foiakit.files import yaml

    found = load_profile(Path(profile))
    if found.name == BLANK_NAME:
        line = yaml.read(Path(profile)).line_of("name")
        says = f"the name is still “{BLANK_NAME}”"
        raise BadFile(Problem(path=Path(profile), line=line, key="name", says=says, remedy="Write your own."))
    lacks = []
    if not found.reachable:
        lacks.append("an e-mail or postal address to answer to")
    if found.fee_category is None:
        lacks.append("a fee_category (federal letters then state none)")
    if found.ceiling is None:
        lacks.append("a ceiling for fees")
    if found.residence is None:
        lacks.append("a residence (some states ask for it)")
    terminal.out(f"{profile}: loads; letters are signed by {found.name}")
    for lack in lacks:
        terminal.say(f"It has no {lack.removeprefix('an ').removeprefix('a ')}.")
