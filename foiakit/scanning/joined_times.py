"""Times joined into one: "the first quarter of fiscal year 2009", "from May through July 2020", "2007 and 2008"."""

from __future__ import annotations

import re
from dataclasses import replace

from foiakit.model.claim import Basis
from foiakit.scanning.days import ONE, Anchor, Days, safe
from foiakit.scanning.numerals import SPACE
from foiakit.scanning.stated_times import dated, fiscal
from foiakit.scanning.tenses import Tense
from foiakit.scanning.time_words import Kit, Time

TO = re.compile(
    rf"(?:,?{SPACE}(?:to|through|thru|until|till|and{SPACE}ending(?:{SPACE}on)?|up{SPACE}to)"
    rf"(?:{SPACE}(?:its|their|his|her){SPACE}\w+{SPACE}(?:in|on))?(?:{SPACE}the)?{SPACE}|[ ]?[-–—][ ]?)",
    re.I,
)
"""What stands between the two ends of a range."""
_HABIT = re.compile(
    rf",?{SPACE}and{SPACE}(?:runs|ends|closes|concludes|lasts|continues|extends|expires)"
    rf"(?:{SPACE}(?:on|through|until|to|at))?{SPACE}",
    re.I,
)
"""What stands between the first day of a season and its last: “begins June 1 and ends November 30”."""
FROM = re.compile(rf"\b(?:(?P<between>between)|from)(?:{SPACE}the)?{SPACE}$", re.I)
"""What opens a range; search it up to where the first end begins."""

_OF = re.compile(rf"(?:,?{SPACE}(?:of|in|for)(?:{SPACE}(?:the|this|its|our))?|,|['’]s)?{SPACE}", re.I)
_BESIDE = re.compile(rf"(?:['’]s)?,?{SPACE}(?:the{SPACE})?", re.I)
_AND = re.compile(rf",?{SPACE}(?:and|or|&){SPACE}(?:in{SPACE})?|,{SPACE}", re.I)
_BETWEEN = re.compile(rf",?{SPACE}and{SPACE}(?:the{SPACE})?", re.I)
_RISE = re.compile(rf"{SPACE}to{SPACE}(?:\w+{SPACE}){{0,2}}\$?\d[\d,.]*%?{SPACE}(?:[a-z]+{SPACE}){{0,2}}in{SPACE}")
"""What stands between the months of "from 4,100 in March to 6,900 in June": the first comes before the second."""
_LISTED = re.compile(rf",?{SPACE}(?:and|or|through|to){SPACE}|,{SPACE}|[ ]?[-–—][ ]?", re.I)
_FISCAL = re.compile(r"(?:the )?(?:federal |state )?(?:fiscal years?|FYs?|budget years?)\b", re.I)
_NEAREST, _NEAR = 16, 24
"""Characters beyond which two times do not belong together."""


def composed(text: str, times: list[Time], kit: Kit, anchor: Anchor) -> list[Time]:
    """Joins a part with the year it is of ("FY 2017 4th quarter"), a month with "of last year"."""
    out: list[Time] = []
    for time in times:
        last = out[-1] if out else None
        gap = text[last.end : time.start] if last else ""
        if last is None or len(gap) > _NEAREST:
            out.append(time)
            continue
        if time.kind == "year" and _LISTED.fullmatch(gap) and _is_fiscal(text, last):
            time = _same_fiscal(text, time, kit, anchor)
        of = bool(_OF.fullmatch(gap if gap[-1:].isspace() else gap + " "))
        if of and ((last.cut and time.kind in {"year", "decade"}) or (last.kind == "needs" and time.days[0])):
            out[-1] = _cut(last, time, last.start, time.end)
        elif last.kind == "year" and time.kind == "part" and time.cut and _BESIDE.fullmatch(gap):
            out[-1] = _cut(time, last, last.start, time.end)
        elif last.kind == "to date" and time.kind == "year" and _covers(time, anchor) and gap.strip().lower() == "in":
            out[-1] = replace(last, end=time.end, days=(time.days[0], anchor.issued), basis=time.basis)
        elif of and last.unyeared and time.kind == "year" and ("of" in gap.lower() or not gap.strip()):
            out[-1] = _of_year(last, time, kit, anchor)
        else:
            out.append(time)
    return out


