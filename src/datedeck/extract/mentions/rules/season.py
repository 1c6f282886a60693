"""Seasons: "spring 1943", "the spring of 1943", "the winter of 1812–13", "in the autumn"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import BEFORE_YEAR, YEAR, year_number
from datedeck.model import Span

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
PATTERN = re.compile(
    rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?!\w)"
    rf"(?:{BEFORE_YEAR}(?P<year>{YEAR})(?:[-–—/][0-9]{{2,4}}(?!\w))?)?"
)
_ALONE = re.compile(
    r"\b(?:in|by|during|until|since|throughout)[ \xa0\n](?:the[ \xa0\n])?(?:(?:early|late)[ \xa0\n])?$", re.IGNORECASE
)
_NOUN = re.compile(r"[ \xa0\n](?:of|[a-z]{3,}(?:ed|ing)|offensive|campaign|palace)\b")


def build(match: re.Match[str]) -> Hit | None:
    """One season; without a year only after a preposition, and "fall" only with one (it is also a noun)."""
    text = match.string
    year = year_number(match["year"]) if match["year"] else None
    season = match["season"].lower()
    if year is None:
        if season == "fall" or match["year"] or not _ALONE.search(before(text, match.start(), 30)):
            return None
        if _NOUN.match(text, match.end()):
            return None
    return Hit((Part(Span(*match.span()), year, SEASONS[season]),), "season")


RULE = Rule("season", "season", PATTERN, build)
