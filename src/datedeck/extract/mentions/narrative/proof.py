"""Which date a relative date was counted from: the words that a quote must hold to prove it."""

from __future__ import annotations

from collections.abc import Sequence

from datedeck.dates import Calendar
from datedeck.extract.mentions.narrative.when import counted, place_of
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.model import Span

_BACK = 8  # dates before it among which the one it counts from is looked for


def proven(hits: Sequence[Hit], told: Sequence[Hit]) -> list[Hit]:
    """The told hits, each relative date with the words of the date that it was counted from, as far as they are near.

    `hits` are the same before they were told. A date that counts from another relative one is proven by that one's.
    """
    done: list[Hit] = []
    for hit, known in zip(hits, told, strict=True):
        relative = hit.parts[0].relative
        if relative and not relative.event and known.parts and known.parts[0].anchored == "relative":
            known = known.of((_with_anchor(known.parts[0], relative, done), *known.parts[1:]))
        done.append(known)
    return done


def _with_anchor(part: Part, relative: Relative, told: Sequence[Hit]) -> Part:
    meant = (part.year, part.month or 0, part.day or 0)
    for hit in reversed(told[-_BACK:]):
        other = hit.parts[-1] if hit.parts else None
        if not other or other.fixed or other.year is None:
            continue
        if counted(place_of(other, other.year), part, relative) == meant:
            anchor = other.anchor or other.span
            return part._replace(anchor=Span(anchor.start, other.span.end), calendar=_same(other))
    return part


def _same(anchor: Part) -> Calendar:
    """The calendar of what is counted from a date: the one that its value is written in."""
    return "Julian" if anchor.calendar == "Julian" else "Gregorian"
