"""`foiakit batch` as a whole command on letters that differ in items, law and notes, beside docxtpl writing the same letter.

    python tests/benchmarks/bench_batch.py [--letters 10000] [--rounds 3] [--peers PYTHON]

Each run is a process of its own, from reading the plan to the manifest. CPU is user and system time of all its
processes; wall is what a person waits; memory is that of its largest process. docxtpl fills one of the batch's own
letters, in which only what differs from letter to letter is a variable; its time does not hold what foiakit does
besides (reading, law, checks, files, manifest). Letters are written to memory (--out says elsewhere): what a disk takes
to make a file is the disk's. Twenty letters taken at random are kept in build/bench-batch/read-these to be read.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from bench_writer import BUILD, HERE, peers_python, write_templates

ROOT = HERE.parents[1]
STATES = ("us-ca", "us-tx", "us-wa", "us-ga", "us-il", "us-ny")
PARTS = ("police", "clerk")
PICKS = ["3.1", "4.2", "5.3", "7.1", "7.2", "8.2", "12.2", "12.3"]
PLAN = """\
releases: [{release}]
picks: [{picks}]
requester: {profile}
recipients: {{file: table.csv, columns: {{id: office}}, facts: [town]}}
fields: {{"*": {{place: "{{town}}"}}}}
"""


def prepare(folder: Path, letters: int) -> Path:
    """A plan for the example release with eight picks, and a table of made-up cities in six states."""
    folder.mkdir(parents=True, exist_ok=True)
    release = ROOT / "examples/releases/ice-2009-09-10-imperial-county.txt"
    picks = ", ".join(f'"{p}"' for p in PICKS)
    plan = folder / "plan.yaml"
    plan.write_text(PLAN.format(release=release, picks=picks, profile=ROOT / "examples/profile.yaml"))
    syllables = (
        "Al",
        "Ber",
        "Cor",
        "Dun",
        "El",
        "Fair",
        "Glen",
        "Har",
        "Ing",
        "Kel",
        "Lin",
        "Mor",
        "Nor",
        "Oak",
        "Pres",
    )
    with (folder / "table.csv").open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["office", "town"])
        for n in range(letters):
            town = "".join(syllables[(n // 15**k) % 15].lower() for k in range(4)).capitalize()
            writer.writerow([f"{STATES[n % 6]}/city/{town.lower()}/{PARTS[n // 6 % 2]}", town])
    return plan


def run(plan: Path, out: Path, workers: int) -> tuple[float, float, float]:
    """One run: CPU seconds, wall seconds, megabytes of the largest process."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-c", "from foiakit.cli.main import run; run()", "batch", str(plan), "-o", str(out)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    process = subprocess.Popen(
        [*command, "--date", "2026-11-24", "--workers", str(workers)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if status:
        raise SystemExit((process.stderr.read() if process.stderr else b"").decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return cpu, wall, usage.ru_maxrss / 1024


def docxtpl_seconds(plan: Path, peers: str, rounds: int) -> float:
    """What docxtpl takes for one of the batch's letters."""
    from foiakit.batch.entry import Job
    from foiakit.batch.opening import open_plan
    from foiakit.batch.worker import Maker
    from foiakit.library.collection import open_library

    opened = open_plan(plan, open_library(), on=date(2026, 11, 24))
    maker = Maker(opened.order(None))
    some = [a for a in opened.addressees if a.id.startswith("us-ca/") and a.id.endswith("/police")][:40]
    letters = [maker.compose(Job(a, ("docx",), "", "").addressee)[0].letters[0] for a in some]
    folder = BUILD / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    write_templates(folder, letters)
    seconds = []
    with subprocess.Popen(
        [peers, str(HERE / "peers.py"), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout
        process.stdout.readline()
        for round_ in range(rounds * 5):
            process.stdin.write(f"docxtpl {round_} 5\n")
            process.stdin.flush()
            seconds.append(float(process.stdout.readline()) / 5)
        process.stdin.close()
    return statistics.median(seconds)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers")
    parser.add_argument("--out", default="/dev/shm" if Path("/dev/shm").is_dir() else None)
    options = parser.parse_args()
    base = BUILD / "bench-batch"
    out = Path(options.out or base) / "foiakit-bench-out"
    small, large = prepare(base / "small", max(100, options.letters // 10)), prepare(base / "large", options.letters)
    peer = docxtpl_seconds(small, peers_python(options.peers), options.rounds)
    print(f"docxtpl, the same letter: {peer * 1000:.1f} ms, {1 / peer:.0f} letters/s")
    print(f"{'letters':>8}{'workers':>9}{'CPU ms':>9}{'wall ms':>9}{'letters/s':>11}{'x docxtpl':>11}{'MB':>7}")
    found: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    for _ in range(options.rounds):
        for plan, count in ((small, max(100, options.letters // 10)), (large, options.letters)):
            for workers in (1, 2):
                found.setdefault((count, workers), []).append(run(plan, out, workers))
    for (count, workers), runs in found.items():
        cpu, wall, memory = (statistics.median(r[i] for r in runs) for i in range(3))
        print(
            f"{count:8}{workers:9}{cpu / count * 1000:9.2f}{wall / count * 1000:9.2f}{count / wall:11.0f}"
            f"{peer / (wall / count):11.1f}{memory:7.0f}"
        )
    kept = base / "read-these"
    kept.mkdir(exist_ok=True)
    for path in random.Random(date.today().toordinal()).sample(sorted(out.glob("us-*.docx")), 20):
        shutil.copy(path, kept)
    shutil.rmtree(out)


if __name__ == "__main__":
    main()
