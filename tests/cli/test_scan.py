"""`foiakit scan`: one release for a person, one object for a program, a line each for a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from foiakit.cli.scan import command
from foiakit.model.claim import Basis, Bound, Role, Unit
from foiakit.model.suggestion import FAMILIES

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "scan.schema.json").read_text(encoding="utf-8"))
EXAMPLE = next((ROOT / "examples" / "releases").glob("ice-*.txt"))

WORDS = """{title}

The agency inspected {number} bridges last year, it said.

It signed a memorandum of understanding with the Forest Service.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    return json.loads(run(EXAMPLE, "--json").stdout)


def test_the_object_is_what_its_schema_says(example: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(example, SCHEMA)


@pytest.mark.parametrize(
    ("where", "values"),
    [
        (("figure", "bound"), [str(b) for b in Bound]),
        (("figure", "unit"), [str(u) for u in Unit]),
        (("period", "basis"), [str(b) for b in Basis]),
        (("mention", "role"), [str(r) for r in Role]),
        (("suggestion", "family"), list(FAMILIES)),
    ],
)
def test_the_schema_lists_every_value_that_there_is(where: tuple[str, str], values: list[str]) -> None:
    assert SCHEMA["$defs"][where[0]]["properties"][where[1]]["enum"] == values


def test_every_span_is_of_the_text_it_says(example: dict[str, Any]) -> None:
    text = example["release"]["text"]
    for passage in example["passages"]:
        assert text[passage["start"] : passage["end"]] == passage["text"]
        claim = passage["claim"]
        named = [m for kind in ("agencies", "systems", "parties", "places", "figures", "periods") for m in claim[kind]]
        told = [r for s in passage["suggestions"] for r in s["reasons"] if r["span"]]
        for one in [*named, *told]:
            start, end = one["span"]
            assert text[start:end] == one["text"]


def test_only_suggestions_above_a_score_are_shown_on_demand(example: dict[str, Any]) -> None:
    high = json.loads(run(EXAMPLE, "--json", "--above", "0.3").stdout)
    kept = [s["score"] for p in high["passages"] for s in p["suggestions"]]
    assert kept and min(kept) >= 0.3
    assert len(kept) < sum(len(p["suggestions"]) for p in example["passages"])


def test_a_person_gets_a_table_and_a_word_on_the_rest() -> None:
    result = run(EXAMPLE)
    assert "statistics/count" in result.stdout and "us/dhs/ice" in result.stdout
    assert "stay quiet" in result.stderr


def test_why_not_agreement_is_answered_with_all_scores() -> None:
    result = run(EXAMPLE, "--explain", "7.2")
    assert result.stdout.startswith("7.2: As a result")
    assert "statistics/count" in result.stdout and "proposed" in result.stdout and "more than 260" in result.stdout


def test_explaining_what_is_not_there_names_passages_that_are() -> None:
    result = run(EXAMPLE, "--explain", "88.8")
    assert result.exit_code != 0 and "88.8" in str(result.exception) and "1.1" in str(result.exception)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    releases = tmp_path / "releases"
    (releases / "deep").mkdir(parents=True)
    for number in range(20):
        path = releases / ("deep" if number % 2 else ".") / f"r{number:02}.txt"
        path.write_text(WORDS.format(title=f"Release {number}", number=number + 100), encoding="utf-8")
    (releases / "r99.txt").write_bytes(b"")
    (releases / ".hidden.txt").write_text("not looked at", encoding="utf-8")
    (releases / "notes.xyz").write_text("not a release", encoding="utf-8")
    return releases


def test_a_folder_gives_a_line_for_each_release_in_order_and_a_bad_one_is_skipped(folder: Path) -> None:
    result = run(folder, "--jsonl", "--workers", "1")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    names = [line["file"] for line in lines]
    assert names == sorted(names) and len(names) == 21
    assert [line["file"] for line in lines if "error" in line] == ["r99.txt"]
    for line in lines[:-1]:
        jsonschema.validate(line, SCHEMA)
    assert "r99.txt: skipped" in result.stderr and result.exit_code == 2


def test_the_number_of_workers_changes_nothing(folder: Path, tmp_path: Path) -> None:
    run(folder, "--jsonl", "--workers", "1", "-o", tmp_path / "one.jsonl")
    run(folder, "--jsonl", "--workers", "2", "-o", tmp_path / "two.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_broken_off_run_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(folder, "--jsonl", "--workers", "1", "-o", output)
    whole = output.read_bytes()
    lines = whole.splitlines(keepends=True)
    output.write_bytes(b"".join(lines[:7]) + lines[7][:40])
    result = run(folder, "--jsonl", "--workers", "1", "-o", output)
    assert output.read_bytes() == whole
    assert "7 releases were scanned before; 14 are left" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["{folder}"], "--jsonl"),
        ([str(EXAMPLE), "--jsonl"], "for a folder"),
        ([str(EXAMPLE), "--above", "3"], "0<=x<=1"),
    ],
)
def test_what_does_not_go_together_is_said(folder: Path, arguments: list[str], says: str) -> None:
    result = run(*(a.replace("{folder}", str(folder)) for a in arguments))
    assert result.exit_code == 2 and says in result.stderr


def test_an_empty_folder_says_what_would_be_read(tmp_path: Path) -> None:
    result = run(tmp_path, "--jsonl")
    assert result.exit_code != 0 and "no releases" in str(result.exception) and ".docx" in str(result.exception)
