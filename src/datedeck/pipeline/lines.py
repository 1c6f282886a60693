"""Facts as JSON, one claim a line: what `datedeck derive -o OUT.jsonl` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from datedeck.bank import Namer
from datedeck.model import Fact


def claim_lines(facts: Iterable[Fact], names: Mapping[str, str]) -> Iterator[str]:
    """The lines of facts; `names` are the documents' file names by their ids. Offsets count code points."""
    name = Namer()
    for fact in facts:
        number = name(fact)
        for claim in fact.claims:
            citation = claim.citation
            assert citation.span is not None
            assert citation.mention_span is not None
            said = {
                "doc": names[citation.source],
                "id": number,
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
            yield json.dumps(said, ensure_ascii=False) + "\n"
