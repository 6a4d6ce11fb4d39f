"""A longer fuzz run of everything else that people hand in; not collected by pytest.

    python tests/fuzz/fuzz_files.py SECONDS [TARGET…]

Drafts, profiles, plans, template texts, tables (CSV, XLSX) and letterheads: the project's own ones with bytes and words
changed, seeded. Only foiakit's own error may escape, no message may hold what a terminal obeys, and none may take
more than `MOST_SECONDS` or `MOST_MEGABYTES`. What broke is written to `crash-<target>-<sha>` where you are.
"""

from __future__ import annotations

import hashlib
import io
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from foiakit.model.characters import harmless
from foiakit.model.errors import FoiakitError

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DAY = date(2026, 11, 24)
MOST_SECONDS = 4.0
MOST_MEGABYTES = 400
SCRAPS = (
    b"&a ", b"*a", b"!!python/object:os.system ", b"- - - - ", b"? ", b": ", b"\n  ", b"\n", b"{", b"}", b"[", b"]",
    b"|", b">", b"'", b'"', b"#", b"\0", b"\xff", b"\x1b]0;x\x07", b"\x9b", b"\xe2\x80\xae", b"../", b"/dev/zero",
    b"{{ ", b" }}", b"{% for a in fields %}", b"{% endfor %}", b"{% if ", b" %}", b".__class__", b"|join", b"~ quote ",
    b"=1+1", b",", b"\t", b"<!DOCTYPE x>", b"<w:p/>", b"9" * 400, b"x" * 5000, b"A:7.2", b"us/dhs/ice", b"null",
)  # fmt: skip


TEXTS = [
    b"Records that show {{ quote }}{{ note }} of {{ office.the_name }}, with {{ fields | listed }}",
    b"{% for f in fields %}{{ f }}{% if not loop.last %}; {% endif %}{% endfor %}{{ count | number }} statements",
    b"{% set name = office.short ~ ' and ' ~ quote %}{{ name | capital }} {{ 'a' if office.is_issuer else count }}",
    b"{% for a in fields %}{% for b in fields %}{{ a ~ b }}{% endfor %}{% endfor %}{{ fields[1] | upper | trim }}",
    b"{% if quote in 'x' and not office.is_issuer or count == 4 %}*{{ quote | a }}*{% elif 1 < count %}x{% endif %}",
]


def changed(chance: random.Random, raw: bytes, others: list[bytes]) -> bytes:
    """Some bytes with a few changed, dropped, doubled, moved, or taken from another file."""
    out = bytearray(raw)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 12))):
        at, size = chance.randrange(len(out) + 1), chance.choice((1, 1, 4, 20, 200))
        match chance.randrange(6):
            case 0:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = out[at : at + size] * chance.choice((1, 2, 200))
            case 3:
                other = chance.choice(others)
                start = chance.randrange(len(other))
                out[at:at] = other[start : start + size]
            case _:
                out[at:at] = chance.choice(SCRAPS) * chance.choice((1, 1, 1, 50))
    return bytes(out[:400_000])


def in_archive(chance: random.Random, raw: bytes) -> bytes:
    """An Office file with one part changed, or the archive itself."""
    if chance.random() < 0.2:
        return changed(chance, raw, [raw])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = changed(chance, parts[name] or b"x", sorted(parts.values()) or [b"x"])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()


@cache
def library():
    """The shipped templates."""
    from foiakit.library.collection import open_library

    return open_library()


@cache
def a_letter():
    """The first letter of the example."""
    from foiakit.composing import compose
    from foiakit.drafting import load_draft

    return compose(load_draft(EXAMPLES / "draft.yaml"), library(), on=DAY).letters[0]


def draft(raw: bytes, folder: Path) -> None:
    """A draft: loaded, checked, and written in every format."""
    from foiakit.checking import check
    from foiakit.composing import compose
    from foiakit.drafting import load_draft
    from foiakit.writing import to_docx, to_markdown, to_text
    from foiakit.writing.output import Folder

    path = folder / "draft.yaml"
    path.write_bytes(raw)
    loaded = load_draft(path)
    composed = compose(loaded, library(), on=loaded.date or DAY)
    for finding in check(loaded, composed, library()):
        str(finding)
    for letter in composed.letters[:2]:
        from foiakit.writing.names import safe_stem

        printed = to_markdown(letter) + to_text(letter)[0]
        assert harmless(printed) == printed, "a letter holds what a terminal obeys"
        Folder(folder / "out").write({f"{safe_stem(letter.stem)}.docx": to_docx(letter)})


