"""Before anything is written: what a plan would do, and what is wrong with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from foiakit.batch.addressees import Addressee
from foiakit.batch.entry import Job, entry_of
from foiakit.batch.manifest import JSONL, Entry, read_manifest
from foiakit.batch.problem import RowProblem
from foiakit.batch.worker import Maker, problems_of
from foiakit.model.errors import FoiakitError
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter

NEAR = 90.0
"""How alike two items must be (of 100) to be said to ask for the same."""


@dataclass(kw_only=True)
class Review:
    """What a dry run found.

    `per_law` counts letters; `sample` is one letter for each law; `residency` are rows that a law's demand on the
    requester stops, `unfilled` those that a field stops, `problems` all others. `duplicates` were asked of the same
    office before, `often` are offices that get several letters, whose fees an agency may put together.
    """

    per_law: Counter[str] = field(default_factory=Counter)
    sample: dict[str, Letter] = field(default_factory=dict)
    residency: list[RowProblem] = field(default_factory=list)
    unfilled: list[RowProblem] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    often: dict[str, int] = field(default_factory=dict)
    warnings: Counter[str] = field(default_factory=Counter)

    @property
    def failed_rows(self) -> int:
        """Rows that would give no letter."""
        return len({p.row for p in (*self.residency, *self.unfilled, *self.problems) if p.stops})


def review(
    maker: Maker,
    addressees: Sequence[Addressee],
    problems: Sequence[RowProblem] = (),
    *,
    earlier: Iterable[Path] = (),
    on_progress: Callable[[int], None] = lambda _: None,
) -> Review:
    """Composes every letter, and writes none.

    Args:
        earlier: Manifests of earlier runs, or the folders they lie in.
    """
    found = Review(problems=list(problems))
    asked = _asked_before(earlier)
    title = maker.order.prepared.title
    for addressee in addressees:
        job = Job(addressee, (), "")
        on_progress(1)
        try:
            composed, findings = maker.compose(addressee)
        except FoiakitError as error:
            found.problems.extend(problems_of(job, error.says, error.remedy))
            continue
        for missing in composed.missing:
            kept = {"requester": found.residency, "field": found.unfilled}.get(missing.kind, found.problems)
            kept.extend(problems_of(job, missing.says, missing.remedy or missing.ask))
        errors = [f for f in findings if f.severity is Severity.ERROR]
        for finding in errors:
            if finding.rule != "M01":
                found.problems.extend(problems_of(job, f"{finding.rule}: {finding.says}", finding.fix))
        found.warnings.update(
            f"{f.rule}: {f.says}" for f in findings if f.severity is not Severity.ERROR and not f.waived
        )
        if not composed.letters or errors:
            continue
        letter = composed.letters[0]
        found.per_law[letter.law] += 1
        found.sample.setdefault(letter.law, letter)
        entry = entry_of(job, letter, findings, title, "docx")
        before = {e["letter"]: e for e in asked.get(letter.recipient.id, ()) if e["letter"] != entry["letter"]}
        found.duplicates += _duplicates(entry, before.values())
        if before:
            found.often[letter.recipient.name] = len(before) + 1
    return found


def _asked_before(earlier: Iterable[Path]) -> dict[str, list[Entry]]:
    """The letters of earlier runs by the office that took them."""
    asked: dict[str, dict[str, Entry]] = defaultdict(dict)
    for path in earlier:
        if (path / JSONL).is_file() or path.is_file():
            for entry in read_manifest(path):
                asked[entry["letter"].partition(":")[2]].setdefault(entry["letter"], entry)
    return {office: list(letters.values()) for office, letters in asked.items()}


def _duplicates(entry: Entry, before: Iterable[Entry]) -> Iterator[str]:
    from rapidfuzz import fuzz

    for other in before:
        for number, item in enumerate(entry["asks"], 1):
            for old in other.get("asks", ()):
                if fuzz.ratio(item["text"], old["text"], score_cutoff=NEAR):
                    yield f"{entry['office']}: item {number} was asked before ({other['letter']}, {other['file']})"
                    break
