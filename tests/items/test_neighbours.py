"""Computed dates: of the same form, and as near as they may be."""

import random
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.dates import Edtf
from datedeck.items.neighbours import neighbours
from datedeck.items.pool import shape
from strategies import dates


@pytest.mark.parametrize(
    ("date", "before", "after"),
    [
        ("1920", "1919", "1921"),
        ("1921", "1920", "1922"),
        ("192X", "191X", "193X"),
        ("18XX", "17XX", "19XX"),
        ("1920-22", "1919-22", "1921-22"),
    ],
)
def test_the_next_date_is_as_near_as_the_date_is_wide(date: str, before: str, after: str) -> None:
    found = [next(neighbours(Edtf.parse(date), side, 1, random.Random(1))) for side in (-1, 1)]
    assert [each.text for each in found] == [before, after]


@given(dates(), st.sampled_from((-1, 1)), st.integers(0, 9999))
def test_neighbours_keep_the_form_and_touch_nothing(date: Edtf, side: int, spread: int) -> None:
    for other in islice(neighbours(date, side, spread, random.Random(1)), 6):
        assert shape(other) == shape(date)
        assert other.order(date) == side
