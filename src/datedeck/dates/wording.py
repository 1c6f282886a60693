"""Dates as people write them: "30 October 1920", "May–June 1919", "the 1620s", "490 BC"."""

from __future__ import annotations

from datedeck.dates.bounds import Bound
from datedeck.dates.edtf import Edtf

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
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ABOUT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_BOUND_WORDS: dict[Bound, str] = {"by": "by", "until": "until", "before": "before", "since": "since", "after": "after"}


def wording(date: Edtf) -> str:
    """The date in words, with its qualifier ("about 1520"); intervals with an en dash."""
    if date.precision == "interval":
        return _interval(date)
    return _ABOUT[date.qualifier] + _plain(date)


def dated_phrase(date: Edtf, bound: Bound = "on") -> str:
    """The date with the preposition that its bound and precision ask for: "on 30 October 1920", "by 1956"."""
    words = wording(date)
    if bound in _BOUND_WORDS:
        return f"{_BOUND_WORDS[bound]} {words}"
    if date.precision == "interval":
        return ("between " if bound == "during" else "over ") + words if words[0].isdigit() else f"in {words}"
    return f"on {words}" if date.precision == "day" and not date.qualifier else f"in {words}"


def year_words(year: int) -> str:
    """An astronomical year as people write it: 1920, AD 79, 490 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def _plain(date: Edtf) -> str:
    first, last = date.earliest, date.latest
    if date.precision == "day":
        return f"{first.day} {MONTHS[first.month - 1]} {year_words(first.year)}"
    if date.precision == "month":
        return f"{MONTHS[first.month - 1]} {year_words(first.year)}"
    if date.precision == "season":
        return f"{_SEASONS[date.text.split('~')[0].split('?')[0].split('%')[0][-2:]]} {year_words(first.year)}"
    if date.precision == "year":
        return year_words(first.year)
    if date.precision == "decade":
        return f"the {first.year}s" if first.year > 0 else f"{1 - first.year}–{1 - last.year} BC"
    century = first.year // 100 + 1 if first.year >= 0 else -last.year // 100 + 1
    return f"the {_ordinal(century)} century" + ("" if first.year >= 0 else " BC")


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _interval(date: Edtf) -> str:
    start, end = date.ends
    if start is None or end is None:
        known = start or end
        assert known is not None
        return f"from {wording(known)} on" if end is None else f"until {wording(known)}"
    if start.qualifier or end.qualifier:
        return f"{wording(start)} – {wording(end)}"
    left, right = start.earliest, end.latest
    if start.precision == end.precision and left.year == right.year:
        if start.precision == "day" and left.month == right.month:
            return f"{left.day}–{_plain(end)}"
        if start.precision == "day":
            return f"{left.day} {MONTHS[left.month - 1]} – {_plain(end)}"
        if start.precision == "month":
            return f"{MONTHS[left.month - 1]}–{_plain(end)}"
    if start.precision == end.precision == "year":
        if right.year <= 0:
            return f"{1 - left.year}–{1 - right.year} BC"
        return (
            f"{year_words(left.year)}–{right.year}" if left.year > 0 else f"{year_words(left.year)} – AD {right.year}"
        )
    return f"{_plain(start)} – {_plain(end)}"
