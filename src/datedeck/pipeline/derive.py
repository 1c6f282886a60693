"""Documents in, facts out: a new bank, an existing bank merged into, or one claim a line as JSON."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from datedeck import bank as banks
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.extract.events import READY, derived_with
from datedeck.model import Fact, Source
from datedeck.pipeline.gather import Gathering, Progress, Watch
from datedeck.pipeline.lines import claim_lines
from datedeck.pipeline.packing import Head
from datedeck.pipeline.shelf import Shelf, temporary
from datedeck.pipeline.stamp import note, noted, stamp
from datedeck.pipeline.stream import joined
from datedeck.read import slug

FORMATS = (".yaml", ".yml", ".jsonl")
__all__ = ["DeriveReport", "Interrupted", "Progress", "derive"]


@dataclass(frozen=True, slots=True)
class DeriveReport:
    """What a run did: facts found by status, what the merge changed, and the problems of broken documents.

    `silent` dates are those that no fact, not even a draft, came of.
    """

    documents: int
    silent: int
    ready: int
    draft: int
    disputed: int
    added: int
    proposed: int
    refreshed: int
    problems: tuple[Problem, ...] = ()


class Interrupted(KeyboardInterrupt):
    """The run was given up: nothing was written, and `kept` of its `documents` need not be read again."""

    def __init__(self, kept: int, documents: int) -> None:
        super().__init__(kept, documents)
        self.kept, self.documents = kept, documents


class _Changed(NamedTuple):
    added: int = 0
    proposed: int = 0
    refreshed: int = 0


@dataclass(slots=True)
class _Count:
    """Facts counted by what they are while they pass by."""

    found: Counter[str] = field(default_factory=Counter)

    def over(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        for fact in facts:
            self.found.update([fact.status, *(["disputed"] if fact.disputed else [])])
            yield fact


def derive(
    paths: Sequence[Path],
    output: Path,
    *,
    workers: int = 1,
    refresh: bool = False,
    strictness: float = READY,
    executor: Executor | None = None,
    cache: Path | None = None,
    watch: Watch = lambda _: None,
) -> DeriveReport:
    """Derive facts of all documents into `output` (.yaml: merged when it exists; .jsonl: written anew).

    Documents are read by `executor` where one is given, else in `workers` processes; the result is the same, whatever
    their order. A fact is ready whose score is `strictness` or more. Documents that are as they were when `cache` (a
    folder) took what was found in them are not read again. `watch` is told how far the reading is. Raises
    `DatedeckError`, and `Interrupted` on Ctrl-C; a problem of one document is a value in the report.
    """
    _refuse_output(output)
    _refuse_equal_names(paths)
    ordered = sorted(paths, key=lambda path: slug(path.stem))
    with Shelf(cache) as shelf:
        gathering = Gathering((), shelf)
        try:
            gathering = Gathering(ordered, shelf)
            again = None if refresh else noted(shelf, stamp(output, gathering.keys, strictness))
            if again is not None:
                return DeriveReport(**again, problems=())
            if gathering.missing and _merges(output):
                _refuse_other_files(banks.load_bank(output).sources, output, ordered)
            gathering.read(workers, executor, watch)
            report = _written(gathering, output, strictness, refresh=refresh)
        except KeyboardInterrupt as error:
            raise Interrupted(gathering.kept, len(paths)) from error
        if not report.problems:
            note(shelf, stamp(output, gathering.keys, strictness), _counts_again(report, output))
    return report


def _written(gathering: Gathering, output: Path, strictness: float, *, refresh: bool) -> DeriveReport:
    documents, counted, changed = gathering.documents, _Count(), _Changed()
    if documents:
        bank = banks.load_bank(output) if _merges(output) else None
        names = [head.id for head in documents.values()]
        with temporary(output.parent) as spool:
            known = bank.facts if bank else ()
            facts = counted.over(joined(names, gathering.candidates, strictness, known, spool))
            if bank is not None:
                changed = _merged(output, facts, documents, refresh=refresh)
            else:
                banks.write_atomically(output, _pieces(output, facts, documents))
                changed = _Changed(added=counted.found["ready"] + counted.found["draft"])
    silent = sum(head.silent for head in documents.values())
    ready, draft, disputed = (counted.found[name] for name in ("ready", "draft", "disputed"))
    return DeriveReport(len(documents), silent, ready, draft, disputed, *changed, gathering.problems)


def _counts_again(report: DeriveReport, output: Path) -> dict[str, int]:
    """What the same run will count: a .jsonl is written anew, in a bank nothing is new the second time."""
    again = replace(report, added=report.added if output.suffix == ".jsonl" else 0, proposed=0, refreshed=0)
    return {name: count for name, count in asdict(again).items() if name != "problems"}


def _merges(output: Path) -> bool:
    return output.suffix != ".jsonl" and output.exists()


def _pieces(output: Path, facts: Iterable[Fact], documents: Mapping[Path, Head]) -> Iterator[str]:
    """The text of a new file, a fact at a time."""
    if output.suffix == ".jsonl":
        return claim_lines(facts, {head.id: path.name for path, head in documents.items()})
    heads = list(documents.values())
    uid = banks.make_uid(head.sha256 for head in heads)
    title = heads[0].title if len(heads) == 1 else re.sub(r"[-_]+", " ", output.stem).capitalize()
    sources = _sources(documents, output)
    return banks.new_bank_pieces(output.stem, title, uid, derived_with(), sources, facts)


def _merged(output: Path, facts: Iterable[Fact], documents: Mapping[Path, Head], *, refresh: bool) -> _Changed:
    derived = list(facts)
    text = banks.read_bank_text(output)  # read at the last moment: somebody may have edited it meanwhile
    bank = banks.parse_bank(text, str(output))
    _refuse_other_files(bank.sources, output, documents)
    merged = banks.merge(text, bank, derived, _sources(documents, output), refresh=refresh)
    if merged.text != text:
        banks.write_atomically(output, merged.text)
    return _Changed(merged.added, merged.proposed, merged.refreshed)


def _sources(documents: Mapping[Path, Head], output: Path) -> dict[str, Source]:
    folder = output.parent.resolve()
    return {
        head.id: Source(head.id, Path(os.path.relpath(path.resolve(), folder)).as_posix(), head.metadata, head.sha256)
        for path, head in documents.items()
    }


def _refuse_output(output: Path) -> None:
    """Problems that would keep the result from being written are told before anything is read."""
    if output.suffix not in FORMATS:
        message = f"cannot write facts as {output.suffix or 'a file without suffix'!r}"
        hint = "name the output .yaml (a question bank) or .jsonl"
        raise DatedeckError(Problem("unknown-format", message, hint, Location(str(output))))
    if not output.parent.is_dir():
        message = f"the folder {str(output.parent)!r} does not exist"
        raise DatedeckError(Problem("no-such-folder", message, "make it, or choose another", Location(str(output))))


def _refuse_equal_names(paths: Sequence[Path]) -> None:
    """Citations name a document by its id, made of its file's name: two must not share one."""
    seen: dict[str, Path] = {}
    problems = []
    for path in paths:
        first = seen.setdefault(slug(path.stem), path)
        if first is path:
            continue
        if first.resolve() == path.resolve():
            problems.append(Problem("twice", "is named twice", "name each document once", Location(str(path))))
        else:
            problems.append(_same_name(path, str(first)))
    if problems:
        raise DatedeckError(*problems)


def _same_name(path: Path, other: str) -> Problem:
    message = f"has the same name as {other}: citations could not tell them apart"
    return Problem("same-name", message, "rename one of the two documents", Location(str(path)))


def _refuse_other_files(sources: Mapping[str, Source], output: Path, paths: Iterable[Path]) -> None:
    problems = []
    for path in paths:
        known = sources.get(slug(path.stem))
        if known and known.file and (output.parent / known.file).resolve() != path.resolve():
            problems.append(_same_name(path, f"source `{known.id}` of the bank, {known.file}"))
    if problems:
        raise DatedeckError(*problems)
