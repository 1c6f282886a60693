"""Facts of many documents, joined over sources, one document in memory at a time.

Two passes over what was found: the first decides what is joined and notes it in a few numbers a fact; the second gives
the facts. Claims that another document's fact takes over wait in a temporary file meanwhile.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import IO

from datedeck.extract.events import Candidate, Join, asked, with_claims
from datedeck.model import Fact
from datedeck.pipeline.packing import candidate_line, candidate_of

Load = Callable[[str], Iterable[Candidate]]


@dataclass(slots=True)
class _Changes:
    """What the join decided, by number of the fact: the facts themselves are not kept."""

    gone: set[int] = field(default_factory=set)
    reasons: dict[int, str] = field(default_factory=dict)
    taken: dict[int, array[int]] = field(default_factory=dict)  # places of records in the file, in order


def joined(
    documents: Sequence[str], load: Load, strictness: float, known: Iterable[Fact], spool: IO[bytes]
) -> Iterator[Fact]:
    """The facts of documents (ids, in order), of each first the ready ones in text order, then its drafts.

    Drafts that are easiest to mend come first. `load` gives a document's candidates in text order, the same each time;
    `known` are facts of a bank. `spool` is an empty file to work in.
    """
    changes = _decided(documents, load, strictness, Join(known), spool)
    numbers = count()
    for document in documents:
        facts = []
        for candidate, number in zip(load(document), numbers, strict=False):
            if number not in changes.gone:
                fact = asked(candidate.settled(strictness), changes.reasons.get(number, ""))
                facts.append((candidate.score, _with_taken(fact, changes.taken.get(number, ()), spool)))
        facts.sort(key=lambda pair: (1, -pair[0]) if pair[1].status == "draft" else (0, 0))
        yield from (fact for _, fact in facts)


def _decided(documents: Iterable[str], load: Load, strictness: float, join: Join, spool: IO[bytes]) -> _Changes:
    changes, numbers = _Changes(), count()
    for document in documents:
        for candidate, number in zip(load(document), numbers, strict=False):
            verdict = join.add(number, candidate.settled(strictness))
            if verdict.reason:
                changes.reasons[number] = verdict.reason
            elif verdict.to is not None:
                changes.gone.add(number)
                changes.taken.setdefault(verdict.to, array("q")).append(spool.tell())
                record = [document, verdict.rewords, candidate_line(candidate).decode()]
                spool.write(json.dumps(record).encode() + b"\n")
    return changes


def _with_taken(fact: Fact, places: Iterable[int], spool: IO[bytes]) -> Fact:
    """The fact with the claims that it takes over; in the wording of the last that rewords it."""
    others = []
    for place in places:
        spool.seek(place)
        document, rewords, line = json.loads(spool.readline())
        others.append((candidate_of(line.encode(), document).fact, bool(rewords)))
    claims = tuple(claim for other, _ in others for claim in other.claims)
    told = next((other for other, rewords in reversed(others) if rewords), fact)
    return with_claims(fact, told, claims) if claims else fact
