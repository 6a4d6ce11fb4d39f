"""The worked example of CONTRIBUTING.md is a template that loads, comes first for its sentences, and reads well."""

import re
import textwrap
from pathlib import Path

import pytest

from foiakit.library.collection import open_library
from tests.requests.test_examples import standing

PAGE = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def library(tmp_path):
    block = re.search(r" {3}```yaml\n(.*?) {3}```", PAGE.read_text(), re.DOTALL).group(1)
    path = tmp_path / "requests" / "statistics" / "waiting-time.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(textwrap.dedent(block))
    return open_library(tmp_path)


def test_the_worked_example_loads_with_enough_sentences(library):
    template = library.requests["statistics/waiting-time"]
    assert len(template.examples.asks) >= 5
    assert len(template.examples.quiet) >= 2
    assert template.limits


def test_each_of_its_sentences_comes_first_in_its_family(library):
    for example in library.requests["statistics/waiting-time"].examples.asks:
        first = standing(library, "statistics/waiting-time", example.text)[0]
        assert first.template == "statistics/waiting-time", example.text


def test_its_quiet_sentences_do_not_speak_for_it(library):
    for text in library.requests["statistics/waiting-time"].examples.quiet:
        first = standing(library, "statistics/waiting-time", text)[0]
        assert first.template != "statistics/waiting-time" or first.fit <= 0
