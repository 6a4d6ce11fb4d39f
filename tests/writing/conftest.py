"""Letters as a writer gets them, built by hand: every kind of clause, item, note and exhibit paragraph once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from foiakit.model.letter import (
    Block,
    Clause,
    Due,
    Exhibit,
    ExhibitParagraph,
    Item,
    ItemList,
    Letter,
    Note,
    NoteMark,
    Source,
    Text,
    Versions,
)
from foiakit.model.office import Body, Office

BRIDGES = "The district inspected 412 bridges last year, the most in a decade."


def words(*parts: str | int) -> tuple[Text | NoteMark, ...]:
    """Spans: text as it stands, a number as a note mark."""
    return tuple(NoteMark(p) if isinstance(p, int) else Text(p) for p in parts)


def clause(id: str, *blocks: Block, heading: str | None = None, explains: str | None = None) -> Clause:
    return Clause(id=id, blocks=blocks, source=Source(kind="clause", ref=id), heading=heading, explains=explains)


def item(number: int, label: str, lead: Any, **more: Any) -> Item:
    return Item(
        number=number,
        label=label,
        lead=lead,
        asks_for="statistics/count",
        family="statistics",
        passages=("A:1.1",),
        source=Source(kind="template", ref="statistics/count"),
        **more,
    )


def note(number: int, *parts: str) -> Note:
    return Note(number=number, spans=words(*parts), source=Source(kind="passage", ref="A:1.1"))


def bridge_letter(**changes: Any) -> Letter:
    office = Office(
        id="us-xx/dot", name="Department of Bridges", jurisdiction="us-xx", body=Body.STATE_AGENCY,
        kind="state-agency", custodian="Records Officer",
    )  # fmt: skip
    made = Letter(
        recipient=office,
        components=(office,),
        dated=date(2026, 11, 24),
        law="us-xx",
        act="Public Records Act",
        sender=("Pat Example", "Example Gazette", "pat@example.org · 555-0100"),
        channel="By e-mail",
        addressee=("Records Officer", "Department of Bridges"),
        subject="Public Records Act request: bridge inspections in 2025",
        salutation="Dear Records Officer:",
        body=(
            clause(
                "opening/act",
                Block(spans=words("This is a request under the Public Records Act, § 12 & following.")),
                explains="Names the act. Example Code § 12. Without it the clock may not start.",
            ),
            ItemList(
                heading="Records requested",
                items=(
                    item(
                        1, "The count of inspections in 2025",
                        words("The release says “412 bridges”.", 1, " Please provide:"),
                        parts=(words("the report;"), words("the rows behind it; and"), words("the definitions.", 2)),
                        tail=words("If none exists, please provide the monthly reports."),
                        explains="Asks for the paper from which the figure was copied.",
                    ),
                    item(2, "The contract",
                         (Text("Please provide the "), Text("signed", italic=True), Text(" contract.")),
                         parts=(words("with its amendments;"), words("with its exhibits."))),
                ),
            ),
            clause(
                "fees/waiver",
                Block(spans=words("Please waive fees:"), bullets=(words("because of this;"), words("and of that."))),
                Block(spans=(Text("I will pay up to "), Text("$25", bold=True), Text("."))),
                heading="Fees",
                explains="States the ceiling.",
            ),
        ),
        closing="Sincerely,",
        signature=("Pat Example", "Reporter"),
        attached=("Exhibit A, news release of March 2, 2026",),
        notes=(
            note(1, f"Department of Bridges, “Bridges,” March 2, 2026, para. 1: “{BRIDGES}” Exhibit A."),
            note(2, "Same, para. 2."),
        ),
        exhibits=(
            Exhibit(
                letter="A",
                title="Bridges inspected",
                citation="Department of Bridges, “Bridges inspected,” news release, March 2, 2026",
                paragraphs=(
                    ExhibitParagraph(text="Bridges inspected", heading=True),
                    ExhibitParagraph(text=f"Intro. {BRIDGES} More.", number=1, marked=((7, 7 + len(BRIDGES)),)),
                    ExhibitParagraph(text="By county", number=2, heading=True, marked=((0, 9),)),
                    ExhibitParagraph(text="North: 200", number=3, bullet=True),
                ),
            ),
        ),
        due=Due(what="determination", received=date(2026, 11, 24), day=date(2026, 12, 8)),
        made_from=Versions(foiakit="0.1.0", law=("us-xx", "abc")),
        stem="us-xx_dot",
    )  # fmt: skip
    return replace(made, **changes)


@pytest.fixture
def letter() -> Letter:
    """One letter with every kind of part."""
    return bridge_letter()


@pytest.fixture
def letter_with() -> Callable[..., Letter]:
    """A letter with some of its parts replaced."""
    return bridge_letter
