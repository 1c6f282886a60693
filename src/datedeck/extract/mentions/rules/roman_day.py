"""Named days of the Roman calendar: "the Ides of March 44 BC", "the Kalends of June"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import BEFORE_YEAR, MONTH, YEAR
from datedeck.model import Span

PATTERN = re.compile(rf"(?P<head>(?P<month>{MONTH}))(?:{BEFORE_YEAR}(?P<year>{YEAR}))?")
_NAMED = re.compile(r"(?<!\w)(?:[Kk]alends|[Cc]alends|(?P<nones>[Nn]ones)|(?P<ides>[Ii]des))[ \xa0\n]of[ \xa0\n]$")
_FULL_MONTHS = frozenset({3, 5, 7, 10})  # March, May, July, October: Nones on the 7th and Ides on the 15th


def build(match: re.Match[str]) -> Hit | None:
    """The first, the fifth or seventh, the thirteenth or fifteenth of a month, named before it."""
    text, place = match.string, match.start()
    if text[max(0, place - 3) : place - 1] != "of":
        return None
    named = _NAMED.search(before(text, place, 12))
    hit = calendar_hit(match, "roman-day") if named else None
    if not named or not hit:
        return None
    month = hit.parts[0].month
    later = 2 if month in _FULL_MONTHS else 0
    day = 13 + later if named["ides"] else 5 + later if named["nones"] else 1
    part = hit.parts[0]
    span = Span(place - (named.end() - named.start()), part.span.end)
    return Hit((part._replace(span=span, day=day),), "roman-day")


RULE = Rule("roman-day", "month", PATTERN, build)
