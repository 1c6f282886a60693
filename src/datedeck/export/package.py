"""What an exporter is given and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from datedeck.export.lock import Lock
from datedeck.model import ChoiceItem, Fact, Kind, MatchItem, Source

Sources = Mapping[tuple[str, str], Source]


@dataclass(frozen=True, slots=True)
class Package:
    """A question set ready to be written: facts in time order with what is asked of each.

    `stems` and `topics` are keyed by `Fact.key`; a fact without a stem cannot be asked and is not exported. `items` are
    keyed by `(Fact.key, kind)` for the kinds "when" and "what", and may lack either. `sources` are keyed by
    `(bank uid, source id)`. The ids of `sets` stay the same from build to build.
    """

    uid: str
    title: str
    description: str
    facts: Sequence[Fact]
    stems: Mapping[str, str]
    sources: Sources
    topics: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[tuple[str, Kind], ChoiceItem] = field(default_factory=dict)
    sets: Sequence[MatchItem] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """A built file, the number of cards in it, and the lock that the next build must be given."""

    data: bytes
    cards: int
    lock: Lock


class Exporter(Protocol):
    """Turns a package into a file. `now` is in seconds since the epoch; same package and lock, same bytes."""

    def __call__(self, package: Package, lock: Lock, now: int) -> Exported:
        """Build; what is wrong in the package is a `DatedeckError`."""
        ...
