"""Dates as people write them: "30 October 1920", "May–June 1919", "the 1620s", "490 BC"."""

from __future__ import annotations

from datedeck.dates.bounds import Bound
from datedeck.dates.calendars import Calendar, to_julian
from datedeck.dates.edtf import MONTHS, Day, Edtf

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()  # 1 to 20
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ABOUT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_HALVES = {(1, 6): "first", (7, 12): "second"}
_TO_THE_CHANGE_OF_ERA = {100: "century", 1000: "millennium"}  # by how many years they begin before it
_BOUND_WORDS: dict[Bound, str] = {"by": "by", "until": "until", "before": "before", "since": "since", "after": "after"}


def wording(date: Edtf, calendar: Calendar = "Gregorian") -> str:
    """The date in words, with its qualifier ("about 1520") and its calendar; intervals with an en dash."""
    return _worded(date) + _style(date, calendar)


def _worded(date: Edtf) -> str:
    date = _shortest(date)
    if date.precision != "interval":
        return _ABOUT[date.qualifier] + _plain(date)
    if named := _named(date):
        return named
    left, right = _interval(date)
    if not left or not right:
        return f"from {left} on" if left else f"until {right}"
    return f"{left} – {right}" if " " in left else f"{left}–{right}"


def _style(date: Edtf, calendar: Calendar) -> str:
    """What is said after a date of another calendar: "(Old Style)"; of both: "(25 October Old Style)"."""
    if calendar == "Julian":
        return " (Old Style)"
    if calendar == "Gregorian" or date.precision != "day":
        return ""
    old = to_julian(date.earliest)
    return f" ({_day(old) if old.year != date.earliest.year else f'{old.day} {MONTHS[old.month - 1]}'} Old Style)"


def dated_phrase(date: Edtf, bound: Bound = "on", calendar: Calendar = "Gregorian") -> str:
    """The date with the words its bound and precision ask for: "on 30 October 1920", "between 1550 and 1580"."""
    return _phrase(date, bound) + _style(date, calendar)


def _phrase(date: Edtf, bound: Bound) -> str:
    date = _shortest(date)
    open_ = date.precision == "interval" and None in date.ends
    if bound in _BOUND_WORDS and not open_:
        return f"{_BOUND_WORDS[bound]} {wording(date)}"
    if date.precision == "interval" and not _named(date):
        left, right = _interval(date)
        if open_:
            # "since 1918/.." and "by ../1918" say no more than the bound does; the other way round they say nothing.
            end = left if bound in ("since", "after") else right if bound in _BOUND_WORDS else ""
            return f"{_BOUND_WORDS[bound]} {end}" if end else wording(date)
        if bound != "during":
            return f"from {left} to {right}"
        months = all(end and end.precision == "month" for end in date.ends)
        return f"in {wording(date)}" if months else f"between {left} and {right}"
    return f"on {wording(date)}" if date.precision == "day" else f"in {wording(date)}"


def _shortest(date: Edtf) -> Edtf:
    """An interval from a date to itself is that date."""
    start, end = date.ends
    return start if start and start == end else date


def year_words(year: int) -> str:
    """An astronomical year as people write it: 1920, AD 79, 490 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def _plain(date: Edtf) -> str:
    first, last = date.earliest, date.latest
    if date.precision == "day":
        return _day(first)
    if date.precision == "month":
        return f"{MONTHS[first.month - 1]} {year_words(first.year)}"
    if date.precision == "season":
        return f"{_SEASONS[_season(date)]} {year_words(first.year)}"
    if date.precision == "year":
        return year_words(first.year)
    if date.precision == "decade":
        return _decade(first.year, last.year)
    size = 100 if date.precision == "century" else 1000
    number = first.year // size + 1 if first.year >= 0 else -last.year // size + 1
    return f"the {_ordinal(number)} {date.precision}" + ("" if first.year >= 0 else " BC")


def _decade(first: int, last: int) -> str:
    if first < 1000:
        return f"{year_words(first)} – {year_words(last)}"
    # "The 1800s" are a century; "the 1900s" and "the 2000s" have come to be decades.
    return f"{first}–{last}" if first % 100 == 0 and first < 1900 else f"the {first}s"


def _named(date: Edtf) -> str:
    """What an interval is called that EDTF has no single value for: half a year, a decade BC, what ends in 1 BC."""
    start, end = date.ends
    if not start or not end or date.qualifier or start.precision != end.precision:
        return ""
    left, right = start.earliest, end.latest
    if start.precision == "month" and left.year == right.year and (left.month, right.month) in _HALVES:
        return f"the {_HALVES[left.month, right.month]} half of {year_words(left.year)}"
    if start.precision != "year" or right.year > 0:
        return ""
    oldest, newest = 1 - left.year, 1 - right.year
    if newest == 1 and oldest in _TO_THE_CHANGE_OF_ERA:
        return f"the 1st {_TO_THE_CHANGE_OF_ERA[oldest]} BC"
    return f"the {newest}s BC" if oldest == newest + 9 and newest % 10 == 0 and newest % 100 else ""


def _day(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {year_words(day.year)}"


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _interval(date: Edtf) -> tuple[str, str]:
    """Words for the two ends, what they share said once; an open end is empty."""
    start, end = date.ends
    if start is None or end is None:
        return (wording(start), "") if start else ("", wording(end) if end else "")
    left, right = start.earliest, end.latest
    if start.qualifier or end.qualifier or start.precision != end.precision:
        return wording(start), wording(end)
    if start.precision == "year" and (right.year <= 0 or left.year >= 1000):
        return str(1 - left.year if right.year <= 0 else left.year), year_words(right.year)
    if left.year == right.year and start.precision == "day":
        month = "" if left.month == right.month else f" {MONTHS[left.month - 1]}"
        return f"{left.day}{month}", _plain(end)
    if left.year == right.year and start.precision == "month":
        return MONTHS[left.month - 1], _plain(end)
    if left.year == end.earliest.year and start.precision == "season":
        return _SEASONS[_season(start)], _plain(end)
    return _plain(start), _plain(end)


def _season(date: Edtf) -> str:
    return date.text.rstrip("~?%")[-2:]
