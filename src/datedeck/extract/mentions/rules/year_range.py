"""Years joined by a dash: "1914–1918", "1914–18", "1812/13"."""

import re

from datedeck.extract.mentions.guards import is_quantity
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import MAYBE, year_number
from datedeck.model import Span

PATTERN = re.compile(
    rf"([1-9][0-9]{{2,3}})(?P<join>{MAYBE}[-–—/]{MAYBE})([1-9][0-9]{{3}}|[0-9]{{2}})(?![\w]|[-–—/][0-9])"
)
_HYPHEN_MONTHS = range(1, 13)  # "1920-05" is a month of ISO 8601, "1904-05" two years


def build(match: re.Match[str]) -> Hit | None:
    """Two years, the second perhaps shortened; nothing where they do not go forward."""
    left, right = year_number(match[1]), int(match[3])
    if left is None or is_quantity(match.string, match.start(), match.end()):
        return None
    if len(match[3]) == 2:
        short, right = right, left - left % 100 + right
        if right <= left:
            return _iso_month(match, left, short)
    if not left < right <= left + 500 or left < 1000:
        return None
    parts = (Part(Span(*match.span(1)), left), Part(Span(*match.span(3)), right))
    return Hit(parts, "year-range", "range")


def _iso_month(match: re.Match[str], year: int, month: int) -> Hit | None:
    if match["join"] != "-" or month not in _HYPHEN_MONTHS:
        return None
    return Hit((Part(Span(*match.span()), year, month),), "iso")


RULE = Rule("year-range", "digit", PATTERN, build)
