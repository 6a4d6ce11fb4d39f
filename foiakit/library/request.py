"""Request templates: templates/requests/<family>/<name>.yaml. What to ask for behind a kind of claim."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, field_validator

from foiakit.files.schema import Written


class PhraseCue(Written):
    """Words that speak for a template (or, with a negative weight, against it).

    `any` lists phrases; `*` at the end of a word matches its endings, `…` up to six words between. Lower case matches
    any case.
    """

    any: tuple[str, ...]
    weight: float = 1.0
    name: str | None = None


class Cues(Written):
    """What in a passage speaks for this template within its family, and what against it.

    `claim` names features of the claim that speak for it (see foiakit/scanning/features.py for the list), with
    weights; `against` the same for what speaks against it; `phrases` are words.
    """

    claim: dict[str, float] = Field(default_factory=dict)
    against: dict[str, float] = Field(default_factory=dict)
    phrases: tuple[PhraseCue, ...] = ()
    base: float = 0.0


class FieldSpec(Written):
    """A blank that a person can fill. `from` names what of the claim fills it; what stays empty is asked for."""

    ask: str
    type: Literal["text", "list", "period", "office"] = "text"
    source: str | None = Field(default=None, alias="from")
    optional: bool = False
    default: str | None = None


class PartSpec(Written):
    """A lettered part of an item. `when` is a Jinja expression over the same variables as the text."""

    text: str
    when: str | None = None


class ItemSpec(Written):
    """The numbered item: label, the sentence that quotes the claim, lettered parts, and what follows them."""

    label: str
    lead: str
    parts: tuple[PartSpec, ...] = ()
    tail: str | None = None
    exclude: str | None = None
    """What is not sought ("Drafts and negotiation correspondence"): offered, the person's choice."""


class Asks(Written):
    """A sentence that the template must match, with what must be filled from it."""

    text: str
    issued: date | None = None
    fields: dict[str, str] = Field(default_factory=dict)


class Examples(Written):
    """Run as tests: for `asks` this template comes first in its family, for `quiet` it does not."""

    asks: tuple[Asks, ...]
    quiet: tuple[str, ...] = ()

    @field_validator("asks", mode="before")
    @classmethod
    def _plain_text_is_enough(cls, value: object) -> object:
        return [{"text": v} if isinstance(v, str) else v for v in value] if isinstance(value, list) else value


class RequestTemplate(Written):
    """One request template; its family is the folder it lies in."""

    title: str
    use_when: str
    cues: Cues = Cues()
    fields: dict[str, FieldSpec] = Field(default_factory=dict)
    item: ItemSpec
    limits: str | None = None
    """What the request leaves out on purpose, said to the person, not in the letter."""
    teach: str
    authorities: tuple[str, ...] = ()
    examples: Examples
