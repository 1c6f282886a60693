"""A deck's matching sets: made once, then only added to, so that learners' cards stay what they were."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence

from datedeck.items.match import FEWEST, MOST, KeptSet, join, make_set, matchable
from datedeck.items.pool import Pool, shape
from datedeck.model import Fact, MatchItem

_USUAL = 6  # rows of a set; also how many new facts make a new set worth its while
_BLOCK = 24  # facts near in time that are dealt out together
_FEWEST_KEPT = 3  # a set that learners know goes on with so few of its members


def match_sets(
    facts: Pool | Sequence[Fact],
    rng: random.Random,
    keep: Sequence[KeptSet] = (),
) -> list[MatchItem]:
    """Sets of 4 to 8 rows, named `set-1`, `set-2` …; a fact stands in one set at most, some may be left over.

    Kept sets come first, with those of their members that are still among the facts, in their own order, and their
    spare dates; no fact joins a kept set. Facts in no kept set make a new one when at least six can stand together.
    Empty when there are too few facts.
    """
    pool = Pool.of(facts)
    sets = [item for kept in keep if (item := _kept_set(kept, pool, rng))]
    known = {key for kept in keep for key in kept.fact_keys}
    by_shape: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in pool.facts:
        if fact.key not in known and matchable(fact):
            by_shape[shape(fact.asked.date)].append(fact)
    number = max([0, *(int(found[0]) for kept in keep if (found := re.findall(r"\d+$", kept.id)))])
    for form in sorted(by_shape):
        for rows in _dealt(by_shape[form], pool, _USUAL if keep else FEWEST):
            item = make_set(f"set-{number + 1}", rows, pool, rng)
            if item:
                sets.append(item)
                number += 1
    return sets


def _kept_set(kept: KeptSet, pool: Pool, rng: random.Random) -> MatchItem | None:
    rows: list[Fact] = []
    for key in kept.fact_keys:
        fact = pool.by_key.get(key)
        if fact and matchable(fact) and join(fact, rows, pool):
            rows.append(fact)
    return make_set(kept.id, rows, pool, rng, kept.spares) if len(rows) >= _FEWEST_KEPT else None


def _dealt(facts: Sequence[Fact], pool: Pool, fewest: int) -> list[list[Fact]]:
    """Facts of one form dealt out to sets of about six, in stretches of time, each to the smallest set it may join."""
    ordered = sorted(facts, key=lambda fact: (fact.asked.date.earliest, fact.asked.date.latest, fact.key))
    blocks = max(1, round(len(ordered) / _BLOCK))
    found: list[list[Fact]] = []
    for number in range(blocks):
        block = ordered[len(ordered) * number // blocks : len(ordered) * (number + 1) // blocks]
        sets: list[list[Fact]] = [[] for _ in range(max(1, round(len(block) / _USUAL)))]
        for fact in block:
            open_sets = [rows for rows in sets if len(rows) < MOST and join(fact, rows, pool)]
            if open_sets:
                min(open_sets, key=len).append(fact)
        found.extend(rows for rows in sets if len(rows) >= fewest)
    return found
