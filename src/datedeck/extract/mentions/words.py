"""Words and pattern pieces that the rules share. Every piece is bounded, so that no text makes a pattern slow."""

from __future__ import annotations

import re

from datedeck.dates import MONTHS

_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}

GAP = r"(?:[ \t\xa0]{1,4}|[ \t\xa0]{0,4}(?:\r\n|\n|\r)[ \t\xa0]{0,8})"  # white space, at most one line end
MAYBE = rf"{GAP}?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![a-z])\.?)(?!\w)"
)
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
ERA = r"(?:BCE|BC|B\.C\.E\.|B\.C\.|CE|AD|A\.D\.)(?!\w)"
YEAR = rf"(?:(?:AD|A\.D\.){MAYBE}[0-9]{{1,4}}(?![0-9])|[0-9]{{1,4}}{MAYBE}{ERA}|[1-9][0-9]{{2,3}}(?![0-9]))"
BEFORE_YEAR = rf"(?:{MAYBE},{MAYBE}|{GAP}(?:of{GAP}|in{GAP})?(?:the{GAP}year{GAP})?)"
DASH = rf"{MAYBE}[-–—]{MAYBE}"
TO = rf"(?:{DASH}|/|{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?)"
AND = rf"{GAP}(?:and|or){GAP}(?:the{GAP})?"

_DIGITS = re.compile(r"[0-9]+")
_ORDINAL = re.compile(r"[a-z]+$")
LATEST_YEAR = 2100


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return _NUMBERS[word[:3].lower()]


def day_number(word: str) -> int:
    """The number in "3rd" or "03"."""
    return int(_ORDINAL.sub("", word))


def year_number(words: str) -> int | None:
    """The astronomical year of "1920", "AD 79" or "490 BC" (-489); None where it is no year of history."""
    digits = _DIGITS.search(words)
    assert digits
    year = int(digits[0])
    if year == 0 or (year > LATEST_YEAR and "B" not in words):
        return None
    return 1 - year if "B" in words else year
