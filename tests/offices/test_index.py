"""The table of offices: kept, rebuilt when a file changes, never in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from foiakit.library.collection import Library
from foiakit.offices import directory
from foiakit.offices import index as table

MINE = """\
title: Mine
offices:
  us-ca/county/imperial/sheriff:
    name: Imperial County Sheriff-Coroner
    kind: sheriff
    contact:
      email: {at: records@example.org, as_of: 2026-11-01}
      source: a call to the office
  us/example:
    name: Federal Example Board
    abbreviation: FEB
    kind: federal-agency
    systems: [Example Tracking System (EXTRAX)]
"""


def test_a_persons_file_wins_by_id_and_adds_its_own(own):
    library = own(MINE)
    places = directory(library)
    assert places.problems == ()
    sheriff = places.office("us-ca/county/imperial/sheriff")
    assert sheriff.name == "Imperial County Sheriff-Coroner"
    assert sheriff.contact.email == "records@example.org"
    assert len(places.index.files["us-ca/county/imperial/sheriff"]) == 2
    assert [h.entity.id for h in places.mentions.find("the FEB and its EXTRAX")] == ["us/example", "us/example"]
    assert places.find("example tracking")[0].id == "us/example"
    assert places.office("us/dhs/ice").short == "ICE"


def test_the_table_is_kept_while_nothing_changes(own, monkeypatch):
    folders = own(MINE).folders
    directory(Library(folders))
    monkeypatch.setattr(table, "build", lambda library: pytest.fail("built though nothing changed"))
    assert directory(Library(folders)).office("us/example").short == "FEB"


def test_a_changed_file_is_seen(own):
    library = own(MINE)
    directory(library)
    changed = own(MINE.replace("FEB", "FEBX"))
    assert directory(changed).office("us/example").short == "FEBX"


def test_the_cache_folder_does_not_grow_with_every_change(own, tmp_path):
    for number in range(table.MOST_TABLES + 3):
        directory(own(MINE.replace("FEB", f"FEB{number}")))
    assert len(list((tmp_path / "cache").iterdir())) == table.MOST_TABLES


def test_a_broken_cache_file_is_built_over(own, tmp_path, monkeypatch):
    monkeypatch.setenv("FOIAKIT_CACHE", str(tmp_path / "cache"))
    library = own(MINE)
    directory(library)
    kept = list((tmp_path / "cache").glob("agencies-*.json"))
    assert len(kept) == 1
    for broken in ("", "{", '{"mark": 1}', "[]", json.dumps({"mark": table._fingerprint(library), "offices": {}})):
        kept[0].write_text(broken)
        assert directory(Library(library.folders)).office("us/example").name == "Federal Example Board"


def test_a_cache_folder_that_cannot_be_made_costs_nothing_but_time(own, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    library = own(MINE)
    monkeypatch.setenv("FOIAKIT_CACHE", str(tmp_path / "file" / "cache"))
    assert directory(library).office("us/example").short == "FEB"


def test_many_processes_build_at_once_and_one_whole_table_stands(own, tmp_path):
    library = own(MINE)
    cache = tmp_path / "together"
    program = (
        "import sys, pathlib\n"
        "from foiakit.library.collection import Library\n"
        "from foiakit.offices import directory\n"
        "print(directory(Library(tuple(map(pathlib.Path, sys.argv[1:])))).office('us/example').short)\n"
    )
    environment = {**os.environ, "FOIAKIT_CACHE": str(cache)}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, *map(str, library.folders)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    assert [process.communicate(timeout=60)[0].strip() for process in running] == ["FEB"] * 4
    assert [p.suffix for p in cache.iterdir()] == [".json"]
    assert table._read(next(cache.iterdir()), table._fingerprint(library)) is not None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("title: x\noffices:\n  us/x:\n    name: X\n    kind: federal-agency\n    aliasses: [Y]\n", 6, "aliases"),
        ("title: x\noffices:\n  us/x:\n    name: X\n", 3, "kind"),
        ("title: x\noffices:\n  us/x:\n    name: X\n    kind: sherif\n", 5, "no kind of office"),
        ("title: x\noffices:\n  us/x:\n    name: X\n    kind: sheriff\n    parent: us/nobody\n", 6, "us/nobody"),
        ("title: x\noffices:\n  US/X:\n    name: X\n    kind: sheriff\n", 2, "no id"),
        ("title: x\noffices:\n  us/x:\n    name: X\n    kind: sheriff\n    shared: [Z]\n", 6, "none of its names"),
        (
            "title: x\noffices:\n  us/x:\n    name: X\n    kind: sheriff\n    contact:\n      email: {at: a@b.c, as_of: May}\n",
            7,
            "write a day",
        ),
        (
            "title: x\nformer:\n  - name: Old Board\n    sort: agency\n    keepers: [{id: us/nobody, holds: all}]\n    how: closed\n",
            5,
            "us/nobody",
        ),
        ("title: x\nformer:\n  - name: Old Board\n    sort: thing\n    keepers: []\n    how: closed\n", 4, "agency"),
    ],
)
def test_a_bad_file_is_told_with_its_line_and_the_others_load(own, text, line, says):
    places = directory(own(text, "bad"))
    problem = next(p for p in places.problems if p.line == line)
    assert problem.path.name == "bad.yaml"
    assert says in str(problem)
    assert places.office("us/doj/fbi").short == "FBI"


def test_one_id_twice_in_a_folder_is_told_and_problems_are_told_every_time(own, tmp_path):
    own(MINE)
    library = own(MINE.replace("title: Mine", "title: Again"), "more")
    for _ in range(2):
        places = directory(Library(library.folders))
        assert any("already" in p.says and p.line for p in places.problems)
        assert places.office("us/example").short == "FEB"


def test_the_same_library_has_one_directory(library, places):
    assert directory(library) is places


def test_importing_the_room_loads_nothing_heavy():
    program = "import sys, foiakit.offices; print([m for m in ('pydantic', 'yaml', 'rapidfuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
