"""One day in two calendars: "25 October (7 November) 1917", "6/18 June 1815", "November 7 [O.S. October 25] 1917".

It is one date only if the two days differ by just what the calendars differ by at that time; the value is the
Gregorian day, from which the Julian is computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from datedeck.dates import Day
from datedeck.dates.calendars import is_julian, to_gregorian, to_julian
from datedeck.dates.edtf import days_in
from datedeck.extract.mentions.guards import is_quantity
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.styles import STYLE, is_old
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import BEFORE_YEAR, DAY, GAP, MONTH, day_number, month_number
from datedeck.model import Span

_YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])"  # there was one calendar only before 1582
_LAST_YEAR = rf"{_YEAR}(?:/(?:1[0-9]{{3}}|[0-9]{{1,2}})(?![0-9]))?"  # "1688/9": the year began on 25 March
_OF = rf"{GAP}(?:of{GAP})?"


def _pattern(first: str) -> re.Pattern[str]:
    """Two days joined by a slash, or the second in brackets. `first` reads `d1`, perhaps `m1`.

    What may be left out is taken for good where it stands (`?+`): nothing is tried again without it.
    """
    label = rf"(?:[(\[]{STYLE}[)\]]|{STYLE})"
    second = rf"(?:(?P<m2>{MONTH}){GAP}(?P<d2>{DAY})|(?P<d3>{DAY})(?:{_OF}(?P<m3>{MONTH}))?+)"
    return re.compile(
        rf"{first}(?:{BEFORE_YEAR}(?P<y1>{_YEAR}))?+(?:,?{GAP}(?P<s1>{label}))?+"
        rf"(?:{GAP})?+(?:/(?:{GAP})?+|(?P<open>[(\[]))(?:(?P<s0>{STYLE})[,:]?{GAP})?+"
        rf"{second}(?:{BEFORE_YEAR}(?P<y2>{_LAST_YEAR}))?+(?:,?{GAP}(?P<s2>{label}))?+(?(open)[)\]])"
        rf"(?:{_OF}(?P<m4>{MONTH}))?+(?:{BEFORE_YEAR}(?P<y3>{_LAST_YEAR}))?+"
    )


DAY_FIRST = _pattern(rf"(?P<d1>{DAY})(?:{_OF}(?P<m1>{MONTH}))?+")
MONTH_FIRST = _pattern(rf"(?P<m1>{MONTH}){GAP}(?P<d1>{DAY})")
_ANY_YEARS = (1600, 1650, 1704, 1750, 1804, 1850, 1904, 1950)  # each difference of modern times, in two kinds of years


def build(match: re.Match[str]) -> Hit | None:
    """One date, if both days are the same by the calendars."""
    sides = _sides(match)
    if not sides:
        return None
    found = next(_same_days(match, *sides), None)
    if not found:
        return None
    day, first_is_old = found
    labels = [(match["s1"], first_is_old), (match["s0"] or match["s2"], not first_is_old)]
    if any(label and is_old(label) != old for label, old in labels):
        return None
    named = match["y1"] or match["y2"] or match["y3"]
    span, year = Span(*match.span()), day.year if named else None
    return Hit((Part(span, year, day.month, day.day, calendar="Gregorian and Julian"),), "dual-day")


def _sides(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Month and day of each side; a month that is said once counts for both."""
    months = [match["m1"], match["m2"] or match["m3"] or match["m4"]]
    if match["m4"] and (match["m3"] or match["m2"]):
        return None
    shared = months[0] or months[1]
    days = [match["d1"], match["d2"] or match["d3"]]
    if not shared or (match["m1"] and match["m4"]):
        return None
    one, other = ((month_number(month or shared), day_number(day)) for month, day in zip(months, days, strict=True))
    labelled = match["s0"] or match["s1"] or match["s2"] or match["y1"] or match["y2"] or match["y3"]
    if not labelled and not months[1]:
        return None  # "May 4 (15)"
    apart = abs((one[0] - other[0]) * 30 + one[1] - other[1])
    return (one, other) if 8 <= min(apart, 360 - apart) <= 16 else None  # roughly; the calendars tell


def _same_days(match: re.Match[str], one: tuple[int, int], other: tuple[int, int]) -> Iterator[tuple[Day, bool]]:
    """The Gregorian day that both sides name, and whether the first side is the Julian one."""
    last = _last_year(match["y2"] or match["y3"] or "", other)
    if last is None:
        return
    if match["y3"] and is_quantity(match.string, match.start("y3"), match.end("y3")):
        return
    if match["y1"]:
        for day, other_day, old in _pairs(Day(int(match["y1"]), *one), other):
            if not last or last == other_day.year:
                yield day, old
    elif last:
        # The year after brackets is the year of both days; one beside the second day is at least that day's.
        for day, first_day, old in _pairs(Day(last, *other), one):
            if match["y2"] or not match["open"] or first_day.year == last or "/" in match["y3"]:
                yield day, not old
    else:
        for year in _ANY_YEARS:
            for day, _, old in _pairs(Day(year, *other), one):
                yield day, not old


def _last_year(words: str, day: tuple[int, int]) -> int | None:
    """The year behind the second day, 0 if there is none: of "1688/9" the later one; None where that cannot be."""
    first, _, second = words.partition("/")
    year = int(first or 0) + bool(second)
    return None if second and (day > (3, 25) or not str(year).endswith(second)) else year


def _pairs(anchor: Day, other: tuple[int, int]) -> Iterator[tuple[Day, Day, bool]]:
    """The Gregorian day, the day of the other side, and whether the anchor is Julian, where both are the same day."""
    if anchor.day <= days_in(anchor.year, anchor.month):
        old = to_julian(anchor)
        if (old.month, old.day) == other:
            yield anchor, old, False
    if is_julian(anchor):
        new = to_gregorian(anchor)
        if (new.month, new.day) == other:
            yield new, new, True


DAY_RULE = Rule("dual-day", "digit", DAY_FIRST, build, digits=(1, 2))
MONTH_RULE = Rule("dual-day", "month", MONTH_FIRST, build, follow="0")
