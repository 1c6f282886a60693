"""Years joined by a dash: "1914–1918", "1914–18", "1812/13", "1702–5", "(r. 527–565)"."""

import re

from datedeck.dates import MONTHS
from datedeck.extract.mentions.guards import before, is_quantity, last_word
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import MAYBE, MONTH, year_number
from datedeck.model import Span

PATTERN = re.compile(
    rf"([1-9][0-9]{{2,3}})(?P<join>{MAYBE}[-–—/]{MAYBE})([1-9][0-9]{{2,3}}|[0-9]{{2}}|(?<=[0-9][-–—])[0-9])"
    rf"(?![\w]|[-–—/][0-9])"
)
_HYPHEN_MONTHS = range(1, 13)  # "1920-05" is a month of ISO 8601, "1904-05" two years
_REIGN = re.compile(
    r"(?<!\w)(?:r|c|ca|fl|b|d)\.[ \xa0]?$|\b(?:circa|reigned|ruled|reign|rule|papacy|lived|AD)[ \xa0\n,]{0,2}$"
    r"|\b[A-Z]\w+[ ](?:[IVX]{1,5}|the[ ][A-Z]\w+)[ ]\($"
)
_TIME = frozenset(
    "of in from during by to throughout circa c. ca. r. fl. years war period reign campaign crusade ruled reigned "
    "winter rebellion revolt siege plague famine the king queen emperor empress pope bishop duke abbot sultan".split()
)
_OPENED = re.compile(r"(?:[(\[,—–*_]|\b(?:c|ca|r|fl)\.)[ \xa0]?$|^$|\n$|[A-Z][\w’']+[ \xa0]$")
_CERTAIN = 1500
_AFTER_ONE = re.compile(rf"[.,:][0-9]|{MAYBE}{MONTH}")  # "1702–5.3", "1702–5 June"
_MONTHS = frozenset(name.lower() for name in MONTHS)


def build(match: re.Match[str]) -> Hit | None:
    """Two years, the second perhaps shortened; nothing where they do not go forward."""
    left, right = year_number(match[1]), int(match[3])
    if left is None or is_quantity(match.string, match.start(), match.end()):
        return None
    if len(match[3]) == 2:
        short, right = right, left - left % 100 + right
        if right <= left:
            return _iso_month(match, left, short)
    if len(match[3]) == 1:
        right += left - left % 10
        if (
            _AFTER_ONE.match(match.string, match.end())
            or last_word(match.string, match.start()).rstrip(".,") in _MONTHS
        ):
            return None
    if not left < right <= left + 500 or len(match[3]) not in (1, 2, len(match[1])):
        return None
    if left < _CERTAIN and not _is_dated(match.string, match.start(), left):
        return None
    parts = (Part(Span(*match.span(1)), left), Part(Span(*match.span(3)), right))
    return Hit(parts, "year-range", "range")


def _is_dated(text: str, start: int, year: int) -> bool:
    """Whether what stands before a range says that its small numbers are years."""
    behind = before(text, start, 30)
    if year < 1000:
        return bool(_REIGN.search(behind))
    return last_word(text, start) in _TIME or bool(_OPENED.search(behind))


def _iso_month(match: re.Match[str], year: int, month: int) -> Hit | None:
    if match["join"] != "-" or month not in _HYPHEN_MONTHS or year < _CERTAIN:
        return None
    return Hit((Part(Span(*match.span()), year, month),), "iso")


RULE = Rule("year-range", "digit", PATTERN, build, digits=(3, 4), follow=" \t\xa0\r\n-–—/")
