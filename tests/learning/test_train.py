"""Training on a small made-up set: it learns what was labelled, and gives the same bytes again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from foiakit.learning.examples import Example, examples, template_examples
from foiakit.learning.labelled import labelled
from foiakit.learning.measure import figures, read_model
from foiakit.learning.train import train
from foiakit.library.collection import open_library
from foiakit.model.errors import FoiakitError
from foiakit.scanning.cues import cuebook
from foiakit.scanning.judge import FORMAT
from foiakit.scanning.scanner import Scanner

LIBRARY = open_library()

SENTENCES = {
    "statistics": "The {0} office counted {1} permits in the quarter.",
    "contract": "It awarded a contract for {0} to a vendor after {1} bids.",
    "training": "All {1} {0} officers completed a course at the academy.",
    "none": "The {0} is a long river with {1} bends.",
}
TOPICS = ["harbor", "forest", "transit", "water", "library", "airport", "prison", "museum"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight releases of eight sentences whose labels follow from their verbs."""
    made = tmp_path_factory.mktemp("labelled")
    for at, topic in enumerate(TOPICS):
        rows, texts = [], []
        for n in range(8):
            label = list(SENTENCES)[(n + at) % 4]
            text = SENTENCES[label].format(TOPICS[(at + n) % 8], 100 + 7 * n + at)
            texts.append(text)
            rows.append({"i": n, "para": n, "text": text, "primary": label, "also": [], "either": False,
                         "pick": label == "contract"})  # fmt: skip
        front = f"---\ntitle: News of the {topic}\ndate: 2020-05-0{at + 1}\n---\n\n"
        (made / f"{topic}.txt").write_text(front + "\n\n".join(texts) + "\n", encoding="utf-8")
        (made / f"{topic}.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def releases(folder: Path) -> tuple[Example, ...]:
    return examples(labelled([folder]), LIBRARY)


def test_the_labels_are_learned_and_the_best_come_first(releases: tuple[Example, ...]) -> None:
    library = LIBRARY
    model = read_model(train(releases))
    found = figures(releases, Scanner(library, model, cuebook(library)))
    assert found.unmatched == 0 and found.total == 48
    assert found.top1 == found.strict == found.recall3 == found.find_recall > 0.9
    assert found.find_balanced > 0.9 and found.pick_rprec > 0.9


def test_training_again_gives_the_same_bytes(releases: tuple[Example, ...]) -> None:
    assert train(releases) == train(releases)


def test_a_file_that_may_be_small_keeps_the_signs_that_matter(releases: tuple[Example, ...]) -> None:
    from foiakit.learning.train import Settings
    from foiakit.learning.written import packed

    text = train(releases, settings=Settings(most_bytes=2_000))
    assert len(packed(text)) <= 2_000 < len(packed(train(releases)))
    library = LIBRARY
    found = figures(releases, Scanner(library, read_model(text), cuebook(library)))
    assert found.top1 > 0.9


def test_every_template_example_teaches_its_family() -> None:
    found = template_examples(LIBRARY)
    assert len(found) > 400
    assert all(row and row.primary == e.name.split("/")[0] for e in found for row in e.rows)
    assert not any("cue:" in sign for e in found for names in e.signs for sign in names)


def test_a_model_that_could_not_be_written_is_refused_before_training(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from foiakit.cli.train import command as train_command

    monkeypatch.setattr("foiakit.learning.train.train", lambda *_, **__: pytest.fail("it trained"))
    with pytest.raises(FoiakitError, match="there is no folder"):
        CliRunner().invoke(
            train_command, [str(folder), "-o", str(tmp_path / "none" / "model.json")], catch_exceptions=False
        )


def test_the_commands_train_and_measure(folder: Path, tmp_path: Path) -> None:
    from foiakit.cli.evaluate import command as evaluate
    from foiakit.cli.train import command as train_command

    output = tmp_path / "families.json"
    result = CliRunner().invoke(train_command, [str(folder), "-o", str(output)])
    assert result.exit_code == 0, result.output
    assert json.loads(output.read_text(encoding="utf-8"))["format"] == FORMAT
    result = CliRunner().invoke(evaluate, [str(folder), "--families"])
    assert "training" in result.stdout and "top1" in result.stdout
