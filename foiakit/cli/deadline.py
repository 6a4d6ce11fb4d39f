"""`foiakit deadline`: when an answer is due, how it was counted, and when an appeal must be in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal
from foiakit.cli._day import day_option
from foiakit.model.errors import NoDeadline
from foiakit.model.office import Body

if TYPE_CHECKING:
    from foiakit.law.clock import Count
    from foiakit.law.in_force import LawInForce


_DUE = {
    "acknowledgement": "an acknowledgment is",
    "determination": "a determination is",
    "production": "the records are",
}


@click.command()
@click.argument("id", metavar="ID")
@day_option("--from", "received", help="The day of receipt (today unless said).")
@click.option("--extended", is_flag=True, help="With the extension that the law allows.")
@click.option("--body", type=click.Choice([b.value for b in Body]), help="What kind of body was asked.")
@click.option("--resident", is_flag=True, help="The requester lives in the jurisdiction.")
@click.option("--channel", type=click.Choice(["email", "mail", "portal"]), help="How the request was sent.")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="Write the dates as calendar entries.")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")
def command(
    id: str,
    received: date | None,
    extended: bool,
    body: str | None,
    resident: bool,
    channel: str | None,
    ics: Path | None,
    as_json: bool,
) -> None:
    """Counts when an answer under the law ID is due (us, us-tx …) and shows each day that was left out.

    The date is help for a diary, not advice: an office may see it otherwise.
    """
    from foiakit.law import deadlines, law_in
    from foiakit.library.collection import open_library

    id = id.strip().lower()
    day = received or date.today()
    law = law_in(open_library(), id, body=Body(body) if body else None, on=day, resident_of=id if resident else None)
    found = deadlines(law, day, extended=extended, channel=channel)
    if as_json:
        terminal.out(json.dumps([asdict(c) for c in found], indent=2, ensure_ascii=False, default=str))
    else:
        terminal.out("\n".join(_told(law, day, found, extended)))
    if ics:
        from foiakit.files import atomic
        from foiakit.law.diary import entries

        atomic.write(ics, entries(law, day, found))
        terminal.say(f"{ics}: {len(found)} calendar {'entry' if len(found) == 1 else 'entries'} written")


def _told(law: LawInForce, received: date, found: tuple[Count, ...], extended: bool) -> Iterator[str]:
    from foiakit.law import count
    from foiakit.law.in_force import BODY_WORDS

    yield f"{law.act.name}, {law.act.cite}: received on {_date(received)}"
    try:
        count(law, received, extended=extended)
    except NoDeadline as none:
        yield f"No date: {none}"
        if law.clock and law.clock.wording:
            yield f"The law's word is “{law.clock.wording}”, {law.clock.cite}"
    for one in found:
        late = " at the earliest" if one.earliest else ""
        yield ""
        if one.what == "appeal":
            yield f"{_date(one.day)}: last day to appeal to {law.appeal.to if law.appeal else 'the office'}"
        elif one.what == "denial":
            yield f"{_date(one.day)}{late}: silence is a denial when this day has passed"
        else:
            only = f" (from a {' or '.join(BODY_WORDS[b] for b in one.bodies)})" if one.bodies and not law.body else ""
            yield f"{_date(one.day)}{late}: {_DUE[one.what]} due{only}"
            yield f"  {one.duty}"
        yield f"  {one.words} from {_date(one.start)} ({one.event}), {one.cite}"
        weekends = len(one.skipped) - len(one.holidays)
        if one.skipped:
            days = f"{weekends} weekend day{'' if weekends == 1 else 's'}"
            yield "  left out: " + "; ".join([days, *(str(s) for s in one.holidays)])
        for note in (*one.notes, *((one.earliest,) if one.earliest else ())):
            yield f"  {note}"
    yield from _without_a_number(law)
    if law.clock and law.clock.note:
        yield ""
        yield law.clock.note


def _without_a_number(law: LawInForce) -> Iterator[str]:
    """The clocks that stand beside the first and set no number of days, or none for some bodies."""
    from foiakit.law.in_force import BODY_WORDS

    for clock in law.clocks[1:]:
        if clock.within is None and clock.wording:
            whose = (
                f" (from a {' or '.join(BODY_WORDS[b] for b in clock.bodies)})" if clock.bodies and not law.body else ""
            )
            yield ""
            yield f"No date, {clock.wording}: {_DUE[clock.due]} due{whose}"
            yield f"  {clock.duty}, {clock.cite}" if clock.cite else f"  {clock.duty}"


def _date(day: date) -> str:
    return f"{day:%A, %B} {day.day}, {day.year}"
