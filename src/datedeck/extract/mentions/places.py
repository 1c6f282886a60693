"""Spans in order, and asking fast whether one of them holds another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from datedeck.model import Span


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """Sort spans in text order; where two overlap the earlier is kept whole and the later from its end on."""
    done: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, done[-1].end) if done else span.start
        if start < span.end:
            done.append(Span(start, span.end))
    return done


def holds(spans: list[Span], inner: Span) -> bool:
    """Whether one of the disjoint, sorted spans contains `inner`."""
    place = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return place >= 0 and spans[place].contains(inner)
