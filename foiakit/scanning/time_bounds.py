"""What bounds a stretch of time in a text: "since" and "by", "early" and "the end of", plans, "to the present"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from foiakit.scanning.days import ONE, Anchor, Days, plus, third, week_of
from foiakit.scanning.joined_times import FROM, TO
from foiakit.scanning.lexicon import Calendar
from foiakit.scanning.numerals import SPACE, Numerals, either
from foiakit.scanning.time_words import Time

_ONWARD = re.compile(
    rf",?{SPACE}(?:onwards?|on(?=[ ,.;])(?!{SPACE}(?:the|a|an)\b)|forward|and{SPACE}(?:later|after|beyond))", re.I
)
_NEAR = re.compile(rf"\b(?:last|next|past|this(?:{SPACE}(?:past|coming))?){SPACE}$", re.I)
_CLOCK = (
    rf"(?:\d{{1,2}}(?::\d\d)?{SPACE}?[ap]\.?m\b\.?|noon|midnight|(?:the{SPACE})?(?:close|end){SPACE}of{SPACE}(?:the{SPACE})?(?:business|day))"
    rf"(?:,?{SPACE}\(?[A-Z][A-Za-z]+\)?){{0,3}},?"
)
"""The hour at which a last day ends: “by 5 p.m., Central Time, on July 16”."""
_FINISH = re.compile(
    rf"\band{SPACE}(?:to{SPACE})?(?:end|finish|conclude|close|be{SPACE}(?:complete|completed|finished|done))\b", re.I
)
"""After a plan's verb: the next date is when it is over."""
_CLAUSE = re.compile(rf",{SPACE}(?:the|a|an|all|any|no|it|they|we|he|she|[a-z]+s)\b", re.I)
"""After “From July 1”: what holds from then on."""
_BACK = 90


