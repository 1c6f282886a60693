"""Days that share a month before them: "May 7–9, 1919", "May 4 and 5", "between May 4 and 6"."""

import re

from datedeck.extract.mentions.guards import before, is_measured
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
    rf"(?P<head>(?P<month>{MONTH}){GAP}(?P<days>{DAY}(?:(?P<to>{TO}){DAY}|(?:,{MAYBE}{DAY}){{0,4}},?{AND}{DAY})))"
    rf"(?!{GAP}{MONTH})(?:{BEFORE_YEAR}(?P<year>{YEAR}))?"
)
_DAY = re.compile(r"[0-9]+(?:st|nd|rd|th|d|ST|ND|RD|TH)?")
_BETWEEN = re.compile(r"\bbetween[ \xa0\n]$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """The days of one month; a range where they are joined as one."""
    if is_measured(match.string, match.end("head")):
        return None
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
    starts = [match.start()] + [day.start() for day in days[1:]]
    ends = [day.end() for day in days[:-1]] + [match.end()]
    parts = tuple(
        Part(Span(start, end), year, month, number) for start, end, number in zip(starts, ends, numbers, strict=True)
    )
    is_range = match["to"] or (len(days) == 2 and _BETWEEN.search(before(match.string, match.start())))
    return Hit(parts, "month-days", "range" if is_range else "list")


RULE = Rule("month-days", "month", PATTERN, build, follow="0")
