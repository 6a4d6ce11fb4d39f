"""calendar.ics: the day on which each letter's answer is due, written event by event."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from foiakit.batch.manifest import Entry
from foiakit.files import atomic
from foiakit.model.characters import harmless

FILE = "calendar.ics"
_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//foiakit//batch//EN\r\nCALSCALE:GREGORIAN\r\n"
_FOLD = 74
"""Octets of a line before it is folded (RFC 5545, section 3.1, allows 75)."""


class Calendar:
    """An all-day event for each letter whose law sets a day, written as it comes; in place when the block ends.

    Args:
        dated: The letters' date, by which the calendar is stamped.
    """

    def __init__(self, folder: Path, dated: date) -> None:
        self.path = folder / FILE
        self._dated = dated
        self._last: str | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Calendar:
        self._out = self._stack.enter_context(atomic.stream(self.path))
        self._out.write(_HEAD.encode())
        return self

    def __exit__(self, *error: Any) -> None:
        if error[0] is None:
            self._out.write(b"END:VCALENDAR\r\n")
        self._stack.__exit__(*error)

    def add(self, entry: Entry) -> None:
        """Writes the event of a letter when its first line comes."""
        if entry["letter"] != self._last and entry["due"]:
            self._out.write(_event(entry, self._dated))
        self._last = entry["letter"]


def _event(entry: Entry, dated: date) -> bytes:
    what = f"{entry.get('due_what') or 'answer'} due: {entry['office']}"
    received = f"Counted as if received on {entry['due_if_received_on']}; move it to the day of receipt."
    says = " ".join(part for part in (f"{entry['file']}.", entry["due_note"], received) if part)
    lines = (
        "BEGIN:VEVENT",
        f"UID:{_text(entry['letter'])}@foiakit",
        f"DTSTAMP:{dated:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry['due'].replace('-', '')}",
        f"SUMMARY:{_text(what[:1].upper() + what[1:])}",
        f"DESCRIPTION:{_text(says)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
    return b"".join([_folded(line) for line in lines])


def _text(value: str) -> str:
    """A text value, escaped (RFC 5545, section 3.3.11)."""
    value = harmless(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return value.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line of at most 75 octets, continued after a space; never cut within a character."""
    rest = line.encode()
    if len(rest) <= _FOLD:
        return rest + b"\r\n"
    out: list[bytes] = []
    while len(rest) > _FOLD:
        cut = _FOLD
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        out.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"\r\n".join((*out, rest)) + b"\r\n"
