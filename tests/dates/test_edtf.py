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
    ("1920-XX", "year", (1920, 1, 1), (1920, 12, 31)),
    ("-0489-09-XX", "month", (-489, 9, 1), (-489, 9, 30)),
    ("0000-02-29", "day", (0, 2, 29), (0, 2, 29)),
    ("0004-02", "month", (4, 2, 1), (4, 2, 29)),
    ("-9999", "year", (-9999, 1, 1), (-9999, 12, 31)),
    ("1918-22", "season", (1918, 6, 1), (1918, 8, 31)),
    ("1918-23%", "season", (1918, 9, 1), (1918, 11, 30)),
    ("-0489-24", "season", (-489, 1, 1), (-488, 2, 29)),
    ("1812-24", "season", (1812, 1, 1), (1813, 2, 28)),
    ("192X", "decade", (1920, 1, 1), (1929, 12, 31)),
    ("14XX", "century", (1400, 1, 1), (1499, 12, 31)),
    ("-0489", "year", (-489, 1, 1), (-489, 12, 31)),
    ("-048X", "decade", (-489, 1, 1), (-480, 12, 31)),
    ("-04XX", "century", (-499, 1, 1), (-400, 12, 31)),
    ("00XX", "century", (0, 1, 1), (99, 12, 31)),
    ("000X", "decade", (0, 1, 1), (9, 12, 31)),
    ("193X~", "decade", (1930, 1, 1), (1939, 12, 31)),
    ("19XX?", "century", (1900, 1, 1), (1999, 12, 31)),
    ("1XXX", "millennium", (1000, 1, 1), (1999, 12, 31)),
    ("-2XXX", "millennium", (-2999, 1, 1), (-2000, 12, 31)),
    ("0XXX", "millennium", (0, 1, 1), (999, 12, 31)),
    ("0000", "year", (0, 1, 1), (0, 12, 31)),
    ("1920-10-31/1920-11-02", "interval", (1920, 10, 31), (1920, 11, 2)),
    ("1918/1920-03", "interval", (1918, 1, 1), (1920, 3, 31)),
    ("-0489/-0478", "interval", (-489, 1, 1), (-478, 12, 31)),
    ("1920-05/1920", "interval", (1920, 5, 1), (1920, 12, 31)),
    ("1918/..", "interval", (1918, 1, 1), (9999, 12, 31)),
    ("1918/", "interval", (1918, 1, 1), (9999, 12, 31)),
    ("/1918-05", "interval", (-9999, 1, 1), (1918, 5, 31)),
    ("1520~/1525?", "interval", (1520, 1, 1), (1525, 12, 31)),
    ("192X/1935", "interval", (1920, 1, 1), (1935, 12, 31)),
    ("-0099/0000", "interval", (-99, 1, 1), (0, 12, 31)),
    ("-0026/0014", "interval", (-26, 1, 1), (14, 12, 31)),
    ("1812-24/1813-21", "interval", (1812, 1, 1), (1813, 5, 31)),
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
        ("-000X", "bad-date", "-0008/0000"),
        ("-00XX", "bad-date", "-0099/0000"),
        ("-0XXX", "bad-date", "-0999/0000"),
        ("Y12000", "bad-date", "four digits"),
        ("y-12000", "bad-date", "four digits"),
        ("-12000-05", "bad-date", "four digits"),
        ("489", "bad-date", "-0489 is 490 BC"),
        ("-489~", "bad-date", "-0489 is 490 BC"),
        ("19201030", "bad-date", "write 1920-10-30"),
        ("1920-1-5", "bad-date", "1920-01-05"),
        ("1920-10-30T12:00", "bad-date", "write 1920-10-30"),
        ("~1520", "bad-date", "write 1520~"),
        ("1520/~1525", "bad-date", "write 1525~"),
        ("1918..1920", "bad-date", "write an interval as 1918/1920"),
        ("[1667,1668]", "bad-date", "one claim for each date"),
        ("192x", "bad-date", "192X"),
        ("19??", "bad-date", "192X"),
        ("1X20", "bad-date", "1920-10-30"),
        ("XXXX", "bad-date", "1920-10-30"),
        ("192X-XX", "bad-date", "1920-10-30"),
        ("1918-25", "bad-date", "seasons 21"),
        ("1918~~", "bad-date", "1920-10-30"),
        ("1918-02-00", "bad-date", "01 to 28"),
        ("/", "bad-date", "1918/1920"),
        ("..", "bad-date", "1920-10-30"),
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


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("1520~/1525~", "~"), ("1520?/1525", "?"), ("1520~/1525?", "%"), ("1520/1525", ""), ("../1525%", "%")],
)
def test_an_interval_is_as_uncertain_as_its_ends(text: str, qualifier: str) -> None:
    assert Edtf.parse(text).qualifier == qualifier
    assert [end and str(end) for end in Edtf.parse(text).ends] == [
        end.replace("..", "") or None for end in text.split("/")
    ]


@pytest.mark.parametrize("century", range(2, 41))
def test_centuries_before_christ_end_in_the_year_01(century: int) -> None:
    """The 5th century BC is 500 to 401 BC: -0499 to -0400."""
    value = Edtf.parse(f"-{century - 1:02d}XX")
    assert (1 - value.earliest.year, 1 - value.latest.year) == (100 * century, 100 * century - 99)


def test_equal_texts_are_equal_values_however_they_are_spaced() -> None:
    assert Edtf.parse(" 1920-10 ") == Edtf.parse("1920-10")
    assert len({Edtf.parse("1920"), Edtf.parse("1920 "), Edtf.parse("1921")}) == 2


def test_an_error_is_as_good_the_second_time() -> None:
    messages = set()
    for _ in range(2):
        with pytest.raises(DatedeckError) as caught:
            Edtf.parse("1914-02-30")
        messages.add(str(caught.value))
    assert len(messages) == 1


@given(dates())
def test_text_and_value_are_one(value: Edtf) -> None:
    assert Edtf.parse(str(value)) == value
    assert value.earliest <= value.latest
    assert value.days >= 1


@given(st.text(max_size=24))
def test_nothing_but_a_datedeck_error_comes_out(text: str) -> None:
    with contextlib.suppress(DatedeckError):
        assert str(Edtf.parse(text)) == text.strip()


@given(st.text(alphabet="0123456789X-~?%/.", max_size=21))
def test_whatever_is_read_is_kept_and_goes_forward(text: str) -> None:
    with contextlib.suppress(DatedeckError):
        value = Edtf.parse(text)
        assert str(value) == text
        assert value.earliest <= value.latest
        assert Edtf.parse(str(value)) == value


@given(st.integers(-9999, 9999), st.integers(1, 3), st.sampled_from(("", "~", "?", "%")))
def test_unknown_digits_cover_their_years_and_no_more(year: int, unknown: int, mark: str) -> None:
    size = 10**unknown
    if -size < year < 0:
        return  # there is no negative zero
    value = Edtf.parse(f"{'-' if year < 0 else ''}{abs(year):04d}"[:-unknown] + "X" * unknown + mark)
    assert value.earliest.year <= year <= value.latest.year
    assert value.latest.year - value.earliest.year == size - 1


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
