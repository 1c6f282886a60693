"""A month with its year: "May 1918", "May, 1920", "May of 1918"."""

import re

from datedeck.extract.mentions.rules.rule import Rule, calendar_hit, uncertain
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import BEFORE_YEAR, MAYBE, MONTH, YEAR

PATTERN = re.compile(rf"(?P<head>(?P<month>{MONTH}))(?:{BEFORE_YEAR}|-)(?P<year>{YEAR})")
# "February 1641-2" is of one of these years or of both; "May 1702–5 June 1704" goes on with a day
_SHORT = re.compile(rf"[-–—][0-9](?!\w|{MAYBE}{MONTH})")


def build(match: re.Match[str]) -> Hit | None:
    """One month of a year; nothing where the number is no year, no value where one figure follows by a dash."""
    if _SHORT.match(match.string, match.end()):
        return uncertain(match)
    hit = calendar_hit(match, "month-year")
    return hit if hit and hit.parts[0].year is not None else None


RULE = Rule("month-year", "month", PATTERN, build, follow="0")
