"""How long the directory takes: built, loaded from its cache, matched against a release, searched by words.

    python tests/benchmarks/offices.py

Each row is the fastest and the middle of its runs, in milliseconds.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from foiakit.library.collection import Library, open_library
from foiakit.offices import directory, words_for
from foiakit.offices.index import build, load
from foiakit.offices.naming import from_rows

RELEASE = Path(__file__).parents[2] / "examples" / "releases" / "ice-2009-09-10-imperial-county.txt"
CLAIM = "more than 260 criminal aliens were turned over to ICE last year following their release from custody"


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as cache:
        os.environ["FOIAKIT_CACHE"] = cache
        folders = open_library().folders
        text = RELEASE.read_text(encoding="utf-8")
        row("build from YAML", 3, lambda: build(Library(folders)))
        load(Library(folders))
        row("load from cache", 20, lambda: load(Library(folders)))
        places = directory(Library(folders))
        row("matcher from the table", 20, lambda: from_rows(places.index.names, places.index.entities))
        row(f"names in a release ({len(text):,} characters)", 100, lambda: places.mentions.find(text))
        for words in ("imperial sheriff", "us visit", "texas department of public safety", "washington county sheriff"):
            row(f"find “{words}”", 50, lambda words=words: places.find(words))
        office = places.office("us-ca/county/imperial/sheriff")
        row("words for a claim", 100, lambda: words_for(places.library, office, CLAIM))


def row(label: str, runs: int, call: Callable[[], object]) -> None:
    """Times `call` and prints its row."""
    call()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        call()
        times.append((time.perf_counter() - begun) * 1000)
    print(f"{label:45} {min(times):8.2f} {statistics.median(times):8.2f}")


if __name__ == "__main__":
    main()
