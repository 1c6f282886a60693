"""A month before its day: "October 30, 1920", "March 16"."""

import re

from datedeck.extract.mentions.guards import is_measured
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import BEFORE_YEAR, DAY, GAP, MAYBE, MONTH, YEAR

PATTERN = re.compile(
    rf"(?P<head>(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY}))(?:(?:{BEFORE_YEAR}|{MAYBE},)(?P<year>{YEAR}))?"
)


def build(match: re.Match[str]) -> Hit | None:
    """One day, unless the number measures something ("March 20 kilometres")."""
    if is_measured(match.string, match.end("head")):
        return None
    return calendar_hit(match, "month-day")


RULE = Rule("month-day", "month", PATTERN, build)
