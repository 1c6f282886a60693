"""Documents in, facts out: a new bank, an existing bank merged into, or one claim a line as JSON."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from datedeck import bank as banks
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.extract.events import derive_facts, derived_with, join_sources
from datedeck.extract.mentions import find_mentions
from datedeck.model import Bank, Block, DatedMention, Document, Fact, Role, Source, Span
from datedeck.read import marks, read_document, slug

DATED_ROLES: frozenset[Role] = frozenset(("title", "heading", "paragraph", "list"))
FORMATS = (".yaml", ".yml", ".jsonl")


@dataclass(frozen=True, slots=True)
class Read:
    """What one document gave: its facts, or the problems that kept it from being read."""

    document: Document | None
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    silent: int = 0


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
    problems: tuple[Problem, ...]


def read_facts(path: Path) -> Read:
    """Read one document with its sidecar and derive its facts; problems are values here, for others go on."""
    try:
        sidecar = banks.sidecar_of(path)
        metadata = banks.load_metadata(sidecar) if sidecar.exists() else None
        document = read_document(path, metadata)
    except DatedeckError as error:
        return Read(None, problems=error.problems)
    told = [block for block in document.blocks if block.role in DATED_ROLES]
    tagged = find_mentions(
        document.text, _spans(told), _spans(block for block in told if block.role in ("title", "heading"))
    )
    facts = derive_facts(document, tagged.dated, marks(document, told))
    return Read(document, tuple(facts), silent=_silent(tagged.dated, facts))


def derive(
    paths: Sequence[Path],
    output: Path,
    *,
    workers: int = 1,
    refresh: bool = False,
    executor: Executor | None = None,
) -> DeriveReport:
    """Derive facts of all documents into `output` (.yaml: merged when it exists; .jsonl: written anew).

    Documents are read by `executor` where one is given, else in `workers` processes; the result is the same.
    """
    _refuse_output(output)
    _refuse_equal_names(paths)
    results = _read_all(paths, workers, executor)
    documents = [result.document for result in results if result.document]
    problems = tuple(problem for result in results for problem in result.problems)
    known = banks.load_bank(output).facts if output.suffix != ".jsonl" and output.exists() else ()
    facts = join_sources([fact for result in results for fact in result.facts], known)
    counts = (0, 0, 0)
    if documents and output.suffix == ".jsonl":
        banks.write_atomically(output, "".join(_lines(_with_ids(facts), documents)))
        counts = (len(facts), 0, 0)
    elif documents:
        counts = _into_bank(output, facts, documents, refresh=refresh)
    ready, draft = (sum(fact.status == status for fact in facts) for status in ("ready", "draft"))
    silent = sum(result.silent for result in results)
    return DeriveReport(len(documents), silent, ready, draft, sum(fact.disputed for fact in facts), *counts, problems)


def _read_all(paths: Sequence[Path], workers: int, executor: Executor | None) -> list[Read]:
    if executor is not None:
        return list(executor.map(read_facts, paths))
    if workers == 1 or len(paths) < 2:
        return [read_facts(path) for path in paths]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(read_facts, paths))


def _refuse_output(output: Path) -> None:
    """Problems that would keep the result from being written are told before anything is read."""
    if output.suffix not in FORMATS:
        message = f"cannot write facts as {output.suffix or 'a file without suffix'!r}"
        hint = "name the output .yaml (a question bank) or .jsonl"
        raise DatedeckError(Problem("unknown-format", message, hint, Location(str(output))))
    if not output.parent.is_dir():
        message = f"the folder {str(output.parent)!r} does not exist"
        raise DatedeckError(Problem("no-such-folder", message, "make it, or choose another", Location(str(output))))


def _silent(mentions: Sequence[DatedMention], facts: Sequence[Fact]) -> int:
    told = {claim.citation.mention_span for fact in facts for claim in fact.claims}
    return sum(mention.span not in told for mention in mentions)


def _spans(blocks: Iterable[Block]) -> list[Span]:
    return [block.span for block in blocks]


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


def _source(document: Document, folder: Path) -> Source:
    path = Path(os.path.relpath(Path(document.path).resolve(), folder.resolve())).as_posix()
    return Source(document.id, path, document.metadata, document.sha256)


def _into_bank(output: Path, facts: list[Fact], documents: list[Document], *, refresh: bool) -> tuple[int, int, int]:
    sources = {document.id: _source(document, output.parent) for document in documents}
    if output.exists():
        bank = banks.load_bank(output)
        _refuse_other_files(bank, documents)
        merged = banks.merge(banks.read_bank_text(output), bank, facts, sources, refresh=refresh)
        banks.write_atomically(output, merged.text)
        return merged.added, merged.proposed, merged.refreshed
    uid = banks.make_uid(document.sha256 for document in documents)
    title = documents[0].title if len(documents) == 1 else re.sub(r"[-_]+", " ", output.stem).capitalize()
    text = banks.new_bank(output.stem, title, uid, derived_with(), sources, _with_ids(facts))
    banks.write_atomically(output, text)
    return len(facts), 0, 0


def _refuse_other_files(bank: Bank, documents: Sequence[Document]) -> None:
    problems = []
    for document in documents:
        known = bank.sources.get(document.id)
        if known and known.file and (Path(bank.path).parent / known.file).resolve() != Path(document.path).resolve():
            problems.append(_same_name(Path(document.path), f"source `{known.id}` of the bank, {known.file}"))
    if problems:
        raise DatedeckError(*problems)


def _with_ids(facts: Iterable[Fact]) -> list[Fact]:
    taken: set[str] = set()
    out = []
    for fact in facts:
        name = banks.fresh_id(fact.event, taken)
        taken.add(name)
        out.append(replace(fact, id=name))
    return out


def _lines(facts: Iterable[Fact], documents: Sequence[Document]) -> Iterable[str]:
    names = {document.id: Path(document.path).name for document in documents}
    dump = partial(json.dumps, ensure_ascii=False)
    for fact in facts:
        for claim in fact.claims:
            citation = claim.citation
            assert citation.span is not None
            assert citation.mention_span is not None
            yield (
                dump(
                    {
                        "doc": names[citation.source],
                        "id": fact.id,
                        "event": fact.event,
                        "date": str(claim.date),
                        "bound": claim.bound,
                        "status": fact.status,
                        "reasons": list(fact.reasons),
                        "context": fact.context,
                        "mention": [citation.mention_span.start, citation.mention_span.end],
                        "quote": [citation.span.start, citation.span.end],
                        "disputed": fact.disputed,
                    }
                )
                + "\n"
            )
