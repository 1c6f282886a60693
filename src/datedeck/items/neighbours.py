"""Dates computed near a date, of the same form: what wrong options are made of when other facts give none."""

from __future__ import annotations

import random
from collections.abc import Iterator

from datedeck.dates import Day, Edtf, Precision, window
from datedeck.dates.edtf import days_in
from datedeck.errors import DatedeckError

_UNIT_DAYS: dict[str, int] = {
    "day": 1,
    "month": 30,
    "year": 365,
    "decade": 3652,
    "century": 36524,
    "millennium": 365243,
}
_UNITS: dict[Precision, str] = {
    "day": "day",
    "month": "month",
    "season": "year",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "millennium",
}
_UNIT_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
# The usual distance of a wrong option from the next, in units, for events of about a century ago.
_GAPS = {"day": 24, "month": 3, "year": 1, "decade": 1, "century": 1, "millennium": 1}
_TRIES = 48
_REFERENCE_YEAR = 2000  # ages are counted from here: no clock, and no item that changes with the years


def neighbours(date: Edtf, side: int, spread: int, rng: random.Random) -> Iterator[Edtf]:
    """Dates before (`side` -1) or after (1) a date, nearest first, that do not overlap it and keep its form.

    `spread` is the time in days that the pool's facts lie apart: a short war has closer options than a long reign.
    """
    unit = _unit(date)
    gap = _gap(date, unit, spread)
    for step in range(1, _TRIES):
        amount = step * gap + (rng.randint(0, gap // 2) if gap > 1 else 0)
        moved = _moved(date, side * amount, unit)
        if moved:
            yield moved


def reach(date: Edtf) -> int:
    """How far from a date, in days, another fact's date is still of the same era."""
    unit = _unit(date)
    return 16 * _UNIT_DAYS[unit] * _GAPS[unit] * (_age_factor(date) if unit == "year" else 1) + 3 * date.days


def middle(date: Edtf) -> int:
    """The day in the middle of a date, as an ordinal."""
    return (date.earliest.ordinal + date.latest.ordinal) // 2


def _unit(date: Edtf) -> str:
    units = [_UNITS[end.precision] for end in date.ends if end]
    return max(units, key=lambda unit: _UNIT_DAYS[unit])


def _age_factor(date: Edtf) -> int:
    return 1 + max(0, _REFERENCE_YEAR - date.earliest.year) // 250


def _gap(date: Edtf, unit: str, spread: int) -> int:
    usual = _GAPS[unit] * (_age_factor(date) if unit == "year" else 1)
    of_pool = spread // _UNIT_DAYS[unit] // 12
    closest = max(1, usual // 8)
    scaled = max(closest, min(of_pool, usual)) if of_pool else usual
    return max(scaled, _width(date, unit))


def _width(date: Edtf, unit: str) -> int:
    """By how many units the date must move to touch none of the days that it may mean now."""
    first, last = window(date)
    if unit == "day":
        return last.ordinal - first.ordinal + 1
    if unit == "month":
        return (last.year - first.year) * 12 + last.month - first.month + 1
    return -(-(last.year - first.year + 1) // _UNIT_YEARS[unit])


def _moved(date: Edtf, amount: int, unit: str) -> Edtf | None:
    ends = [_shift(end, amount, unit) for end in date.ends if end]
    if None in ends or None in date.ends:
        return None
    text = "/".join(str(end) for end in ends) if date.precision == "interval" else str(ends[0])
    try:
        return Edtf.parse(text)
    except DatedeckError:
        return None  # a day that the month has not, an end before its start


def _shift(date: Edtf, amount: int, unit: str) -> str | None:
    """One date moved by so many units, as EDTF text; None outside the years that EDTF level 0 can write."""
    mark = date.qualifier
    if date.precision == "day" and unit == "day":
        moved = _from_ordinal(date.earliest.ordinal + amount)
        return _text(moved.year, f"-{moved.month:02d}-{moved.day:02d}", mark)
    if unit == "month":
        year, month = divmod(date.earliest.year * 12 + date.earliest.month - 1 + amount, 12)
        day = min(date.earliest.day, days_in(year, month + 1))
        return _text(year, f"-{month + 1:02d}" + (f"-{day:02d}" if date.precision == "day" else ""), mark)
    years = amount * _UNIT_YEARS[unit]
    if date.precision in ("decade", "century", "millennium"):
        return _unknown_digits(date, years)
    parts = date.text.rstrip("~?%").removeprefix("-").split("-")[1:]
    return _text(date.earliest.year + years, "".join(f"-{part}" for part in parts), mark)


def _unknown_digits(date: Edtf, years: int) -> str | None:
    digits = "X" * date.text.count("X")
    size = 10 ** len(digits)
    sign = -1 if date.text.startswith("-") else 1
    number = sign * int(date.text.removeprefix("-").split("X")[0]) + years // size
    # The decades and centuries that touch the change of era have no clear name.
    if number == 0 or abs(number) * size > 9999:
        return None
    return f"{'-' if number < 0 else ''}{abs(number):0{4 - len(digits)}d}{digits}{date.qualifier}"


def _text(year: int, rest: str, mark: str) -> str | None:
    if abs(year) > 9999:
        return None
    return f"{'-' if year < 0 else ''}{abs(year):04d}{rest}{mark}"


def _from_ordinal(ordinal: int) -> Day:
    """The day of an ordinal (`Day.ordinal` backwards). Source: H. Hinnant, "Low-Level Date Algorithms"."""
    era, of_era = divmod(ordinal, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    day_of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return Day(year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1)
