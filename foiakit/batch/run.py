"""Running a batch: what is up to date is left alone, the rest is made in chunks by any executor, and can be stopped."""

from __future__ import annotations

import gc
import hashlib
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from foiakit.batch.addressees import Addressee
from foiakit.batch.entry import Job, file_id
from foiakit.batch.made_of import Ingredients
from foiakit.batch.manifest import Entry, Ledger
from foiakit.batch.prepare import Prepared
from foiakit.batch.problem import RowProblem, write_problems
from foiakit.batch.worker import Made, Maker, Order, make, stem, store
from foiakit.library.collection import Library
from foiakit.offices.directory import Directory
from foiakit.writing.output import Folder

CHUNK, FAR_CHUNK, PDF_CHUNK = 16, 64, 50
"""Letters made at a time: in this process, in another, and as PDF, where LibreOffice's start is paid once for all."""

AHEAD = 3
"""Chunks that wait for each worker: enough that none is idle, few enough that memory does not grow with rows."""


@dataclass(kw_only=True)
class Report:
    """What a run did. `left` are letters not made because the run was stopped."""

    letters: int = 0
    up_to_date: int = 0
    edited: list[str] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    left: int = 0
    stopped: bool = False

    @property
    def failed_rows(self) -> int:
        """Rows that gave no letter."""
        return len({p.row for p in self.problems if p.stops})


@dataclass(kw_only=True)
class Batch:
    """A run over an output folder.

    Args:
        order: What the workers need; its `folder` is None where they do not share this disk.
        on_progress: Called with the number of letters done since the last call.
    """

    order: Order
    folder: Path
    formats: tuple[str, ...]
    library: Library
    directory: Directory
    on_progress: Callable[[int], None] = lambda _: None

    @property
    def prepared(self) -> Prepared:
        """The plan, opened."""
        return self.order.prepared

    def run(
        self,
        addressees: Sequence[Addressee],
        problems: Sequence[RowProblem] = (),
        *,
        executor: Executor | None = None,
        workers: int = 1,
    ) -> tuple[Report, Ledger]:
        """Makes every letter that is missing or made of something that changed.

        Args:
            problems: What is wrong with rows that name no office.
            executor: Any executor; None makes the letters in this process.
            workers: How many it has.

        Returns:
            What was done, and the ledger, not settled yet.
        """
        report = Report(problems=list(problems))
        output = Folder(self.folder, sync=False)
        ledger = Ledger(self.folder)
        jobs = self._jobs(addressees, ledger, output, report)
        gc.freeze()  # what is open now stays open; looking through it again and again takes a tenth of a run
        try:
            with _stoppable() as stop:
                for made in self._made(jobs, executor, workers, stop):
                    if self.order.folder is None:
                        made = self._stored(made, output)
                    ledger.add(made.entries)
                    report.problems += made.problems
                    report.letters += made.letters
                    report.edited += [e["file"] for e in made.entries if e["status"] == "beside"]
                report.left = sum(1 for _ in jobs)
                report.stopped = report.left > 0
        except BaseException:
            ledger.close()
            raise
        finally:
            gc.unfreeze()
        self._look_at_edits(report, addressees, ledger)
        self._look_at_others(addressees, ledger, output)
        write_problems(self.folder, report.problems)
        return report, ledger

    def _jobs(self, addressees: Sequence[Addressee], ledger: Ledger, output: Folder, report: Report) -> Iterator[Job]:
        ingredients = Ingredients(
            self.prepared, self.library, letterhead=self.order.letterhead, annotate=self.order.annotate
        )
        taken: dict[str, int] = {}
        for addressee in addressees:
            name = stem(self.order.name, addressee, self.directory.office(addressee.id))
            other = taken.setdefault(name.casefold(), addressee.rows[0])
            if other != addressee.rows[0]:
                what = f"its file would have the name of another letter’s ({name}, row {other})"
                report.problems += [
                    RowProblem(row, "name", what, "Put {id} into output.name of the plan.") for row in addressee.rows
                ]
                continue
            made_of = ingredients.of(addressee, name)
            todo = tuple(f for f in self.formats if not self._is_up_to_date(addressee, f, made_of, ledger, output))
            if todo:
                yield Job(addressee, todo, made_of, name)
            else:
                report.up_to_date += 1
                self.on_progress(1)

    def _is_up_to_date(self, addressee: Addressee, format: str, made_of: str, ledger: Ledger, output: Folder) -> bool:
        """Whether the file is there, made of the same. A file that a person edited since counts: there is nothing new
        to put beside it."""
        id = file_id(self.prepared.title, addressee, format)
        if id not in ledger:
            return False
        entry = ledger[id]
        if entry["made_of"] != made_of:
            return False
        there = output.state(entry["file"])
        if there is None:
            return False
        self._note_state(entry, there, ledger)
        return True

    def _made(
        self, jobs: Iterator[Job], executor: Executor | None, workers: int, stop: threading.Event
    ) -> Iterator[Made]:
        size = PDF_CHUNK if "pdf" in self.formats else CHUNK if executor is None else FAR_CHUNK
        if executor is None:
            maker = Maker(self.order, self.library)
            while not stop.is_set() and (chunk := list(islice(jobs, size))):
                yield maker.make(chunk)
                self.on_progress(len(chunk))
            return
        sealed = self.order.sealed()
        key = hashlib.sha256(sealed).hexdigest()
        waiting: dict[Future[Made], int] = {}
        more = True
        while more or waiting:
            more = more and not stop.is_set()
            while more and len(waiting) < workers * AHEAD:
                chunk = list(islice(jobs, size))
                if chunk:
                    waiting[executor.submit(make, key, sealed, chunk)] = len(chunk)
                more = bool(chunk)
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                self.on_progress(waiting.pop(future))
                yield future.result()

    def _stored(self, made: Made, output: Folder) -> Made:
        """Writes what a worker elsewhere made."""
        written = made._replace(entries=[])
        store(output, made.files, {e["file"]: e for e in made.entries}, written)
        return written

    def _look_at_others(self, addressees: Sequence[Addressee], ledger: Ledger, output: Folder) -> None:
        """Lines of rows that are not in this run: their status is the disk's, and a file that is gone has none."""
        ours = {file_id(self.prepared.title, a, format) for a in addressees for format in self.formats}
        for id in ledger.ids():
            if id in ours:
                continue
            entry = ledger[id]
            there = output.state(entry["file"])
            if there is None:
                ledger.drop(id)
            else:
                self._note_state(entry, there, ledger)

    def _note_state(self, entry: Entry, there: str, ledger: Ledger) -> None:
        """Writes the status of a file that stands on disk, where it changed."""
        as_made = "beside" if entry["status"] == "beside" else "written"
        status = as_made if there == entry["sha256"] else "edited"
        if status != entry["status"]:
            ledger.add([{**entry, "status": status}])

    def _look_at_edits(self, report: Report, addressees: Sequence[Addressee], ledger: Ledger) -> None:
        """A letter that was edited, and whose new version stands beside it, is said in the problems."""
        rows = {a.id: a.rows for a in addressees}
        for addressee in addressees if report.edited else ():
            for format in self.formats:
                id = file_id(self.prepared.title, addressee, format)
                if id in ledger and (entry := ledger[id])["file"] in report.edited:
                    what = f"the letter was edited since it was written; the new one is {entry['file']}"
                    mend = "Compare both; keep one."
                    report.problems += [RowProblem(r, "", what, mend, False) for r in rows[addressee.id]]


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """Ctrl+C and TERM ask the run to finish the letters in hand; a second one ends it at once."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def asked(number: int, _: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {s: signal.signal(s, asked) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
