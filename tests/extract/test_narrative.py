"""Counting from date to date, against plainer ways to the same answers."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.dates import Day
from datedeck.dates.calendars import to_gregorian
from datedeck.dates.edtf import days_in
from datedeck.extract.mentions import find_mentions
from datedeck.extract.mentions.narrative.when import (
    Found,
    When,
    _days_on,
    counted,
    is_weekday,
    month_of,
    months_between,
)
from datedeck.extract.mentions.tagged import Part, Relative, Unit
from datedeck.model import Mod, Span

PLACE = Span(0, 1)
YEARS = st.integers(-3000, 3000)
MONTHS = st.tuples(YEARS, st.integers(0, 12), st.just(0))
DAYS = st.builds(
    lambda year, month, day: (year, month, min(day, days_in(year, month))),
    YEARS,
    *(st.integers(1, most) for most in (12, 31)),
)


@given(MONTHS, MONTHS)
def test_months_are_the_fewest_that_unknown_months_leave(one: When, other: When) -> None:
    ways = [
        12 * (other[0] - one[0]) + then - now
        for now, then in product(*([when[1]] if when[1] else range(1, 13) for when in (one, other)))
    ]
    assert months_between(one, other) == min(ways, key=abs)
    assert months_between(other, one) == -months_between(one, other)


@given(DAYS, DAYS)
def test_days_count_only_backwards_within_a_month(one: When, other: When) -> None:
    months = months_between(one, other)
    if one[:2] == other[:2]:
        assert (months < 0) == (other < one)
        assert -1 < months <= 0
    else:
        assert months == months_between((*one[:2], 0), (*other[:2], 0))
        assert (months > 0) == (other > one)


@pytest.mark.parametrize(
    ("month", "mod", "about"),
    [
        *((5, "", 5), (5, "end", 5), (None, "", 0), (None, "start", 2), (None, "mid", 6), (None, "end", 11)),
        *((None, "approx", 0), (21, "", 4), (22, "", 7), (23, "", 10), (24, "", 0)),
    ],
)
def test_the_month_about_which_a_part_is(month: int | None, mod: Mod, about: int) -> None:
    assert month_of(Part(PLACE, 1788, month, mod=mod)) == about


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(-300, 300))
def test_days_on_as_datetime_counts_them(day: date, steps: int) -> None:
    then = day + timedelta(days=steps)
    assert _days_on((day.year, day.month, day.day), steps) == (then.year, then.month, then.day)


@given(DAYS, st.integers(-300, 300))
def test_days_on_over_the_year_zero(day: When, steps: int) -> None:
    year, month, number = _days_on(day, steps)
    assert Day(year, month, number).ordinal == Day(*day).ordinal + steps
    assert 1 <= number <= days_in(year, month)


def test_weekdays_since_there_is_one_calendar() -> None:
    for ordinal in range(date(1753, 1, 1).toordinal(), date(2101, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        when = (day.year, day.month, day.day)
        assert is_weekday(when, day.weekday())
        assert not is_weekday(when, (day.weekday() + ordinal % 6 + 1) % 7)


@given(
    st.one_of(
        st.dates(date(1, 3, 1), date(1752, 12, 31)),
        st.builds(date, st.integers(2, 17).map(lambda century: 100 * century), st.integers(1, 3), st.integers(1, 28)),
    ),
    st.integers(0, 6),
)
def test_before_it_a_weekday_is_right_by_either_calendar(day: date, weekday: int) -> None:
    new = to_gregorian(Day(day.year, day.month, day.day))  # as if the written day were one of the Julian calendar
    either = day.weekday(), date(new.year, new.month, new.day).weekday()
    assert is_weekday((day.year, day.month, day.day), weekday) == (weekday in either)


@pytest.mark.parametrize(
    ("when", "weekday"),
    [
        ((1582, 10, 4), 3),  # the last day before the reform, a Thursday; a Friday followed
        ((1582, 10, 15), 4),
        ((1700, 2, 18), 6),  # 28 February Gregorian, a Sunday: the calendars were ten days apart until that month's end
        ((1700, 3, 1), 4),  # eleven since: 12 March, a Friday
        ((1752, 9, 2), 2),  # the last day of the old calendar in Britain, a Wednesday; Thursday the 14th followed
        ((1752, 9, 14), 3),
    ],
)
def test_weekdays_of_days_when_calendars_changed(when: When, weekday: int) -> None:
    assert is_weekday(when, weekday)


COUNTED: list[tuple[When, Unit, int, tuple[int | None, int | None], Found | None]] = [
    ((1788, 5, 3), "year", 1, (None, None), (1789, 0, 0)),
    ((1788, 5, 3), "year", 0, (6, 9), (1788, 6, 9)),
    ((0, 0, 0), "year", 1, (None, None), (1, 0, 0)),  # 1 BC, AD 1
    ((1, 0, 0), "year", -2, (None, None), (-1, 0, 0)),
    ((1788, 5, 3), "month", 1, (None, None), (1788, 6, 0)),
    ((1788, 12, 3), "month", 1, (None, None), (1789, 1, 0)),
    ((0, 12, 0), "month", 1, (None, 5), (1, 1, 5)),
    ((1, 1, 0), "month", -1, (None, None), (0, 12, 0)),
    ((1788, 1, 0), "month", -25, (None, None), (1785, 12, 0)),
    ((1788, 1, 31), "month", 1, (None, 31), None),
    ((1788, 1, 31), "month", 1, (None, 29), (1788, 2, 29)),
    ((1789, 1, 31), "month", 1, (None, 29), None),
    ((1788, 0, 0), "month", 1, (None, None), None),
    ((1788, 2, 28), "day", 1, (None, None), (1788, 2, 29)),
    ((1789, 2, 28), "day", 1, (None, None), (1789, 3, 1)),
    ((1700, 3, 1), "day", -1, (None, None), (1700, 2, 28)),
    ((0, 2, 28), "day", 1, (None, None), (0, 2, 29)),  # 1 BC is a leap year
    ((0, 12, 31), "day", 1, (None, None), (1, 1, 1)),
    ((1788, 5, 3), "day", 0, (None, None), (1788, 5, 3)),
    ((1788, 5, 0), "day", 1, (None, None), None),
    ((1788, 5, 2), "weekday", 5, (None, None), (1788, 5, 9)),  # a Friday, the following Friday
    ((1788, 5, 2), "weekday", 6, (None, None), (1788, 5, 3)),
    ((1788, 5, 2), "weekday", 4, (None, None), (1788, 5, 8)),
    ((1788, 5, 2), "weekday", -5, (None, None), (1788, 4, 25)),
    ((1788, 5, 2), "weekday", -4, (None, None), (1788, 5, 1)),
    ((1788, 5, 2), "weekday", -6, (None, None), (1788, 4, 26)),
    ((1752, 5, 2), "weekday", 5, (None, None), None),
    ((1788, 5, 0), "weekday", 5, (None, None), None),
    ((1788, 5, 2), "on-weekday", 4, (None, None), (1788, 5, 2)),
    ((1788, 5, 2), "on-weekday", 5, (None, None), None),
    ((1788, 5, 0), "on-weekday", 5, (None, None), None),
    ((1788, 5, 3), "nth", 0, (None, 17), (1788, 5, 17)),
    ((1788, 5, 17), "nth", 0, (None, 2), (1788, 5, 2)),
    ((1788, 5, 18), "nth", 0, (None, 2), (1788, 6, 2)),
    ((1788, 12, 30), "nth", 0, (None, 2), (1789, 1, 2)),
    ((1788, 6, 0), "nth", 0, (None, 31), None),
    ((1788, 0, 0), "nth", 0, (None, 17), None),
    ((1788, 5, 0), "turn", 1, (6, None), (1788, 6, 0)),
    ((1788, 5, 0), "turn", 1, (5, None), (1789, 5, 0)),
    ((1788, 5, 0), "turn", -1, (5, 9), (1787, 5, 9)),
    ((1788, 5, 0), "turn", -1, (4, None), (1788, 4, 0)),
    ((1788, 5, 0), "turn", 1, (21, None), (1789, 21, 0)),
    ((1788, 5, 0), "turn", 1, (22, None), (1788, 22, 0)),
    ((1788, 9, 0), "turn", -1, (22, None), (1788, 22, 0)),
    ((1788, 7, 0), "turn", -1, (22, None), (1787, 22, 0)),
    ((1788, 0, 0), "turn", 1, (6, None), None),
    ((1788, 0, 0), "tens", 1, (None, None), "179X"),
    ((1788, 0, 0), "tens", -1, (None, None), "177X"),
    ((-489, 0, 0), "tens", 1, (None, None), "-0488/-0479"),  # 490 BC: the 480s BC
    ((-489, 0, 0), "tens", 0, (None, None), "-0498/-0489"),
    ((-14, 0, 0), "tens", 1, (None, None), None),
    ((15, 0, 0), "tens", -2, (None, None), None),
    ((1788, 0, 0), "hundreds", 1, (None, None), "18XX"),
    ((1800, 0, 0), "hundreds", 0, (None, None), "17XX"),
    ((-489, 0, 0), "hundreds", 0, (None, None), "-04XX"),
    ((-400, 0, 0), "hundreds", 1, (None, None), "-03XX"),
    ((-399, 0, 0), "hundreds", -1, (None, None), "-04XX"),
    ((-50, 0, 0), "hundreds", 0, (None, None), None),
    ((50, 0, 0), "hundreds", -1, (None, None), None),
    ((1788, 0, 0), "short", 68, (None, None), (1768, 0, 0)),
    ((1788, 0, 0), "short", 12, (5, 3), (1812, 5, 3)),
    ((1788, 0, 0), "decade", 60, (None, None), "176X"),
    ((1788, 0, 0), "decade", 10, (None, None), "181X"),
    ((-489, 0, 0), "decade", 60, (None, None), None),
]


@pytest.mark.parametrize(("anchor", "unit", "steps", "own", "found"), COUNTED)
def test_relative_dates_are_counted(
    anchor: When, unit: Unit, steps: int, own: tuple[int | None, int | None], found: Found | None
) -> None:
    relative = Relative(unit, steps)
    assert counted(anchor, Part(PLACE, None, *own, relative=relative), relative) == found


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The battle was fought in 1787. They stayed from 1786 until a year after the battle.", ["1787", "1786/1788"]),
        ("They came in 1787. They stayed from 1786 until a year after the battle.", ["1787", "1786"]),
        ("1914–three days after the battle", ["1914"]),
    ],
)
def test_an_end_of_a_range_may_hang_on_an_event(text: str, dates: list[str]) -> None:
    assert [str(mention.value) for mention in find_mentions(text).dated] == dates
