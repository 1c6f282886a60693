"""A month before its day: "October 30, 1920", "March 16", "May the 5th", "May fifth"."""

import re

from datedeck.extract.mentions.guards import counted_ahead, is_letter_dating, is_measured, last_word
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import (
    BEFORE_YEAR,
    DAY,
    GAP,
    MAYBE,
    MONTH,
    ORDINAL,
    YEAR,
    day_number,
    month_number,
    year_number,
)
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<head>(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY}|{ORDINAL}))"
    rf"(?:(?:{BEFORE_YEAR}|{MAYBE},)(?P<year>{YEAR}))?"
)
_CLAUSE = re.compile(r"[,.;:)!?]|\s*$")


def build(match: re.Match[str]) -> Hit | None:
    """One day, unless its number measures or counts something ("March 20 kilometres", "May second thoughts").

    Where no calendar has the day its month and year remain.
    """
    text, end = match.string, match.end("head")
    word = last_word(text, match.start())
    if is_measured(text, end):
        return None
    if not match["year"]:
        in_words = not match["day"][0].isdigit()
        if is_letter_dating(text, end) or _begins_count(text, end, word):
            return None
        if in_words and word != "on" and not _CLAUSE.match(text, end):
            return None
        return calendar_hit(match, "month-day")
    year, month = year_number(match["year"]), month_number(match["month"])
    if year is not None and not exists(year, month, day_number(match["day"])):
        return Hit((Part(Span(*match.span()), year, month),), "month-year")
    return calendar_hit(match, "month-day")


def _begins_count(text: str, end: int, word: str) -> bool:
    """Whether the number counts what follows ("In May 12 ships"); after "on" it is the day's."""
    return word != "on" and counted_ahead(text, end)


RULE = Rule("month-day", "month", PATTERN, build)
