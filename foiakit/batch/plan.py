"""The plan of a batch: what is asked, of whom, and what is written. One YAML file beside its table."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr, field_validator, model_validator

from foiakit.drafting.draft import Options
from foiakit.drafting.profile import Requester
from foiakit.files import yaml
from foiakit.files.schema import Written
from foiakit.model.suggestion import FAMILIES

Format = Literal["docx", "md", "txt", "pdf"]

_PICK = re.compile(r"(?:[A-Z]:)?(?:\d+\.\d+|[tf]\d+)")


def _or_list(schema: dict[str, Any]) -> None:
    """A list of headings names its own facts."""
    kept = {"additionalProperties": schema.pop("additionalProperties"), "type": schema.pop("type")}
    schema["anyOf"] = [kept, {"type": "array", "items": {"type": "string"}}]


def _or_one(schema: dict[str, Any]) -> None:
    """One format needs no list."""
    kept = {"items": schema.pop("items"), "type": schema.pop("type")}
    schema["anyOf"] = [kept, kept["items"]]


def _or_paths(schema: dict[str, Any]) -> None:
    """A path is enough for a release."""
    schema["items"] = {"anyOf": [schema["items"], {"type": "string"}]}


class ReleaseSource(Written):
    """A release by its file or link, with what is known better than the file says."""

    file: str
    url: str | None = None
    title: str | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    date: dt.date | None = None
    kind: str | None = None


class Select(Written):
    """All suggestions of these families (none named: of all) whose score is above `above`; at most one a passage."""

    families: tuple[str, ...] = ()
    above: float = Field(default=0.6, ge=0, lt=1)
    at_most: int | None = Field(default=None, ge=1)
    """The best so many."""

    @field_validator("families")
    @classmethod
    def _families_exist(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := [f for f in value if f not in FAMILIES]:
            raise ValueError(f"“{unknown[0]}” is no family of records; they are {', '.join(FAMILIES)}")
        return value


class Columns(Written):
    """Which heading of the table holds what. What is not written here is looked for under its own name.

    An office is named by `id` (`us-ca/county/imperial/sheriff`), or by `name` and `jurisdiction`.
    """

    id: str | None = None
    name: str | None = None
    jurisdiction: str | None = None
    custodian: str | None = None
    address: str | None = None
    email: str | None = None
    phone: str | None = None
    portal: str | None = None
    channel: str | None = None
    muckrock: str | None = None
    """The office's number at MuckRock, for a ready link."""


class Recipients(Written):
    """The table of recipients: a CSV or XLSX file beside the plan, or a saved set.

    `facts` are further columns: a list of headings, or names for them. A fact called `place`, `parties`, `subject` or
    `period`, or like a field of a template, fills it; any can be written as `{fact}` in `fields` and `output.name`.
    `only` keeps the rows whose column or fact has this value.
    """

    file: str | None = None
    set: str | None = None
    columns: Columns = Columns()
    facts: dict[str, str] = Field(default_factory=dict, json_schema_extra=_or_list)
    only: dict[str, str] = Field(default_factory=dict)

    @field_validator("facts", mode="before")
    @classmethod
    def _a_list_names_its_own_headings(cls, value: object) -> object:
        return {v: v for v in value} if isinstance(value, list) and all(isinstance(v, str) for v in value) else value

    @model_validator(mode="after")
    def _one_source(self) -> Recipients:
        if (self.file is None) == (self.set is None):
            raise ValueError("name either a file or a saved set")
        return self


class Output(Written):
    """What is written. `name` is the pattern of file names, with `{id}`, `{name}`, `{jurisdiction}` or a fact.

    `muckrock` adds a link to MuckRock's form with the request filled in.
    """

    name: str = "{id}"
    formats: tuple[Format, ...] = Field(default=("docx",), json_schema_extra=_or_one)
    annotate: bool = False
    letterhead: str | None = None
    muckrock: bool = False

    @field_validator("formats", mode="before")
    @classmethod
    def _one_needs_no_list(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @field_validator("formats")
    @classmethod
    def _some_and_once(cls, value: tuple[Format, ...]) -> tuple[Format, ...]:
        if not value:
            raise ValueError("name at least one format: docx, md, txt or pdf")
        return tuple(dict.fromkeys(value))


class Plan(Written):
    """One batch.

    `name` is what its letters are filed under in the manifest; the file's own name unless said. `picks` are passages
    (`7.2`, `B:3.1`); `select` takes them by their suggestions. `templates` and `fields` go by passage, `fields` also by
    `"*"` for all. `requester` is written out, or a profile's path.
    """

    name: str | None = None
    releases: tuple[ReleaseSource, ...] = Field(min_length=1, max_length=26, json_schema_extra=_or_paths)
    picks: tuple[str, ...] = ()
    select: Select | None = None
    templates: dict[str, str] = Field(default_factory=dict)
    fields: dict[str, dict[str, str | tuple[str, ...]]] = Field(default_factory=dict)
    options: Options = Options()
    requester: Requester | str
    recipients: Recipients
    output: Output = Output()
    date: dt.date | None = None

    _path: Path = PrivateAttr(default=Path())

    @field_validator("releases", mode="before")
    @classmethod
    def _a_path_is_enough(cls, value: object) -> object:
        return [{"file": v} if isinstance(v, str) else v for v in value] if isinstance(value, list) else value

    @field_validator("picks", mode="before")
    @classmethod
    def _picks_are_passages(cls, value: object) -> object:
        for pick in value if isinstance(value, list) else ():
            if not isinstance(pick, str) or not _PICK.fullmatch(pick):
                raise ValueError(f"“{pick}” names no passage; write 7.2, or B:3.1 in the second release")
        return value

    @model_validator(mode="after")
    def _picks_or_select(self) -> Plan:
        if bool(self.picks) == (self.select is not None):
            raise ValueError("write either picks or select")
        if self.picks:
            picked = {full(p) for p in self.picks}
            for key in ("templates", "fields"):
                stray = [p for p in getattr(self, key) if p != "*" and full(p) not in picked]
                if stray:
                    raise ValueError(f"{key}.{stray[0]}: that passage is not among the picks")
        return self

    def with_recipients(self, recipients: Recipients) -> Plan:
        """The same plan with another table."""
        changed = self.model_copy(update={"recipients": recipients})
        changed._path = self._path
        return changed

    @property
    def path(self) -> Path:
        """The plan's file; its relative paths start from the folder it lies in."""
        return self._path

    @property
    def folder(self) -> Path:
        """Where relative paths start."""
        return self._path.resolve().parent

    @property
    def title(self) -> str:
        """What the letters are filed under."""
        return self.name or self._path.stem or "batch"


def full(pick: str) -> str:
    """A passage with its release's letter: `7.2` is in the first."""
    return pick if ":" in pick else f"A:{pick}"


def load_plan(path: Path) -> Plan:
    """The plan in `path`.

    Raises:
        BadFile: Every unknown key and bad value, with its line.
    """
    plan = yaml.load(yaml.read(path), Plan, consequence="No letter is written until it is mended.")
    plan._path = path
    return plan
