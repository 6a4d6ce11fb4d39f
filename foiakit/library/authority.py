"""Authorities: templates/authorities/<id>.yaml. Each statute, rule, case or guidance once, cited by id."""

from __future__ import annotations

from datetime import date
from typing import Literal

from foiakit.files.schema import Written


class Authority(Written):
    """What an authority is, what it holds, and whether anyone read it for foiakit.

    `verified` false means general knowledge: the mark is carried wherever the authority is shown.
    """

    kind: Literal["statute", "regulation", "case", "guidance"]
    name: str
    cite: str
    holds: str
    jurisdiction: str = "us"
    since: date | None = None
    until: date | None = None
    verified: bool
    source: str | None = None
    note: str | None = None
