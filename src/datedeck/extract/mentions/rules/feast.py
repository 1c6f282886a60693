"""Feasts as days: "Christmas 1914", "on New Year's Day of 1801", "Easter Monday 1916", "May Day 1919".

A fixed feast without a year takes it from the context, but only where the words around leave no other sense ("Christmas
Island"); a feast that moves is dated only by its own year.
"""

from __future__ import annotations

import re

from datedeck.extract.mentions.computus import days_from_easter
from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.alone import before_name, stands_alone
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import BEFORE_YEAR, YEAR, year_number
from datedeck.model import Span

FIXED = {
    "new years day": (1, 1),
    "epiphany": (1, 6),
    "candlemas": (2, 2),
    "candlemas day": (2, 2),
    "lady day": (3, 25),
    "may day": (5, 1),
    "midsummer day": (6, 24),
    "midsummers day": (6, 24),
    "lammas": (8, 1),
    "lammas day": (8, 1),
    "michaelmas": (9, 29),
    "michaelmas day": (9, 29),
    "halloween": (10, 31),
    "all hallows eve": (10, 31),
    "all hallows day": (11, 1),
    "all saints day": (11, 1),
    "all souls day": (11, 2),
    "martinmas": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "childermas": (12, 28),
    "new years eve": (12, 31),
}
# days from Easter Sunday: the first and the last of the feast
MOVABLE = {
    "shrove tuesday": (-47, -47),
    "ash wednesday": (-46, -46),
    "palm sunday": (-7, -7),
    "holy week": (-7, -1),
    "maundy thursday": (-3, -3),
    "good friday": (-2, -2),
    "holy saturday": (-1, -1),
    "easter eve": (-1, -1),
    "easter": (0, 0),
    "easter day": (0, 0),
    "easter sunday": (0, 0),
    "easter monday": (1, 1),
    "easter tuesday": (2, 2),
    "easter week": (0, 6),
    "ascension day": (39, 39),
    "whitsun": (49, 49),
    "whitsuntide": (49, 49),
    "whitsunday": (49, 49),
    "whit sunday": (49, 49),
    "pentecost": (49, 49),
    "whit monday": (50, 50),
    "whit week": (49, 55),
    "trinity sunday": (56, 56),
}
_POSSESSIVE = {"years", "midsummers", "hallows", "saints", "souls"}
_GAP = r"[ \xa0\r\n-]{1,3}"
_S = r"[ \xa0\r\n]{1,3}"


def _word(word: str) -> str:
    if word == "halloween":
        return "hallowe['’]?en"
    return rf"{word[:-1]}['’]?s['’]?" if word in _POSSESSIVE else word


def _names() -> str:
    """All feasts, the longest first; the first letter of each is a capital."""
    names = sorted((*FIXED, *MOVABLE), key=len, reverse=True)
    words = (_GAP.join(_word(word) for word in name.split()) for name in names)
    return "|".join(f"{word[0].upper()}(?i:{word[1:]})" for word in words)


PATTERN = re.compile(rf"(?P<feast>{_names()})(?![\w])(?!-[a-z])(?:{BEFORE_YEAR}(?P<year>{YEAR}))?")
# "the evening of Christmas Day": from the noun on, as it would else be taken for the evening of some event
PART = re.compile(rf"(?:morning|afternoon|evening|night){_S}of{_S}{PATTERN.pattern}")
MAY_DAY = re.compile(rf"(?P<feast>May{_GAP}[Dd]ay)(?![\w-])(?:{BEFORE_YEAR}(?P<year>{YEAR}))?")
_NO_LETTER = re.compile(r"['’]")
_CUE = re.compile(
    rf"(?<!\w)(?:at|on|by|before|until|till|since|after|around|about|between|from|through){_S}(?:the{_S})?$",
    re.IGNORECASE,
)
_LINK = re.compile(rf"(?<!\w)(?:between|from){_S}[\w’' -]{{4,20}}{_S}(?:and|to){_S}$", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\w)(?:between|from){_S}$", re.IGNORECASE)
_HABIT = re.compile(r"\b(?:each|every|annual\w*|always|usually)\b", re.IGNORECASE)
_ON = re.compile(rf"(?<!\w)[Oo]n{_S}$")
_TWO = re.compile(rf"{_S}(?:and|or|to){_S}(?:at{_S})?(?:{_names()})")
_EASTERN = re.compile(rf"(?<!\w)(?:Orthodox|Russian|Greek|Eastern|Coptic|Julian|Old{_S}Style){_S}$")


def build(match: re.Match[str]) -> Hit | None:
    """One day (a week as an interval), or only the year where the feast's day in it is not certain."""
    name = " ".join(_NO_LETTER.sub("", match["feast"]).replace("-", " ").lower().split())
    year = _year(match)
    if year is None:
        return _in_context(match, name)
    span = Span(*match.span())
    if _EASTERN.search(before(match.string, match.start(), 14)):
        return Hit((Part(span, year),), "feast")
    if name in FIXED:
        return Hit((Part(span, year, *FIXED[name]),), "feast")
    first, last = (days_from_easter(year, offset) for offset in MOVABLE[name])
    if not first or not last:
        return Hit((Part(span, year),), "feast")
    if first == last:
        return Hit((Part(span, year, *first),), "feast")
    week = "/".join(f"{year:04d}-{month:02d}-{day:02d}" for month, day in (first, last))
    return Hit((Part(span, year, first[0], fixed=week),), "feast")


def _year(match: re.Match[str]) -> int | None:
    """The year that stands with the feast, unless it counts something; no feast is older than our era."""
    if not match["year"] or is_quantity(match.string, *match.span("year")):
        return None
    year = year_number(match["year"])
    return year if year and year > 0 else None


def _in_context(match: re.Match[str], name: str) -> Hit | None:
    """A fixed feast in the year of the narrative, where it is named as a time and as nothing else."""
    if name not in FIXED:
        return None
    text, end = match.string, match.end("feast")
    behind = before(text, match.start(), 36)
    if not (_CUE.search(behind) or _LINK.search(behind)) or _HABIT.search(behind):
        return None
    is_day = name.endswith((" day", " eve"))
    if not stands_alone(text, end) and not (is_day and _ON.search(behind) and before_name(text, end)):
        return None
    if not is_day and _TWO.match(text, end) and not _BETWEEN.search(behind):
        return None  # "at Michaelmas and Lady Day" is when rents are due
    return Hit((Part(Span(match.start(), end), None, *FIXED[name]),), "feast")


RULE = Rule("feast", "feast", PATTERN, build)
PART_RULE = Rule("feast", "noun", PART, build)
MAY_DAY_RULE = Rule("feast", "month", MAY_DAY, build)
