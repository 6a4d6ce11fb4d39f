"""How long it takes to load a law pack, to select the law in force, and to count a deadline.

Run with `python tests/benchmarks/law.py`; prints milliseconds, asserts nothing.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

ON = date(2026, 11, 24)


def milliseconds(run: Callable[[], object], times: int = 5) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Prints one line for each measure."""
    from foiakit.files import place
    from foiakit.law import count, law_in
    from foiakit.law.calendar import _holidays
    from foiakit.library.collection import Library

    def fresh() -> Library:
        return Library((place.shipped(),))

    fresh().laws["us"]  # imports and the schema are paid once, not by each pack
    ids = list(fresh().laws)
    each = {id: milliseconds(lambda id=id: fresh().laws[id]) for id in ids}
    slowest = max(each, key=lambda id: each[id])
    print(
        f"load one pack: median {statistics.median(each.values()):.1f} ms, slowest {each[slowest]:.1f} ms ({slowest})"
    )
    print(f"load all {len(ids)}: {milliseconds(lambda: fresh().laws.all()):.0f} ms")
    library = fresh()
    print(f"law in force: {milliseconds(lambda: law_in(library, 'us-tx', on=ON)):.2f} ms")
    texas = law_in(library, "us-tx", on=ON)

    def first() -> object:
        _holidays.cache_clear()
        return count(texas, ON)

    print(f"count, first of its year: {milliseconds(first):.1f} ms")
    print(f"count, later ones: {milliseconds(lambda: count(texas, ON)):.3f} ms")


if __name__ == "__main__":
    main()
