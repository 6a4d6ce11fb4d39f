"""How long it takes to read, claim and suggest, and how many releases a second that is.

    python tests/benchmarks/scan.py [FOLDER]

FOLDER holds releases; without one, the made-up ones in examples/labelled are read. Median of several rounds over all
of them, on one core, loaded before.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 5


def milliseconds(run: Callable[[], object], releases: int) -> float:
    """The median time of a round, for each release."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000 / releases)
    return statistics.median(taken)


def main() -> None:
    """Prints one line for each part."""
    from foiakit.library.collection import open_library
    from foiakit.reading import read
    from foiakit.scanning.claims import claims
    from foiakit.scanning.corpus import releases_in
    from foiakit.scanning.look import looks
    from foiakit.scanning.scanner import scan, scanner

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "examples" / "labelled"
    files = releases_in(folder)[:100]
    library = open_library()
    start = time.perf_counter()
    engine = scanner(library)
    scan(read(files[0]), library)
    print(f"loading and the first release        {(time.perf_counter() - start) * 1000:8.1f} ms")
    releases = [read(path) for path in files]
    claimed = [claims(release, library) for release in releases]
    seen = [looks(r, c, engine.cues) for r, c in zip(releases, claimed, strict=True)]
    passages = sum(len(r.passages) for r in releases) / len(releases)
    parts: dict[str, Callable[[], object]] = {
        "reading": lambda: [read(path) for path in files],
        "claims": lambda: [claims(release, library) for release in releases],
        "looks": lambda: [looks(r, c, engine.cues) for r, c in zip(releases, claimed, strict=True)],
        "judgement": lambda: [engine.model.judge(one) for one in seen],
        "the whole scan": lambda: [scan(release, library) for release in releases],
        "reading and scanning": lambda: [scan(read(path), library) for path in files],
    }
    print(f"{len(files)} releases of {passages:.1f} passages on average; milliseconds a release")
    for name, run in parts.items():
        each = milliseconds(run, len(files))
        print(f"{name:36} {each:8.2f} ms   {1000 / each:7.0f} a second")


if __name__ == "__main__":
    main()
