"""What a worker does: composes, checks and writes a chunk of letters, in this process, another, or a cluster."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from foiakit.batch import patterns
from foiakit.batch.addressees import Addressee
from foiakit.batch.entry import Job
from foiakit.batch.manifest import Entry
from foiakit.batch.moulds import MOST_KINDS, Moulds
from foiakit.batch.muckrock import link
from foiakit.batch.prepare import Prepared
from foiakit.batch.problem import RowProblem
from foiakit.batch.ready import Filled, Moulded, Ready, Whole
from foiakit.composing import Composer
from foiakit.composing.letter import letter
from foiakit.composing.result import Composed, Missing, Stopped
from foiakit.composing.routing import Route, addressed
from foiakit.drafting.draft import Draft, Recipient
from foiakit.library.collection import Library
from foiakit.model.errors import FoiakitError
from foiakit.model.finding import Finding, Severity
from foiakit.model.office import Office
from foiakit.writing import to_markdown, to_pdf, to_text
from foiakit.writing.names import safe_stem
from foiakit.writing.output import Folder, Outcome
from foiakit.writing.portal import FOIA_GOV_LIMIT
from foiakit.writing.word.fast import Press


@dataclass(frozen=True, kw_only=True)
class Order:
    """All that a worker needs to know once. `folder` is None where a worker does not share this machine's disk."""

    prepared: Prepared
    folders: tuple[Path, ...]
    name: str
    annotate: bool
    letterhead: bytes | None
    muckrock: bool
    folder: Path | None
    moulds: bool = True
    """Off only to compare: the letters are the same without."""

    def sealed(self) -> bytes:
        """The order as it is sent."""
        return pickle.dumps(self, protocol=pickle.HIGHEST_PROTOCOL)


class Made(NamedTuple):
    """What became of a chunk: the files' lines, the problems, and the files themselves where they were not written."""

    entries: list[Entry]
    problems: list[RowProblem]
    files: dict[str, bytes]
    letters: int


_makers: dict[str, Maker] = {}


def make(key: str, sealed: bytes, jobs: Sequence[Job]) -> Made:
    """Makes a chunk of letters. A worker opens an order once and keeps it.

    Args:
        key: Names the order: its hash.
    """
    maker = _makers.get(key)
    if maker is None:
        _makers.clear()
        maker = _makers[key] = Maker(pickle.loads(sealed))
    return maker.make(jobs)


