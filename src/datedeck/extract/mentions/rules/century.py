"""Centuries: "the 19th century", "the fifth century BC", "the 18th and 19th centuries", "the 5th c."."""

from __future__ import annotations

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.ordinals import FIGURES, NUMBER, as_hit, counted, numbers_before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import AND, ERA, GAP, MAYBE, TO

_OUR = rf"(?:our|the{GAP}(?:Christian|[Cc]ommon|[Vv]ulgar)){GAP}[Ee]ra"
_ERA = rf"(?:{ERA}|(?:before|after){GAP}(?:Christ|{_OUR})|of{GAP}{_OUR})"
_NOUN = r"[Cc]entur(?:y|ies)"
_BEHIND = rf"(?:{MAYBE}(?P<era>{_ERA}))?(?!\w)"
PATTERN = re.compile(rf"(?P<noun>{_NOUN}){_BEHIND}")
FIGURES_PATTERN = re.compile(rf"{FIGURES}(?P<noun>[Cc](?:ent)?\.|{_NOUN}){_BEHIND}")
_CARRIED = re.compile(
    rf"(?:{TO}|,?{AND})(?:(?:the{GAP})?(?:early|mid|late)(?:-|{GAP}))?(?P<number>{NUMBER})(?:-|{GAP}){_NOUN}{GAP}(?P<era>B|b|before)"
)
# "the third century of the town" counts from the town's beginning
_OTHER_COUNT = re.compile(rf"{GAP}of{GAP}(?:the|its|his|her|their|our|this|that)\b")
_SMALL_COUNT = re.compile(rf"{GAP}(?:of|after|since){GAP}")
_OWNED = re.compile(rf"(?<!\w)(?:his|her|its|their|our|my){GAP}$", re.IGNORECASE)
_LATEST = 21
_NAME = re.compile(r"[ \xa0][A-Z][a-z]")
_SMALL = 4


def build(match: re.Match[str]) -> Hit | None:
    """One century or several, numbered in figures or in words before their noun."""
    text = match.string
    numbers, is_range = numbers_before(text, match.start("noun"))
    if not numbers or not all(1 <= one.number <= _LATEST for one in numbers):
        return None
    era = match["era"] or ""
    last = numbers[-1].number
    if not era and (_SMALL_COUNT if last <= _SMALL else _OTHER_COUNT).match(text, match.end()):
        return None
    if not era and match["noun"] == "Century" and _NAME.match(text, match.end()):
        return None
    if _OWNED.search(before(text, numbers[0].start, 9)):
        return None
    is_before = era[:1] in ("B", "b")
    if not era:
        carried = _CARRIED.match(text, match.end())
        is_before = bool(carried and counted(carried["number"]) <= last)
    order = [one.number for one in numbers]
    is_range = is_range and order == sorted(order, reverse=is_before)
    values = [_value(number, is_before=is_before) for number in order]
    return as_hit(numbers, values, match.end(), "century", is_range=is_range)


def _value(century: int, *, is_before: bool) -> str:
    """Its EDTF; the first century BC cannot be written with X, as there is no year -0000."""
    if is_before:
        return f"-{century - 1:02d}XX" if century > 1 else "-0099/0000"
    return f"{century - 1:02d}XX"


RULE = Rule("century", "century", PATTERN, build)
FIGURES_RULE = Rule("century", "digit", FIGURES_PATTERN, build, digits=(1, 2), follow="snrt")
