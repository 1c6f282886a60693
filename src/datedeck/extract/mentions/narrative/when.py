"""Points on a narrative's way through time, and counting from one to another."""

from __future__ import annotations

from datedeck.dates.edtf import Day, days_in
from datedeck.extract.mentions.tagged import Part, Relative

When = tuple[
    int, int, int
]  # astronomical year; month 1-12 (or a season 21-24 in a value), 0 not known; day, 0 not known
Found = tuple[int, int, int] | str  # what a mention means: the same, or a whole EDTF value

_ABOUT_MONTH = {"start": 2, "mid": 6, "end": 11}  # where in a year its "early", "mid" and "late" are
_MIDDLE = {21: 4, 22: 7, 23: 10}  # a winter may be meant from either side of the new year: no month
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
# instead of a day: nothing can be counted from here; nothing but years can; the month is only about right
VAGUE, UNSURE, ABOUT = -1, -2, -3
_HALF_MONTH = 15
_ORIGIN = 2  # 0000-03-01, from which days are numbered, is a Wednesday
_ONE_CALENDAR = 1753  # before, the weekday of a written date depends on the country
_SAME_DAY_BACK = -0.3  # an earlier day of the same month, in months


def month_of(part: Part) -> int:
    """About which month of its year a part means; 0 where its words do not say."""
    if part.month is None:
        return _ABOUT_MONTH.get(part.mod, 0)
    return part.month if part.month <= 12 else _MIDDLE.get(part.month, 0)


def place_of(part: Part, year: int) -> When:
    """Where on the way a part of this year stands."""
    month = month_of(part)
    is_about = month and month != part.month
    return year, month, part.day or (ABOUT if is_about else 0)


def months_between(one: When, other: When) -> float:
    """Months from `one` on to `other`, the fewest that they leave possible; negative when it goes back."""
    years = other[0] - one[0]
    if years == 0:
        if not one[1] or not other[1]:
            return 0
        if one[1] == other[1]:
            return _SAME_DAY_BACK if 0 < other[2] < one[2] else 0
        return other[1] - one[1]
    if years > 0:
        return 12 * years + (other[1] or 1) - (one[1] or 12)
    return 12 * years + (other[1] or 12) - (one[1] or 1)


def counted(anchor: When, part: Part, relative: Relative) -> Found | None:
    """What a relative date means, counted from its anchor; None where the anchor is too coarse to count from."""
    year, month, day = anchor
    steps = relative.steps
    if day == VAGUE and relative.unit not in ("decade", "short"):
        return None
    if day == ABOUT and relative.unit in ("month", "letter", "nth"):
        return None
    if relative.unit == "year":
        return year + steps, part.month or 0, part.day or 0
    if relative.unit in ("month", "letter"):
        if not month:
            return None
        years, month = divmod(month - 1 + steps, 12)
        return _existing((year + years, month + 1, part.day or 0))
    if relative.unit in ("weekday", "on-weekday"):
        return _weekday(anchor, steps, is_same=relative.unit == "on-weekday") if day > 0 else None
    if relative.unit == "nth":
        return _nth(anchor, part.day or 0)
    if relative.unit == "day":
        return _days_on(anchor, steps) if day > 0 else None
    if relative.unit in ("tens", "hundreds"):
        return _tens(year, steps) if relative.unit == "tens" else _hundreds(year, steps)
    if relative.unit == "turn":
        return _turn(anchor, part, steps)
    if relative.unit == "short":
        return _nearest(year, steps, 100), part.month or 0, part.day or 0
    decade = _nearest(year - year % 10, steps, 100)
    return f"{decade // 10:03d}X" if decade > 0 else None


def _tens(year: int, steps: int) -> str | None:
    """The EDTF of the decade so many after the one of `year`; those before Christ are intervals and count down."""
    if year > 0:
        return f"{year // 10 + steps:03d}X" if year // 10 + steps > 0 else None
    first = (1 - year) // 10 * 10 - 10 * steps
    return f"-{first + 8:04d}/-{first - 1:04d}" if first > 0 else None


def _hundreds(year: int, steps: int) -> str | None:
    """The EDTF of the century so many after the one of `year`, as the rule for centuries writes them."""
    if year > 0:
        return f"{(year - 1) // 100 + steps:02d}XX" if (year - 1) // 100 + steps >= 0 else None
    hundreds = -year // 100 - steps
    return f"-{hundreds:02d}XX" if hundreds > 0 else None


def _existing(when: When) -> When | None:
    return when if when[2] <= days_in(when[0], when[1]) else None


def _days_on(anchor: When, steps: int) -> When:
    """Some days on or back, in the proleptic Gregorian calendar."""
    year, month, day = anchor
    day += steps
    while day < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        day += days_in(year, month)
    while day > days_in(year, month):
        day -= days_in(year, month)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return year, month, day


def is_weekday(when: When, weekday: int) -> bool:
    """Whether a day is this weekday (0 Monday); in the times of two calendars by either of them."""
    days = _ordinal(when) + _ORIGIN
    year = when[0] - (when[1] <= 2)  # it is a leap day that parts the calendars further: from March on
    julian = year // 100 - year // 400 - 2  # days that they are apart
    return days % 7 == weekday or (when[0] < _ONE_CALENDAR and (days + julian) % 7 == weekday)


def _weekday(anchor: When, steps: int, *, is_same: bool) -> When | None:
    """The day itself where it is the weekday, or the next or last such day after it, in times of one calendar."""
    if is_same:
        return anchor if is_weekday(anchor, steps) else None
    if anchor[0] < _ONE_CALENDAR:
        return None
    today = (_ordinal(anchor) + _ORIGIN) % 7
    if steps > 0:
        return _days_on(anchor, (steps - 2 - today) % 7 + 1)
    return _days_on(anchor, -((today + steps) % 7 + 1))


def _nth(anchor: When, number: int) -> When | None:
    """The day of this number in the anchor's month; in the next where the anchor is more than half a month past it."""
    year, month, day = anchor
    if not month:
        return None
    if day - number > _HALF_MONTH:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return _existing((year, month, number))


def _turn(anchor: When, part: Part, steps: int) -> When | None:
    """The next or last time that a month or season comes; None where that depends on a month that is not known."""
    year, month, _ = anchor
    assert part.month
    first = _SEASON_START.get(part.month, part.month)
    if not month:
        return None
    last = first + 2 if part.month > 12 else first
    is_this_year = first > month if steps > 0 else last < month
    return year if is_this_year else year + steps, part.month, part.day or 0


def _nearest(year: int, digits: int, cycle: int) -> int:
    """The year with these last digits that lies nearest to `year`."""
    return year + (digits - year + cycle // 2) % cycle - cycle // 2


def _ordinal(when: When) -> int:
    """The number of a known day, as `Day.ordinal`."""
    return Day(*when).ordinal
