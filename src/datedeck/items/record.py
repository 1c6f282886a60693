"""All that is known of when things happened: what makes an option certainly wrong."""

from __future__ import annotations

from collections.abc import Sequence

from datedeck.dates import Window
from datedeck.model import Fact
from datedeck.model.likeness import WordIndex

ALIKE = 0.5  # from this likeness on, two statements may tell of one event


class Record:
    """Every fact of the banks, drafts included: whoever wrote a claim down, an option must not make it true.

    Only facts that nobody rejected count. `words` indexes the facts' events in their order; given one, facts are
    looked at only where they are alike, so they may be decoded when indexed.
    """

    def __init__(self, facts: Sequence[Fact], words: WordIndex | None = None) -> None:
        self._facts = facts
        self._words = WordIndex.of(fact.event for fact in facts) if words is None else words
        self._alike: dict[tuple[str, str], list[Fact]] = {}

    def alike(self, fact: Fact) -> list[Fact]:
        """Other facts that may be duplicates of this one: likeness of the event ≥ 0.5, in the record's order."""
        key = (fact.key, fact.event)
        if key not in self._alike:
            found = (self._facts[place] for place in self._words.alike(fact.event, ALIKE))
            self._alike[key] = [other for other in found if other.key != fact.key and other.status != "rejected"]
        return self._alike[key]

    def windows(self, fact: Fact) -> list[Window]:
        """When the fact's event, or a possible duplicate of it, may have happened by any claim."""
        return [claim.window for each in (fact, *self.alike(fact)) for claim in each.claims]
