"""Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1, as far as history writing needs it.

Years are astronomical and proleptic Gregorian: 0000 is 1 BC, -0489 is 490 BC. `datetime.date` knows neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from datedeck.errors import DatedeckError, Problem

Precision = Literal["day", "month", "season", "year", "decade", "century", "millennium", "interval"]
Qualifier = Literal["", "~", "?", "%"]
_QUALIFIERS: dict[str, Qualifier] = {"": "", "~": "~", "?": "?", "%": "%"}

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Seasons as first and last month; a winter may be meant from either side of the new year, so it is given both.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 14)}
_DATE = re.compile(
    r"(-?)([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)"  # sign, year
    r"(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)"  # month or season, day, qualifier
)
_UNKNOWN: tuple[Precision, ...] = ("year", "decade", "century", "millennium")  # by how many X the year has


class Day(NamedTuple):
    """One day of the proleptic Gregorian calendar; days compare in time order."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """Days since 0000-03-01, negative before (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms")."""
        year = self.year - (self.month <= 2)
        era, of_era = divmod(year, 400)
        day_of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + day_of_year


FIRST, LAST = Day(-9999, 1, 1), Day(9999, 12, 31)  # what an open end of an interval stands for


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as precise as its source; `earliest` and `latest` are the days it may stand for, both included."""

    text: str
    earliest: Day
    latest: Day
    precision: Precision
    qualifier: Qualifier = ""

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read EDTF; `DatedeckError` (codes `bad-date`, `date-backwards`) says what is wrong and what is right."""
        return _parsed(text.strip())

    def __str__(self) -> str:
        return self.text

    @property
    def days(self) -> int:
        """How many days it may stand for."""
        return self.latest.ordinal - self.earliest.ordinal + 1

    @property
    def ends(self) -> tuple[Edtf | None, Edtf | None]:
        """The two dates of an interval (None for an open end); a single date is both."""
        if self.precision != "interval":
            return self, self
        left, right = (None if end in ("", "..") else _parsed(end) for end in self.text.split("/"))
        return left, right

    def overlaps(self, other: Edtf) -> bool:
        """Whether some day belongs to both."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, other: Edtf) -> bool:
        """Whether every day of `other` belongs to this."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def order(self, other: Edtf) -> int:
        """-1 when certainly before `other`, 1 when certainly after, 0 when they overlap."""
        if self.latest < other.earliest:
            return -1
        return int(self.earliest > other.latest)


@lru_cache(maxsize=8192)
def _parsed(text: str) -> Edtf:
    """A value is immutable, and documents name the same dates again and again. Errors are not kept."""
    return _interval(text) if "/" in text else _single(text)


_FORMS = "write dates as 1920-10-30, 1920-10, 1920, -0489 (490 BC), 192X or 1918/1920"
_FOUR = "years have four digits, from -9999 (10000 BC) to 9999: 0079 is AD 79, -0489 is 490 BC"
# What people write instead of level 1: the form, what is wrong with it, and the cure (groups of the form filled in).
_SLIPS = tuple(
    (re.compile(form), why, cure)
    for form, why, cure in (
        (r"([0-9]{4})([0-9]{2})([0-9]{2})", "lacks its hyphens", r"write \1-\2-\3"),
        (r"(?:[Yy]-?|[+-]?)[0-9]{5,}.*|[Yy]-?[0-9]+.*", "has a year that is too long for this calendar", _FOUR),
        (r"[+-]?[0-9]{1,3}[~?%]?", "has a year of less than four digits", _FOUR),
        (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", "is not an EDTF date", "months and days have two digits: 1920-01-05"),
        (r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T.*", "has a time of day", r"write \1"),
        (r"([~?%])(-?[0-9X-]+)", "has its mark in the wrong place", r"write \2\1"),
        (
            r"[\[{].*",
            "is a set of dates, which is not read",
            "write an interval as 1918/1920, or one claim for each date",
        ),
        (r"(-?[0-9-]+)\.\.(-?[0-9-]+)", "is not an EDTF date", r"write an interval as \1/\2"),
        (r"-?[0-9]{1,3}[xX*?u_]{1,3}", "is not an EDTF date", "an unknown digit is a capital X, in four: 192X, 19XX"),
    )
)
_NEGATIVE_ZERO = {
    "0000": "1 BC is 0000, 2 BC is -0001",
    "000X": "the years 9 to 1 BC are -0008/0000",
    "00XX": "the 1st century BC is -0099/0000",
    "0XXX": "the 1st millennium BC is -0999/0000",
}


def _error(text: str, why: str, hint: str = _FORMS, code: str = "bad-date") -> DatedeckError:
    return DatedeckError(Problem(code, f"{text!r} {why}", hint))


def _unreadable(text: str) -> DatedeckError:
    for form, why, cure in _SLIPS:
        match = form.fullmatch(text)
        if match:
            return _error(text, why, match.expand(cure))
    return _error(text, "is not an EDTF date")


def days_in(year: int, month: int) -> int:
    """Days of a month, 1 to 12."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def _single(text: str) -> Edtf:
    match = _DATE.fullmatch(text)
    if not match:
        raise _unreadable(text)
    sign, digits, month, day, mark = match.groups()
    qualifier = _QUALIFIERS[mark]
    if sign and digits in _NEGATIVE_ZERO:
        raise _error(text, "has a negative year zero", _NEGATIVE_ZERO[digits])
    first, last = _years(sign, digits)
    if "X" in digits:
        if month:
            raise _error(text, "names a month of a year that is not known")
        return Edtf(text, Day(first, 1, 1), Day(last, 12, 31), _UNKNOWN[digits.count("X")], qualifier)
    if not month or (month == "XX" and day in (None, "XX")):
        return Edtf(text, Day(first, 1, 1), Day(first, 12, 31), "year", qualifier)
    if month == "XX":
        raise _error(text, "names a day of a month that is not known")
    return _within_year(text, first, int(month), day, qualifier)


def _within_year(text: str, year: int, month: int, day: str | None, qualifier: Qualifier) -> Edtf:
    if month in _SEASONS and day is None:
        first, last = _SEASONS[month]
        end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
        end = Day(end_year, end_month, days_in(end_year, end_month))
        return Edtf(text, Day(year, first, 1), end, "season", qualifier)
    if not 1 <= month <= 12:
        raise _error(text, f"has no month {month:02d}", "months are 01 to 12, seasons 21 (spring) to 24 (winter)")
    last_day = days_in(year, month)
    if day in (None, "XX"):
        return Edtf(text, Day(year, month, 1), Day(year, month, last_day), "month", qualifier)
    if not 1 <= int(day) <= last_day:
        raise _error(
            text,
            f"is no day: {MONTHS[month - 1]} {year} has {last_day} days",
            f"correct the day (01 to {last_day}), or write {text[: text.rindex('-')]} for the month",
        )
    return Edtf(text, Day(year, month, int(day)), Day(year, month, int(day)), "day", qualifier)


def _years(sign: str, digits: str) -> tuple[int, int]:
    """The first and the last year that the digits may stand for: -04XX is -499 to -400, the 5th century BC."""
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return (-high, -low) if sign else (low, high)


def _interval(text: str) -> Edtf:
    left, _, right = text.partition("/")
    open_left, open_right = left in ("", ".."), right in ("", "..")
    if "/" in right or (open_left and open_right):
        raise _error(text, "is not an interval", "write an interval as 1918/1920, an open one as 1918/.. or ../1920")
    start = None if open_left else _parsed(left)
    end = None if open_right else _parsed(right)
    earliest = start.earliest if start else FIRST
    latest = end.latest if end else LAST
    if start and end and end.latest < start.latest:
        raise _error(text, "ends before it starts", f"write {right}/{left}", "date-backwards")
    return Edtf(text, earliest, latest, "interval", _joint(start, end))


def _joint(start: Edtf | None, end: Edtf | None) -> Qualifier:
    """The qualifier of an interval: that of its ends, both marks where they differ."""
    marks = {part.qualifier for part in (start, end) if part and part.qualifier}
    return marks.pop() if len(marks) == 1 else "%" if marks else ""
