"""Seasons: "spring 1943", "the winter of 1812–13", "the summers of 1914 and 1915", "in the autumn"."""

from __future__ import annotations

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.alone import before_name, stands_alone
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import AND, BEFORE_YEAR, GAP, MAYBE, TO, YEAR, year_number
from datedeck.model import Span

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WORD = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_ITEM = r"[1-9][0-9]{2,3}(?!\w)"
PATTERN = re.compile(
    rf"(?P<season>{_WORD})(?P<more>s|time|s?{GAP}months)?(?!\w)"
    rf"(?:{BEFORE_YEAR}(?P<year>{YEAR})"
    rf"(?:{MAYBE}[-–—/]{MAYBE}(?P<next>[0-9]{{1,4}})(?!\w)(?:{MAYBE}(?P<era>BCE?|B\.C\.(?:E\.)?))?"
    rf"|(?P<list>(?:,{MAYBE}{_ITEM}){{0,4}},?{AND}{_ITEM}))?)?"
)
_YEAR = re.compile(r"[0-9]+")
_S = r"[ \xa0\r\n]{1,3}"
_SIDE = rf"(?:(?:very{_S})?(?:early|late|mid)(?:{_S}|-))"
_TIME = re.compile(
    rf"(?<!\w)(?:in|by|during|until|till|since|throughout|through|over|before|after|for|towards?|pass(?:ed|ing)?|spen[dt]|(?:end|beginning|start|middle|close){_S}of)"
    rf"{_S}(?:the{_S})?{_SIDE}?$|(?<!\w){_SIDE}$|(?<!\w)mid$",
    re.IGNORECASE,
)
# "fall" is more often a noun: only after what is hardly said of one
_FALL = re.compile(
    rf"(?<!\w)(?:in{_S}the{_S}|in{_S}{_SIDE}|in{_S}the{_S}{_SIDE}|(?:by|until){_S}(?:the{_S})?{_SIDE}?)$", re.IGNORECASE
)
_FALL_NOUN = re.compile(rf"{_S}(?:of|from|to|into|in|at|on|under|against)\b")
_OF = re.compile(rf"{_S}of{_S}(?!(?:that|the{_S}same){_S}year\b)")
_JOINED = re.compile(
    rf"(?:(?:,{MAYBE}|,?{AND}|{TO}|/)(?:(?:early|late|mid)(?:{GAP}|-))?{_WORD}){{1,3}}{BEFORE_YEAR}(?:{YEAR})"
)


def build(match: re.Match[str]) -> Hit | None:
    """One season, or that of several years; without a year only where it is certainly the time."""
    season = SEASONS[match["season"].lower()]
    text, start = match.string, match.start()
    stop = match.end("era") if match["era"] else match.end("next") if match["next"] else match.end("year")
    if not match["year"] or is_quantity(text, match.start("year"), stop):
        return _undated(match, season)
    words = match["year"] + (match["era"] or "")
    year = year_number(words)
    if year is None:
        return _undated(match, season)
    if season == 23 and match["season"][1] == "a" and "in" in text[match.end("season") : match.start("year")].split():
        return None  # "they fall in 1704"
    if match["next"]:
        number = int(_YEAR.findall(words)[0]) + (-1 if match["era"] else 1)
        if not str(number).endswith(match["next"]):
            return None  # "the summers of 1914–18" are not one season
    if match["list"]:
        return _several(match, season, year)
    return Hit((Part(Span(start, stop), year, season),), "season")


def _several(match: re.Match[str], season: int, year: int) -> Hit | None:
    """ "The summers of 1914 and 1915"; of "the summer of 1914 and 1915 men" the first year only."""
    first = Part(Span(match.start(), match.end("year")), year, season)
    if match["more"] != "s":
        return Hit((first,), "season")
    others = tuple(
        Part(Span(*item.span()), int(item[0]), season)
        for item in _YEAR.finditer(match.string, *match.span("list"))
        if not is_quantity(match.string, *item.span())
    )
    return Hit((first, *others), "season", "list")


def _undated(match: re.Match[str], season: int) -> Hit | None:
    """A season of the narrative's year, unless it is an adjective or another noun ("spring of water")."""
    text, end = match.string, match.end("season")
    hit = Hit((Part(Span(match.start(), end), None, season),), "season")
    if match["more"]:
        return None
    if _JOINED.match(text, end):
        return hit
    behind = before(text, match.start(), 34)
    is_fall = match["season"].lower() == "fall"
    if not (_FALL if is_fall else _TIME).search(behind) or (is_fall and _FALL_NOUN.match(text, end)):
        return None
    if _OF.match(text, end):
        return None
    is_name = match["season"][0].isupper() or not before_name(text, end)
    return None if is_name and not stands_alone(text, end) and not text.startswith(" of ", end) else hit


RULE = Rule("season", "season", PATTERN, build)
