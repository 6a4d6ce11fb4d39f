"""An option that takes a day: `--date` and `--from` of every command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from foiakit.model.errors import FoiakitError

Command = TypeVar("Command", bound=Callable[..., Any])


def day_option(flag: str, name: str, help: str) -> Callable[[Command], Command]:
    """The option `flag`; the command gets a date as `name`, or None where it was not given."""
    return click.option(flag, name, metavar="YYYY-MM-DD", callback=_day, help=help)


def _day(_: click.Context, option: click.Parameter, given: str | None) -> date | None:
    """Raises:
    FoiakitError: What was given is no date.
    """
    if given is None:
        return None
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise FoiakitError(f"{option.opts[0]}: “{given}” is no date", remedy="Write it as 2026-11-24.") from None
