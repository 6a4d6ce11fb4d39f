"""A day as it is typed in an option."""

from __future__ import annotations

from datetime import date

from foiakit.model.errors import FoiakitError


def given_day(given: str | None, option: str) -> date | None:
    """The day that `option` names; None where it was not given.

    Raises:
        FoiakitError: It is no date.
    """
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise FoiakitError(f"{option}: “{given}” is no date", remedy="Write it as 2026-11-24.") from None
