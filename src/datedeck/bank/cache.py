"""Banks compiled to JSON lines, so that a quiz over 10,000 facts starts without parsing YAML.

The first line holds the bank itself, the second the index of the words of its events; then comes one fact a line, and
last a checksum of all before it. A fact is decoded when it is asked for, and so is the index. Files that cannot be read
or written are as good as none: the bank is read again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from functools import cached_property
from pathlib import Path
from typing import Any, overload

from datedeck import __version__
from datedeck.bank.files import write_atomically
from datedeck.dates import Edtf
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.model import Bank, Citation, Claim, Fact, Locator, Metadata, Quote, Source
from datedeck.model.likeness import WordIndex

_FORMAT = 2  # of the lines, and of what counts as a content word
_KEEP = 20  # files


def key_of(data: bytes) -> str:
    """Names what a compiled form was made from: the file's bytes, this package's version and the format."""
    return hashlib.sha256(data + f"\0{__version__}\0{_FORMAT}".encode()).hexdigest()


def load(folder: Path, key: str, path: str) -> Bank | None:
    """The compiled bank, its places named under `path`; None when there is none or it is damaged."""
    try:
        body, _, checksum = _file(folder, key).read_bytes().rpartition(b"\n")
        if checksum != b"%08x" % zlib.crc32(body):
            return None
        first, index, *lines = body.split(b"\n")
        header = json.loads(first)
        sources = {
            name: Source(name, file, Metadata(*said), sha256, Location(path, *where))
            for name, file, said, sha256, where in header["sources"]
        }
        problems = tuple(
            Problem(code, message, hint, Location(path, *where) if where else None, severity)
            for code, message, hint, where, severity in header["problems"]
        )
        facts = LazyFacts(lines, index, header["uid"], path)
        return Bank(header["uid"], header["name"], header["title"], sources, facts, path, header["derived"], problems)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def save(folder: Path, key: str, bank: Bank) -> None:
    """Write the compiled form of a bank, and delete the oldest ones; a folder that takes no files is let be."""
    header = {
        "uid": bank.uid,
        "name": bank.name,
        "title": bank.title,
        "derived": bank.derived_with,
        "sources": [
            (source.id, source.file, astuple(source.metadata), source.sha256, _where(source.location))
            for source in bank.sources.values()
        ],
        "problems": [
            (problem.code, problem.message, problem.hint, _where(problem.location), problem.severity)
            for problem in bank.problems
        ],
    }
    words = words_of(bank.facts)
    parts = (header, [dict(sorted(words.places.items())), words.sizes], *map(_encoded, bank.facts))
    body = b"\n".join(json.dumps(part).encode() for part in parts)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(_file(folder, key), body + b"\n%08x" % zlib.crc32(body))
        by_age = sorted(folder.glob("bank-*.jsonl"), key=lambda file: (file.stat().st_mtime_ns, file.name))
        for file in by_age[:-_KEEP]:
            file.unlink(missing_ok=True)
    except (OSError, DatedeckError):
        return


class LazyFacts(Sequence[Fact]):
    """Facts as encoded lines, each decoded once, when it is first indexed."""

    def __init__(self, lines: Sequence[bytes], index: bytes, uid: str, path: str) -> None:
        self._lines, self._index = lines, index
        self._uid, self._path = uid, path
        self._facts: dict[int, Fact] = {}

    @cached_property
    def words(self) -> WordIndex:
        """The index of the words of their events."""
        return WordIndex(*json.loads(self._index))

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, index: int | slice) -> Fact | tuple[Fact, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = range(len(self))[index]
        if at not in self._facts:
            self._facts[at] = _decoded(json.loads(self._lines[at]), self._uid, self._path)
        return self._facts[at]

    def __iter__(self) -> Iterator[Fact]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)


def words_of(facts: Sequence[Fact]) -> WordIndex:
    """The index of the words of their events: the compiled one where there is one."""
    return facts.words if isinstance(facts, LazyFacts) else WordIndex.of(fact.event for fact in facts)


def _file(folder: Path, key: str) -> Path:
    return folder / f"bank-{key[:32]}.jsonl"


def _where(location: Location | None) -> tuple[int, int] | None:
    return (location.line, location.column) if location else None


def _encoded(fact: Fact) -> list[object]:
    claims = [
        (
            claim.date.text,
            claim.bound,
            claim.calendar,
            claim.citation.source,
            astuple(claim.citation.locator),
            claim.citation.quote.exact,
            claim.citation.mention,
            claim.citation.occurrence,
        )
        for claim in fact.claims
    ]
    return [
        fact.id,
        fact.event,
        claims,
        fact.status,
        fact.question,
        fact.context,
        fact.reasons,
        fact.tags,
        fact.note,
        fact.why,
        fact.difficulty,
        dict(fact.ask),
        fact.wrong,
        fact.formerly,
        _where(fact.location),
        fact.derived,
    ]


def _decoded(parts: list[Any], uid: str, path: str) -> Fact:
    (
        name,
        event,
        claims,
        status,
        question,
        context,
        reasons,
        tags,
        note,
        why,
        difficulty,
        ask,
        wrong,
        formerly,
        where,
        derived,
    ) = parts
    return Fact(
        name,
        event,
        tuple(_claim(*claim) for claim in claims),
        uid,
        status,
        question,
        context,
        tuple(reasons),
        tuple(tags),
        note,
        why,
        difficulty,
        ask,
        tuple(wrong),
        tuple(formerly),
        Location(path, *where) if where else None,
        derived,
    )


def _claim(
    date: str, bound: Any, calendar: Any, source: str, locator: list[Any], quote: str, mention: str, occurrence: int
) -> Claim:
    return Claim(
        Edtf.parse(date), Citation(source, Locator(*locator), Quote(quote), mention, occurrence), bound, calendar
    )