def paired(text: str, times: list[Time], kit: Kit, anchor: Anchor) -> list[Time]:
    """Joins the two ends of a range, and years or months that follow each other in a list."""
    out: list[Time] = []
    for time in times:
        last = out[-1] if out else None
        gap = text[last.end : time.start] if last else ""
        if last is None or len(gap) > _NEAR:
            out.append(time)
            continue
        opened = FROM.search(text, max(0, last.start - 14), last.start)
        between = bool(opened and opened["between"])
        habit = bool(last.unyeared and time.unyeared and _HABIT.fullmatch(gap))
        if last.kind == time.kind == "weekday" and TO.fullmatch(gap):
            out[-1] = replace(last, end=time.end, kind="weekly")  # "Monday through Friday" is no period
        elif TO.fullmatch(gap) or (between and _BETWEEN.fullmatch(gap)) or habit:
            if opened is None and gap.strip().lower() == "to" and {last.kind, time.kind} & {"today", "day", "weekday"}:
                out.append(time)
                continue
            tense = Tense.PRESENT if habit else last.tense
            first, second = _nearest(last, time, tense, kit, anchor) or _same_year(last, time, kit, anchor)
            basis = Basis.OPEN if Basis.OPEN in (first.basis, second.basis) else second.basis
            start = opened.start() if opened else last.start
            out[-1] = Time(start, time.end, "range", (first.days[0], second.days[1]), basis)
        elif _AND.fullmatch(gap) and time.kind == last.kind and time.kind in {"year", "month"}:
            first, second = _same_year(last, time, kit, anchor)
            if first.days[1] and second.days[0] == first.days[1] + ONE:
                out[-1] = Time(last.start, time.end, time.kind, (first.days[0], second.days[1]), second.basis)
            else:
                out[-1:] = [first, time]
        elif last.unyeared and time.unyeared and _RISE.fullmatch(gap):
            out[-1:] = _nearest(last, time, Tense.PAST, kit, anchor) or (last, time)
        else:
            out.append(time)
    return [time for time in out if time.kind != "weekly"]


def _covers(time: Time, anchor: Anchor) -> bool:
    first, last = time.days
    return bool(first and last and anchor.issued and first <= anchor.issued <= last)


def _is_fiscal(text: str, time: Time) -> bool:
    words = text[time.start : time.end]
    return bool(_FISCAL.match(words)) or (words.isdigit() and time.basis is not Basis.STATED)


def _same_fiscal(text: str, time: Time, kit: Kit, anchor: Anchor) -> Time:
    """The 2009 of "fiscal years 2008 and 2009"."""
    words = text[time.start : time.end]
    named = fiscal(kit, int(words), int(words), None, anchor) if words.isdigit() else None
    return replace(named, start=time.start, end=time.end) if named else time


def _cut(part: Time, year: Time, start: int, end: int) -> Time:
    first, last = year.days
    days: Days = part.cut((first, last)) if part.cut and first and last else (None, None)
    return Time(start, end, "year", days, year.basis if days[0] else Basis.OPEN)


def _of_year(month: Time, year: Time, kit: Kit, anchor: Anchor) -> Time:
    first, last = year.days
    if not first or not last:
        return replace(month, end=year.end)
    given = _given(month, first.year if first.month <= month.unyeared else last.year, kit, anchor)
    return replace(given, end=year.end, basis=year.basis)


def _same_year(first: Time, second: Time, kit: Kit, anchor: Anchor) -> tuple[Time, Time]:
    """Gives a month or date without a year the year of the one beside it, so that the range runs forward."""
    start, end = first.days[0], second.days[0]
    if start is None or end is None:
        return first, second
    if second.unyeared and not first.unyeared and first.kind in {"month", "date"}:
        return first, _given(second, start.year + (start.month > second.unyeared), kit, anchor)
    if first.unyeared and second.kind in {"month", "date"} and (not second.unyeared or start > end):
        given = _given(first, end.year - (first.unyeared > end.month), kit, anchor)
        return (replace(given, basis=first.basis) if second.unyeared else given), second
    return first, second


def _nearest(first: Time, second: Time, tense: Tense, kit: Kit, anchor: Anchor) -> tuple[Time, Time] | None:
    """A range of which neither end has a year: the last that is over, the next that is not, or the nearest.

    None where a year is said, or where the words around one end have settled it.
    """
    issued = anchor.issued
    if issued is None or first.sure or second.sure or not (first.unyeared and second.unyeared):
        return None
    if not {first.kind, second.kind} <= {"month", "date"}:
        return None  # “early June to late July” keeps its thirds
    over = (second.unyeared, second.day or 99) < (first.unyeared, first.day)
    tried: list[tuple[int, int]] = []
    for year in range(issued.year - 2, issued.year + 3):
        start = safe(year, first.unyeared, first.day or 1)
        end = safe(year + over, second.unyeared, second.last or 28)
        if start is None or end is None:
            continue
        away = (start - issued).days if start > issued else min((end - issued).days, 0)
        if (tense is Tense.PAST and end > issued) or (tense is Tense.AHEAD and end < issued):
            continue
        tried.append((abs(away), year))
    if not tried:
        return None
    year = min(tried)[1]
    ends = _given(first, year, kit, anchor), _given(second, year + over, kit, anchor)
    return replace(ends[0], basis=Basis.CALENDAR), replace(ends[1], basis=Basis.CALENDAR)


def _given(time: Time, year: int, kit: Kit, anchor: Anchor) -> Time:
    """A month or date with its year."""
    return dated(kit, time.start, time.end, time.unyeared, time.day, time.last, anchor, time.tense, year) or time
