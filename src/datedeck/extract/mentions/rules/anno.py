"""Years that words before them make certain: "in the year 79", "the year of our Lord 1066", "Anno Domini 1066"."""

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import year_number
from datedeck.model import Span

PATTERN = re.compile(r"[1-9][0-9]{0,3}(?![\w'’-])(?![.,/][0-9])")
_S = r"[ \xa0\r\n]{1,2}"
_BEHIND = re.compile(
    rf"(?<!\w)(?:(?P<anno>[Aa]nno{_S}[Dd]omini)|year{_S}of{_S}(?:(?:our|the){_S}Lord|[Gg]race|Christ)|"
    rf"(?P<plain>(?:in|by|of|since|until|till|from|before|after|to|during|about|around){_S}the{_S}year)),?{_S}$",
    re.IGNORECASE,
)
_SIGNS = ("year", "domini", "lord", "grace", "christ")
_OTHER_COUNT = re.compile(rf"{_S}(?:of|after|from|since)\b")


def build(match: re.Match[str]) -> Hit | None:
    """One year; after "the year" alone only one of one or two digits, as others need no such word."""
    text, start = match.string, match.start()
    behind = before(text, start, 32)
    if not behind.rstrip(" \xa0\r\n,").lower().endswith(_SIGNS):
        return None
    found = _BEHIND.search(behind)
    year = year_number(match[0])
    if not found or year is None or is_quantity(text, start, match.end()):
        return None
    if found["plain"] and (year > 99 or _OTHER_COUNT.match(text, match.end())):
        return None
    if found["anno"]:
        start -= len(behind) - found.start()
    return Hit((Part(Span(start, match.end()), year),), "year")


RULE = Rule("year", "digit", PATTERN, build)
