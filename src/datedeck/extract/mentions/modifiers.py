"""Words before a date that belong to it: TIMEX3's `mod` ("early", "the end of", "around") and halves of years."""

from __future__ import annotations

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.tagged import Hit
from datedeck.model import Mod

_PERIOD = r"(?:[ \xa0\n](?:of|in))?"
_MODIFIER = re.compile(
    rf"(?<!\w)(?:(?P<start>early{_PERIOD}|(?:very[ ])?(?:beginning|start|opening|outset)[ \xa0\n]of)"
    rf"|(?P<mid>mid(?:dle)?{_PERIOD})"
    rf"|(?P<end>late{_PERIOD}|(?:very[ ])?(?:end|close)[ \xa0\n]of)"
    r"|(?P<approx>ca?\.|ca|circa|around|about|approximately|roughly)"
    r"|(?P<half>(?P<which>first|second|latter|last|early|later)[ \xa0\n](?:half|part)[ \xa0\n]of))"
    r"(?:[ \xa0\n-](?:the[ \xa0\n])?(?:year[ \xa0\n])?)?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,|[ \xa0\n]the|,[ \xa0\n]the)?[ \xa0\n]$")
_MODS: tuple[Mod, ...] = ("start", "mid", "end", "approx")


def modified(text: str, hit: Hit, floor: int) -> Hit:
    """The hit with the modifier words before it, which must not begin before `floor`."""
    start = hit.span.start
    weekday = _WEEKDAY.search(before(text, start, 20)) if hit.parts[0].day else None
    if weekday and start - (weekday.end() - weekday.start()) >= floor:
        start -= weekday.end() - weekday.start()
        hit = hit.opened_by(start, "")
    found = _MODIFIER.search(before(text, start, 32))
    if not found or start - (found.end() - found.start()) < floor:
        return hit
    opening = start - (found.end() - found.start())
    if found["half"]:
        return _half(hit, opening, first=found["which"].lower() in ("first", "early"))
    mod = next(name for name in _MODS if found[name])
    if mod in ("start", "mid", "end") and hit.parts[0].day is not None:
        return hit
    return hit.opened_by(opening, mod)


def _half(hit: Hit, start: int, *, first: bool) -> Hit:
    """Half of a year is an interval of months; of other spans only its side is kept."""
    part = hit.parts[0]
    if part.month is not None or part.year is None or part.year <= 0:
        return hit.opened_by(start, "start" if first else "end")
    months = ("01", "06") if first else ("07", "12")
    return hit.opened_by(start, "", "/".join(f"{part.year:04d}-{month}" for month in months))
