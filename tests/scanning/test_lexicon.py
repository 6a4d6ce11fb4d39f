"""The words that claims are read by: a person's own file replaces the shipped one; a slip is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from foiakit.files import place
from foiakit.library.collection import open_library
from foiakit.model.errors import BadFile
from foiakit.scanning.figures import FigureReader
from foiakit.scanning.lexicon import Measures, lexicon

SHIPPED = place.shipped() / "scanning"


def own(folder: Path, name: str, text: str) -> None:
    (folder / "scanning").mkdir(exist_ok=True)
    (folder / "scanning" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_a_measure_that_a_person_adds_is_read(tmp_path: Path) -> None:
    text = (SHIPPED / "measures.yaml").read_text(encoding="utf-8")
    own(tmp_path, "measures", text.replace("  pounds: [", "  firkins: [firkin]\n  pounds: [", 1))
    (figure,) = FigureReader.of(open_library(tmp_path)).read("Agents found 12 firkins of butter.")
    assert (figure.value, figure.unit, figure.measure, figure.of) == (12, "measure", "firkins", "butter")


def test_a_key_that_no_one_knows_is_named_with_its_line(tmp_path: Path) -> None:
    text = (SHIPPED / "measures.yaml").read_text(encoding="utf-8")
    own(tmp_path, "measures", text.replace("durations:", "duratons:", 1))
    with pytest.raises(BadFile, match=r"measures\.yaml:\d+:1: duratons: .*\n(?:.*\n)*.*Did you mean durations"):
        lexicon(open_library(tmp_path), "measures", Measures)


def test_every_shipped_file_loads() -> None:
    library = open_library()
    from foiakit.scanning.claims import readers

    assert readers(library) is readers(library)
