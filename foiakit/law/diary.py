"""Due dates as calendar entries (RFC 5545), whole days, the same bytes for the same dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from foiakit.law.clock import AT_THE_EARLIEST, Count
from foiakit.law.in_force import LawInForce

_TITLES = {
    "acknowledgement": "Acknowledgment due",
    "determination": "Determination due",
    "production": "Records due",
    "denial": "Silence counts as a denial after today",
    "appeal": "Last day to appeal",
}


def entries(law: LawInForce, received: date, found: tuple[Count, ...]) -> bytes:
    """An .ics file with one entry for each date, and how it was counted in its description.

    Args:
        received: The day of receipt; it also stamps the entries, so that two runs write the same file.
    """
    from icalendar import Calendar, Event

    diary = Calendar()
    diary.add("prodid", "-//foiakit//deadlines//EN")
    diary.add("version", "2.0")
    for one in found:
        event = Event()
        event.add("uid", f"{law.id}-{received.isoformat()}-{one.what}-{one.day.isoformat()}@foiakit")
        event.add("dtstamp", datetime(received.year, received.month, received.day, tzinfo=UTC))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        late = f" ({AT_THE_EARLIEST})" if one.earliest else ""
        event.add("summary", f"{_TITLES[one.what]}{late}: {law.act.short}, received {received.isoformat()}")
        counted = [f"{one.words} from {one.start.isoformat()} ({one.event}), {one.cite}."]
        counted += [f"Left out: {', '.join(str(s) for s in one.holidays)}."] if one.holidays else []
        counted += [f"{note}." for note in (*one.notes, one.earliest) if note]
        event.add("description", " ".join(counted))
        event.add("transp", "TRANSPARENT")
        diary.add_component(event)
    return bytes(diary.to_ical())
