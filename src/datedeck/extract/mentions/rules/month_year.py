"""A month with its year: "May 1918", "May, 1920", "May of 1918"."""

import re

from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import BEFORE_YEAR, MONTH, YEAR

PATTERN = re.compile(rf"(?P<head>(?P<month>{MONTH}))(?:{BEFORE_YEAR}|-)(?P<year>{YEAR})")


def build(match: re.Match[str]) -> Hit | None:
    """One month of a year; nothing where the number is no year."""
    hit = calendar_hit(match, "month-year")
    return hit if hit and hit.parts[0].year is not None else None


RULE = Rule("month-year", "month", PATTERN, build, follow="0")
