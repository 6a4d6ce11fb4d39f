"""Kinds of office: templates/offices/<kind>.yaml. How a local one is named, and what it keeps, in its own words."""

from __future__ import annotations

import re

from pydantic import Field, field_validator, model_validator

from foiakit.files.schema import Written
from foiakit.model.office import Body

_PATH = re.compile(r"(county|city|school|state|other)/(\{place\}|\{name\}|[a-z0-9-]+)(/[a-z0-9-]+)?")
_BRACES = {
    "county": {"{place}", "{county}"},
    "city": {"{place}", "{city}"},
    "school": {"{place}"},
    "state": {"{name}"},
    "other": {"{name}"},
}
"""What a pattern's name can be made from, by the group of its path."""

_JURISDICTION = re.compile(r"us-[a-z]{2}")
_TOPIC = re.compile(r"[a-z0-9'&./()-]+\*?( [a-z0-9'&./()-]+\*?)*")


class Holding(Written):
    """What this kind of office keeps about one topic.

    `topics` are words of a claim that lead here, in small letters: a word (`custody`), its beginning (`transfer*`) or
    words in a row (`turned over`). `system` is what its record system is called in its own terms, without an article
    ("jail management system"); `row` what one row of it is, without an article ("person released to another agency's
    custody"); `fields` existing fields that an extract can name; `places` where the records are likely to be. What is
    not known of every such office stays out: the item then asks for the data dictionary.
    """

    topics: tuple[str, ...] = Field(min_length=1)
    system: str | None = None
    row: str | None = None
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @field_validator("topics")
    @classmethod
    def _small_letters(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for topic in value:
            if not _TOPIC.fullmatch(topic):
                raise ValueError(f"“{topic}” is no topic: small letters, and * only at the end of a word")
        return value


class Pattern(Written):
    """How a state or local office of this kind is addressed without an entry of its own.

    `path` is its id below the state (`county/{place}/sheriff`, `state/{name}`). `name` makes its name from `{place}`
    (Imperial), `{county}` (Imperial County), `{city}` (City of El Centro), `{state}` and `{name}` (the last step of the
    id as a title). `states` limits it to some; the first pattern that fits is used. `words` are words of a `{name}`
    that make an office one of this kind (`corrections` in department-of-corrections). `body` is set where an office
    belongs to another body in those states (Florida's state attorneys are not the county's). `independent`: only
    cities that lie in no county have one.
    """

    path: str
    name: str
    states: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    body: Body | None = None
    independent: bool = False

    @field_validator("path")
    @classmethod
    def _known_path(cls, value: str) -> str:
        if not _PATH.fullmatch(value):
            raise ValueError(
                "a path is county/{place}, city/{place}/police, school/{place}, state/{name} or other/{name}"
            )
        return value

    @model_validator(mode="after")
    def _the_name_can_be_made(self) -> Pattern:
        known = _BRACES[self.path.split("/")[0]] | {"{state}"}
        for braces in re.findall(r"\{[^}]*\}|[{}]", self.name):
            if braces not in known:
                raise ValueError(f"name: {braces} is not known for {self.path}; known are {', '.join(sorted(known))}")
        return self

    @field_validator("states")
    @classmethod
    def _known_states(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for state in value:
            if not _JURISDICTION.fullmatch(state):
                raise ValueError(f"“{state}” is no state: write us-ca")
        return value


class OfficeKind(Written):
    """A kind of office. Where `holdings` has nothing for a topic, an item asks for the data dictionary instead.

    `like` names a kind whose holdings it shares, after its own. `called` are the words by which people look for one.
    """

    title: str
    body: Body
    custodian: str | None = None
    """The title of whoever answers; None: the title that the state's law has."""
    patterns: tuple[Pattern, ...] = ()
    absent: dict[str, str] = Field(default_factory=dict)
    """States without such an office, and who does its work there."""
    called: tuple[str, ...] = ()
    like: str | None = None
    holdings: dict[str, Holding] = Field(default_factory=dict)
    families: tuple[str, ...] = ()
    """Families of records that this kind of office would hold; empty means all."""
    source: str | None = None

    @model_validator(mode="after")
    def _states_are_ids(self) -> OfficeKind:
        for state in self.absent:
            if not _JURISDICTION.fullmatch(state):
                raise ValueError(f"absent: “{state}” is no state: write us-ca")
        return self
