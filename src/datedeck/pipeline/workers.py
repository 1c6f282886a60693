"""Documents through processes, or through any executor, a bounded number at a time; one that kills its worker is found.

Nothing here knows what is done with a document: a function makes bytes of its path.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from multiprocessing.connection import Connection
from pathlib import Path

from datedeck.pipeline.packing import failed, packed_problems

Work = Callable[[Path], bytes]
_IN_FLIGHT = 32  # documents that a given executor is handed at a time
_AHEAD = 2  # documents a process of our own: one in work, one waiting
_DIED = "the process that read it came to an end"
_CURE = "memory may be short: give fewer --workers, or split the document"


def results(
    work: Work, paths: Sequence[Path], workers: int, executor: Executor | None
) -> Generator[tuple[Path, bytes], None, None]:
    """What `work` makes of each document, as each is done.

    In this process, in `workers` processes, or where `executor` runs it. If the caller stops early, processes end.
    """
    if executor is not None:
        left = dict.fromkeys(paths)
        for path, outcome in _through(executor, work, paths, _IN_FLIGHT):
            del left[path]
            yield path, _reported(path, outcome)
        yield from ((path, _reported(path, BrokenExecutor())) for path in left)
    elif workers == 1 or len(paths) < 2:
        yield from ((path, work(path)) for path in paths)
    else:
        yield from _in_processes(work, paths, min(workers, len(paths)))


def _in_processes(work: Work, paths: Sequence[Path], workers: int) -> Iterator[tuple[Path, bytes]]:
    """A process that dies breaks its pool: whichever documents were in it are read again, each in one of its own."""
    left = dict.fromkeys(paths)
    while left:
        suspects = []
        with _pool(workers) as pool:
            for path, outcome in _through(pool, work, list(left), _AHEAD * workers):
                del left[path]
                if isinstance(outcome, BrokenExecutor):
                    suspects.append(path)
                else:
                    yield path, _reported(path, outcome)
        for path in suspects:
            with _pool(1) as pool:
                yield from ((path, _reported(path, outcome)) for _, outcome in _through(pool, work, [path], 1))


def _reported(path: Path, outcome: bytes | Exception) -> bytes:
    if isinstance(outcome, bytes):
        return outcome
    said = "" if isinstance(outcome, BrokenExecutor) else " ".join(str(outcome).split())
    return packed_problems([failed(path, "worker-died", f"{_DIED}: {said}" if said else _DIED, _CURE)])


def _through(
    executor: Executor, work: Work, paths: Sequence[Path], limit: int
) -> Iterator[tuple[Path, bytes | Exception]]:
    """Bytes as they are done, or the error that the executor has for them; one that breaks ends the iteration."""
    waiting, running, whole = deque(paths), dict[Future[bytes], Path](), True
    try:
        while (waiting and whole) or running:
            try:
                while whole and waiting and len(running) < limit:
                    running[executor.submit(work, waiting[0])] = waiting[0]
                    waiting.popleft()
            except BrokenExecutor:
                whole = False
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                error = future.exception()
                whole = whole and not isinstance(error, BrokenExecutor)
                path = running.pop(future)
                if error is None:
                    yield path, future.result()
                else:
                    yield path, error if isinstance(error, Exception) else RuntimeError(str(error))
    finally:
        for future in running:
            future.cancel()


@contextlib.contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """Processes of our own. They end with this program, however it ends, and at once when the work is given up."""
    context = multiprocessing.get_context("spawn")
    heard, held = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, context, _initialize, (heard,))
    try:
        with _unheard_interrupt():  # a process that is just starting would die of it with a traceback
            pool.submit(os.getpid)
        yield pool
        pool.shutdown()
    except BaseException:
        held.close()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    finally:
        held.close()
        heard.close()


def _initialize(heard: Connection) -> None:
    """A process leaves Ctrl-C to the program that started it, and ends as soon as that lets go of its end of a pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        with contextlib.suppress(EOFError, OSError):
            heard.recv_bytes()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextlib.contextmanager
def _unheard_interrupt() -> Iterator[None]:
    """Processes started here inherit that an interrupt is held back; this one hears of it right after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
