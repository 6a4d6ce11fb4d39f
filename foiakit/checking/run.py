"""Runs every rule over a draft and its letters, and takes out what a person waived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from foiakit.checking import phrases
from foiakit.checking.rule import Case, Found, Rule, rules
from foiakit.composing.result import Composed
from foiakit.drafting.draft import Draft
from foiakit.drafting.keep import open_releases, requester_of
from foiakit.library.collection import Library
from foiakit.model.finding import Finding, Severity
from foiakit.model.release import Release

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def check(
    draft: Draft, composed: Composed, library: Library, *, releases: Mapping[str, Release] | None = None
) -> tuple[Finding, ...]:
    """What is wrong with a draft and the letters composed from it, errors first.

    Args:
        releases: The draft's releases by letter where they are open already; else they are read again.

    A finding that the draft waives stays in the list with its reason; an error cannot be waived. What composing
    found missing stands among the errors: that letter is not written.
    """
    opened = open_releases(draft) if releases is None else releases
    case = Case(draft=draft, composed=composed, library=library, requester=requester_of(draft), releases=opened)
    found = [*_missing(composed), *_computed(case)]
    these = phrases.books(library)
    for letter in composed.letters:
        found += phrases.check_phrases(letter, these)
    return tuple(sorted((_waived(f, draft) for f in dict.fromkeys(found)), key=lambda f: ORDER[f.severity]))


def _missing(composed: Composed) -> Iterator[Finding]:
    for missing in composed.missing:
        yield Finding(
            rule="M01",
            severity=Severity.ERROR,
            place=f"{missing.recipient}, {missing.at}" if missing.recipient else missing.at,
            says=missing.says,
            fix=missing.remedy or missing.ask,
        )


def _computed(case: Case) -> Iterator[Finding]:
    for rule in rules().values():
        if rule.looks_at == "draft":
            yield from (_finding(rule, found, "draft") for found in rule.check(case))
            continue
        for letter in case.letters:
            if rule.looks_at == "letter":
                yield from (_finding(rule, found, letter.recipient.id) for found in rule.check(letter, case))
                continue
            for item in letter.items:
                place = f"{letter.recipient.id}, item {item.number}"
                yield from (_finding(rule, found, place) for found in rule.on_item(item))


def _finding(rule: Rule, found: Found, place: str) -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        place=f"{place}, {found.at}" if found.at else place,
        says=found.says,
        fix=found.fix or rule.fix,
        authorities=rule.authorities,
    )


def _waived(finding: Finding, draft: Draft) -> Finding:
    if finding.severity is Severity.ERROR:
        return finding
    for waived in draft.waived:
        if waived.rule == finding.rule and waived.place in {None, finding.place}:
            return replace(finding, waived=waived.reason)
    return finding