class Maker:
    """Letters of one order.

    Args:
        library: The order's templates, where they are loaded already.
    """

    def __init__(self, order: Order, library: Library | None = None) -> None:
        self.order = order
        self.library = library or Library(order.folders)
        prepared = order.prepared
        self.composer = Composer.of(
            prepared.draft,
            self.library,
            on=prepared.on,
            releases=prepared.releases,
            requester=prepared.requester,
        )
        self.directory = self.composer.materials.directory
        self.press = Press(order.letterhead, annotate=order.annotate)
        self.plain_press = Press(order.letterhead) if order.annotate else self.press
        self.folder = Folder(order.folder, sync=False) if order.folder else None
        release = "\n".join(r.text for r in prepared.releases.values())
        self.moulds = Moulds(self._compose_for, release) if order.moulds else None
        self._moulded: dict[int, Moulded] = {}

    def make(self, jobs: Sequence[Job]) -> Made:
        """Composes and writes; what stops one letter never stops the rest."""
        made = Made([], [], {}, 0)
        letters = [ready for job in jobs if (ready := self._ready(job, made.problems)) is not None]
        files: dict[str, bytes] = {}
        entries: dict[str, Entry] = {}
        pdfs = iter(to_pdf([r.docx(self.plain_press) for r in letters if "pdf" in r.job.formats]))
        for ready in letters:
            job = ready.job
            for format, data, over in self._written(ready, pdfs):
                name = f"{job.stem}.{format}"
                files[name] = data
                entry = ready.entry(self.order.prepared.title, format)
                entry |= {"file": name, "sha256": hashlib.sha256(data).hexdigest()}
                if self.order.muckrock:
                    entry["muckrock"] = link(ready.letter, job.addressee.muckrock)
                if over:
                    entry["over"] = over
                    what = f"the portal text is {over:,} characters over the limit of {FOIA_GOV_LIMIT:,}"
                    made.problems.extend(problems_of(job, what, "Pick fewer passages.", stops=False))
                entries[name] = entry
        self._store(files, entries, made)
        return made._replace(letters=len(letters))

    def _ready(self, job: Job, problems: list[RowProblem]) -> Ready | None:
        """The letter, from the mould of its kind where there is one; None where something stops it."""
        try:
            office = self._office(job.addressee)
            blanks = self.moulds.blanks_of(job.addressee, office) if self.moulds else None
            cast = self.moulds.cast(blanks) if self.moulds and blanks else None
            if cast is not None and blanks is not None:
                mould = self._moulded.get(id(cast))
                if mould is None or mould.cast is not cast:
                    if len(self._moulded) >= MOST_KINDS:
                        self._moulded.clear()
                    mould = self._moulded[id(cast)] = Moulded(cast, self.order.prepared.title)
                return Filled(job, office, blanks, mould)
            composed, findings = self.compose(job.addressee)
        except FoiakitError as error:
            problems.extend(problems_of(job, error.says, error.remedy))
            return None
        problems.extend(_missing(job, composed))
        errors = [f for f in findings if f.severity is Severity.ERROR]
        for finding in errors:
            if finding.rule != "M01":  # what is missing is said above
                problems.extend(problems_of(job, f"{finding.rule}: {finding.says}", finding.fix))
        if errors or not composed.letters:
            return None
        if self.moulds and blanks and not composed.missing:
            self.moulds.learn(blanks, job.addressee, office, composed.letters[0], findings)
        return Whole(job, composed.letters[0], findings)

    def compose(self, addressee: Addressee) -> tuple[Composed, tuple[Finding, ...]]:
        """The letter to one addressee, and what the checks say of it."""
        office = self._office(addressee)
        draft = self._draft(office, addressee.facts, addressee.recipients)
        composed = Composer(replace(self.composer.materials, draft=draft)).letters_to(addressee.recipients)
        return composed, self._checked(draft, composed)

    def _office(self, addressee: Addressee) -> Office:
        return addressee.office or addressed(addressee.recipients[0], self.directory)

    def _compose_for(
        self, office: Office, recipient: Recipient, facts: Mapping[str, str]
    ) -> tuple[Composed, tuple[Finding, ...]]:
        """The letter to an office that is in no directory."""
        draft = self._draft(office, facts, (recipient,))
        held = tuple(range(len(draft.picks)))
        route = Route(intake=office, asked=((recipient, office, held),))
        try:
            made = letter(replace(self.composer.materials, draft=draft), route)
        except Stopped as stopped:
            return Composed(missing=stopped.missing), ()
        composed = Composed(letters=(made,))
        return composed, self._checked(draft, composed)

    def _draft(self, office: Office, facts: Mapping[str, str], recipients: tuple[Recipient, ...]) -> Draft:
        picks = self.order.prepared.picks_for(office, facts)
        draft: Draft = self.composer.materials.draft
        return draft.model_copy(update={"picks": picks, "recipients": recipients})

    def _checked(self, draft: Draft, composed: Composed) -> tuple[Finding, ...]:
        from foiakit.checking import check

        return check(draft, composed, self.library, releases=self.order.prepared.releases)

    def _written(self, ready: Ready, pdfs: Iterator[bytes]) -> Iterator[tuple[str, bytes, int]]:
        for format in ready.job.formats:
            if format == "docx":
                yield format, ready.docx(self.press), 0
            elif format == "md":
                yield format, to_markdown(ready.letter).encode(), 0
            elif format == "txt":
                text, over = to_text(ready.letter)
                yield format, text.encode(), over
            else:
                yield format, next(pdfs), 0

    def _store(self, files: dict[str, bytes], entries: Mapping[str, Entry], made: Made) -> None:
        if self.folder is None:
            made.files.update(files)
            made.entries.extend(entries.values())
            return
        store(self.folder, files, entries, made)


def store(folder: Folder, files: Mapping[str, bytes], entries: Mapping[str, Entry], made: Made) -> None:
    """Writes a chunk's files, and says in their lines where they stand and what a person had edited."""
    for name, written in zip(files, folder.write(dict(files)), strict=True):
        entry = entries[name]
        entry["file"] = written.path.relative_to(folder.path).as_posix()
        if written.kept is not None:
            entry["status"] = "beside"
            if written.outcome is Outcome.BESIDE:
                entry["findings"] = [*entry["findings"], f"{name} was edited; the new letter stands beside it"]
        made.entries.append(entry)


def stem(pattern: str, addressee: Addressee, office: Office) -> str:
    """The file name of a letter, without suffix, safe on every system."""
    seen = {
        **addressee.facts,
        "id": addressee.id.replace("/", "-"),
        "name": addressee.recipients[0].name or office.name,
        "jurisdiction": office.jurisdiction,
    }
    return safe_stem(patterns.fill(pattern, seen))


def _missing(job: Job, composed: Composed) -> Iterator[RowProblem]:
    for missing in composed.missing:
        yield from problems_of(job, missing.says, missing.remedy or missing.ask, column=_column(missing))
    if not composed.missing and not composed.letters:
        reason = composed.left_out[0].reason if composed.left_out else "no letter came of it"
        yield from problems_of(job, reason, None)


def _column(missing: Missing) -> str:
    """The fact or field that is missing, as a column would be headed."""
    return missing.at.rsplit(".", 1)[-1] if missing.kind == "field" else missing.kind


def problems_of(job: Job, what: str, mend: str | None, *, column: str = "", stops: bool = True) -> Iterator[RowProblem]:
    for row in job.addressee.rows:
        yield RowProblem(row, column, what, mend or "", stops)
