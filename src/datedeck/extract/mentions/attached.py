"""A date joined to the year that is told after it: "in May of that year", "on 5 May the following year"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from datedeck.extract.mentions.tagged import Hit
from datedeck.model import Span

_GAP = re.compile(r",?[ \xa0\r\n]{1,2}(?:(?:of|in)[ \xa0\r\n]{1,2})?")


def attached(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """The hits, a month or day without a year made one with the relative year that follows it."""
    done: list[Hit] = []
    for hit in hits:
        if done and _is_year(hit) and _needs_year(done[-1]) and _GAP.fullmatch(text, done[-1].span.end, hit.span.start):
            done[-1] = _with(done[-1], hit)
        else:
            done.append(hit)
    return done


def _is_year(hit: Hit) -> bool:
    part = hit.parts[0]
    return part.relative is not None and part.relative.unit == "year" and part.month is None and not part.mod


def _needs_year(hit: Hit) -> bool:
    part = hit.parts[-1]
    return part.needs_year and part.relative is None and part.month is not None


def _with(hit: Hit, year: Hit) -> Hit:
    first = hit.parts[0]
    relative = year.parts[0].relative
    if len(hit.parts) == 1:
        return hit.of((first._replace(span=Span(first.span.start, year.span.end), relative=relative),))
    last = hit.parts[-1]._replace(span=Span(hit.parts[-1].span.start, year.span.end))
    return hit.of((first._replace(relative=relative), *hit.parts[1:-1], last))
