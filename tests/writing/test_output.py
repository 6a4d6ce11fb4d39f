"""An output folder: nothing a person did is lost, nothing leaves the folder."""

from __future__ import annotations

import os

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foiakit.model.errors import FoiakitError
from foiakit.writing.names import MAX_BYTES, beside, safe_stem
from foiakit.writing.output import RECORD, Outcome, write_files


def outcomes(folder, files):
    return {w.path.name: w.outcome for w in write_files(folder, files)}


def test_a_second_run_writes_only_what_changed(tmp_path):
    assert outcomes(tmp_path / "out", {"a.md": b"1", "b.md": b"1"}) == {"a.md": "new", "b.md": "new"}
    before = (tmp_path / "out/a.md").stat().st_mtime_ns
    assert outcomes(tmp_path / "out", {"a.md": b"1", "b.md": b"2"}) == {"a.md": "unchanged", "b.md": "changed"}
    assert (tmp_path / "out/a.md").stat().st_mtime_ns == before
    assert (tmp_path / "out/b.md").read_bytes() == b"2"


def test_an_edited_file_is_kept_and_the_new_one_stands_beside_it(tmp_path):
    write_files(tmp_path, {"a.md": b"ours"})
    (tmp_path / "a.md").write_bytes(b"mine")
    [written] = write_files(tmp_path, {"a.md": b"newer"})
    assert (tmp_path / "a.md").read_bytes() == b"mine"
    assert (written.outcome, written.path.name, written.kept) == (Outcome.BESIDE, "a.new.md", tmp_path / "a.md")
    assert written.path.read_bytes() == b"newer"
    assert outcomes(tmp_path, {"a.md": b"newest"}) == {"a.new.md": "beside"}
    (tmp_path / "a.new.md").write_bytes(b"mine too")
    assert outcomes(tmp_path, {"a.md": b"last"}) == {"a.new.new.md": "beside"}
    assert (tmp_path / "a.new.md").read_bytes() == b"mine too"


def test_a_file_that_was_never_foiakits_is_not_overwritten(tmp_path):
    (tmp_path / "a.md").write_bytes(b"notes of my own")
    assert outcomes(tmp_path, {"a.md": b"letter"}) == {"a.new.md": "beside"}
    assert (tmp_path / "a.md").read_bytes() == b"notes of my own"


def test_a_run_killed_between_record_and_file_does_not_disown_the_older_file(tmp_path):
    write_files(tmp_path, {"a.md": b"old"})
    with (tmp_path / RECORD).open("a") as record:
        record.write("0" * 64 + "  a.md\n")  # recorded ahead, then killed
    assert outcomes(tmp_path, {"a.md": b"new"}) == {"a.md": "changed"}


@pytest.mark.parametrize(
    "name", ["../a.md", "/etc/a.md", "a/../../b.md", "", ".", "con.md", "a:b.md", "x/nul", RECORD, "a\\b.md", "a .md"]
)
def test_a_name_that_leaves_the_folder_or_is_unsafe_is_refused(tmp_path, name):
    with pytest.raises(FoiakitError, match="is no name for a file"):
        write_files(tmp_path / "out", {name: b"x"})
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_nothing_is_written_through_a_link(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.md").symlink_to(outside / "a.md")
    (out / "sub").symlink_to(outside)
    for name in ("a.md", "sub/b.md"):
        with pytest.raises(FoiakitError, match="this is a link"):
            write_files(out, {name: b"x"})
    assert list(outside.iterdir()) == []


def test_a_folder_that_is_a_file_or_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FoiakitError, match="this is a file, not a folder"):
        write_files(tmp_path / "file", {"a.md": b"x"})
    with pytest.raises(FoiakitError, match="cannot be made"):
        write_files(tmp_path / "file/below", {"a.md": b"x"})
    if os.geteuid() != 0:
        (tmp_path / "locked").mkdir(mode=0o500)
        with pytest.raises(FoiakitError, match="cannot be written"):
            write_files(tmp_path / "locked", {"a.md": b"x"})


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("us/dhs/ice", "us-dhs-ice"),
        ("  ..hidden. ", "hidden"),
        ("NUL", "_NUL"),
        ("com1.letter", "_com1.letter"),
        ("a<b>c|d?e*f", "a-b-c-d-e-f"),
        ("Cañada", "Cañada"),
        ("tab\there", "tab here"),
        ("???", "letter"),
        ("", "letter"),
    ],
)
def test_names_are_made_safe(wanted, name):
    assert safe_stem(wanted) == name


def test_long_names_are_cut_and_stay_apart():
    one, two = safe_stem("x" * 300 + "1"), safe_stem("x" * 300 + "2")
    assert one != two
    assert len(one.encode()) <= MAX_BYTES


@given(st.text())
@example("0\n:")
def test_a_safe_name_is_safe_again_and_has_a_place_beside_it(wanted):
    name = safe_stem(wanted)
    assert safe_stem(name) == name
    assert len(name.encode()) <= MAX_BYTES
    assert "/" not in name
    assert beside(f"{name}.docx") == f"{name}.new.docx"
