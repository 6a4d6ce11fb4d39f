"""calendar.ics: the day on which each letter's answer is due, written event by event."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from foiakit.batch.manifest import Entry, Ledger
from foiakit.files import atomic
from foiakit.model.characters import harmless

FILE = "calendar.ics"
_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//foiakit//batch//EN\r\nCALSCALE:GREGORIAN\r\n"
_FOLD = 74
"""Octets of a line before it is folded (RFC 5545, section 3.1, allows 75)."""


def write_calendar(folder: Path, ledger: Ledger, dated: date) -> Path:
    """Writes an all-day event for each letter whose law sets a day; each is on disk before the next is made."""
    path = folder / FILE
    last = None
    with atomic.stream(path) as out:
        out.write(_HEAD.encode())
        for entry in ledger:
            if entry["letter"] != last and entry["due"]:
                out.write(_event(entry, dated))
            last = entry["letter"]
        out.write(b"END:VCALENDAR\r\n")
    return path


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
    return b"".join(_folded(line) for line in lines)


def _text(value: str) -> str:
    """A text value, escaped (RFC 5545, section 3.3.11)."""
    value = harmless(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return value.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line of at most 75 octets, continued after a space; never cut within a character."""
    out: list[bytes] = []
    rest = line.encode()
    while len(rest) > _FOLD:
        cut = _FOLD
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        out.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"\r\n".join((*out, rest)) + b"\r\n"
