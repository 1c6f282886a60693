"""The year first: "1788 May 5", "1788, May 5", "1788-May-05", "1788, 5 May", "1788 (5 May)"."""

import re

from datedeck.extract.mentions.guards import before, counted_ahead, is_measured
from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import DAY, GAP, MONTH, day_number, month_number, year_number
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<year>[12][0-9]{{3}})(?:,?{GAP}|-)(?P<month>{MONTH})(?:{GAP}|-)(?P<day>{DAY})(?!,?{GAP}[12][0-9]{{3}}(?!\w)|\w)"
)
DAY_FIRST = re.compile(
    rf"(?P<year>[12][0-9]{{3}})(?:,{GAP}|{GAP}\()(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{MONTH})"
    rf"(?!,?{GAP}[12][0-9]{{3}}(?!\w)|\w)(?P<closed>\))?"
)
_LINE = re.compile(r"(?:^|[\r\n][ \t]*(?:[-*•][ \t])?)$")


def build(match: re.Match[str]) -> Hit | None:
    """One day, if the calendar has it."""
    year, month, day = year_number(match["year"]), month_number(match["month"]), day_number(match["day"])
    if year is None or not exists(year, month, day):
        return None
    if is_measured(match.string, match.end()) or counted_ahead(match.string, match.end()):
        return None
    return Hit((Part(Span(*match.span()), year, month, day),), "year-month-day")


def build_day_first(match: re.Match[str]) -> Hit | None:
    """The same with the day before the month, in brackets or at the beginning of a chronicle's line."""
    if not match["closed"] and not _LINE.search(before(match.string, match.start(), 8)):
        return None
    return build(match)


DAY_RULE = Rule("year-month-day", "digit", DAY_FIRST, build_day_first, digits=(4, 4), follow=" \t\xa0\r\n,")
RULE = Rule("year-month-day", "digit", PATTERN, build, digits=(4, 4), follow=" \t\xa0\r\n,-")
