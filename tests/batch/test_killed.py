"""Runs that are killed, on one core and two, and runs on a cluster: the folder ends as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from foiakit.batch import executors

pytestmark = pytest.mark.slow


def many_rows(most: int = 400) -> list[tuple[str, ...]]:
    """Police of made-up cities in several states."""
    states = ("us-ca", "us-tx", "us-wa", "us-ga")
    return [(f"{states[n % 4]}/city/sample-{n:04}/police", f"Sample {n}") for n in range(most)]


def command(folder: Path, out: str, workers: int) -> subprocess.Popen[bytes]:
    arguments = ["batch", str(folder / "plan.yaml"), "-o", str(folder / out), "--date", "2026-11-24"]
    program = f"from foiakit.cli.main import run; run({[*arguments, '--workers', str(workers)]!r})"
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if not p.name.startswith(".")}


def wait_for_letters(folder: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        if folder.is_dir() and sum(name.endswith(".docx") for name in os.listdir(folder)) >= count:  # noqa: PTH208
            return
        time.sleep(0.005)
    raise AssertionError(process.communicate())


@pytest.fixture
def whole(folder, opened):
    """The folder of a run that nobody disturbed."""
    opened(rows=many_rows())
    process = command(folder, "whole", 1)
    assert process.wait(120) == 0, process.communicate()
    return files_of(folder / "whole")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_goes_on_to_the_same_bytes_and_leaves_no_process(folder, whole, workers):
    for count in (60, 200):
        process = command(folder, "out", workers)
        wait_for_letters(folder / "out", count, process)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        family = [int(p) for p in children.read_text().split()] if children.exists() else []
        process.kill()
        process.communicate()
        assert not (folder / "out/manifest.csv").exists()
        gone = time.monotonic() + 10
        while any(Path(f"/proc/{pid}/cmdline").exists() for pid in family) and time.monotonic() < gone:
            time.sleep(0.05)
        assert not [pid for pid in family if Path(f"/proc/{pid}/cmdline").exists()]
    process = command(folder, "out", workers)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert int(out.split()[0].replace(b",", b"")) < len(whole)
    assert files_of(folder / "out") == whole


def test_a_run_asked_to_stop_says_how_to_go_on(folder, whole):
    process = command(folder, "out", 2)
    wait_for_letters(folder / "out", 20, process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"The same command goes on from here." in err
    assert (folder / "out/manifest.csv").exists()
    process = command(folder, "out", 1)
    assert process.wait(120) == 0
    assert files_of(folder / "out") == whole


def test_a_cluster_of_two_workers_makes_the_same_letters(folder, run):
    distributed = pytest.importorskip("distributed")
    rows = many_rows(60)
    run(rows=rows, out="whole")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        executors.dask(cluster.scheduler_address) as (executor, workers),
    ):
        assert workers == 2
        run(rows=rows, executor=executor, workers=workers, elsewhere=True)
    assert files_of(folder / "out") == files_of(folder / "whole")
