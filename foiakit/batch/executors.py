"""Who makes the letters: this process, more of this machine's cores, or a Dask cluster. The letters are the same."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Collection, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from foiakit.model.errors import FoiakitError

WORTH_A_POOL, WORTH_A_POOL_FOR_PDF = 5_000, 50
"""Letters below which starting processes takes longer than they save: a second or two, against 0.3 ms a letter, or
60 ms where LibreOffice makes a PDF of it."""


def cores() -> int:
    """The cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system has it
        return os.cpu_count() or 1


def workers_for(letters: int, formats: Collection[str]) -> int:
    """How many processes are worth their start."""
    worth = WORTH_A_POOL_FOR_PDF if "pdf" in formats else WORTH_A_POOL
    return cores() if letters >= worth else 1


@contextmanager
def local(workers: int) -> Iterator[Executor | None]:
    """Processes on this machine; None, for this very process, where one is enough.

    Each leaves Ctrl+C to the run, which lets it finish its letters, and ends when the run's process is gone.
    """
    if workers <= 1:
        yield None
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_stand_ready) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _stand_ready() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_run, daemon=True).start()


def _end_with_the_run() -> None:
    """A run that is killed leaves no process behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def dask(address: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster's executor and the number of its workers.

    Raises:
        FoiakitError: The extra is not installed, or no scheduler answers.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise FoiakitError("--dask needs Dask", remedy="Install it: pip install 'foiakit[dask]'") from None
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise FoiakitError(f"{address}: no Dask scheduler answers ({error})", remedy="Check the address.") from None
    with client:
        workers = len(client.scheduler_info()["workers"])
        if not workers:
            raise FoiakitError(f"{address}: the cluster has no workers", remedy="Start some: dask worker ADDRESS")
        yield client.get_executor(pure=False), workers
