"""The year first: "1788 May 5", "1788, May 5", "1788-May-05"."""

import re

from datedeck.extract.mentions.guards import counted_ahead, is_measured
from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import DAY, GAP, MONTH, day_number, month_number, year_number
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<year>[12][0-9]{{3}})(?:,?{GAP}|-)(?P<month>{MONTH})(?:{GAP}|-)(?P<day>{DAY})(?!,?{GAP}[12][0-9]{{3}}(?!\w)|\w)"
)


def build(match: re.Match[str]) -> Hit | None:
    """One day, if the calendar has it."""
    year, month, day = year_number(match["year"]), month_number(match["month"]), day_number(match["day"])
    if year is None or not exists(year, month, day):
        return None
    if is_measured(match.string, match.end()) or counted_ahead(match.string, match.end()):
        return None
    return Hit((Part(Span(*match.span()), year, month, day),), "year-month-day")


RULE = Rule("year-month-day", "digit", PATTERN, build, digits=(4, 4), follow=" \t\xa0\r\n,-")
