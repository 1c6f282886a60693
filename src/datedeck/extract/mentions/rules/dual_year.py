"""Two years for one day, where the year began on 25 March: "10 February 1641/2", "March 1641/42"; and "1641/2" alone.

Of such a day before 25 March the later year is ours. Alone, "1641/2" is both years.
"""

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import BEFORE_YEAR, DAY, GAP, MAYBE, MONTH, day_number, month_number
from datedeck.model import Span

_YEARS = r"(?P<year>1[0-9]{3})(?P<sign>/|[-–])(?P<second>1[0-9]{3}|[0-9]{1,2})(?![\w]|[-–/.][0-9])"
DAY_FIRST = re.compile(rf"(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{MONTH}){BEFORE_YEAR}{_YEARS}")
MONTH_FIRST = re.compile(rf"(?P<month>{MONTH})(?:{GAP}(?:the{GAP})?(?P<day>{DAY}))?(?:{BEFORE_YEAR}|{MAYBE},){_YEARS}")
ALONE = re.compile(r"(?P<year>1[0-9]{3})/(?P<second>[0-9])(?![\w]|[-–/.,][0-9])")
_CERTAIN = 1500  # earlier numbers are taken as years only after a word of time
_TIME = re.compile(r"\b(?:in|by|since|until|till|from|during|before|after|of|and|year|winter)[ \xa0\n]$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """One day or month before 25 March, in the later year. A dash may join the years only behind a day."""
    month, day = month_number(match["month"]), day_number(match["day"]) if match["day"] else None
    year = _later(match)
    if year is None or (month, day or 0) > (3, 25) or (match["sign"] != "/" and day is None):
        return None
    if day is not None and not exists(year, month, day):
        return None
    return Hit((Part(Span(*match.span()), year, month, day),), "dual-year")


def build_alone(match: re.Match[str]) -> Hit | None:
    """Two years, the second shortened to one figure; of "1000/1" and the like a word of time must tell."""
    text, start, end = match.string, *match.span()
    year = _later(match)
    if year is None or is_quantity(text, start, end):
        return None
    if year <= _CERTAIN and not _TIME.search(before(text, start)):
        return None
    parts = (Part(Span(start, match.end("year")), year - 1), Part(Span(match.start("second"), end), year))
    return Hit(parts, "dual-year", "range")


def _later(match: re.Match[str]) -> int | None:
    """The second year, if it is the one after the first."""
    year = int(match["year"]) + 1
    return year if str(year).endswith(match["second"]) else None


DAY_RULE = Rule("dual-year", "digit", DAY_FIRST, build, digits=(1, 2))
MONTH_RULE = Rule("dual-year", "month", MONTH_FIRST, build, follow="0")
RULE = Rule("dual-year", "digit", ALONE, build_alone, digits=(4, 4), follow="/")
