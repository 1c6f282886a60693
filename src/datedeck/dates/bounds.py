"""What a dated claim leaves possible: its bound ("by", "since" …) and its qualifier turned into a window of days."""

from __future__ import annotations

from typing import Literal, NamedTuple

from datedeck.dates.edtf import FIRST, LAST, Day, Edtf, days_in

Bound = Literal["on", "during", "by", "until", "before", "since", "after"]
BOUNDS: tuple[Bound, ...] = ("on", "during", "by", "until", "before", "since", "after")

# How far an approximate date ("about 1520") may be off, in months: generous, a wrong option must be certainly wrong.
_SLACK_MONTHS = {
    "day": 1,
    "month": 12,
    "season": 24,
    "year": 120,
    "decade": 240,
    "century": 1200,
    "millennium": 12000,
    "interval": 240,
}


class Window(NamedTuple):
    """The days, both ends included, on which an event may have happened or gone on."""

    earliest: Day
    latest: Day

    def overlaps(self, other: Window) -> bool:
        """Whether some day belongs to both."""
        return self.earliest <= other.latest and other.earliest <= self.latest


def _shifted(day: Day, months: int) -> Day:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(year, month + 1, min(day.day, days_in(year, month + 1)))


def window(date: Edtf, bound: Bound = "on") -> Window:
    """Every day at which an event so dated may have happened or gone on."""
    earliest, latest = date.earliest, date.latest
    if date.qualifier:
        months = _SLACK_MONTHS[date.precision]
        earliest, latest = _shifted(earliest, -months), _shifted(latest, months)
    if bound in ("by", "until", "before"):
        return Window(FIRST, latest)
    if bound in ("since", "after"):
        return Window(earliest, LAST)
    return Window(earliest, latest)
