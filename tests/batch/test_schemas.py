"""The published JSON Schemas are those of the code, and the example fits them. FOIAKIT_UPDATE_GOLDEN=1 writes them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from foiakit.batch.schemas import schemas
from foiakit.batch.start import start
from foiakit.batch.table import read_table
from foiakit.files import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "schemas"


@pytest.mark.parametrize("name", ["batch-plan.schema.json", "batch-table.schema.json"])
def test_the_published_schema_is_that_of_the_code(name):
    text = json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("FOIAKIT_UPDATE_GOLDEN"):
        (FOLDER / name).write_text(text, encoding="utf-8")
    assert (FOLDER / name).read_text(encoding="utf-8") == text


def errors(name, data):
    schema = schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    return [e.message for e in jsonschema.Draft202012Validator(schema).iter_errors(data)]


def test_the_example_and_a_new_plan_fit(tmp_path):
    plan, table = start(tmp_path)
    for path in (ROOT / "examples/batch/plan.yaml", plan):
        assert errors("batch-plan.schema.json", yaml.read(path).data) == []
    assert errors("batch-table.schema.json", [row.cells for row in read_table(table)[1]]) == []


def test_what_the_loader_refuses_the_schema_refuses_too():
    assert errors("batch-plan.schema.json", {"releases": ["a"], "pikcs": [], "requester": "p", "recipients": {}})
    assert errors("batch-table.schema.json", [{"county": "Alameda"}])