def profile(raw: bytes, folder: Path) -> None:
    """A requester's profile."""
    from foiakit.drafting import load_profile

    path = folder / "profile.yaml"
    path.write_bytes(raw)
    load_profile(path)


def plan(raw: bytes, folder: Path) -> None:
    """A batch's plan."""
    from foiakit.batch.plan import load_plan

    path = folder / "plan.yaml"
    path.write_bytes(raw)
    load_plan(path)


def table(suffix: str) -> Callable[[bytes, Path], None]:
    """A table of recipients."""

    def one(raw: bytes, folder: Path) -> None:
        from foiakit.batch.table import read_table

        path = folder / f"table.{suffix}"
        path.write_bytes(raw)
        read_table(path)

    return one


def template(raw: bytes, folder: Path) -> None:
    """A template's text."""
    from foiakit.composing.sandbox import NoteKey, View, Words

    values = {
        "quote": "more than 260 people",
        "note": NoteKey("3"),
        "office": View(short="FBI", the_name="the FBI", is_issuer=False),
        "fields": ["x" * 4000] * 500,
        "count": 4,
    }
    Words(raw.decode("utf-8", "replace")).render(values)


def letterhead(raw: bytes, folder: Path) -> None:
    """A letterhead, and a letter on it."""
    from foiakit.writing import to_docx
    from foiakit.writing.word.stationery import prepared

    to_docx(a_letter(), letterhead=raw)
    prepared.cache_clear()


@dataclass(frozen=True)
class Target:
    """What is fuzzed: how one input is taken, from what it is changed, and how."""

    takes: Callable[[bytes, Path], None]
    seeds: list[bytes]
    archive: bool = False


def _spreadsheet() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in (["id", "name"], ["us-ca/county/imperial/sheriff", "Imperial"], ["us/dhs/ice", 260.0]):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def targets() -> dict[str, Target]:
    """Everything, with its seeds from examples/ and templates/."""
    from foiakit.writing.word.stationery import blank

    def of(folder: str, pattern: str) -> list[bytes]:
        return [p.read_bytes() for p in sorted((ROOT / folder).rglob(pattern)) if p.stat().st_size < 60_000]

    return {
        "draft": Target(draft, [(EXAMPLES / "draft.yaml").read_bytes()]),
        "profile": Target(profile, [(EXAMPLES / "profile.yaml").read_bytes()]),
        "plan": Target(plan, of("examples/batch", "*.yaml")),
        "csv": Target(table("csv"), of("examples/batch", "*.csv")),
        "xlsx": Target(table("xlsx"), [_spreadsheet()], archive=True),
        "template": Target(template, TEXTS),
        "letterhead": Target(letterhead, [blank()], archive=True),
    }


def run(seconds: float, only: list[str]) -> int:
    """Takes the targets in turn for some seconds and says what was run."""
    chance, counts, slowest = random.Random(20261124), Counter[str](), dict[str, float]()
    todo = {name: target for name, target in targets().items() if target.seeds and name in (only or targets())}
    end, broken = time.monotonic() + seconds, 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "releases").symlink_to(EXAMPLES / "releases")
        (folder / "profile.yaml").write_bytes((EXAMPLES / "profile.yaml").read_bytes())
        while time.monotonic() < end and broken < 10:
            for name, target in todo.items():
                seed = chance.choice(target.seeds)
                raw = in_archive(chance, seed) if target.archive else changed(chance, seed, target.seeds)
                began = time.process_time()
                try:
                    target.takes(raw, folder)
                    counts[f"{name} taken"] += 1
                except FoiakitError as error:
                    counts[f"{name} refused"] += 1
                    assert len(str(error)) < 100_000
                except Exception as error:
                    broken += 1
                    path = Path(f"crash-{name}-{hashlib.sha256(raw).hexdigest()[:12]}")
                    path.write_bytes(raw)
                    print(f"{path}: {type(error).__name__}: {str(error)[:200]!r}", flush=True)
                took = time.process_time() - began
                slowest[name] = max(slowest.get(name, 0.0), took)
                if took > MOST_SECONDS:
                    broken += 1
                    path = Path(f"slow-{name}-{hashlib.sha256(raw).hexdigest()[:12]}")
                    path.write_bytes(raw)
                    print(f"{path}: took {took:.1f} s of processor time", flush=True)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )
    print(f"{sum(counts.values()):,} inputs in {seconds:.0f} s: {dict(sorted(counts.items()))}")
    print(f"slowest, in seconds: { {k: round(v, 2) for k, v in slowest.items()} }; most memory {megabytes} MB")
    print("something broke" if broken else "nothing escaped")
    return 1 if broken or megabytes > MOST_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(run(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, sys.argv[2:]))
