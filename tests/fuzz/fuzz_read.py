"""A longer fuzz run of `foiakit.reading.read`; not collected by pytest.

    python tests/fuzz/fuzz_read.py SECONDS [CORPUS…]        without atheris: mutations of the corpus, seeded
    python tests/fuzz/fuzz_read.py --atheris [CORPUS_DIR…]  with atheris installed: guided by coverage

Only foiakit's own error may escape, and spans must be exact. The corpus is examples/releases/ and the invented release
of tests/reading/conftest.py, unless files are named. A crash is written to `crash-<sha>` where you are.
"""

from __future__ import annotations

import hashlib
import importlib.util
import random
import sys
import time
from collections import Counter
from pathlib import Path

from foiakit.model.errors import FoiakitError
from foiakit.reading import read

ROOT = Path(__file__).parents[2]
KINDS = ("txt", "md", "html", "eml", "docx", None)
MOST_SECONDS = 5.0
SCRAPS = (b"<", b">", b"\n\n", b"\0", b"\xff", b"**", b"---\n", b"\x1b]", b"&#", b"\xe2\x80\xae", b"<li>", b"<p>")


def seeds(named: list[str]) -> list[bytes]:
    """The corpus."""
    if named:
        return [Path(name).read_bytes() for name in named]
    spec = importlib.util.spec_from_file_location("made", ROOT / "tests" / "reading" / "conftest.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules["made"] = made
    spec.loader.exec_module(made)
    written = [made.as_text(made.SOURCE), made.as_markdown(made.SOURCE), made.as_html(made.SOURCE)]
    return [
        *(text.encode() for text in written),
        made.as_docx(made.SOURCE),
        made.as_mail(made.SOURCE),
        *(path.read_bytes() for path in sorted((ROOT / "examples" / "releases").glob("*.txt"))),
    ]


def one(raw: bytes, kind: str | None) -> str:
    """Reads some bytes; raises where anything but foiakit's own error escapes or a span is wrong."""
    try:
        release = read(raw, kind=kind)
    except FoiakitError:
        return "refused"
    if any(release.text[p.start : p.end] != p.text for p in release.passages):
        raise AssertionError("a span is wrong")
    return "read"


def mutated(chance: random.Random, corpus: list[bytes]) -> bytes:
    """One of the corpus with bytes changed, dropped, doubled or taken from another."""
    raw = bytearray(chance.choice(corpus))
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(raw) + 1)
        size = chance.choice((1, 1, 2, 8, 64, 400))
        match chance.randrange(5):
            case 0:
                raw[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del raw[at : at + size]
            case 2:
                raw[at:at] = raw[at : at + size] * chance.choice((1, 2, 50))
            case 3:
                other = chance.choice(corpus)
                start = chance.randrange(len(other))
                raw[at:at] = other[start : start + size]
            case _:
                raw[at:at] = chance.choice(SCRAPS)
    return bytes(raw[:300_000])


def run(seconds: float, named: list[str]) -> int:
    """Mutates the corpus for some seconds and says what was run."""
    corpus, chance, counts = seeds(named), random.Random(20260302), Counter[str]()
    slowest = 0.0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        raw, kind = mutated(chance, corpus), chance.choice(KINDS)
        began = time.monotonic()
        try:
            counts[one(raw, kind)] += 1
            took = time.monotonic() - began
            slowest = max(slowest, took)
            if took > MOST_SECONDS:
                raise AssertionError(f"took {took:.1f} seconds")
        except Exception as error:
            path = Path(f"crash-{hashlib.sha256(raw).hexdigest()[:16]}")
            path.write_bytes(raw)
            print(f"{path} (kind {kind}): {type(error).__name__}: {error}")
            return 1
    print(
        f"{sum(counts.values()):,} inputs in {seconds:.0f} s: {dict(counts)}; slowest {slowest:.2f} s; nothing escaped"
    )
    return 0


def main() -> int:
    """Runs what the command line says."""
    if "--atheris" in sys.argv:
        import atheris  # not a dependency: `pip install atheris` where you want it

        arguments = [a for a in sys.argv if a != "--atheris"]
        atheris.Setup(arguments, lambda raw: one(raw[1:], KINDS[raw[0] % len(KINDS)]) if raw else None)
        atheris.Fuzz()
        return 0
    return run(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
