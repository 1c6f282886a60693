"""EDTF values: what parses, what they cover, what is refused and with which cure."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.dates import Day, Edtf
from datedeck.errors import DatedeckError
from strategies import dates

CASES = [
    ("1920-10-30", "day", (1920, 10, 30), (1920, 10, 30)),
    ("1920-10", "month", (1920, 10, 1), (1920, 10, 31)),
    ("1920-02", "month", (1920, 2, 1), (1920, 2, 29)),
    ("1900-02", "month", (1900, 2, 1), (1900, 2, 28)),
    ("1920-10-XX", "month", (1920, 10, 1), (1920, 10, 31)),
    ("1920-XX-XX", "year", (1920, 1, 1), (1920, 12, 31)),
    ("1920", "year", (1920, 1, 1), (1920, 12, 31)),
    ("1520~", "year", (1520, 1, 1), (1520, 12, 31)),
    ("1918-21", "season", (1918, 3, 1), (1918, 5, 31)),
    ("1812-24", "season", (1812, 1, 1), (1813, 2, 28)),
    ("192X", "decade", (1920, 1, 1), (1929, 12, 31)),
    ("14XX", "century", (1400, 1, 1), (1499, 12, 31)),
    ("-0489", "year", (-489, 1, 1), (-489, 12, 31)),
    ("-048X", "decade", (-489, 1, 1), (-480, 12, 31)),
    ("-04XX", "century", (-499, 1, 1), (-400, 12, 31)),
    ("0000", "year", (0, 1, 1), (0, 12, 31)),
    ("1920-10-31/1920-11-02", "interval", (1920, 10, 31), (1920, 11, 2)),
    ("1918/1920-03", "interval", (1918, 1, 1), (1920, 3, 31)),
    ("-0489/-0478", "interval", (-489, 1, 1), (-478, 12, 31)),
    ("1920-05/1920", "interval", (1920, 5, 1), (1920, 12, 31)),
    ("1918/..", "interval", (1918, 1, 1), (9999, 12, 31)),
    ("../1918", "interval", (-9999, 1, 1), (1918, 12, 31)),
]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), CASES)
def test_what_a_date_covers(text: str, precision: str, earliest: tuple[int, ...], latest: tuple[int, ...]) -> None:
    value = Edtf.parse(text)
    assert (value.precision, value.earliest, value.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("1914-02-30", "bad-date", "1914-02"),
        ("1914-13", "bad-date", "months are 01 to 12"),
        ("1914-21-05", "bad-date", "months are 01 to 12"),
        ("14-02", "bad-date", "1920-10-30"),
        ("30 October 1920", "bad-date", "1920-10-30"),
        ("192X-05", "bad-date", "1920-10-30"),
        ("1920-XX-05", "bad-date", "1920-10-30"),
        ("-0000", "bad-date", "1 BC is 0000"),
        ("../..", "bad-date", "1918/1920"),
        ("1918/1919/1920", "bad-date", "1918/1920"),
        ("", "bad-date", "1920-10-30"),
        ("١٩٢٠", "bad-date", "1920-10-30"),
        ("1920/1918", "date-backwards", "1918/1920"),
        ("1920-11-02/1920-10-31", "date-backwards", "1920-10-31/1920-11-02"),
    ],
)
def test_what_is_refused_names_the_cure(text: str, code: str, cure: str) -> None:
    with pytest.raises(DatedeckError) as caught:
        Edtf.parse(text)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert cure in problem.hint


@given(dates())
def test_text_and_value_are_one(value: Edtf) -> None:
    assert Edtf.parse(str(value)) == value
    assert value.earliest <= value.latest
    assert value.days >= 1


@given(st.text(max_size=24))
def test_nothing_but_a_datedeck_error_comes_out(text: str) -> None:
    with contextlib.suppress(DatedeckError):
        assert str(Edtf.parse(text)) == text.strip()


@given(dates(), dates())
def test_order_agrees_with_overlap(left: Edtf, right: Edtf) -> None:
    assert left.order(right) == -right.order(left)
    assert (left.order(right) == 0) == left.overlaps(right)
    if left.contains(right):
        assert left.overlaps(right)


@given(st.dates(), st.dates())
def test_ordinals_count_days(one: date, other: date) -> None:
    days = Day(one.year, one.month, one.day).ordinal - Day(other.year, other.month, other.day).ordinal
    assert days == (one - other).days


def test_ordinals_go_on_before_the_first_year() -> None:
    assert Day(1, 1, 1).ordinal - Day(0, 12, 31).ordinal == 1
    assert Day(-400, 3, 1).ordinal - Day(-400, 2, 29).ordinal == 1
    assert Day(0, 3, 1).ordinal == 0
