"""The kinds of items: what makes each."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Protocol

from datedeck.items.match import match_item
from datedeck.items.pool import Pool
from datedeck.items.stems import Sources
from datedeck.items.what import what_item
from datedeck.items.when import when_item
from datedeck.model import Choice, Fact, Item, Kind


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
        /,
    ) -> Item | None:
        """Make the item; `wrong` options at most besides kept ones, all chance from `rng`."""
        ...


TEMPLATES: Mapping[Kind, Template] = {"when": when_item, "what": what_item, "match": match_item}
