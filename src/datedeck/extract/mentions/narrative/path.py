"""The year of every date that names none, and the day that "the following day" is: one cheapest path a document.

The *state* of a narrative is the date it is at (`main`) and the latest date named in whatever role (`last`). Each date
of the text offers ways on: the narrative moves there, or the date is only named in passing; a month without a year is
taken in the narrative's year or a neighbouring one. Moving on costs little, moving back more, going aside where the
words do not say so most. The cheapest way through the whole document decides, so that what comes later counts as well
(a beam search, as in Viterbi decoding of a hidden Markov model: B. T. Lowerre, "The Harpy Speech Recognition
System", 1976, for the beam).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from datedeck.extract.mentions.narrative.edges import Step, edges
from datedeck.extract.mentions.narrative.when import Found, When

_OTHER_START = 0.5  # to begin in another year than the first, or in the one before it, which is soon over
_BEAM, _WITHIN = 8, 2.0  # states kept, and how much dearer than the cheapest one they may be


class Trail(NamedTuple):
    """The meanings given so far, the latest first."""

    meaning: Found | None
    before: Trail | None


class State(NamedTuple):
    """One way to read the document up to some place."""

    cost: float
    main: When
    last: When
    trail: Trail | None


def cheapest(steps: Sequence[Step], years: Sequence[int]) -> list[Found | None]:
    """The meaning of each step on the cheapest way, which begins in one of the `years` (the first is the likeliest).

    None where a step has no meaning that is certain.
    """
    starts = {years[0]: 0.0} | dict.fromkeys((years[0] - 1, *years[1:]), _OTHER_START)
    states = [State(cost, (year, 0, 0), (year, 0, 0), None) for year, cost in starts.items()]
    for step in steps:
        states = _onward(states, step)
    found: list[Found | None] = []
    trail = states[0].trail
    while trail:
        found.append(trail.meaning)
        trail = trail.before
    return found[::-1]


def _onward(states: Sequence[State], step: Step) -> list[State]:
    """The cheapest ways on; of those that lead to the same place the first offered of equals."""
    best: dict[tuple[When, When], tuple[float, Trail | None, Found | None]] = {}
    for cost, main, last, trail in states:
        for more, new_main, new_last, meaning in edges(step, main, last):
            known = best.get((new_main, new_last))
            if known is None or cost + more < known[0]:
                best[new_main, new_last] = cost + more, trail, meaning
    if not best:
        return [State(cost, main, last, Trail(None, trail)) for cost, main, last, trail in states]
    kept = sorted(best.items(), key=_cost)[:_BEAM]
    limit = _cost(kept[0]) + _WITHIN
    return [
        State(cost, main, last, Trail(meaning, trail)) for (main, last), (cost, trail, meaning) in kept if cost <= limit
    ]


def _cost(way: tuple[object, tuple[float, Trail | None, Found | None]]) -> float:
    return way[1][0]
