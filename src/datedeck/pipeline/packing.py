"""What was found in a document as compact bytes, for caches and for other processes, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from datedeck.dates import Edtf
from datedeck.errors import Location, Problem
from datedeck.extract.events import Candidate
from datedeck.model import Citation, Claim, Document, Fact, Locator, Metadata, Quote, Span


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a document that was read, without its text and without what was found."""

    id: str
    metadata: Metadata
    sha256: str
    silent: int
    found: int

    @property
    def title(self) -> str:
        """What to call it."""
        return self.metadata.title or self.id


def failed(path: Path, code: str, message: str, hint: str = "report it together with the document") -> Problem:
    """A problem that is not the document's fault."""
    return Problem(code, message, f"{hint}; the others are not concerned", Location(str(path)))


def packed(document: Document, candidates: Sequence[Candidate], silent: int) -> bytes:
    """Compressed lines of JSON: what is known of the document, then a candidate each. Damage to them is noticed."""
    return _packed(
        [document.id, astuple(document.metadata), document.sha256, silent, len(candidates)],
        map(candidate_line, candidates),
    )


def packed_problems(problems: Iterable[Problem]) -> bytes:
    """The problems of a document that could not be read, as bytes."""
    return _packed([[astuple(problem) for problem in problems]])


def _packed(first: list[object], lines: Iterable[bytes] = ()) -> bytes:
    return zlib.compress(b"\n".join([json.dumps(first).encode(), *lines]), 3)


def unpacked(data: bytes) -> tuple[Head | tuple[Problem, ...], list[bytes]]:
    """The head or the problems, and the lines of the candidates; `ValueError` when the bytes are damaged."""
    try:
        first, *lines = zlib.decompress(data).split(b"\n")
        parts = json.loads(first)
        if len(parts) == 1:
            return tuple(_problem(*said) for said in parts[0]), []
        name, metadata, sha256, silent, found = parts
        head = Head(name, Metadata(*metadata), sha256, silent, found)
    except (zlib.error, TypeError, IndexError) as error:
        raise ValueError(str(error)) from error
    if len(lines) != head.found:
        raise ValueError("lines are missing")
    return head, lines


def _problem(code: str, message: str, hint: str, place: Sequence[Any] | None, severity: Any) -> Problem:
    return Problem(code, message, hint, Location(*place) if place else None, severity)


def candidate_line(candidate: Candidate) -> bytes:
    """A candidate, whose fact has one claim with both its spans, as a line of JSON without its end."""
    fact, (claim,) = candidate.fact, candidate.fact.claims
    said = claim.citation
    assert said.span is not None
    assert said.mention_span is not None
    citation = [astuple(said.locator), astuple(said.quote), said.mention, said.occurrence]
    spans = [astuple(said.span), astuple(said.mention_span)]
    what = [fact.event, fact.question, fact.context, fact.reasons]
    return json.dumps([candidate.score, what, [claim.date.text, claim.bound, claim.calendar], citation, spans]).encode()


def candidate_of(line: bytes, source: str) -> Candidate:
    """What `candidate_line` made a line of; `source` is its document's id."""
    score, (event, question, context, reasons), (date, bound, calendar), said, spans = json.loads(line)
    locator, quote, mention, occurrence = said
    span, mention_span = (Span(*ends) for ends in spans)
    citation = Citation(source, Locator(*locator), Quote(*quote), mention, occurrence, span, mention_span)
    claim = Claim(Edtf.parse(date), citation, bound, calendar)
    return Candidate(Fact("", event, (claim,), question=question, context=context, reasons=tuple(reasons)), score)
