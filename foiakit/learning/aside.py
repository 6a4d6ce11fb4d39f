"""Which labelled releases are kept aside. Chosen once, by a rule, so that it cannot drift: about one in five."""

from __future__ import annotations

from hashlib import sha256

SEED = "foiakit: kept aside"
_ONE_IN = 5


def kept_aside(name: str) -> bool:
    """True for a release (by the name of its file without suffix) that no tuning may look at."""
    return int(sha256(f"{SEED}/{name}".encode()).hexdigest(), 16) % _ONE_IN == 0


def fold(name: str, folds: int) -> int:
    """The part of a cross-validation that a release belongs to; the same wherever it runs."""
    return int(sha256(f"{SEED}/fold/{name}".encode()).hexdigest(), 16) % folds
