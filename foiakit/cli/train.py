"""`foiakit train`: labelled releases to the weights by which passages are judged."""

from __future__ import annotations

from pathlib import Path

import click

from foiakit.cli import terminal


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--with",
    "more",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of further labelled releases, made up ones for example: learned from, but they set no threshold.",
)
@click.option(
    "--leanings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What words lean to, for words that the releases hold seldom or never (examples/words/leanings.txt).",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the model goes; .gz packs it.",
)
def command(folders: tuple[Path, ...], more: tuple[Path, ...], leanings: Path | None, output: Path) -> None:
    """Trains a model on the labelled releases of FOLDERS (NAME.txt beside NAME.jsonl).

    The same releases give the same bytes. To use it, put it into your own template folder as
    models/families.json, or packed as models/families.json.gz.
    Needs the extra: pip install foiakit[train].
    """
    needs_training()
    from foiakit.files import atomic
    from foiakit.learning.examples import examples, template_examples
    from foiakit.learning.labelled import labelled
    from foiakit.learning.leanings import load
    from foiakit.learning.train import train
    from foiakit.learning.written import packed
    from foiakit.library.collection import open_library

    atomic.ensure_writable(output)
    leaning = load(leanings) if leanings else None
    library = open_library()
    releases = examples(labelled(folders), library)
    further = examples(labelled(more), library) if more else ()
    text = train(releases, further, template_examples(library), leaning, say=terminal.say)
    data = packed(text) if output.suffix == ".gz" else text.encode()
    atomic.write(output, data)
    terminal.say(f"{output}: {len(data):,} bytes")


def needs_training() -> None:
    """Raises:
    FoiakitError: The libraries that train are not installed.
    """
    from importlib.util import find_spec

    from foiakit.model.errors import FoiakitError

    missing = [name for name in ("numpy", "scipy", "sklearn") if find_spec(name) is None]
    if missing:
        raise FoiakitError(
            f"training needs {', '.join(missing)}", remedy='Install the extra: pip install "foiakit[train]"'
        )
