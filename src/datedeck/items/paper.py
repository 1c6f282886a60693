"""A paper: several items of mixed kinds, each fact asked once, no item answering another."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from datedeck.items.asked import Asked
from datedeck.items.match import FEWEST
from datedeck.items.pool import Pool
from datedeck.items.record import Record
from datedeck.items.stems import Sources
from datedeck.items.templates import TEMPLATES
from datedeck.model import ASKABLE, Fact, Item, Kind

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
    record: Record | None = None,
    among: Sequence[Fact] | None = None,
    stands: Callable[[Fact], bool] = lambda _: True,
) -> list[Item]:
    """At most `count` items of these kinds, which ask facts drawn by `rng` of those that `stands` holds of.

    Wrong options are made of the facts `among`; without these, of the facts themselves, or in a large bank of those
    that stand near in it. They are certainly wrong by the `record` (None: the facts are all that is known). With a
    record only the facts needed are looked at, so `facts` may decode them when indexed.
    """
    record = record or Record(facts)
    asked = Asked()
    whole = None
    if among is not None:
        whole = Pool(among, record, {fact.key for fact in facts}, asked.taken)
    elif len(facts) <= _WHOLE:
        whole = Pool(facts, record, taken=asked.taken)
    items: list[Item] = []
    places = rng.sample(range(len(facts)), len(facts))
    for seen, place in enumerate(places):
        if len(items) >= count:
            break
        fact = facts[place]
        if fact.status not in ASKABLE or asked.meets(fact):
            continue
        pool = whole or Pool(_around(facts, place), record, taken=asked.taken)
        room = len(places) - seen - (count - len(items)) >= FEWEST
        for kind in _in_turn(kinds, rng, room=room):
            item = _item(kind, fact, pool, rng, sources, asked, stands)
            if item:
                items.append(item)
                break
    return items


def _item(
    kind: Kind,
    fact: Fact,
    pool: Pool,
    rng: random.Random,
    sources: Sources,
    asked: Asked,
    stands: Callable[[Fact], bool],
) -> Item | None:
    """An item whose facts all stand and meet none asked, counted as asked; facts that do not stand are taken."""
    while fact.key not in asked.taken:
        item = TEMPLATES[kind](fact, pool, rng, _WRONG, sources)
        if item is None or any(asked.meets(row) for row in item.facts):
            return None
        fallen = {row.key for row in item.facts if not stands(row)}
        if not fallen:
            for row in item.facts:
                asked.add(row)
            return item
        asked.taken |= fallen
    return None


def _around(facts: Sequence[Fact], place: int) -> list[Fact]:
    return [facts[near] for near in range(max(0, place - _NEIGHBOURS), min(len(facts), place + _NEIGHBOURS + 1))]


def _in_turn(kinds: Sequence[Kind], rng: random.Random, *, room: bool) -> list[Kind]:
    """The kinds in the order to try; matching takes several facts, so only where there is room, or nothing else."""
    left = [kind for kind in dict.fromkeys(kinds) if room or kind != "match"] or list(dict.fromkeys(kinds))
    turn: list[Kind] = []
    while left:
        [kind] = rng.choices(left, [_WEIGHTS[each] for each in left])
        left.remove(kind)
        turn.append(kind)
    return turn
