"""JSON Schemas of the plan and of a table's row, so that an editor completes and checks them while a person writes."""

from __future__ import annotations

from typing import Any

from foiakit.batch.addressees import CHANNELS
from foiakit.batch.plan import Columns, Plan
from foiakit.drafting.schemas import HOME

_COLUMNS = {
    "id": "The office, by its id: us-ca/county/imperial/sheriff. Or give name and jurisdiction.",
    "name": "The office's name; with an id, it corrects the directory's.",
    "jurisdiction": "us, or a state as us-ca.",
    "custodian": "The title that the letter is addressed to.",
    "address": "Postal address; lines are parted by a line break or |.",
    "email": "E-mail address for requests.",
    "phone": "Telephone number.",
    "portal": "Address of the request portal.",
    "channel": "How the letter is sent.",
    "muckrock": "The office's number at MuckRock.",
}


def schemas() -> dict[str, dict[str, Any]]:
    """Each schema by its file name under docs/schemas/."""
    plan = _headed("batch-plan.schema.json", "A foiakit batch plan", Plan.model_json_schema())
    properties: dict[str, Any] = {
        name: {"type": "string", "description": _COLUMNS[name]} for name in Columns.model_fields
    }
    properties["channel"]["enum"] = ["", *CHANNELS]
    row = {
        "description": "A row, by heading. Other columns are declared as facts in the plan.",
        "type": "object",
        "properties": properties,
        "anyOf": [{"required": ["id"]}, {"required": ["name", "jurisdiction"]}],
        "additionalProperties": {"type": "string"},
    }
    table = _headed("batch-table.schema.json", "A foiakit table of recipients", {"type": "array", "items": row})
    return {"batch-plan.schema.json": plan, "batch-table.schema.json": table}


def _headed(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{HOME}/{name}",
        **schema,
        "title": title,
    }
