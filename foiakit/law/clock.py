"""When an answer is due, how that was counted, and from when silence is a denial."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from foiakit.law.calendar import Calendar, Skipped
from foiakit.law.in_force import LawInForce
from foiakit.library.law import Clock
from foiakit.library.provision import Start, TimeUnit, Within
from foiakit.model.errors import NoDeadline
from foiakit.model.letter import Due
from foiakit.model.office import Body

AT_THE_EARLIEST = "at the earliest"
FAR = 9000
"""From this year on nothing is counted: no calendar reaches much further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A counted date. `start` is day zero and `event` what happened on it; `skipped` are the days that do not count.

    `then` is the extension counted on after `within`. `earliest` is why the true day can only be later ("the office's
    own closures do not count"), `notes` what else moved the count. `bodies` are those bound, where not all are, and
    `duty` is what is due in the act's own measure ("an acknowledgment of this request").
    """

    what: str
    within: Within
    start: date
    event: str
    day: date
    cite: str | None
    skipped: tuple[Skipped, ...] = ()
    then: Within | None = None
    earliest: str | None = None
    notes: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    duty: str = ""

    @property
    def words(self) -> str:
        """The span in prose: "20 business days and, extended, 10 business days more"."""
        return self.within.words + (f" and, extended, {self.then.words} more" if self.then else "")

    @property
    def holidays(self) -> tuple[Skipped, ...]:
        """The skipped days that are holidays, without the weekends."""
        return tuple(s for s in self.skipped if s.why not in {"Saturday", "Sunday"})


def due(law: LawInForce, received: date, extended: bool = False, channel: str | None = None) -> Due:
    """When an answer is due if the request is received on a day; a day of None where no number may be said.

    Args:
        received: Day zero; in the act's terms the day of receipt or of the request.
        extended: With the extension that the law allows, if it is given in time.
        channel: "email" where an act counts an e-mailed request from a later day (Michigan's does).

    Law: the pack's `clock`, whose citation goes with the result.
    """
    try:
        found = count(law, received, extended=extended, channel=channel)
    except NoDeadline as none:
        clock = law.clock
        return Due(
            what=clock.due if clock else "determination",
            received=received,
            day=None,
            note=(clock.wording if clock else None) or none.says,
            cite=clock.cite if clock else None,
        )
    return Due(
        what=found.what,
        received=received,
        day=found.day,
        note=f"{AT_THE_EARLIEST}: {found.earliest}" if found.earliest else None,
        cite=found.cite,
    )


def count(
    law: LawInForce,
    received: date,
    *,
    extended: bool = False,
    channel: str | None = None,
    clock: Clock | None = None,
) -> Count:
    """Counts a clock and shows how.

    Args:
        received: Day zero: the day of receipt, or of the request where the act counts from it.
        clock: One of `law.clocks`; the first where None.

    Raises:
        NoDeadline: The law sets no number, or none may be said. The message holds the law's own word, if it has one.

    >>> from foiakit.law import law_in
    >>> from foiakit.library.collection import open_library
    >>> federal = law_in(open_library(), "us", on=date(2026, 11, 24))
    >>> count(federal, date(2026, 11, 24)).day
    datetime.date(2026, 12, 23)
    """
    if received.year >= FAR:
        raise NoDeadline(f"{received} is too far off to count from")
    chosen = clock or law.clock
    if chosen is None or chosen.within is None:
        raise _no_number(law, chosen)
    open_days = Calendar.of(law)
    start, event, notes, earliest = _start(law, chosen, received, open_days, channel)
    day, skipped = _span(start, chosen.within, open_days)
    if chosen.rolls:
        day, moved = open_days.next_open(day)
        skipped += moved
    within, then = chosen.within, None
    if extended:
        extension = chosen.extension
        if extension is None or extension.within is None:
            raise NoDeadline(
                f"{law.act.name} sets no number of days for an extension",
                remedy=f"It allows more time for: {extension.grounds}." if extension else None,
            )
        longer, notes = extension.within, (*notes, f"without the extension ({extension.cite}): {day.isoformat()}")
        if longer.starts is Start.DEADLINE:
            then = longer
            day, more = _span(day, longer, open_days)
            skipped += more
        else:
            within = longer
            day, skipped = _span(start, longer, open_days)
    counts_open_days = TimeUnit.BUSINESS_DAYS in {within.unit, then.unit if then else None}
    closures = law.business_days.earliest if law.business_days and counts_open_days else None
    return Count(
        what=chosen.due,
        within=within,
        start=start,
        event=event,
        day=day,
        cite=chosen.cite,
        skipped=skipped,
        then=then,
        earliest=chosen.earliest or earliest or closures,
        notes=notes,
        bodies=chosen.bodies,
        duty=chosen.duty,
    )


def lapse(law: LawInForce, received: date, *, extended: bool = False, channel: str | None = None) -> Count | None:
    """The day at whose end silence is a denial; None where the law does not say so or names no day."""
    silence = law.silence
    if silence is None or not silence.denial or silence.undated:
        return None
    try:
        if silence.within is None:
            return count(law, received, extended=extended, channel=channel)
        open_days = Calendar.of(law)
        start, event = received, "receipt"
        notes: tuple[str, ...] = ()
        if silence.within.starts is Start.ACKNOWLEDGEMENT:
            acknowledged = count(law, received, channel=channel)
            start, event = acknowledged.day, "the last day to acknowledge"
            notes = ("an earlier acknowledgment brings it forward",)
        day, skipped = _span(start, silence.within, open_days)
    except NoDeadline:
        return None
    in_open_days = silence.within.unit is TimeUnit.BUSINESS_DAYS
    closures = law.business_days.earliest if law.business_days and in_open_days else None
    if notes and closures:  # it can come sooner as well as later
        notes, closures = (*notes, closures), None
    return Count(
        what="denial",
        earliest=closures,
        within=silence.within,
        start=start,
        event=event,
        day=day,
        cite=silence.cite,
        skipped=skipped,
        notes=notes,
    )


def last_day_to_appeal(law: LawInForce, denied: date) -> Count | None:
    """The last day for the administrative appeal after a denial (or a silence that is one); None where none is set."""
    appeal = law.appeal
    if appeal is None or not appeal.available or appeal.within is None or appeal.within.starts is Start.DECISION:
        return None
    day, skipped = _span(denied, appeal.within, Calendar.of(law))
    return Count(
        what="appeal",
        within=appeal.within,
        start=denied,
        event="denial",
        day=day,
        cite=appeal.cite,
        skipped=skipped,
    )


def deadlines(
    law: LawInForce, received: date, *, extended: bool = False, channel: str | None = None
) -> tuple[Count, ...]:
    """Every date that can be counted from a receipt: each clock, the day silence is a denial, the last day to appeal.

    Args:
        extended: The first clock with its extension; what hangs on it moves along.
    """
    found: list[Count] = []
    for clock in law.clocks:
        try:
            first = clock is law.clock
            found.append(count(law, received, clock=clock, channel=channel, extended=extended and first))
        except NoDeadline:
            continue
    silent = lapse(law, received, extended=extended, channel=channel)
    if silent is not None:
        found.append(replace(silent, what="denial"))
        if appeal := last_day_to_appeal(law, silent.day):
            found.append(replace(appeal, event="silence that is a denial"))
    return tuple(found)


def _no_number(law: LawInForce, clock: Clock | None) -> NoDeadline:
    if clock is not None and clock.wording:
        return NoDeadline(f"{law.act.name} sets no number of days: an answer is due {clock.wording}")
    doubt = next((d for d in law.doubts if d.at.startswith("clock")), None)
    why = clock.expected if clock is not None and clock.expected else doubt.why if doubt else None
    return NoDeadline(
        f"no number of days may be said for {law.act.name}",
        remedy=f"{why[0].upper()}{why[1:]}" if why else "Ask for the date on which an answer is expected.",
    )


def _start(
    law: LawInForce, clock: Clock, received: date, open_days: Calendar, channel: str | None
) -> tuple[date, str, tuple[str, ...], str | None]:
    """Day zero of a clock, what happened on it, what moved it, and why the day may be later."""
    assert clock.within is not None
    starts = clock.within.starts
    notes: tuple[str, ...] = ()
    if channel == "email" and clock.electronic_receipt == "next_business_day":
        start, _ = open_days.forward(received, 1)
        notes = (f"sent by e-mail on {received.isoformat()}, it counts as received one business day later",)
        return start, "receipt", notes, None
    if starts in {Start.RECEIPT, Start.REQUEST}:
        return received, starts.value, notes, None
    earlier = [c for c in takewhile(lambda c: c.due != clock.due, law.clocks) if c.within]
    if starts is Start.ACKNOWLEDGEMENT and not earlier:
        why = "the days run from the office's acknowledgment of receipt"
        return received, "acknowledgment, if on that day", (), why
    if not earlier:
        raise _no_number(law, clock)
    before = count(law, received, channel=channel, clock=earlier[-1 if starts is Start.DEADLINE else 0])
    event = f"{spelled(starts.value)}, if on its last day"
    return before.day, event, (f"day zero is the last day of the {spelled(before.what)}",), before.earliest


def spelled(key: str) -> str:
    """A key of the packs as it is printed, in American spelling: their "acknowledgement" is an acknowledgment."""
    return key.replace("acknowledgement", "acknowledgment")


def _span(start: date, within: Within, open_days: Calendar) -> tuple[date, tuple[Skipped, ...]]:
    """The last day of a span. Months end on the same number of a later month, or on its last day."""
    if within.unit is TimeUnit.BUSINESS_DAYS:
        return open_days.forward(start, within.number)
    if within.unit is TimeUnit.CALENDAR_DAYS:
        return start + timedelta(days=within.number), ()
    ahead = within.number * (12 if within.unit is TimeUnit.YEARS else 1)
    year, month = divmod(start.month - 1 + ahead, 12)
    last = months.monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last)), ()
