"""The directory of the shipped templates, and small libraries made up for a test."""

from __future__ import annotations

import shutil

import pytest

from foiakit.files import place
from foiakit.library.collection import Library
from foiakit.offices import directory


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOIAKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("FOIAKIT_TEMPLATES", raising=False)
        whole = Library((place.shipped(),))
        directory(whole)
        yield whole


@pytest.fixture(scope="session")
def places(library):
    return directory(library)


BASE = """\
title: Base
offices:
  us/doj/fbi: {name: Federal Bureau of Investigation, abbreviation: FBI, kind: federal-agency}
  us/dhs/ice: {name: U.S. Immigration and Customs Enforcement, abbreviation: ICE, kind: federal-agency}
  us-ca/county/imperial/sheriff: {name: Imperial County Sheriff's Office, kind: sheriff}
"""
KINDS = ("federal-agency", "government-office", "local-government-office", "police-agency", "sheriff")


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Writes a person's own agency file; gives the library that has it over a small one."""
    monkeypatch.setenv("FOIAKIT_CACHE", str(tmp_path / "cache"))
    base, folder = tmp_path / "base", tmp_path / "own"
    for part in ("agencies", "offices", "places"):
        (base / part).mkdir(parents=True)
    (base / "agencies" / "base.yaml").write_text(BASE)
    shutil.copy(place.shipped() / "places" / "us-ca.yaml", base / "places")
    for kind in KINDS:
        shutil.copy(place.shipped() / "offices" / f"{kind}.yaml", base / "offices")

    def write(text: str, name: str = "mine") -> Library:
        path = folder / "agencies" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Library((folder, base))

    return write
