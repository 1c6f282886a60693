"""The feasts that move with Easter, as days of the calendar that their year was lived in.

Before the Gregorian reform (Easter 1582 was still before it) all of the West kept the Julian Easter; from 1753 on all
of it reckoned by the Gregorian calendar. Between the two a writer's country decides, and before the council of 325
there was no common rule: then nothing is certain. Method: J. Meeus, "Astronomical Algorithms", chapter 8.
"""

from __future__ import annotations

_FIRST_COMMON, _LAST_JULIAN, _FIRST_GREGORIAN = 326, 1582, 1753
_MONTH_ENDS = (0, 31, 59, 90, 120, 151, 181, 212)  # days of a common year that have passed before a month begins


def days_from_easter(year: int, offset: int) -> tuple[int, int] | None:
    """Month and day that lie `offset` days (-60 to 70) from Easter Sunday; None where that is not certain."""
    if year < _FIRST_COMMON or _LAST_JULIAN < year < _FIRST_GREGORIAN:
        return None
    is_julian = year <= _LAST_JULIAN
    month, day = _julian(year) if is_julian else _gregorian(year)
    leap = year % 4 == 0 and (is_julian or year % 100 != 0 or year % 400 == 0)
    starts = [passed + (leap and index > 1) for index, passed in enumerate(_MONTH_ENDS)]
    of_year = starts[month - 1] + day + offset
    month = next(index for index in range(len(starts), 0, -1) if starts[index - 1] < of_year)
    return month, of_year - starts[month - 1]


def _julian(year: int) -> tuple[int, int]:
    moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + to_sunday + 114, 31)
    return month, day + 1


def _gregorian(year: int) -> tuple[int, int]:
    golden = year % 19
    century, of_century = divmod(year, 100)
    shift = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return month, day + 1
