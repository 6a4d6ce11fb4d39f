"""What people write is read with its lines; what is hostile or ambiguous is refused on its line."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from foiakit.files import yaml
from foiakit.files.schema import Written
from foiakit.model.errors import BadFile


class Inner(Written):
    unit: str = Field(pattern="^(calendar|business)_days$")
    number: int


class Outer(Written):
    name: str
    clock: tuple[Inner, ...] = ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("cite: 7922.530", "7922.530"),
        ("cite: 010", "010"),
        ("cite: no", "no"),
        ("cite: 12:30", "12:30"),
        ("cite: 2026-11-24", "2026-11-24"),
        ("cite: 1_000", "1_000"),
    ],
)
def test_a_scalar_stays_the_text_that_was_written(written, kept):
    assert yaml.parse(written).data == {"cite": kept}


@pytest.mark.parametrize("written", ["cite:", "cite: ~", "cite: null"])
def test_only_null_is_resolved(written):
    assert yaml.parse(written).data == {"cite": None}


def test_quoted_null_is_text():
    assert yaml.parse('cite: "null"').data == {"cite": "null"}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "“a” stands twice"),
        ("a: &x [1]\nb: *x\n", 1, "anchors and aliases"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "is not read"),
        ("a: 1\nb: !local x\n", 2, "is not read"),
        ("a: [1\nb: 2\n", 2, "this is not YAML"),
        ("a: 1\n? [1, 2]\n: x\n", 0, "a key must be text"),
        ("a: " + "[" * 60 + "]" * 60, 1, "levels"),
    ],
    ids=["double key", "alias", "python tag", "local tag", "broken", "list as key", "deep"],
)
def test_what_is_hostile_or_ambiguous_is_refused_on_its_line(text, line, says):
    with pytest.raises(BadFile) as refused:
        yaml.parse(text, Path("draft.yaml"))
    problem = refused.value.problems[0]
    assert says in problem.says
    assert problem.line == line or line == 0


def test_an_alias_bomb_is_refused_before_it_is_expanded():
    rows = ["a: &a [x,x,x,x,x,x,x,x,x]"] + [
        f"{c}: &{c} [{','.join(['*' + p] * 9)}]" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    with pytest.raises(BadFile, match="anchors"):
        yaml.parse("\n".join(rows))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- " * 100_000 + "x", "levels"),
        ("? " * 100_000 + "x", "levels"),
        ("\n".join(" " * n + "a:" for n in range(60)), "levels"),
        ("\n".join(f"k{n}: v" for n in range(100_000)), "keys and values"),
        ("[" + "a," * 200_000 + "]", "keys and values"),
        ("a: \ud800", "not YAML"),
    ],
    ids=["dashes", "question marks", "indented", "keys", "list", "half a sign"],
)
def test_levels_and_numbers_have_a_bound(text, says):
    with pytest.raises(BadFile, match=says) as refused:
        yaml.parse(text)
    assert len(str(refused.value)) < 1000


def test_the_same_slip_a_thousand_times_is_told_a_few_times():
    with pytest.raises(BadFile) as refused:
        yaml.parse("k: v\n" * 1000)
    assert len(refused.value.problems) == yaml.MAX_TOLD


@pytest.mark.parametrize("make", ["pipe", "device"])
def test_what_would_never_end_is_not_read(tmp_path, make):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(BadFile, match="pipe or device"):
        yaml.read(path if make == "pipe" else Path("/dev/zero"))


def test_a_long_comment_full_of_signs_is_read():
    assert yaml.parse("# 5 * 3 & [" + "[" * 60 + "\na: x\n").data == {"a": "x"}


def test_every_key_that_does_not_fit_is_told_with_line_column_excerpt_and_remedy():
    document = yaml.parse("name: x\nclok: []\nclock:\n  - {unit: bussiness_days, number: ten}\n", Path("p.yaml"))
    with pytest.raises(BadFile) as refused:
        yaml.load(document, Outer, consequence="The others loaded.")
    by_line = {(p.line, p.key): p for p in refused.value.problems}
    assert by_line[2, "clok"].remedy == "Did you mean clock?"
    assert by_line[4, "clock.0.unit"].excerpt == "  - {unit: bussiness_days, number: ten}"
    assert by_line[4, "clock.0.unit"].column == 12
    assert "ten" in by_line[4, "clock.0.number"].says
    assert all(p.consequence == "The others loaded." for p in refused.value.problems)
    assert "p.yaml:2:1: clok" in str(refused.value)


def test_a_missing_key_is_named_where_it_should_stand():
    with pytest.raises(BadFile) as refused:
        yaml.load(yaml.parse("clock:\n  - {unit: business_days}\n"), Outer)
    assert {p.key for p in refused.value.problems} == {"name", "clock.0.number"}


@pytest.mark.parametrize("raw", [b"\xff\xfea\x00", b"a: \xe9\n"])
def test_a_file_that_is_not_utf8_says_so(tmp_path, raw):
    (tmp_path / "x.yaml").write_bytes(raw)
    with pytest.raises(BadFile, match="UTF-8"):
        yaml.read(tmp_path / "x.yaml")


@pytest.mark.parametrize("make", ["missing", "folder"])
def test_what_is_no_file_says_so(tmp_path, make):
    path = tmp_path if make == "folder" else tmp_path / "none.yaml"
    with pytest.raises(BadFile):
        yaml.read(path)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    try:
        yaml.parse(text)
    except BadFile as refused:
        assert refused.problems
