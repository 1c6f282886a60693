"""Days in figures: "30.10.1920", "30/10/1920", "10/30/1920", "1920/10/30".

Dots put the day first, as everywhere where they are written. With slashes and hyphens it is first in some countries
and second in others: a number over 12 decides, else only the year is certain (rule `numeric-ambiguous`).
"""

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import LATEST_YEAR
from datedeck.model import Span

PATTERN = re.compile(
    r"(?:(?P<one>[0-9]{1,2})(?P<sign>\.[ \xa0]|[./-])(?P<two>[0-9]{1,2})(?P=sign)(?P<year>[1-9][0-9]{3})"
    r"|(?P<front>[1-9][0-9]{3})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2}))(?!\w|[./-][0-9])"
)
_CODE = re.compile(
    r"\b(?:ISBN|ISSN|DOI|IP|[Pp]hone|[Tt]elephone|[Tt]el|[Ff]ax|[Vv]ersions?|[Vv]er|v|[Rr]elease|[Bb]uild|[Ss]erial|[Cc]ode|"
    r"[Rr]atio|[Ss]core|[Ff]igures?|[Ee]quations?)[.:]?[ \xa0]?$"
)
_EARLIEST = 1000


def build(match: re.Match[str]) -> Hit | None:
    """One day, or of a date that may be read two ways its year."""
    text, start, end = match.string, *match.span()
    year = int(match["year"] or match["front"])
    if not _EARLIEST <= year <= LATEST_YEAR or is_quantity(text, start, end) or _CODE.search(before(text, start)):
        return None
    if match["front"]:
        return _hit(match, year, int(match["month"]), int(match["day"]))
    one, two = int(match["one"]), int(match["two"])
    if one == two or two > 12 or one > 12 or match["sign"].startswith("."):
        return _hit(match, year, one, two) if two > 12 else _hit(match, year, two, one)
    if not one or not two:
        return None
    return Hit((Part(Span(start, end), year),), "numeric-ambiguous")


def _hit(match: re.Match[str], year: int, month: int, day: int) -> Hit | None:
    if not 1 <= month <= 12 or day < 1 or not exists(year, month, day):
        return None
    return Hit((Part(Span(*match.span()), year, month, day),), "numeric")


RULE = Rule("numeric", "digit", PATTERN, build, follow="./-")
