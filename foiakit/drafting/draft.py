"""The draft file's shape. Unknown keys are refused by name and line; what is not stored is decided at writing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, PrivateAttr, Tag, WithJsonSchema, field_validator, model_validator

from foiakit.drafting.profile import Requester
from foiakit.drafting.selector import Selector
from foiakit.files.schema import Written

_PASSAGE = re.compile(r"[A-Z]:(\d+\.\d+|[tf]\d+)")


class ReleaseRef(Written):
    """A release that the draft quotes.

    `kept` is a copy saved beside the draft. `title`, `issuer`, `date` … override what was read from the file; what is
    None is taken from it. `sha256` is of the raw bytes.
    """

    file: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    url: str | None = None
    retrieved: dt.date | None = None
    archived: str | None = None
    kept: str | None = None
    title: str | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    date: dt.date | None = None
    kind: str | None = None
    """What the document is called in a footnote; "news release" unless said."""


class Pick(Written):
    """A passage that is asked about, and how.

    `id` is the passage as `A:7.2`. `held_by` names the offices that would hold the records, `*` for every recipient, or
    a pattern such as `us-ca/county/*/sheriff`. `fields` are the template's blanks as a person left them, with the
    common `period`, `subject`, `parties` and `place`. `quote` is the claim in its shortest exact words. `also` are
    further passages that the same item cites. `exclusion` false drops what the template offers not to ask for.
    """

    id: str
    at: Selector
    template: str
    quote: str = Field(min_length=1)
    fields: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    held_by: tuple[str, ...] = ()
    also: dict[str, Selector] = Field(default_factory=dict)
    label: str | None = None
    exclusion: bool = True
    notes: str | None = None
    off: bool = False

    @field_validator("id")
    @classmethod
    def _names_a_passage(cls, value: str) -> str:
        if not _PASSAGE.fullmatch(value):
            raise ValueError(f"“{value}” names no passage; write the release's letter and the passage, as in A:7.2")
        return value

    @model_validator(mode="after")
    def _quotes_what_it_selects(self) -> Pick:
        if _plain(self.quote) not in _plain(self.at.exact):
            raise ValueError(f"the quote “{self.quote}” does not stand in the passage it is taken from")
        return self

    @property
    def release(self) -> str:
        """The letter of the release it is in."""
        return self.id[0]

    def stretches(self) -> Iterator[tuple[str, Selector]]:
        """Every passage that the item cites, with its selector; its own first."""
        yield self.id, self.at
        yield from self.also.items()


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


class ContactFacts(Written):
    """How to reach a recipient, as the person knows it; over what the directory says."""

    portal: str | None = None
    email: str | None = None
    address: tuple[str, ...] = ()
    phone: str | None = None


class Recipient(Written):
    """An office to write to. `facts` replace the place, parties or fields in what an item requests of this office;
    never in the quotation or the citation. `name` and `custodian` correct the directory's words."""

    id: str
    name: str | None = None
    custodian: str | None = None
    contact: ContactFacts = ContactFacts()
    channel: Literal["portal", "email", "mail", "hand"] | None = None
    facts: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    off: bool = False


class ClauseChoices(Written):
    """What a person does with the letter's clauses: leaves some out, or puts own words in their place."""

    off: tuple[str, ...] = ()
    replaced: dict[str, str] = Field(default_factory=dict)


class Options(Written):
    """How the letters are to be.

    `letter` is the order of clauses under templates/letters/. `first` names the picks whose records are wanted first.
    `ceiling` overrides the profile's, in dollars. `expedite` asks for expedited processing where the profile holds
    the facts. `data_format` is how data are wanted.
    """

    letter: str = "request"
    clauses: ClauseChoices = ClauseChoices()
    heading: str = "Records requested"
    ceiling: int | None = Field(default=None, ge=0)
    data_format: str = "CSV or the native spreadsheet"
    document_format: str = "text-searchable PDF"
    first: tuple[str, ...] = ()
    waiver: bool = True
    expedite: bool = False
    subject: str | None = None
    context: str | None = None


class Waived(Written):
    """A finding that a person has seen and accepts, with the reason. `place` None means wherever the rule fires."""

    rule: str
    reason: str = Field(min_length=3)
    place: str | None = None


def _written_out(value: Any) -> str:
    """Whether the requester is the path of a profile or written out: told apart first, so that a slip is told once."""
    return "path" if isinstance(value, str) else "profile"


_Profile = Annotated[Requester, Tag("profile")]
_Path = Annotated[str, Tag("path")]


class Draft(Written):
    """Everything a person decided. Law, offices and templates are looked up when a letter is composed.

    `requester` is written out here, or is the path of a profile, relative to the draft. `date` is stored only where a
    person set the letter's date.
    """

    foiakit: Annotated[Literal["1"], WithJsonSchema({"enum": ["1", 1]})] = "1"
    releases: dict[str, ReleaseRef]
    picks: tuple[Pick, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    requester: Annotated[_Profile | _Path, Discriminator(_written_out)] | None = None
    options: Options = Options()
    waived: tuple[Waived, ...] = ()
    date: dt.date | None = None
    notes: str | None = None

    _folder: Path | None = PrivateAttr(default=None)

    @property
    def folder(self) -> Path:
        """The folder that relative paths in it start from."""
        return self._folder or Path()

    def beside(self, folder: Path) -> Draft:
        """The same draft, its relative paths starting from `folder`."""
        moved = self.model_copy()
        moved._folder = folder
        return moved

    @field_validator("releases")
    @classmethod
    def _releases_are_lettered(cls, value: dict[str, ReleaseRef]) -> dict[str, ReleaseRef]:
        expected = [chr(ord("A") + i) for i in range(len(value))]
        if sorted(value) != expected or len(value) > 26:
            raise ValueError(f"releases are lettered A, B, C … in order; found {', '.join(value)}")
        return value

    @model_validator(mode="after")
    def _everything_named_exists(self) -> Draft:
        seen: set[tuple[str, str, str]] = set()
        for index, pick in enumerate(self.picks):
            for id, _ in pick.stretches():
                if id[0] not in self.releases:
                    raise ValueError(f"picks.{index}: {id} is in release {id[0]}, which is not among releases")
            if (pick.id, pick.template, pick.quote) in seen:
                raise ValueError(f"picks.{index}: {pick.id} is picked twice with {pick.template}; keep one")
            seen.add((pick.id, pick.template, pick.quote))
        ids = [r.id for r in self.recipients]
        if twice := {i for i in ids if ids.count(i) > 1} if len(set(ids)) < len(ids) else None:
            raise ValueError(f"{', '.join(sorted(twice))}: a recipient stands twice; keep one")
        return self
