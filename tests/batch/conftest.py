"""A made-up release, a profile, a plan and a table of offices, in a folder of their own."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from foiakit.batch.finish import finish
from foiakit.batch.opening import Opened, open_plan
from foiakit.batch.run import Batch, Report
from foiakit.library.collection import Library, open_library

DAY = date(2026, 11, 24)

RELEASE = """\
---
title: Marsh County counts its bridges with the state
issuer: Office of Example Bridges
date: 2026-03-02
---
Last year, the Imperial County Sheriff's Office closed 412 bridges in Imperial County for repairs.

The sheriff's office and the U.S. Immigration and Customs Enforcement work together under a memorandum of understanding.
"""

PROFILE = """\
name: Robin Roe
organization: Made-up Records Project
email: robin@records.example
fee_category: other
ceiling: 25
residence: us-ca
commercial_purpose: no
us_citizen: yes
"""

PICKS = 'picks: ["1.1", "2.1"]\ntemplates: {"1.1": statistics/count, "2.1": agreement/memorandum}\n'

FIELDS = """\
fields:
  "1.1": {subject: bridges, period: 2025-01-01/2025-12-31}
  "2.1": {subject: joint work, parties: ["{office}", ICE]}
"""

PLAN = f"""\
name: bridges
releases: [release.txt]
{PICKS}{FIELDS}requester: profile.yaml
recipients: {{file: table.csv, columns: {{id: office}}, facts: [county]}}
"""

ROWS = [
    ("us-ca/county/alameda/sheriff", "Alameda"),
    ("us-ca/county/marin/sheriff", "Marin"),
    ("us-tx/county/travis/sheriff", "Travis"),
    ("us-wa/county/king/sheriff", "King"),
]


@pytest.fixture(scope="session")
def picks_and_fields() -> tuple[str, str]:
    """What a plan says of its picks, to be replaced by a selection."""
    return PICKS, FIELDS


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


def write_table(path: Path, rows: list[tuple[str, ...]], headings: tuple[str, ...] = ("office", "county")) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([headings, *rows])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the plan."""
    for name, text in (("release.txt", RELEASE), ("profile.yaml", PROFILE), ("plan.yaml", PLAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    write_table(tmp_path / "table.csv", ROWS)
    return tmp_path


@pytest.fixture
def opened(folder: Path, library: Library) -> Callable[..., Opened]:
    """Opens the plan, with words of it replaced and other rows if given."""

    def call(
        *changes: tuple[str, str],
        rows: list[tuple[str, ...]] | None = None,
        headings: tuple[str, ...] = ("office", "county"),
        **more: Any,
    ) -> Opened:
        plan = PLAN
        for old, new in changes:
            assert old in plan, old
            plan = plan.replace(old, new)
        (folder / "plan.yaml").write_text(plan, encoding="utf-8")
        if rows is not None:
            write_table(folder / "table.csv", rows, headings)
        return open_plan(folder / "plan.yaml", more.pop("library", library), on=more.pop("on", DAY), **more)

    return call


@pytest.fixture
def run(folder: Path, opened: Callable[..., Opened]) -> Callable[..., Report]:
    """Runs the plan into out/ beside it."""

    def call(*changes: tuple[str, str], out: str = "out", zipped: bool = False, **more: Any) -> Report:
        executor = more.pop("executor", None)
        workers = more.pop("workers", 1)
        on_progress = more.pop("on_progress", lambda n: None)
        elsewhere = more.pop("elsewhere", False)
        plan = opened(*changes, **more)
        into = folder / out
        batch = Batch(
            order=plan.order(None if elsewhere else into),
            folder=into,
            formats=plan.plan.output.formats,
            library=plan.library,
            directory=plan.directory,
            on_progress=on_progress,
        )
        report, ledger = batch.run(plan.addressees, plan.problems, executor=executor, workers=workers)
        finish(into, ledger, title=plan.prepared.title, dated=plan.prepared.on, zipped=zipped)
        return report

    return call
