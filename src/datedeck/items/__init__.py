"""Facts → items: choice of a date ("when"), choice of an event ("what"), matching of events and dates ("match").

Every option is certainly right or certainly wrong by all claims of the record, or there is no item. All chance
is `rng`.
"""

from __future__ import annotations

from datedeck.items.match import KeptSet, match_item
from datedeck.items.options import LEAST
from datedeck.items.paper import paper
from datedeck.items.pool import Pool
from datedeck.items.record import Record
from datedeck.items.redact import gives_away, without_dates
from datedeck.items.sets import match_sets
from datedeck.items.stems import Sources, when_stem
from datedeck.items.templates import TEMPLATES, Template
from datedeck.items.what import what_item
from datedeck.items.when import when_item

__all__ = [
    "LEAST",
    "TEMPLATES",
    "KeptSet",
    "Pool",
    "Record",
    "Sources",
    "Template",
    "gives_away",
    "match_item",
    "match_sets",
    "paper",
    "what_item",
    "when_item",
    "when_stem",
    "without_dates",
]
