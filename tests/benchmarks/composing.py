"""How long it takes to compose letters: the first of a draft, and each of many that share what can be shared.

Run with `python tests/benchmarks/composing.py`; prints milliseconds, asserts nothing.
"""

from __future__ import annotations

import statistics
import time
from datetime import date
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "draft.yaml"
ON = date(2026, 11, 24)
ROUNDS = 7


def main() -> None:
    """Prints one line for each measure."""
    from foiakit.composing import Composer
    from foiakit.drafting import load_draft
    from foiakit.drafting.draft import Recipient
    from foiakit.library.collection import open_library
    from foiakit.offices import directory

    library = open_library()
    draft = load_draft(EXAMPLE)
    everyone = tuple(pick.model_copy(update={"held_by": ("*",)}) for pick in draft.picks[:2])
    wide = draft.model_copy(update={"picks": everyone})
    counties = directory(library).index.counties["us-ca"]
    sheriffs = [Recipient(id=f"us-ca/county/{step}/sheriff") for step in counties]

    started = time.perf_counter()
    composer = Composer.of(draft, library, on=ON)
    composer.compose()
    print(f"the example's four letters, cold: {(time.perf_counter() - started) * 1000:.1f} ms")

    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        composer.compose()
        taken.append((time.perf_counter() - started) * 1000 / 4)
    print(f"the example's four letters, warm: {statistics.median(taken):.2f} ms a letter")

    composer = Composer.of(wide, library, on=ON)
    composer.letters_to(sheriffs)
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        composer.letters_to(sheriffs)
        taken.append((time.perf_counter() - started) * 1000 / len(sheriffs))
    print(f"{len(sheriffs)} letters under one law: {statistics.median(taken):.2f} ms a letter")


if __name__ == "__main__":
    main()
