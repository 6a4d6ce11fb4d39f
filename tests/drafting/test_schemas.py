"""The published JSON Schemas are those of the code, and the examples fit them. FOIAKIT_UPDATE_GOLDEN=1 writes them."""

import json
import os
from pathlib import Path

import jsonschema
import pytest

from foiakit.drafting.schemas import schemas
from foiakit.files import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "schemas"


@pytest.mark.parametrize("name", schemas())
def test_the_published_schema_is_that_of_the_code(name):
    text = json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"
    path = FOLDER / name
    if os.environ.get("FOIAKIT_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("name", "example"), [("draft", "draft.yaml"), ("profile", "profile.yaml")])
def test_the_example_fits_its_schema(name, example):
    """YAML editors read numbers and yes/no as such, foiakit reads all as text: both fit."""
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = yaml.read(ROOT / "examples" / example).data
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(as_editors_read(data)))
    assert not errors, [(list(e.absolute_path), e.message) for e in errors]


def as_editors_read(value):
    """Plain numbers and truths as an editor's YAML reads them."""
    if isinstance(value, dict):
        return {k: as_editors_read(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_editors_read(v) for v in value]
    if isinstance(value, str) and value.isdigit():
        return int(value)
    return {"yes": True, "no": False}.get(value, value)
