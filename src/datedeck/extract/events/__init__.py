"""Events: dated mentions and parsed sentences to facts. spaCy lives here only."""

from datedeck.extract.events.derive import Candidate, derive_candidates, derive_facts
from datedeck.extract.events.parser import derived_with
from datedeck.extract.events.same import join_sources

__all__ = ["Candidate", "derive_candidates", "derive_facts", "derived_with", "join_sources"]
