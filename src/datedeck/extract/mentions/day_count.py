"""Days counted from a day that is named: "two days before Christmas 1714", "the day after 5 May", "eve of 6 June"."""

from __future__ import annotations

import re

from datedeck.dates import Day
from datedeck.dates.calendars import from_ordinal
from datedeck.extract.mentions.rules.units_later import NUMBERS, ROUND, number_of
from datedeck.extract.mentions.tagged import Hit
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
_COUNT = re.compile(
    rf"(?<![\w-])(?:(?:(?P<one>an?)|(?P<digits>[0-9]{{1,2}})|(?P<word>{'|'.join(NUMBERS)})){_S}days?|"
    rf"(?P<single>day|morning|evening|night)|(?P<eve>eve)){_S}(?P<way>before|after|of){_S}(?:the{_S})?$",
    re.IGNORECASE,
)
_LAST = ("before", "after", "of", "the")
_FEW = 27  # what is counted in more days is not exact
_LEAP = 2000


def counted_days(text: str, hit: Hit, floor: int, reach: int) -> Hit:
    """The hit, a single day, moved by the days that the words before it count; nothing before `floor` is read."""
    part = hit.parts[0]
    start = part.span.start
    behind = text[max(floor, start - reach) : start]
    found = _COUNT.search(behind) if behind.rstrip().lower().endswith(_LAST) else None
    if not found or (found["way"].lower() == "of") != bool(found["eve"]):
        return hit
    is_one = bool(found["single"] or found["eve"])
    if not is_one and ROUND.search(behind[: found.start()]):
        return hit
    if len(hit.parts) > 1 or part.fixed or part.relative or not part.month or part.month > 12 or not part.day:
        return hit
    count = 1 if is_one else number_of(found)
    if count > _FEW:
        return hit
    moved = _moved(part.year, part.month, part.day, count if found["way"].lower() == "after" else -count)
    if not moved:
        return hit
    span = Span(start - len(behind) + found.start(), part.span.end)
    return hit.of(
        (
            part._replace(
                span=span, month=moved.month, day=moved.day, year=moved.year if part.year is not None else None
            ),
        )
    )


def _moved(year: int | None, month: int, day: int, steps: int) -> Day | None:
    """The day so many days on or back; None where only the year could say which, or that it is the same year."""
    if year is not None:
        return from_ordinal(Day(year, month, day).ordinal + steps)
    leap, common = (from_ordinal(Day(some, month, day).ordinal + steps) for some in (_LEAP, _LEAP + 1))
    return leap if leap == common._replace(year=_LEAP) and common.year == _LEAP + 1 else None
