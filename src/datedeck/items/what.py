"""Event choice: a date is given, the event is asked."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from datedeck.items.neighbours import middle
from datedeck.items.options import LEAST
from datedeck.items.pool import Pool, clear
from datedeck.items.record import ALIKE
from datedeck.items.redact import gives_away
from datedeck.items.stems import Sources, context_line, dates_of, item_id, statement, what_stem
from datedeck.model import Choice, ChoiceItem, Fact
from datedeck.model.likeness import likeness


def what_item(
    fact: Fact,
    pool: Pool | Sequence[Fact],
    rng: random.Random,
    wrong: int,
    sources: Sources,
    keep: Sequence[Choice] = (),
) -> ChoiceItem | None:
    """The fact's event among `wrong` other events of the pool (two at least), in an order drawn by `rng`.

    Kept options come first, worded as they were frozen; new ones are chosen only when fewer than two of those are
    still certainly wrong. None when no clear question can be made of the date or when two certainly wrong events
    cannot be found.
    """
    stem = what_stem(fact, sources)
    if stem is None or gives_away(fact.event, dates_of(fact)):
        return None
    pool = Pool.of(pool)
    options = _still_wrong(fact, pool, keep)
    if not keep or len(options) < LEAST:
        _fill(options, fact, pool, max(wrong, LEAST), rng)
    if len(options) < LEAST:
        return None
    key = Choice(statement(fact), fact_id=fact.key)
    choices = [key, *options]
    rng.shuffle(choices)
    contexts = [pool.by_key[choice.fact_id].context for choice in options]
    context = context_line([fact.context, *contexts], " ".join(choice.text for choice in choices), dates_of(fact))
    return ChoiceItem(item_id(fact, "what"), "what", stem, context, tuple(choices), choices.index(key), (fact,))


def _still_wrong(fact: Fact, pool: Pool, keep: Sequence[Choice]) -> list[Choice]:
    found: list[Choice] = []
    for choice in keep:
        other = pool.by_key.get(choice.fact_id)
        if other and _fits(fact, other, choice.text, pool) and choice.text not in {each.text for each in found}:
            found.append(choice)
    return found


def _fits(fact: Fact, other: Fact, text: str, pool: Pool) -> bool:
    """Whether the other event, so worded, is certainly a wrong answer and gives no date away."""
    key_windows = [claim.window for claim in fact.claims]
    return (
        other.key != fact.key
        and likeness(text, fact.event) < ALIKE
        and likeness(other.event, fact.event) < ALIKE
        and not gives_away(text, [*dates_of(fact), *dates_of(other)])
        and all(clear(window, key_windows) for window in pool.windows(other))
    )


def _fill(options: list[Choice], fact: Fact, pool: Pool, wanted: int, rng: random.Random) -> None:
    for other in _by_nearness(fact, pool, rng):
        if len(options) >= wanted:
            return
        text = statement(other)
        if all(likeness(text, option.text) < ALIKE for option in options) and _fits(fact, other, text, pool):
            options.append(Choice(text, fact_id=other.key))


def _by_nearness(fact: Fact, pool: Pool, rng: random.Random) -> Iterator[Fact]:
    """Other facts: those not asked elsewhere first, of the same context, near in time; not always the same ones."""
    centre, length = middle(fact.asked.date), len(fact.event)

    def distance(other: Fact) -> tuple[bool, bool, float, str]:
        days = abs(middle(other.asked.date) - centre) + 1
        uneven = max(len(other.event), length) / max(1, min(len(other.event), length))
        return (other.key in pool.taken, other.context != fact.context, days * uneven * rng.uniform(1, 3), other.key)

    for facts in pool.near(fact):
        yield from sorted(facts, key=distance)
