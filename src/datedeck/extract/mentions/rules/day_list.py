"""Days that share a month after them: "7–9 May 1919", "from 4 to 6 May", "4, 5 and 9 May 1919"."""

import re

from datedeck.extract.mentions.guards import before, is_numbering
from datedeck.extract.mentions.rules.habitual import is_habitual
from datedeck.extract.mentions.rules.rule import Rule, exists, is_dual_like, uncertain
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import (
    AND,
    BEFORE_YEAR,
    DAY,
    GAP,
    MAYBE,
    MONTH,
    TO,
    YEAR,
    day_number,
    month_number,
    year_number,
)
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<days>{DAY}(?:(?P<to>{TO}){DAY}|(?:,{MAYBE}(?:the{GAP})?{DAY}){{0,4}},?{AND}{DAY})){GAP}(?:of{GAP})?(?P<month>{MONTH})"
    rf"(?:{BEFORE_YEAR}(?P<year>{YEAR}))?"
)
_DAY = re.compile(r"[0-9]+(?:st|nd|rd|th|d|ST|ND|RD|TH)?")
_BETWEEN = re.compile(r"\bbetween[ \xa0\n](?:the[ \xa0\n])?$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """The days of one month; a range where they are joined as one."""
    year = year_number(match["year"]) if match["year"] else None
    month = month_number(match["month"])
    days = list(_DAY.finditer(match.string, *match.span("days")))
    numbers = [day_number(day[0]) for day in days]
    if numbers != sorted(set(numbers)) or not exists(year, month, numbers[-1]):
        return None
    if is_dual_like(match["to"], numbers):
        return uncertain(match)
    if year is None and is_habitual(match.string, *match.span()):
        return None
    if is_numbering(match.string, match.start()):
        return None
    ends = [day.end() for day in days[:-1]] + [match.end()]
    parts = tuple(
        Part(Span(day.start(), end), year, month, number) for day, end, number in zip(days, ends, numbers, strict=True)
    )
    is_range = match["to"] or (len(days) == 2 and _BETWEEN.search(before(match.string, match.start())))
    return Hit(parts, "day-list", "range" if is_range else "list")


RULE = Rule("day-list", "digit", PATTERN, build, digits=(1, 2))