@dataclass(frozen=True, slots=True)
class Bounds:
    """Finds it. Made once for a library."""

    bounding: re.Pattern[str]
    since_event: re.Pattern[str]
    launch: re.Pattern[str]
    plan: re.Pattern[str]
    edge: re.Pattern[str]
    fuzzy: re.Pattern[str]
    thirds: dict[str, int]
    ending: re.Pattern[str]
    numerals: Numerals
    present: re.Pattern[str]

    @classmethod
    def of(cls, words: Calendar, numerals: Numerals) -> Bounds:
        """With the words of templates/scanning/calendar.yaml."""
        number = rf"(?:\d{{1,3}}|{numerals.spelled})"
        opened = (
            rf"(?:{SPACE}(?:at{SPACE})?{_CLOCK})?(?:{SPACE}(?:on{SPACE}or{SPACE}(?:about|around|before|after)|in|on|about|around|approximately"
            rf"|at{SPACE}least))?(?:{SPACE}the)?(?:{SPACE}start{SPACE}of)?{SPACE}$"
        )
        kinds = {"starts": words.starts, "ends": words.ends, "before": words.before, "after": words.after}
        bounding = "|".join(rf"(?P<{kind}>{either(listed)})" for kind, listed in kinds.items())
        return cls(
            bounding=re.compile(rf"\b(?:{bounding}){opened}", re.I),
            since_event=re.compile(rf"\bsince\b(?:{SPACE}[^\s,.;:]+){{1,8}}?{SPACE}(?:in|on|of){SPACE}$", re.I),
            launch=re.compile(
                rf"\b(?:{either(words.launch_openers)}){SPACE}(?:the|its|their|this){SPACE}(?:\w+{SPACE}){{0,2}}"
                rf"(?:{either(words.launches)})\b[^.;]{{0,{_BACK}}}$",
                re.I,
            ),
            plan=re.compile(
                rf"\b(?:will|to|would|expected{SPACE}to|set{SPACE}to)(?:{SPACE}(?:\w+ly|also|first|then))?{SPACE}"
                rf"(?:{either(words.plans)})\b[^.;,]{{0,50}}$",
                re.I,
            ),
            edge=re.compile(
                rf"\b(?:the{SPACE})?(?:very{SPACE})?(?P<edge>end|close|beginning|start|conclusion|last{SPACE}day"
                rf"|first{SPACE}day){SPACE}of(?:{SPACE}the)?{SPACE}$",
                re.I,
            ),
            fuzzy=re.compile(
                rf"\b(?:the{SPACE})?(?P<fuzzy>{either(words.fuzzy)})"
                rf"(?:{SPACE}of(?:{SPACE}the)?{SPACE}|[- ](?:in{SPACE})?)$",
                re.I,
            ),
            thirds=dict(words.fuzzy),
            ending=re.compile(
                rf"\b(?:the{SPACE})?(?:(?P<n>{number})(?:{SPACE}|-)(?P<unit>year|month|week|day|quarter)s?"
                rf"(?:{SPACE}period)?|(?P<whole>(?:fiscal|school|program|calendar|budget|grant){SPACE}year|year"
                rf"|quarter|month|week))"
                rf"(?:{SPACE}that|{SPACE}which)?{SPACE}(?:(?P<ends>end(?:ed|ing|s)?|conclud(?:ed|ing|es))|"
                rf"(?P<begins>beg[aiu]n(?:ning|s)?|start(?:ed|ing|s)?))(?:{SPACE}on)?(?:{SPACE}the)?{SPACE}$",
                re.I,
            ),
            numerals=numerals,
            present=re.compile(rf"(?:{TO.pattern})(?:{either(words.present)})\b", re.I),
        )

    def edged(self, text: str, time: Time) -> Time:
        """ "The end of 2013" is its last day, "early 2010" its first four months."""
        first, last = time.days
        if time.kind == "month" and (near := _NEAR.search(text, max(0, time.start - 13), time.start)):
            time = replace(time, start=near.start())
        before = max(0, time.start - 30)
        if edge := self.edge.search(text, before, time.start):
            if time.kind in {"today", "to date", "window"}:
                return time
            at = (
                last
                if edge["edge"].lower().split()[-1] in {"end", "close", "conclusion"}
                or edge["edge"].lower().startswith("last")
                else first
            )
            start = edge.end() - len(edge[0].lstrip()) if edge[0][0].isspace() else edge.start()
            return replace(time, start=start, kind="edge", days=(at, at))
        if (
            (fuzzy := self.fuzzy.search(text, before, time.start))
            and first
            and last
            and time.kind in {"year", "month", "decade", "part", "season"}
        ):
            word = fuzzy["fuzzy"].lower()
            return replace(time, start=fuzzy.start(), kind="fuzzy", days=third((first, last), self.thirds[word]))
        if (
            (week := re.search(rf"\bweek{SPACE}of{SPACE}$", text[before : time.start], re.I))
            and first
            and time.kind == "date"
        ):
            return replace(time, start=before + week.start(), kind="week", days=week_of(first))
        return time

    def bounded(self, text: str, time: Time, anchor: Anchor) -> Time:
        """Applies "since", "by", "before", "after", "ended", "to the present" and plans to one stretch."""
        first, last = time.days
        issued = anchor.issued
        window = max(0, time.start - 70)
        if present := self.present.match(text, time.end):
            opened = FROM.search(text, max(0, time.start - 14), time.start)
            return replace(
                time,
                start=opened.start() if opened else time.start,
                end=present.end(),
                kind="since",
                days=(first, issued),
            )
        if ending := self.ending.search(text, max(0, time.start - 60), time.start):
            days = self._ending(ending, time)
            if days is not None:
                return replace(time, start=ending.start(), kind="year", days=days)
        if time.kind in {"range", "to date", "window", "weekly"}:
            bound = self.bounding.search(text, window, time.start) if time.kind != "weekly" else None
            if not (bound and bound.lastgroup == "ends" and time.kind == "window" and bound["ends"].lower() == "by"):
                return time
        if bound := self.bounding.search(text, window, time.start):
            start, kind = bound.start(), bound.lastgroup
            if kind == "starts":
                days = (first, None) if time.kind == "today" else self._open(first, issued)
                return replace(time, start=start, kind="since", days=days)
            if kind == "ends":
                return replace(time, start=start, kind="until", days=(None, last))
            if kind == "before" and first:
                return replace(time, start=start, kind="until", days=(None, first - ONE))
            if kind == "after" and last:
                return replace(time, start=start, kind="since", days=self._open(last + ONE, issued))
        if (
            first
            and (opened := FROM.search(text, max(0, time.start - 14), time.start))
            and not opened["between"]
            and (
                (on := _ONWARD.match(text, time.end))
                or (opened.start() == 0 and first == last and _CLAUSE.match(text, time.end))
            )
        ):
            end = on.end() if on else time.end
            return replace(time, start=opened.start(), end=end, kind="since", days=self._open(first, issued))
        if event := self.since_event.search(text, max(0, time.start - _BACK), time.start):
            return replace(time, start=event.start(), kind="since", days=self._open(first, issued))
        if first and issued and first <= issued and self.launch.search(text, max(0, time.start - 160), time.start):
            return replace(time, kind="since", days=(first, issued))
        if first and issued and first > issued:
            plan = self.plan.search(text, max(0, time.start - _BACK), time.start)
            if plan and not _FINISH.search(plan[0]):
                return replace(time, days=(first, None))
        return time

    def _open(self, first: date | None, issued: date | None) -> Days:
        """From a first day to the release; a start that lies ahead has no end."""
        return (first, issued) if first is None or issued is None or first <= issued else (first, None)

    def _ending(self, match: re.Match[str], time: Time) -> Days | None:
        first, last = time.days
        if not first or not last or (match["whole"] is None and match["n"] is None):
            return None
        number = int(self.numerals.value(match["n"])) if match["n"] else 1
        unit = match["unit"].lower() if match["unit"] else match["whole"].lower().split()[-1]
        if number > 120:
            return None
        if match["ends"]:
            return plus(last + ONE, -number, unit), last
        return first, plus(first, number, unit) - ONE
