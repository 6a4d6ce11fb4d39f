"""`{fact}` in a plan: a fact of the row, written into a field or a file name. Nothing else stands in braces."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from foiakit.model.errors import FoiakitError

_BRACES = re.compile(r"\{([^{}]*)\}")


def check(pattern: str, known: Collection[str], where: str) -> None:
    """Refuses a name in braces that nothing has.

    Raises:
        FoiakitError: With the place in the plan and the nearest name.
    """
    for name in _BRACES.findall(pattern):
        if name.strip() not in known:
            near = get_close_matches(name.strip(), list(known), 1)
            raise FoiakitError(
                f"{where}: no fact is called “{name.strip()}”",
                remedy=f"Did you mean {near[0]}?" if near else f"The facts are {', '.join(sorted(known))}.",
            )


def fill(pattern: str, facts: Mapping[str, str]) -> str:
    """The pattern with its facts.

    >>> fill("{county} County", {"county": "Alameda"})
    'Alameda County'
    """
    return _BRACES.sub(lambda found: facts[found[1].strip()], pattern) if "{" in pattern else pattern
