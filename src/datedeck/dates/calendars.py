"""The calendars that history is dated in: Julian and Gregorian days, and the days of the French Republic.

A `Day` is three numbers; which calendar they count in is said beside it. All years are astronomical.
"""

from __future__ import annotations

from typing import Literal

from datedeck.dates.bounds import Window
from datedeck.dates.edtf import FIRST, LAST, Day, days_in

Calendar = Literal["Gregorian", "Julian", "Gregorian and Julian"]
CALENDARS: tuple[Calendar, ...] = ("Gregorian", "Julian", "Gregorian and Julian")

_JULIAN_SHIFT = -2  # 1 March 0000 of the Julian calendar is 28 February of the Gregorian, and that year is a leap year
_REPUBLIC_BEGINS = Day(1792, 9, 22)
_REPUBLIC_YEARS = 14  # given up on 1 January 1806, in the year XIV
_SEXTILE = (3, 7, 11)  # years of 366 days, as the equinoxes of Paris fell


def from_ordinal(ordinal: int) -> Day:
    """The Gregorian day of an ordinal (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms")."""
    era, of_era = divmod(ordinal, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    return _from_march(era * 400 + year, of_era - (365 * year + year // 4 - year // 100))


def to_gregorian(julian: Day) -> Day:
    """The Gregorian name of a day of the Julian calendar: 25 October 1917 is 7 November.

    Both go by way of the day's number; the Julian count has one leap year in four (Hinnant's method without centuries).
    """
    year = julian.year - (julian.month <= 2)
    day_of_year = (153 * ((julian.month + 9) % 12) + 2) // 5 + julian.day - 1
    return from_ordinal(year * 365 + year // 4 + day_of_year + _JULIAN_SHIFT)


def to_julian(gregorian: Day) -> Day:
    """The Julian name of a Gregorian day: 7 November 1917 is 25 October."""
    cycle, of_cycle = divmod(gregorian.ordinal - _JULIAN_SHIFT, 1461)
    year = min(of_cycle // 365, 3)
    return _from_march(cycle * 4 + year, of_cycle - 365 * year)


def is_julian(day: Day) -> bool:
    """Whether the Julian calendar has the day; it has some that the Gregorian lacks (29 February 1700)."""
    leap = day.month == 2 and day.year % 4 == 0
    return 1 <= day.day <= (29 if leap else days_in(day.year, day.month))


def from_republican(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day of a date of the French Republic; None where its calendar was not in use.

    Years 1 to 14, months 1 (Vendémiaire) to 12 of 30 days each; 13 stands for the 5 or 6 days after them. Years began
    at the real autumn equinox, which the years of 366 days put down here follow.
    """
    last = 30 if month <= 12 else 5 + (year in _SEXTILE)
    if not (1 <= year <= _REPUBLIC_YEARS and 1 <= month <= 13 and 1 <= day <= last):
        return None
    passed = 365 * (year - 1) + sum(leap < year for leap in _SEXTILE)
    return from_ordinal(_REPUBLIC_BEGINS.ordinal + passed + 30 * (month - 1) + day - 1)


def on_gregorian(window: Window, calendar: Calendar) -> Window:
    """A window of days of some calendar as Gregorian days; open ends stay open.

    A date in both calendars leaves the Gregorian days, and those from the Julian ones on as they are written: a source
    that gives the one and a source that gives the other do not disagree.
    """
    earliest, latest = window
    if calendar == "Julian":
        first, last = to_gregorian(earliest), to_gregorian(latest)
    elif calendar == "Gregorian and Julian":
        first, last = min(earliest, to_julian(earliest)), max(latest, to_julian(latest))
    else:
        return window
    return Window(
        FIRST if earliest <= FIRST else min(first, LAST),
        LAST if latest >= LAST else max(last, FIRST),
    )


def _from_march(year: int, day_of_year: int) -> Day:
    """The day so many days after 1 March of a year that runs to the end of February."""
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    return Day(year + (month >= 10), (month + 2) % 12 + 1, day)
