"""Date matching: several events, their dates, and at least one date to spare."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datedeck.dates import Edtf, window, wording
from datedeck.items.neighbours import middle
from datedeck.items.options import WrongDates
from datedeck.items.pool import Pool, certain, clear, shape
from datedeck.items.record import ALIKE
from datedeck.items.redact import gives_away
from datedeck.items.stems import Sources, context_line, dates_of, statement
from datedeck.model import ASKABLE, Choice, Fact, MatchItem
from datedeck.model.likeness import likeness

STEM = "Match each event to its date."
FEWEST, MOST = 4, 8  # rows
_SPARES = 2


class KeptSet(NamedTuple):
    """A matching set as a lock file froze it: members only ever join at the end, spare dates stay."""

    id: str
    fact_keys: tuple[str, ...]
    spares: tuple[Edtf, ...]


def matchable(fact: Fact) -> bool:
    """Whether a fact may be a row: one certain date, which its statement does not give away."""
    return (
        fact.status in ASKABLE
        and not fact.disputed
        and certain(fact.asked)
        and not gives_away(fact.event, dates_of(fact))
    )


def join(fact: Fact, rows: Sequence[Fact], pool: Pool) -> bool:
    """Whether a fact may stand beside these rows: dates of one form, unmistakable, and no two alike events."""
    windows = pool.windows(fact)
    return all(
        shape(fact.asked.date) == shape(row.asked.date)
        and not fact.asked.date.overlaps(row.asked.date)  # in words, whatever their calendars
        and likeness(fact.event, row.event) < ALIKE
        and all(clear(claim.window, windows) for claim in row.claims)
        and all(clear(claim.window, pool.windows(row)) for claim in fact.claims)
        and not gives_away(fact.event, dates_of(row))
        and not gives_away(row.event, dates_of(fact))
        for row in rows
    )


def make_set(
    set_id: str, rows: Sequence[Fact], pool: Pool, rng: random.Random, keep: Iterable[Edtf] = ()
) -> MatchItem | None:
    """A matching item of rows that may stand together; None when no date is certainly wrong for all of them."""
    spares = WrongDates(days for row in rows for days in (*pool.windows(row), window(row.asked.date)))
    for date in keep:
        spares.add(date)
    if not spares.dates:
        for number, row in enumerate(rng.sample(list(rows), _SPARES), 1):
            spares.fill(row.asked.date, pool, number, rng)
    if not spares.dates:
        return None
    keys = [row.asked.date for row in rows]
    dates = sorted([*keys, *spares.dates], key=lambda date: (date.earliest, date.latest))
    statements = tuple(statement(row) for row in rows)
    all_dates = [date for row in rows for date in dates_of(row)]
    context = context_line([row.context for row in rows], " ".join(statements), all_dates)
    return MatchItem(
        set_id,
        STEM,
        context,
        statements,
        tuple(Choice(wording(date), date) for date in dates),
        tuple(dates.index(date) for date in keys),
        tuple(rows),
    )


def match_item(
    fact: Fact,
    pool: Pool | Sequence[Fact],
    rng: random.Random,
    wrong: int,
    _sources: Sources,
    keep: Sequence[Choice] = (),
) -> MatchItem | None:
    """A matching item around a fact, with free facts near it in time as rows: `wrong` + 2 of them, within 4 to 8.

    `keep` holds spare dates to use again. None when fewer than four facts of the pool can stand together.
    """
    pool = Pool.of(pool)
    if not matchable(fact):
        return None
    rows = [fact]
    centre = middle(fact.asked.date)
    wanted = min(MOST, max(FEWEST, wrong + 2))
    for facts in pool.near(fact):
        if len(rows) == wanted:
            break
        free = sorted(
            filter(pool.free, facts),
            key=lambda other: (abs(middle(other.asked.date) - centre) * rng.uniform(1, 2), other.key),
        )
        for other in free:
            if len(rows) < wanted and matchable(other) and join(other, rows, pool):
                rows.append(other)
    if len(rows) < FEWEST:
        return None
    rng.shuffle(rows)
    return make_set(
        "match:" + ",".join(row.key for row in rows), rows, pool, rng, [choice.date for choice in keep if choice.date]
    )
