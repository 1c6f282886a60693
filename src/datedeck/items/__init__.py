"""Facts → items: choice of a date ("when"), choice of an event ("what"), matching of events and dates ("match").

Every option is certainly right or certainly wrong by all claims of the pool, or there is no item. All chance is `rng`.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Protocol

from datedeck.items.match import KeptSet, match_item
from datedeck.items.options import LEAST
from datedeck.items.paper import paper
from datedeck.items.pool import Pool
from datedeck.items.redact import gives_away, without_dates
from datedeck.items.sets import match_sets
from datedeck.items.stems import Sources, recall_stem
from datedeck.items.what import what_item
from datedeck.items.when import when_item
from datedeck.model import Choice, Fact, Item, Kind

__all__ = [
    "LEAST",
    "TEMPLATES",
    "KeptSet",
    "Pool",
    "Sources",
    "Template",
    "gives_away",
    "match_item",
    "match_sets",
    "paper",
    "recall_stem",
    "what_item",
    "when_item",
    "without_dates",
]


class Template(Protocol):
    """Makes the item of one kind for a fact; None when no good one can be made."""

    def __call__(
        self,
        fact: Fact,
        pool: Pool | Sequence[Fact],
        rng: random.Random,
        wrong: int,
        sources: Sources,
        keep: Sequence[Choice] = (),
    ) -> Item | None:
        """Make the item; `wrong` options at most besides kept ones, all chance from `rng`."""
        ...


TEMPLATES: Mapping[Kind, Template] = {"when": when_item, "what": what_item, "match": match_item}
