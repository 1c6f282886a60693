"""Julian and Gregorian days, days of the French Republic, and claims compared across calendars."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.dates import Day, Edtf, Window, dated_phrase, window, wording
from datedeck.dates.calendars import (
    Calendar,
    from_ordinal,
    from_republican,
    is_julian,
    on_gregorian,
    to_gregorian,
    to_julian,
)
from datedeck.dates.edtf import FIRST, LAST
from datedeck.model import Citation, Claim, Fact, Locator, Quote

ORDINALS = st.integers(Day(-9999, 1, 1).ordinal, Day(9999, 12, 31).ordinal)


@given(ORDINALS)
def test_an_ordinal_is_one_gregorian_and_one_julian_day(ordinal: int) -> None:
    day = from_ordinal(ordinal)
    assert day.ordinal == ordinal
    julian = to_julian(day)
    assert is_julian(julian)
    assert to_gregorian(julian) == day


@given(ORDINALS)
def test_the_next_day_is_the_next_julian_day(ordinal: int) -> None:
    one, other = to_julian(from_ordinal(ordinal)), to_julian(from_ordinal(ordinal + 1))
    assert other in (
        Day(one.year, one.month, one.day + 1),
        Day(one.year, one.month + 1, 1),
        Day(one.year + 1, 1, 1),
    )


@given(st.dates())
def test_ordinals_agree_with_the_standard_library(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert day.ordinal - Day(1, 1, 1).ordinal == (date - datetime.date(1, 1, 1)).days
    assert from_ordinal(day.ordinal) == day


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 28), (1700, 3, 10)),
        ((1700, 2, 29), (1700, 3, 11)),
        ((1752, 9, 3), (1752, 9, 14)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((1916, 12, 24), (1917, 1, 6)),
        ((250, 6, 1), (250, 6, 1)),
        ((0, 3, 1), (0, 2, 28)),
        ((-4712, 1, 1), (-4713, 11, 24)),  # where Julian day numbers begin
    ],
)
def test_known_pairs(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert to_gregorian(Day(*julian)) == Day(*gregorian)
    assert to_julian(Day(*gregorian)) == Day(*julian)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ((1, 1, 1), (1792, 9, 22)),
        ((2, 11, 9), (1794, 7, 27)),
        ((3, 13, 6), (1795, 9, 22)),
        ((4, 1, 1), (1795, 9, 23)),
        ((8, 2, 18), (1799, 11, 9)),
        ((12, 1, 1), (1803, 9, 24)),
        ((14, 4, 10), (1805, 12, 31)),
    ],
)
def test_days_of_the_french_republic(date: tuple[int, int, int], day: tuple[int, int, int]) -> None:
    assert from_republican(*date) == Day(*day)


@pytest.mark.parametrize("date", [(0, 1, 1), (15, 1, 1), (2, 13, 6), (2, 1, 31), (2, 14, 1), (2, 0, 1), (2, 1, 0)])
def test_what_the_republic_did_not_know(date: tuple[int, int, int]) -> None:
    assert from_republican(*date) is None


def _claim(date: str, calendar: Calendar = "Gregorian") -> Claim:
    return Claim(Edtf.parse(date), Citation("s", Locator(), Quote("q"), "q"), "on", calendar)


def _disputed(*claims: Claim) -> bool:
    return Fact("f", "It burned", claims).disputed


def test_a_dual_claim_agrees_with_either_day_and_with_no_other() -> None:
    dual = _claim("1917-11-07", "Gregorian and Julian")
    assert dual.window == Window(Day(1917, 10, 25), Day(1917, 11, 7))
    assert not _disputed(dual, _claim("1917-11-07"))
    assert not _disputed(dual, _claim("1917-10-25"))
    assert not _disputed(dual, _claim("1917-10-25", "Julian"))
    assert _disputed(dual, _claim("1917-11-08"))
    assert _disputed(dual, _claim("1917-10-24"))


def test_a_julian_claim_is_compared_by_its_gregorian_day() -> None:
    julian = _claim("1763-02-10", "Julian")
    assert julian.window == Window(Day(1763, 2, 21), Day(1763, 2, 21))
    assert not _disputed(julian, _claim("1763-02-21"))
    assert _disputed(julian, _claim("1763-02-10"))


def test_of_claims_that_agree_the_one_in_both_calendars_is_asked() -> None:
    plain, dual = _claim("1917-10-25"), _claim("1917-11-07", "Gregorian and Julian")
    assert Fact("f", "It burned", (plain, dual)).asked == dual
    assert Fact("f", "It burned", (dual, plain)).asked == dual


def test_open_ends_stay_open() -> None:
    for calendar in ("Julian", "Gregorian and Julian"):
        until = on_gregorian(window(Edtf.parse("1800-01-01"), "by"), calendar)
        since = on_gregorian(window(Edtf.parse("1800-01-01"), "since"), calendar)
        assert until.earliest == FIRST
        assert since.latest == LAST


@given(ORDINALS, st.integers(0, 4000), st.sampled_from(["Gregorian", "Julian", "Gregorian and Julian"]))
def test_windows_stay_in_order(ordinal: int, days: int, calendar: Calendar) -> None:
    moved = on_gregorian(Window(from_ordinal(ordinal), from_ordinal(ordinal + days)), calendar)
    assert moved.earliest <= moved.latest


@pytest.mark.parametrize(
    ("date", "calendar", "words"),
    [
        ("1917-11-07", "Gregorian", "7 November 1917"),
        ("1917-11-07", "Gregorian and Julian", "7 November 1917 (25 October Old Style)"),
        ("1917-01-06", "Gregorian and Julian", "6 January 1917 (24 December 1916 Old Style)"),
        ("1700-03-11", "Gregorian and Julian", "11 March 1700 (29 February Old Style)"),
        ("1917-11", "Gregorian and Julian", "November 1917"),
        ("1763-02-10", "Julian", "10 February 1763 (Old Style)"),
        ("1763-02", "Julian", "February 1763 (Old Style)"),
    ],
)
def test_how_dates_of_other_calendars_are_worded(date: str, calendar: Calendar, words: str) -> None:
    assert wording(Edtf.parse(date), calendar) == words


def test_phrases_name_the_calendar_too() -> None:
    assert dated_phrase(Edtf.parse("1917-11-07"), "on", "Gregorian and Julian") == (
        "on 7 November 1917 (25 October Old Style)"
    )
    assert dated_phrase(Edtf.parse("1763-02-10"), "by", "Julian") == "by 10 February 1763 (Old Style)"
