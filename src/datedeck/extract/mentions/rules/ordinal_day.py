"""A day in words before its month: "the fifth of May 1788", "the twenty-first day of June"."""

import re

from datedeck.extract.mentions.guards import before, last_word
from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import BEFORE_YEAR, MONTH, ORDINAL, YEAR, day_number, month_number, year_number
from datedeck.model import Span

PATTERN = re.compile(rf"(?P<month>{MONTH})(?:{BEFORE_YEAR}(?P<year>{YEAR}))?")
_S = r"[ \xa0\r\n]{1,2}"
_DAY = re.compile(rf"(?<![\w-])(?P<article>the|a|an|one){_S}(?P<day>{ORDINAL})(?:{_S}day)?(?:{_S}of)$", re.IGNORECASE)
_REACH = 40


def build(match: re.Match[str]) -> Hit | None:
    """One day; "a third of May" is a share of it."""
    text, start = match.string, match.start()
    if last_word(text, start) != "of":
        return None
    behind = before(text, start, _REACH).rstrip()
    found = _DAY.search(behind)
    if not found or found["article"].lower() != "the":
        return None
    day, month = day_number(" ".join(found["day"].split())), month_number(match["month"])
    year = year_number(match["year"]) if match["year"] else None
    if not exists(year, month, day):
        return None
    opening = max(0, start - _REACH) + found.start("day")
    return Hit((Part(Span(opening, match.end()), year, month, day),), "ordinal-day")


RULE = Rule("ordinal-day", "month", PATTERN, build)
