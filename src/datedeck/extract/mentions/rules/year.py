"""A year alone: "1920"; "in 1066" and "in 476" where the words before it say that it is one."""

import re

from datedeck.extract.mentions.guards import TIME_WORD, before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import year_number
from datedeck.model import Span

PATTERN = re.compile(r"[1-9][0-9]{2,3}(?![\w])")
_CERTAIN = 1500  # earlier numbers are taken as years only after a word of time
_IN = re.compile(r"\b(?:in|by|since|until|year)[ \xa0\n](?:the[ \xa0\n]year[ \xa0\n])?$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,.;:)]|[ \xa0\n](?:[A-Z]|(?:the|a|an|he|she|they|it|his|her|their|when|and|by|with|at|after|as)\b)|$"
)


def build(match: re.Match[str]) -> Hit | None:
    """One year, unless the number counts or numbers something."""
    text, start, end = match.string, match.start(), match.end()
    year = year_number(match[0])
    if year is None or is_quantity(text, start, end):
        return None
    behind = before(text, start)
    if year < 1000 and not (_IN.search(behind) and _CLAUSE.match(text, end)):
        return None
    if year < _CERTAIN and not TIME_WORD.search(behind):
        return None
    return Hit((Part(Span(start, end), year),), "year")


RULE = Rule("year", "digit", PATTERN, build)
