"""Dates counted from an event that is named again: "three days after the battle", where one sentence has dated it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from datedeck.extract.mentions.narrative.when import When, counted
from datedeck.extract.mentions.tagged import Hit, Part

_REACH = 1200  # how far back the event may have been told
_END = re.compile(r"[.!?][\"”’)]?\s|\n\s*\n")


def counted_from_events(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with such dates counted; those whose event is not dated for certain are left out."""
    done: list[Hit] = []
    for hit in hits:
        known = _known(text, hit, done[-8:])
        if known.parts:
            done.append(known)
    return done


def _known(text: str, hit: Hit, told: Sequence[Hit]) -> Hit:
    """The hit with those of its dates that are known; one end of a range may hang on an event and the other not."""
    if not any(part.relative for part in hit.parts):
        return hit
    parts = tuple(known for part in hit.parts if (known := _counted(text, hit, part, told)))
    return Hit(parts, hit.rule, hit.join if len(parts) == len(hit.parts) else "list", hit.bound)


def _counted(text: str, hit: Hit, part: Part, told: Sequence[Hit]) -> Part | None:
    relative = part.relative
    if relative is None or not relative.event:
        return part
    anchor = _anchor(text, hit, relative.event, told)
    when = _when(anchor) if anchor else None
    found = counted(when, part, relative) if when else None
    if anchor is None or not isinstance(found, tuple):
        return None
    year, month, day = found
    return part._replace(
        year=year,
        month=month or None,
        day=day or None,
        relative=None,
        anchored="relative",
        anchor=anchor.span,
        calendar="Julian" if anchor.calendar == "Julian" else "Gregorian",
    )


def _anchor(text: str, hit: Hit, event: str, told: Sequence[Hit]) -> Part | None:
    """The date of the nearest earlier sentence that names the event, its only one or the only one before the name.

    The hit's own sentence does not count.
    """
    floor = max(0, hit.span.start - _REACH)
    behind = text[floor : hit.span.start]
    ends = [0, *(end.end() for end in _END.finditer(behind))]
    name = re.compile(rf"(?<!\w){re.escape(event)}(?!\w)", re.IGNORECASE)
    for start, end in zip(ends[-2::-1], ends[:0:-1], strict=True):
        named = name.search(behind, start, end)
        if not named:
            continue
        inside = [one for one in told if floor + start <= one.span.start < floor + end]
        dates = [one for one in inside if one.rule != "relative-event"]
        if len(dates) > 1 and dates[0].span.start < floor + named.start() < dates[1].span.start:
            dates = dates[:1]  # "On 5 May he gave a speech that promised peace by June"
        if len(dates) == 1 and len(dates[0].parts) == 1:
            return dates[0].parts[0]
        if dates:
            return None
    return None


def _when(part: Part) -> When | None:
    if part.fixed or part.year is None or part.mod:
        return None
    return part.year, part.month or 0 if (part.month or 0) <= 12 else 0, part.day or 0
