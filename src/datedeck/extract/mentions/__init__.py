"""The date tagger: every date of a text with its place, its EDTF value and how it bounds what happened. No parser needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from datedeck.extract.mentions.bounds import bounded
from datedeck.extract.mentions.context import with_years
from datedeck.extract.mentions.finish import finished
from datedeck.extract.mentions.modifiers import modified
from datedeck.extract.mentions.ranges import joined
from datedeck.extract.mentions.scan import scan
from datedeck.extract.mentions.tagged import Hit, Interval, Tagged
from datedeck.model import Span

__all__ = ["Interval", "Tagged", "find_mentions"]


def find_mentions(text: str, spans: Sequence[Span] | None = None, headings: Sequence[Span] = ()) -> Tagged:
    """The dates inside `spans` (half-open, code points of `text`; all of it if None), in text order.

    `headings` are read for the years they give to what follows; their own dates are handed out only where `spans`
    covers them. Each span is read by itself: no date crosses from one to the next. Never raises.
    """
    wanted = [Span(0, len(text))] if spans is None else _disjoint(spans)
    hits: list[Hit] = []
    for span in _disjoint([*wanted, *headings]) if spans is not None else wanted:
        hits += _hits_in(text, span)
    dated = with_years(text, hits, headings)
    return finished(text, (hit for hit in dated if any(span.contains(hit.span) for span in wanted)))


def _hits_in(text: str, span: Span) -> Iterable[Hit]:
    floor = span.start
    found: list[Hit] = []
    for hit in scan(text, span.start, span.end):
        found.append(modified(text, hit, floor))
        floor = hit.span.end
    floor = span.start
    for hit in joined(text, found):
        yield bounded(text, hit, floor)
        floor = hit.span.end


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    """In text order; where two overlap the earlier is kept whole and the later from its end on."""
    done: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, done[-1].end) if done else span.start
        if start < span.end:
            done.append(Span(start, span.end))
    return done
