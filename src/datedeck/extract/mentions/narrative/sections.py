"""Where in the document a date stands: paragraphs, headings, and the years that a heading says its section is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from datedeck.extract.mentions.places import holds
from datedeck.extract.mentions.tagged import Hit
from datedeck.model import Span

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r")
_INSIDE = 0.75  # share of a section's own years that must lie in its heading's for these to count
_SINCE = re.compile(r"\b(?:since|after|before|until|till|from)[ \xa0]$", re.IGNORECASE)


class Years(NamedTuple):
    """A span of years, both included."""

    first: int
    last: int


class Layout:
    """The paragraphs and headings of one document, asked in text order."""

    def __init__(self, text: str, starts: Sequence[int], headings: list[Span], hits: Sequence[Hit]) -> None:
        self._text = text
        self._starts = starts
        self.headings = headings
        self._heading_starts = [span.start for span in headings]
        self._years = _section_years(text, headings, hits)

    def in_heading(self, span: Span) -> bool:
        """Whether it stands in a heading."""
        return holds(self.headings, span)

    def new_section(self, place: int, other: int) -> bool:
        """Whether a heading begins after `place`, up to `other`."""
        return bisect_right(self._heading_starts, place) < bisect_right(self._heading_starts, other)

    def new_paragraph(self, place: int, other: int) -> bool:
        """Whether a paragraph begins after `place`, up to `other`."""
        if bisect_right(self._starts, place) < bisect_right(self._starts, other):
            return True
        return bool(_BLANK_LINE.search(self._text, place, other))

    def years_at(self, place: int) -> Years | None:
        """The years that the section around a place is about, where its heading says so."""
        index = bisect_right(self._heading_starts, place) - 1
        return self._years[index] if index >= 0 else None


def _section_years(text: str, headings: list[Span], hits: Sequence[Hit]) -> list[Years | None]:
    """For each heading the years that it, or the last dated heading before it, names, if the section keeps to them."""
    starts = [span.start for span in headings]
    own: list[list[int]] = [[] for _ in headings]
    named: list[list[int]] = [[] for _ in headings]
    for hit in hits:
        index = bisect_right(starts, hit.span.start) - 1
        if index < 0:
            continue
        years = [part.year for part in hit.parts if part.year is not None]
        if not headings[index].contains(hit.span):
            own[index] += years
        elif not _SINCE.search(text[max(0, hit.span.start - 12) : hit.span.start]):
            named[index] += years
    found: list[Years | None] = []
    current: Years | None = None
    for years_named, years_own in zip(named, own, strict=True):
        if years_named:
            current = Years(min(years_named), max(years_named))
        kept = current and sum(current.first <= year <= current.last for year in years_own)
        found.append(current if kept is not None and kept >= _INSIDE * len(years_own) else None)
    return found
