"""Processes that die, and what that costs the other documents."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from datedeck.errors import Problem
from datedeck.pipeline.packing import unpacked
from datedeck.pipeline.workers import results
from working import named

T = TypeVar("T")


def problems(data: bytes) -> tuple[Problem, ...]:
    found = unpacked(data)[0]
    assert isinstance(found, tuple)
    return found


def test_a_document_that_kills_its_process_is_named_and_the_others_are_done() -> None:
    paths = [Path(name) for name in ("a", "b", "deadly-1", "c", "d", "deadly-2", "e", "f")]
    done = dict(results(named, paths, 2, None))
    assert set(done) == set(paths)
    for path, data in done.items():
        if "deadly" in path.name:
            (problem,) = problems(data)
            assert str(problem).startswith(f"{path}: worker-died: ")
        else:
            assert data == path.name.encode()


def test_an_executor_that_was_ended_is_said_of_each_document() -> None:
    class Ended(ThreadPoolExecutor):
        pass

    pool = Ended(1, initializer=int, initargs=("no number",))
    done = dict(results(named, [Path(name) for name in "abc"], 1, pool))
    pool.shutdown()
    assert len(done) == 3
    assert all(problems(data)[0].code == "worker-died" for data in done.values())


def test_no_more_than_a_few_documents_are_in_flight() -> None:
    flying, most = 0, 0

    class Counting(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., T], /, *args: Any, **options: Any) -> Future[T]:
            nonlocal flying, most
            flying += 1
            most = max(most, flying)
            future = super().submit(fn, *args, **options)
            future.result()
            return future

    with Counting(1) as pool:
        for _ in results(named, [Path(str(number)) for number in range(200)], 1, pool):
            flying -= 1
    assert most <= 32
