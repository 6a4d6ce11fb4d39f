"""The base of everything that people write: unknown keys are refused, values are frozen."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Written(BaseModel):
    """A mapping in a file that a person wrote."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
