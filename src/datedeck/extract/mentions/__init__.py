"""The date tagger: every date of a text with its place, its EDTF value and its bound. It needs no parser."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from datedeck.extract.mentions.attached import attached
from datedeck.extract.mentions.bounds import bounded
from datedeck.extract.mentions.finish import finished
from datedeck.extract.mentions.modifiers import modified
from datedeck.extract.mentions.narrative import with_years
from datedeck.extract.mentions.places import disjoint, holds
from datedeck.extract.mentions.ranges import joined
from datedeck.extract.mentions.scan import empty_crowd, scan
from datedeck.extract.mentions.tagged import Hit, Interval, Tagged
from datedeck.model import Span

__all__ = ["Interval", "Tagged", "find_mentions"]


def find_mentions(
    text: str, spans: Sequence[Span] | None = None, headings: Sequence[Span] = (), notes: Sequence[Span] = ()
) -> Tagged:
    """Find the dates inside `spans` (half-open, code points of `text`; all of it if None), in text order.

    `headings` are read for the years they give to what follows; their own dates are handed out only where `spans`
    covers them. Each span is read by itself: no date crosses from one to the next. A span that lies in one of `notes`
    (footnotes, entries of a bibliography) also keeps its years to itself: it gives no year to other spans and takes
    none from them. Never raises.
    """
    wanted = disjoint([Span(0, len(text))] if spans is None else spans)
    read = wanted if spans is None else disjoint([*wanted, *headings])
    apart = disjoint(notes)
    crowd = empty_crowd()
    told = [hit for span in read if not holds(apart, span) for hit in _hits_in(text, span, crowd)]
    starts = [span.start for span in read]
    dated = with_years(text, told, starts, disjoint(headings))
    for span in read:
        if holds(apart, span):
            dated += with_years(text, list(_hits_in(text, span, empty_crowd())), (), [])
    dated.sort(key=lambda hit: hit.span)
    return finished(text, (hit for hit in dated if holds(wanted, hit.span)))


def _hits_in(text: str, span: Span, crowd: deque[int]) -> Iterator[Hit]:
    floor = span.start
    found: list[Hit] = []
    for hit in scan(text, span.start, span.end, crowd):
        found.append(modified(text, hit, floor))
        floor = hit.span.end
    floor = span.start
    for hit in joined(text, attached(text, found)):
        yield bounded(text, hit, floor)
        floor = hit.span.end
