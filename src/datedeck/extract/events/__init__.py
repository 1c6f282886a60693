"""Events: dated mentions and parsed sentences to facts. spaCy lives here only."""

from datedeck.extract.events.derive import Candidate, derive_candidates, derive_facts
from datedeck.extract.events.gate import READY
from datedeck.extract.events.parser import derived_with
from datedeck.extract.events.same import Join, asked, join_sources, with_claims

__all__ = [
    "READY",
    "Candidate",
    "Join",
    "asked",
    "derive_candidates",
    "derive_facts",
    "derived_with",
    "join_sources",
    "with_claims",
]
