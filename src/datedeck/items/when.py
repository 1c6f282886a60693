"""Date choice: an event is given, its date is asked."""

from __future__ import annotations

import random
from collections.abc import Sequence

from datedeck.dates import window, wording
from datedeck.items.options import LEAST, WrongDates
from datedeck.items.pool import Pool, certain, shape
from datedeck.items.stems import Sources, context_line, dates_of, item_id, when_stem
from datedeck.model import Choice, ChoiceItem, Fact


def when_item(
    fact: Fact,
    pool: Pool | Sequence[Fact],
    rng: random.Random,
    wrong: int,
    sources: Sources,
    keep: Sequence[Choice] = (),
) -> ChoiceItem | None:
    """The fact's date among `wrong` others (two at least), in time order.

    A teacher's own wrong dates of the key's form come first, then those of `keep` that are still certainly wrong; new
    ones are made only when these are fewer than two. None when the date's bound leaves no date certainly wrong, when
    the statement gives the date away, or when two certainly wrong dates cannot be found.
    """
    stem = when_stem(fact, sources)
    if stem is None or not certain(fact.asked):
        return None
    pool = Pool.of(pool)
    key = fact.asked.date
    options = WrongDates([*pool.windows(fact), window(key)])  # a Julian key is not in the window of its claim
    options.add_texts(fact.wrong, shape(key))
    for choice in keep:
        if choice.date:
            options.add(choice.date)
    if not keep or len(options.dates) < LEAST:
        options.fill(key, pool, max(wrong, LEAST), rng)
    if len(options.dates) < LEAST:
        return None
    frozen = {choice.date.text: choice for choice in keep if choice.date}
    dates = sorted([key, *options.dates], key=lambda date: (date.earliest, date.latest))
    choices = tuple(frozen.get(date.text) or Choice(wording(date), date) for date in dates)
    context = context_line([fact.context], f"{stem} {fact.event}", dates_of(fact))
    return ChoiceItem(item_id(fact, "when"), "when", stem, context, choices, dates.index(key), (fact,))
