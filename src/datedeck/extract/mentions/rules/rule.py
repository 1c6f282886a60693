"""The shape of a rule: a form of writing dates, as a pattern and a builder."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from datedeck.dates.edtf import days_in
from datedeck.extract.mentions.guards import is_quantity
from datedeck.extract.mentions.rules.habitual import is_habitual
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.extract.mentions.words import day_number, month_number, year_number
from datedeck.model import Span

First = Literal["digit", "month", "season", "century", "noun", "feast", "millennium", "weekday"]
LEAP = 2000  # a year in which every day of the calendar exists, for dates whose year is not said


class Rule(NamedTuple):
    """One form: tried where a text shows its kind of `first` sign; `build` may still say no (None).

    Only for speed, a rule says where it need not be tried: the fewest and most `digits` of the number that begins it,
    and the signs one of which must `follow` that number (where any may: none are named). For a month, "0" as such a
    sign says that a number must come soon after it.
    """

    name: str
    first: First
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Hit | None]
    digits: tuple[int, int] = (0, 4)
    follow: str = ""


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day (in some year, where none is said)."""
    return day <= days_in(LEAP if year is None else year, month)


def calendar_hit(match: re.Match[str], rule: str) -> Hit | None:
    """A hit from the groups `month`, perhaps `day`, perhaps `year` (which is cut off again where it is no year).

    The group `head` holds the words without the year.
    """
    groups = match.groupdict()
    year, end = None, match.end()
    if groups.get("year"):
        year = year_number(match["year"])
        if year is None or _is_share(match, year) or is_quantity(match.string, match.start("year"), match.end("year")):
            year, end = None, match.end("head")
    month = month_number(match["month"])
    day = day_number(match["day"]) if groups.get("day") else None
    if day is not None and not exists(year, month, day):
        return None
    if year is None and is_habitual(match.string, match.start(), end):
        return None
    return Hit((Part(Span(match.start(), end), year, month, day),), rule)


def uncertain(match: re.Match[str]) -> Hit:
    """A hit without a value over words that may mean two things: nothing is read inside it, nor counted from it."""
    return Hit((Part(Span(*match.span()), relative=Relative("vague", 1)),), "vague")


def is_dual_like(joint: str | None, days: list[int]) -> bool:
    """Whether a slash joins days as far apart as calendars are: one day told twice, though wrongly, or a range."""
    return joint == "/" and days[-1] - days[0] in range(9, 15)


def _is_share(match: re.Match[str], year: int) -> bool:
    """Whether a small number after "of" is a count ("a low in January of 114")."""
    return year < 1000 and match["year"].isdigit() and " of" in match.string[match.end("head") : match.start("year")]
