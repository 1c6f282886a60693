"""A paper: several items of mixed kinds, each fact asked once, no item answering another."""

from __future__ import annotations

import random
from collections.abc import Sequence

from datedeck.items.match import FEWEST, match_item
from datedeck.items.pool import ALIKE, Pool
from datedeck.items.redact import gives_away
from datedeck.items.stems import Sources, dates_of
from datedeck.items.what import what_item
from datedeck.items.when import when_item
from datedeck.model import ASKABLE, Fact, Item, Kind
from datedeck.model.likeness import likeness

_TEMPLATES = {"when": when_item, "what": what_item, "match": match_item}
_WEIGHTS: dict[Kind, int] = {"when": 2, "what": 2, "match": 1}
_WRONG = 3
_WHOLE = 240  # up to so many facts, all of them are an item's pool
_NEIGHBOURS = 60  # in a larger bank, so many before and after in the bank's order


def paper(
    facts: Sequence[Fact],
    count: int,
    kinds: Sequence[Kind],
    rng: random.Random,
    sources: Sources,
    left_out: frozenset[str] = frozenset(),
    among: Pool | None = None,
) -> list[Item]:
    """At most `count` items of these kinds from facts drawn by `rng`; `left_out` are keys of facts not to be asked.

    The items are made `among` the facts of that pool; without it, among the facts themselves, or in a large bank among
    those that stand near in it: then only the facts needed are looked at, so `facts` may decode them when indexed.
    """
    places = rng.sample(range(len(facts)), len(facts))
    whole = among or (Pool(facts) if len(facts) <= _WHOLE else None)
    items: list[Item] = []
    asked: list[Fact] = []
    for seen, place in enumerate(places):
        if len(items) >= count:
            break
        fact = facts[place]
        taken = left_out.union(each.key for each in asked)
        if fact.status not in ASKABLE or fact.key in taken or _meets(fact, asked):
            continue
        pool = whole.taking(taken) if whole else Pool(_around(facts, place), taken)
        room = len(places) - seen - (count - len(items)) >= FEWEST
        for kind in _in_turn(kinds, room, rng):
            item = _TEMPLATES[kind](fact, pool, rng, _WRONG, sources)
            if item and not any(_meets(row, asked) for row in item.facts):
                items.append(item)
                asked.extend(item.facts)
                break
    return items


def _around(facts: Sequence[Fact], place: int) -> list[Fact]:
    return [facts[near] for near in range(max(0, place - _NEIGHBOURS), min(len(facts), place + _NEIGHBOURS + 1))]


def _meets(fact: Fact, asked: Sequence[Fact]) -> bool:
    """Whether asking this fact too would answer one that is asked, or the other way round."""
    return any(
        likeness(fact.event, other.event) >= ALIKE
        or gives_away(fact.event, dates_of(other))
        or gives_away(other.event, dates_of(fact))
        for other in asked
    )


def _in_turn(kinds: Sequence[Kind], room: bool, rng: random.Random) -> list[Kind]:  # noqa: FBT001
    """The kinds in the order to try; matching takes several facts, so only where there is room, or nothing else."""
    left = [kind for kind in dict.fromkeys(kinds) if room or kind != "match"] or list(dict.fromkeys(kinds))
    turn: list[Kind] = []
    while left:
        [kind] = rng.choices(left, [_WEIGHTS[each] for each in left])
        left.remove(kind)
        turn.append(kind)
    return turn
