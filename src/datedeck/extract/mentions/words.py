"""Words and pattern pieces that the rules share. Every piece is bounded, so that no text makes a pattern slow."""

from __future__ import annotations

import re

from datedeck.dates import MONTHS
from datedeck.dates import ORDINALS as FIRST_ORDINALS

_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
# "Septr" and "Jany" are what letters of the eighteenth century write
_SHORT = r"Jan(?:r?y)?|Feb(?:r?y|r)?|Mar|Apr|Jun|Jul|Augt?|Sept?r?|Octr?|Novr?|Decr?"

GAP = r"(?:[ \t\xa0]{1,4}|[ \t\xa0]{0,4}(?:\r\n|\n|\r)[ \t\xa0]{0,8})"  # white space, at most one line end
MAYBE = rf"{GAP}?"
MONTH = (
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(MONTHS).upper()}"
    rf"|(?:{_SHORT}|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?![A-Za-z])\.?)(?!\w)"
)
DAY = r"(?:(?:[12][0-9]|3[01]|0?[1-9])(?:[ ]th|st|nd|rd|th|(?<=[23])d|ST|ND|RD|TH)?(?![0-9A-Za-z]))"
ORDINALS = {word: number for number, word in enumerate(FIRST_ORDINALS, 1)}
ORDINALS |= {f"twenty{joint}{word}": 20 + number for joint in "- " for number, word in enumerate(FIRST_ORDINALS[:9], 1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31, "thirty first": 31}
# longest first, so that "twenty-first" is not cut; a line end may stand where a space does
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?!\w)"
ERA = (
    r"(?:(?:BCE?|CE|AD|bce?|B\.[ \xa0]?C\.(?:[ \xa0]?E\.)?|C\.[ \xa0]?E\.|A\.[ \xa0]?D\.|B\.C|A\.D"
    r"|b\.[ \xa0]?c\.(?:[ \xa0]?e\.)?|c\.[ \xa0]?e\.|a\.[ \xa0]?d\.)(?!\w))"
)
ANNO = r"(?:AD|A\.[ \xa0]?D\.|a\.[ \xa0]?d\.|[Aa]nno(?:[ \xa0][Dd]omini)?)"
YEAR = rf"(?:{ANNO}{MAYBE}[0-9]{{1,4}}(?!\w)|[0-9]{{1,4}}{MAYBE}{ERA}|[1-9][0-9]{{2,3}}(?!\w))"
_THE_YEAR = rf"the{GAP}year{GAP}(?:of{GAP}our{GAP}Lord{GAP})?"
BEFORE_YEAR = rf"(?:{MAYBE},{MAYBE}(?:in{GAP}{_THE_YEAR})?|{GAP}(?:of{GAP}|in{GAP})?(?:{_THE_YEAR})?)"
DASH = rf"{MAYBE}[-–—]{MAYBE}"
TO = rf"(?:{DASH}|/|{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?)"
AND = rf"{GAP}(?:and|or|&){GAP}(?:the{GAP})?"

_WEEKDAYS = {name: number for number, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))}
_WEEKDAY = re.compile(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?!\w)")
_DIGITS = re.compile(r"[0-9]+")
LATEST_YEAR = 2100


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return _NUMBERS[word[:3].lower()]


def day_number(word: str) -> int:
    """The number in "3rd" or "03", or of an ordinal in words."""
    digits = _DIGITS.match(word)
    return int(digits[0]) if digits else ORDINALS[word.lower()]


def year_number(words: str) -> int | None:
    """The astronomical year of "1920", "AD 79" or "490 BC" (-489); None where it is no year of history."""
    digits = _DIGITS.search(words)
    assert digits
    year = int(digits[0])
    is_before = "B" in words or "b" in words
    if year == 0 or (year > LATEST_YEAR and not is_before):
        return None
    return 1 - year if is_before else year


def weekday_number(words: str) -> int | None:
    """0 for Monday to 6 for Sunday where `words` begin with a weekday's name or abbreviation; else None."""
    found = _WEEKDAY.match(words)
    return _WEEKDAYS.get(found[0][:3]) if found else None
