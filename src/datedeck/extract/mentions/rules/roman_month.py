"""Days whose month is a Roman numeral: "5.XI.1918", "5/xi/1918", "5 XI 1918"."""

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import DAY, day_number, year_number
from datedeck.model import Span

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
PATTERN = re.compile(
    rf"(?P<day>{DAY})(?P<sign>\.[ \xa0]?|[/-]|[ \xa0])(?P<month>[IVX]{{1,4}}|[ivx]{{1,4}})(?P=sign)"
    r"(?P<year>[1-9][0-9]{3})(?![\w]|[./-][0-9])"
)
_DATED = re.compile(r"(?:\b(?:on|by|of|from|to|until|since|after|before|and|dated)[ \xa0\n]|[(\[])$")


def build(match: re.Match[str]) -> Hit | None:
    """One day. Between spaces a numeral of one letter may be a word or a sign, so the word before it must tell."""
    if match["month"].upper() not in NUMERALS:
        return None
    text, start, end = match.string, *match.span()
    year, month, day = year_number(match["year"]), NUMERALS.index(match["month"].upper()) + 1, day_number(match["day"])
    if year is None or not exists(year, month, day) or is_quantity(text, start, end):
        return None
    letters = match["month"]
    is_apart = match["sign"] in " \xa0"
    if is_apart and (letters.islower() or (len(letters) == 1 and not _DATED.search(before(text, start)))):
        return None
    return Hit((Part(Span(start, end), year, month, day),), "roman-month")


RULE = Rule("roman-month", "digit", PATTERN, build, digits=(1, 2))
