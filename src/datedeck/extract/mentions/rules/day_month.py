"""A day before its month: "3 December 1920", "3rd of December, 1920", "30 October", "15 March 44"."""

import re

from datedeck.extract.mentions.guards import is_letter_dating, is_numbering
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import BEFORE_YEAR, DAY, GAP, MONTH, YEAR
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<head>(?P<day>{DAY})(?:-|(?:(?<=[a-zA-Z])[.,]?)?{GAP}(?:day{GAP})?(?:of{GAP})?"
    rf"(?:the{GAP}month{GAP}of{GAP}|the{GAP})?)(?P<month>{MONTH}))(?:(?:{BEFORE_YEAR}|-)(?P<year>{YEAR}))?"
)
_EARLY_YEAR = re.compile(rf"{GAP}(?P<year>[1-9][0-9]?)(?=[.,;:)!?](?![0-9])|\s*$)")


def build(match: re.Match[str]) -> Hit | None:
    """One day, with its year where it is said; none where the number belongs to a word before it ("No. 5")."""
    hit = None if is_numbering(match.string, match.start()) else calendar_hit(match, "day-month")
    if hit and hit.parts[0].needs_year and is_letter_dating(match.string, hit.span.end):
        return None
    early = _EARLY_YEAR.match(match.string, hit.span.end) if hit and hit.parts[0].needs_year else None
    if hit and early:
        span = Span(hit.span.start, early.end())
        return hit.of((hit.parts[0]._replace(span=span, year=int(early["year"]), era_open=True),))
    return hit


RULE = Rule("day-month", "digit", PATTERN, build, digits=(1, 2))
