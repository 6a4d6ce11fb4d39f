"""A reader finds the old file or the new one."""

import os
import stat

import pytest

from foiakit.files import atomic
from foiakit.model.errors import FoiakitError


def test_a_private_file_is_readable_by_its_owner_only(tmp_path):
    atomic.write(tmp_path / "draft.yaml", "x", mode=atomic.PRIVATE)
    assert stat.S_IMODE((tmp_path / "draft.yaml").stat().st_mode) == 0o600


def test_an_existing_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "draft.yaml"
    path.write_text("old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FoiakitError, match="No space left"):
        atomic.write(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FoiakitError, match="cannot be written"):
        atomic.write(tmp_path / "none" / "draft.yaml", "x")


def test_what_cannot_be_written_is_said_before_the_work_and_nothing_is_left(tmp_path):
    kept = tmp_path / "model.json"
    kept.write_text("old")
    atomic.ensure_writable(kept)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("model.json", "old")]
    with pytest.raises(FoiakitError, match="there is no folder"):
        atomic.ensure_writable(tmp_path / "none" / "model.json")
