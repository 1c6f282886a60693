"""What a paper asks already: each fact once, and nothing that answers anything else in it."""

from __future__ import annotations

from datedeck.dates import Edtf
from datedeck.items.record import ALIKE
from datedeck.items.redact import gives_away, may_tell
from datedeck.items.stems import dates_of
from datedeck.model import Fact
from datedeck.model.likeness import WordIndex


class Asked:
    """Facts asked so far, so indexed that a new one is held against the few that it may meet.

    `taken` are their keys, and those of facts that may not be asked at all; it grows in place.
    """

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._words = WordIndex({}, [])
        self._dates: dict[str, Edtf] = {}
        self._telling: list[Fact] = []

    def add(self, fact: Fact) -> None:
        """Count a fact as asked."""
        self.taken.add(fact.key)
        self._words.add(fact.event)
        self._dates |= {date.text: date for date in dates_of(fact)}
        if may_tell(fact.event):
            self._telling.append(fact)

    def meets(self, fact: Fact) -> bool:
        """Whether asking this fact too would ask one twice, answer one that is asked, or the other way round."""
        return (
            fact.key in self.taken
            or bool(self._words.alike(fact.event, ALIKE))
            or gives_away(fact.event, self._dates.values())
            or any(gives_away(other.event, dates_of(fact)) for other in self._telling)
        )
