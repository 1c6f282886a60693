"""One document → what was found in it, as an object or as compact bytes: what other processes do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from datedeck import bank as banks
from datedeck.errors import DatedeckError, Problem
from datedeck.extract.events import Candidate, derive_candidates
from datedeck.extract.mentions import find_mentions
from datedeck.model import Block, DatedMention, Document, Role, Span
from datedeck.pipeline.packing import failed, packed, packed_problems
from datedeck.read import marks, read_document

DATED_ROLES: frozenset[Role] = frozenset(("title", "heading", "paragraph", "list"))


@dataclass(frozen=True, slots=True)
class Read:
    """What one document gave: its candidates, or the problems that kept it from being read.

    `silent` dates are those that no fact, not even a draft, came of.
    """

    document: Document | None
    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    silent: int = 0


def read_candidates(path: Path) -> Read:
    """Read one document with its sidecar and find its facts, not settled yet; problems are values: others go on."""
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
    candidates = derive_candidates(document, tagged.dated, marks(document, told))
    return Read(document, tuple(candidates), silent=_silent(tagged.dated, candidates))


def read_packed(path: Path) -> bytes:
    """Like `read_candidates`, as bytes; whatever goes wrong in a document is said of it and harms no other."""
    try:
        read = read_candidates(path)
        if read.document is None:
            return packed_problems(read.problems)
        return packed(read.document, read.candidates, read.silent)
    except Exception as error:  # noqa: BLE001 - a slip of this program in one document must not cost the others
        words = " ".join(f"{type(error).__name__}: {error}".split())
        return packed_problems([failed(path, "cannot-derive", f"failed in this document: {words}")])


def _silent(mentions: Sequence[DatedMention], candidates: Iterable[Candidate]) -> int:
    told = {claim.citation.mention_span for candidate in candidates for claim in candidate.fact.claims}
    return sum(mention.span not in told for mention in mentions)


def _spans(blocks: Iterable[Block]) -> list[Span]:
    return [block.span for block in blocks]
