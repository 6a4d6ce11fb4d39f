"""C: can each claim be looked up, and does each picked passage lead to a request?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foiakit.checking.rule import Case, Found, rule
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter, plain


@rule(
    "C02",
    "thin-citation",
    Severity.WARNING,
    looks_at="draft",
    fix="Put it into the release's front matter, or into the draft under releases.",
)
def thin_citation(case: Case) -> Iterator[Found]:
    """A reader must be able to find the page that is cited: issuer, title and date at least."""
    for letter, release in case.releases.items():
        absent = [name for name in ("issuer", "title", "date") if getattr(release, name) is None]
        if absent:
            yield Found(f"the release is cited without its {', '.join(absent)}", at=f"releases.{letter}")


@rule(
    "C04",
    "orphan",
    Severity.WARNING,
    looks_at="draft",
    fix="Name an office that would hold its records (held_by), or switch the pick off.",
)
def orphan(case: Case) -> Iterator[Found]:
    """A passage that was picked and that no letter asks about is work lost."""
    asked = {id for letter in case.letters for item in letter.items for id in item.passages}
    waiting = {m.at for m in case.composed.missing}
    for index, pick in enumerate(case.draft.picks):
        if not pick.off and pick.id not in asked and not any(at.startswith(f"picks.{index}") for at in waiting):
            yield Found(f"no letter asks about {pick.id}", at=f"picks.{index}")


@rule(
    "C06",
    "exhibit-mismatch",
    Severity.ERROR,
    looks_at="letter",
    fix="Attach what is cited: one exhibit for each release that a footnote names.",
)
def exhibit_mismatch(letter: Letter, case: Case) -> Iterator[Found]:
    """A footnote that points to an exhibit which is not there cannot be followed on paper."""
    attached = {exhibit.letter for exhibit in letter.exhibits}
    cited = {found for note in letter.notes for found in re.findall(r"\bExhibit ([A-Z])\b", _own(plain(note.spans)))}
    if cited - attached:
        yield Found(f"Exhibit {', '.join(sorted(cited - attached))} is cited and not attached")
    if letter.notes and attached - cited:
        yield Found(f"Exhibit {', '.join(sorted(attached - cited))} is attached and never cited")


def _own(words: str) -> str:
    return re.sub(r"“[^”]*”", "", words)
