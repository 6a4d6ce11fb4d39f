"""JSON Schemas of the draft and the profile, so that an editor completes and checks them while a person writes."""

from __future__ import annotations

from typing import Any

from foiakit.drafting.draft import Draft
from foiakit.drafting.profile import Requester

HOME = "https://example.org/foiakit/schemas"


def schemas() -> dict[str, dict[str, Any]]:
    """Each schema by its file name under docs/schemas/."""
    return {
        "draft.schema.json": _schema(Draft, "A foiakit draft", "draft.schema.json"),
        "profile.schema.json": _schema(Requester, "A foiakit requester's profile", "profile.schema.json"),
    }


def _schema(model: type[Draft] | type[Requester], title: str, name: str) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{HOME}/{name}",
        **model.model_json_schema(),
        "title": title,
    }
