"""Dates as people write them: "30 October 1920", "May–June 1919", "the 1620s", "490 BC"."""

from __future__ import annotations

from datedeck.dates.bounds import Bound
from datedeck.dates.edtf import MONTHS, Edtf

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ABOUT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_BOUND_WORDS: dict[Bound, str] = {"by": "by", "until": "until", "before": "before", "since": "since", "after": "after"}


def wording(date: Edtf) -> str:
    """The date in words, with its qualifier ("about 1520"); intervals with an en dash."""
    if date.precision != "interval":
        return _ABOUT[date.qualifier] + _plain(date)
    left, right = _interval(date)
    if not left or not right:
        return f"from {left} on" if left else f"until {right}"
    return f"{left} – {right}" if " " in left else f"{left}–{right}"


def dated_phrase(date: Edtf, bound: Bound = "on") -> str:
    """The date with the words its bound and precision ask for: "on 30 October 1920", "between 1550 and 1580"."""
    if bound in _BOUND_WORDS:
        return f"{_BOUND_WORDS[bound]} {wording(date)}"
    if date.precision == "interval":
        left, right = _interval(date)
        if not left or not right:
            return wording(date)
        if bound != "during":
            return f"from {left} to {right}"
        months = all(end and end.precision == "month" for end in date.ends)
        return f"in {wording(date)}" if months else f"between {left} and {right}"
    return f"on {wording(date)}" if date.precision == "day" else f"in {wording(date)}"


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
        return f"the {first.year}s" if first.year >= 1000 else f"{year_words(first.year)} – {year_words(last.year)}"
    century = first.year // 100 + 1 if first.year >= 0 else -last.year // 100 + 1
    return f"the {_ordinal(century)} century" + ("" if first.year >= 0 else " BC")


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
    return _plain(start), _plain(end)
