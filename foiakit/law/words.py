"""A law's provisions in plain words, one line each: what cards, comparisons and lists show."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from typing import Any

from foiakit.law.in_force import BODY_WORDS
from foiakit.library.law import (
    Act,
    Agreements,
    Appeal,
    AttorneyFees,
    BusinessDays,
    Clock,
    Court,
    Demand,
    Denial,
    Electronic,
    Estimate,
    Exemption,
    Expedite,
    Extraction,
    Fees,
    FiscalYear,
    Ombuds,
    Purpose,
    Requester,
    Scope,
    Segregability,
    Silence,
    Waiver,
    Writing,
)
from foiakit.library.provision import Condition, Provision, Start, Within

WHO = {
    "anyone": "anyone",
    "citizens": "citizens of the state",
    "residents": "residents of the state",
    "us_residents": "legal residents of the United States",
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_FROM = {
    Start.RECEIPT: "receipt",
    Start.REQUEST: "the request",
    Start.ACKNOWLEDGEMENT: "the acknowledgment",
    Start.DEADLINE: "that day",
    Start.DENIAL: "the denial",
    Start.DECISION: "the decision",
    Start.VIOLATION: "the violation",
}


def span(within: Within) -> str:
    """ "10 business days from receipt"."""
    return f"{within.words} from {_FROM[within.starts]}"


def measure(clock: Clock) -> str:
    """A clock's number or word: "10 business days from receipt", "promptly", or that there is none to say."""
    if clock.within:
        return span(clock.within)
    return clock.wording or "no number"


def condition(holds: Condition) -> str:
    """For whom and when it holds, in brackets; empty where it always does."""
    said = []
    if holds.bodies and not isinstance(holds, Scope):
        said.append(", ".join(BODY_WORDS[b] for b in holds.bodies))
    if holds.requester:
        said.append("residents" if holds.requester == "resident" else "anyone else")
    if isinstance(holds, Provision):
        if holds.since:
            said.append(f"from {holds.since.isoformat()}")
        if holds.until:
            said.append(f"until {holds.until.isoformat()}")
    return f" [{'; '.join(said)}]" if said else ""


def _clock(clock: Clock) -> str:
    if clock.expected:
        return f"expected: {clock.expected}"
    text = f"{measure(clock)}: {clock.duty} ({clock.due})"
    if clock.electronic_receipt:
        text += "; an e-mailed request counts from the next business day"
    if clock.extension:
        more = clock.extension
        length = f"{more.within.words} more" if more.within else "more time, no number"
        if more.within and more.within.starts is not Start.DEADLINE:
            length = f"{span(more.within)} in all"
        text += f". Extension: {length}, for {more.grounds}, {more.cite}"
    return text


def _silence(silence: Silence) -> str:
    if not silence.denial:
        return "no denial"
    return (
        f"a denial after {span(silence.within)}"
        if silence.within
        else "a denial" + (", but no day is named" if silence.undated else " when the time has run out")
    )


def _fees(fees: Fees) -> str:
    text = fees.basis + (f"; free: {fees.free}" if fees.free else "")
    return text + {True: "; search time may be charged", False: "; no charge for search time", None: ""}[fees.search]


def _waiver(waiver: Waiver) -> str:
    text = {"yes": "where the test is met", "no": "none", "discretionary": "at discretion"}[waiver.available]
    if waiver.by != "agency":
        text += f" from the office; a remedy of the {'court' if waiver.by == 'court' else 'ombuds office or a court'}"
    return f"{text}: {waiver.standard}" if waiver.standard else text


def _denial(denial: Denial) -> str:
    said = ["in writing"] if denial.written else []
    if denial.exemption:
        said.append("citing the exemption")
    text = ", ".join(said) or "no form known"
    return f"{text}, when the requester asks for it" if denial.on_request else text


def _appeal(appeal: Appeal) -> str:
    if not appeal.available:
        return "none"
    must = {True: "required before court", False: "optional", None: "whether it comes before court is not settled"}
    when = f", within {span(appeal.within)}" if appeal.within else ", no time limit known"
    return f"to {appeal.to}{when}; {must[appeal.mandatory]}"


def _fiscal(year: FiscalYear) -> str:
    month, day = year.starts.split("-")
    return f"from {calendar.month_name[int(month)]} {int(day)}"


def _business_days(rule: BusinessDays) -> str:
    whose = {"state": "the state's", "federal": "the federal", "state_and_federal": "the state's and the federal"}
    text = f"weekdays without {whose[rule.calendar]} public holidays, as the holidays package lists them"
    if rule.add:
        text += f"; also left out: {', '.join(h.name for h in rule.add)}"
    if rule.remove:
        text += f"; counted: {', '.join(rule.remove)}"
    if not rule.observed:
        text += "; a holiday on a weekend takes no workday with it"
    return text + (f". Dates are the earliest: {rule.earliest}" if rule.earliest else "")


def _demand(demand: Demand) -> str:
    text = f"{demand.ask} ({demand.kind}{', required' if demand.required else ''})"
    return f"{text} {demand.by_hand}" if demand.by_hand else text


def _extraction(extraction: Extraction) -> str:
    must = {
        "yes": "existing data are drawn out of databases",
        "partly": "in part",
        "no": "no duty",
        None: "not settled",
    }
    return f"{must[extraction.must]}; no new record need be made"


_LINES: dict[type[Provision], Callable[[Any], str]] = {
    Act: lambda p: f"{p.name} ({p.short})" + (f"; superseded: {', '.join(p.replaces)}" if p.replaces else ""),
    Scope: lambda p: (
        ", ".join(BODY_WORDS[b] for b in p.bodies)
        + f"; legislature: {p.legislature or 'not known'}; courts: {p.courts or 'not known'}"
    ),
    Requester: lambda p: WHO[p.who],
    Purpose: lambda p: "must be stated" if p.required else "need not be stated",
    Writing: lambda p: "required" if p.required else "not required, but safer",
    Demand: _demand,
    Clock: _clock,
    Silence: _silence,
    Fees: _fees,
    Waiver: _waiver,
    Estimate: lambda p: ("owed" if p.required else "not owed") + (f" above {p.above}" if p.above else ""),
    Electronic: lambda p: ("owed" if p.required else "not owed") + (f": {p.rule}" if p.rule else ""),
    Extraction: _extraction,
    Segregability: lambda p: "the rest of a record is owed" if p.required else "not required",
    Denial: _denial,
    Appeal: _appeal,
    Ombuds: lambda p: p.name,
    Court: lambda p: p.court + (f", within {span(p.within)}" if p.within else ""),
    AttorneyFees: lambda p: (
        ("the court must award them" if p.mandatory else "the court may award them") if p.available else "none"
    ),
    Exemption: lambda p: p.topic,
    Agreements: lambda p: "public under the law's own words",
    Expedite: lambda p: (p.standard or "available") + (f"; decided in {span(p.within)}" if p.within else ""),
    FiscalYear: _fiscal,
    BusinessDays: _business_days,
}


def line(provision: Provision) -> str:
    """The provision in one line, with its condition and citation, without its note."""
    if provision.expected and not isinstance(provision, Clock):
        return f"expected: {provision.expected}{condition(provision)}"
    text = _LINES[type(provision)](provision) + condition(provision)
    source = provision.cite or (f"no section: {provision.uncited}" if provision.uncited else "")
    return f"{text.removesuffix('.')}. {source}" if source else text
