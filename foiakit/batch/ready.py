"""A letter ready to be written, composed in full or filled from a mould: each format, and its line in the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from foiakit.batch.addressees import Addressee
from foiakit.batch.blanks import BLANK, Blanks
from foiakit.batch.entry import Job, entry_of, file_id, letter_id
from foiakit.batch.manifest import Entry
from foiakit.batch.moulds import Cast, filled
from foiakit.model.finding import Finding
from foiakit.model.letter import Letter
from foiakit.model.office import Office
from foiakit.writing.word.fast import Press
from foiakit.writing.word.mould import Cut, Mould

_NOBODY = Addressee("", (), (), {})


@dataclass(frozen=True)
class Whole:
    """A letter that was composed in full."""

    job: Job
    letter: Letter
    findings: Sequence[Finding]

    def docx(self, press: Press) -> bytes:
        """The letter as a Word file."""
        return press.to_docx(self.letter)

    def entry(self, title: str, format: str) -> Entry:
        """Its line, but for where the file stands."""
        return entry_of(self.job, self.letter, self.findings, title, format)


class Moulded:
    """What the letters of one kind share, ready to be filled: a Word file for each press, and the manifest's line."""

    def __init__(self, cast: Cast, title: str) -> None:
        self.cast = cast
        self._files: dict[int, Mould] = {}
        job = Job(_NOBODY, (), "")
        line = entry_of(job, cast.letter, cast.findings, title, "")
        self._line = line
        self._office = Cut.of(line["office"], BLANK)
        self._channel = Cut.of(line["channel"], BLANK) if line["channel"] else None
        self._findings = [Cut.of(f, BLANK) for f in line["findings"]]
        self._asks = [(ask["template"], Cut.of(ask["text"], BLANK)) for ask in line["asks"]]

    def file(self, press: Press) -> Mould:
        """The Word file with blanks."""
        key = id(press)
        if key not in self._files:
            self._files[key] = press.mould(self.cast.letter, BLANK)
        return self._files[key]

    def entry(self, job: Job, office: Office, values: Mapping[str, str], title: str, format: str) -> Entry:
        """The line of one letter."""
        return {
            **self._line,
            "id": file_id(title, job.addressee, format),
            "letter": letter_id(title, job.addressee),
            "format": format,
            "recipient": [office.id],
            "office": self._office.fill(values),
            "channel": self._channel.fill(values) if self._channel else None,
            "made_of": job.made_of,
            "findings": [cut.fill(values) for cut in self._findings],
            "asks": [{"template": template, "text": cut.fill(values)} for template, cut in self._asks],
        }


@dataclass(frozen=True)
class Filled:
    """A letter that comes from a mould."""

    job: Job
    office: Office
    blanks: Blanks
    mould: Moulded

    @cached_property
    def values(self) -> Mapping[str, str]:
        """What stands for each blank."""
        return self.blanks.filled()

    @cached_property
    def letter(self) -> Letter:
        """The whole letter, for writers that want it."""
        return filled(self.mould.cast.letter, self.blanks, self.office)

    def docx(self, press: Press) -> bytes:
        """The letter as a Word file."""
        return self.mould.file(press).fill(self.values)

    def entry(self, title: str, format: str) -> Entry:
        """Its line, but for where the file stands."""
        return self.mould.entry(self.job, self.office, self.values, title, format)


Ready = Whole | Filled
