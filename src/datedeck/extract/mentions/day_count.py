"""Days counted from a day that is named: "two days before Christmas 1714", "the day after 5 May", "eve of 6 June"."""

from __future__ import annotations

import re

from datedeck.dates.edtf import days_in
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
_FEW = 27  # so that no count crosses two ends of months


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
    moved = _moved(part.year, part.month, part.day, count if found["way"].lower() == "after" else -count)
    if not moved or count > _FEW:
        return hit
    year, month, day = moved
    span = Span(start - len(behind) + found.start(), part.span.end)
    return hit.of((part._replace(span=span, year=year, month=month, day=day),))


def _moved(year: int | None, month: int, day: int, steps: int) -> tuple[int | None, int, int] | None:
    """The day so many days on or back; None where only the year could say how long February is."""
    day += steps
    if 1 <= day <= days_in(2000 if year is None else year, month) and not (year is None and (month, day) == (2, 29)):
        return year, month, day
    step = 1 if day > 1 else -1
    shorter = month if step > 0 else (month - 2) % 12 + 1
    if year is None and (shorter == 2 or (month, step) in ((12, 1), (1, -1))):
        return None
    if step < 0:
        year, month = (year, month - 1) if month > 1 else ((year or 0) - 1, 12)
        return year, month, day + days_in(year or 1, month)
    day -= days_in(year or 1, month)
    year, month = (year, month + 1) if month < 12 else ((year or 0) + 1, 1)
    return year, month, day
