"""A day before its month: "3 December 1920", "3rd of December, 1920", "30 October"."""

import re

from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import BEFORE_YEAR, DAY, GAP, MONTH, YEAR

PATTERN = re.compile(
    rf"(?P<head>(?P<day>{DAY})(?:-|{GAP}(?:day{GAP})?(?:of{GAP})?(?:the{GAP})?)(?P<month>{MONTH}))"
    rf"(?:(?:{BEFORE_YEAR}|-)(?P<year>{YEAR}))?"
)


def build(match: re.Match[str]) -> Hit | None:
    """One day, with its year where it is said."""
    return calendar_hit(match, "day-month")


RULE = Rule("day-month", "digit", PATTERN, build)
