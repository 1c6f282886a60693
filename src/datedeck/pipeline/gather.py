"""Documents → what was found in each: off the shelf where it is known, otherwise read; in the same order always."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from datedeck.errors import DatedeckError, Location, Problem
from datedeck.extract.events import Candidate
from datedeck.pipeline.packing import Head, candidate_of, unpacked
from datedeck.pipeline.shelf import Shelf, key_of
from datedeck.pipeline.workers import results


class Progress(NamedTuple):
    """How far the reading is: documents and bytes, done and in all, and the facts found so far, drafts included."""

    done: int
    documents: int
    facts: int
    bytes_done: int
    bytes: int


Watch = Callable[[Progress], None]


@dataclass(slots=True)
class _State:
    """One document: its key on the shelf, its size, and, when it is done, what is known of it or what is wrong."""

    path: Path
    key: str
    size: int
    found: Head | tuple[Problem, ...] | None = None


class Gathering:
    """Documents in the order given, what is known of each, and which must be read. `kept` are there for a next run."""

    def __init__(self, paths: Sequence[Path], shelf: Shelf) -> None:
        self._shelf = shelf
        self._states = {path: _State(path, key_of(path), _size(path)) for path in paths}
        self._by_id: dict[str, _State] = {}
        self._progress = Progress(0, len(paths), 0, 0, sum(state.size for state in self._states.values()))
        self.kept = 0
        for state in self._states.values():
            data = shelf.get(state.key)
            if data is not None:
                self.kept += 1
                self._done(state, unpacked(data)[0])

    @property
    def missing(self) -> list[Path]:
        """The documents that have to be read, the largest first: the last ones keep all processes busy."""
        left = [state for state in self._states.values() if state.found is None]
        return [state.path for state in sorted(left, key=lambda state: -state.size)]

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Where each document stands, and its key: what a run does is decided by them."""
        return [(str(state.path.resolve()), state.key) for state in self._states.values()]

    @property
    def documents(self) -> dict[Path, Head]:
        """What is known of those that could be read."""
        return {path: state.found for path, state in self._states.items() if isinstance(state.found, Head)}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the others."""
        return tuple(one for state in self._states.values() if isinstance(state.found, tuple) for one in state.found)

    def read(self, workers: int, executor: Executor | None, watch: Watch) -> None:
        """Read what is missing; `watch` is told at the beginning and after each document."""
        if not self.missing:
            return
        from datedeck.pipeline.documents import read_packed  # what is known already needs no reader

        watch(self._progress)
        reading = results(read_packed, self.missing, workers, executor)
        try:
            for path, data in reading:
                self._take(self._states[path], data)
                watch(self._progress)
        finally:
            reading.close()

    def _take(self, state: _State, data: bytes) -> None:
        found = unpacked(data)[0]
        if isinstance(found, Head):
            lasting = bool(state.key) and key_of(state.path) == state.key  # nobody edited it while it was read
            state.key = state.key or str(state.path)
            self.kept += self._shelf.put(state.key, data, lasting=lasting)
        self._done(state, found)

    def _done(self, state: _State, found: Head | tuple[Problem, ...]) -> None:
        state.found = found
        known = found.found if isinstance(found, Head) else 0
        if isinstance(found, Head):
            self._by_id[found.id] = state
        done, documents, facts, read, size = self._progress
        self._progress = Progress(done + 1, documents, facts + known, read + state.size, size)

    def candidates(self, name: str) -> Iterator[Candidate]:
        """What was found in the document of this id, in text order; the same each time.

        `DatedeckError` when it has gone off the shelf and the document reads otherwise now.
        """
        state = self._by_id[name]
        data = self._shelf.get(state.key)
        if data is None:
            from datedeck.pipeline.documents import read_packed

            data = read_packed(state.path)
            self._shelf.put(state.key, data, lasting=False)
        head, lines = unpacked(data)
        if head != state.found:
            message, hint = "was changed while facts were derived", "run the same command again"
            raise DatedeckError(Problem("changed-meanwhile", message, hint, Location(str(state.path))))
        return (candidate_of(line, name) for line in lines)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
