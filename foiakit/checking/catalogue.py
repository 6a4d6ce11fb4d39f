"""The catalogue: what each rule wants, why, on which authority, with a bad and a good example."""

from __future__ import annotations

from foiakit.checking.rule import rules
from foiakit.library.collection import Library
from foiakit.model.errors import BadFile, NotFound


def explained(id: str, library: Library) -> str:
    """A rule's page, in plain text.

    Raises:
        NotFound: No rule has the id; the ids are named.
    """
    wanted = id.upper()
    phrases = {check.split("-")[0]: check for check in library.checks}
    if wanted in rules():
        rule = rules()[wanted]
        head, why, fix, authorities = f"{rule.id} {rule.name}", rule.why, rule.fix, rule.authorities
        severity, bad, good = rule.severity.value, rule.bad, rule.good
    elif wanted in phrases:
        check = library.checks[phrases[wanted]]
        head, why, fix, authorities = f"{wanted} {check.title}", check.why, check.fix, check.authorities
        severity, bad, good = check.severity, check.examples.bad, check.examples.good
    else:
        raise NotFound(f"no rule is called “{id}”", remedy=f"The rules are {', '.join(sorted({*rules(), *phrases}))}.")
    lines = [f"{head} ({severity})", "", why, "", f"Instead: {fix}"]
    lines += [f"Bad:  {text}" for text in bad] + [f"Good: {text}" for text in good]
    for authority in authorities:
        lines.append(f"Authority: {_authority(authority, library)}")
    return "\n".join(lines)


def _authority(id: str, library: Library) -> str:
    """An authority with the mark of what nobody has read."""
    try:
        known = library.authorities[id]
    except (NotFound, BadFile):
        return id
    mark = "" if known.verified else " [not read for foiakit: general knowledge]"
    return f"{known.cite}: {known.holds}{mark}"
