"""A month alone: "in September". Names of months are also names, titles and verbs, so the words before it decide."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import MONTHS

PATTERN = re.compile(rf"(?P<head>(?P<month>{'|'.join(MONTHS)}))(?!\w)")
_AFTER = re.compile(
    r"\b(?:in|by|of|since|until|till|from|to|through|during|before|after|throughout|between|and|or|early|late|mid|last|next|this|"
    r"that|following|previous|preceding|around|about|beginning|starting|every|each)"
    r"[ \xa0\n-](?:(?:in|late|early|mid|the)[ \xa0\n-])?$|[0-9A-Za-z.] ?[-–—] ?$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    rf"[ \xa0]?[-–—/][ \xa0]?(?:{'|'.join(MONTHS)})|[ \xa0](?:and|or|to|until|through)[ \xa0](?:{'|'.join(MONTHS)})"
)
_NAME = re.compile(
    r"[ \xa0](?!In|On|By|The|A|And|But|He|She|They|It|I)[A-Z][a-z]|[ \xa0](?:[IVX]+|[0-9]+)\b|['’]s\b|[-–][a-z]"
)
_TWO_SENSES = frozenset({"May", "March", "August"})
_DETERMINED = re.compile(r"\b(?:the|a|an|his|her|its|their|our|my|this|that)[ \xa0\n]$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """One month, unless it is part of a name, or a verb ("may") or noun ("march")."""
    behind = before(match.string, match.start(), 30)
    if not _AFTER.search(behind) and not _JOINED.match(match.string, match.end()):
        if match["month"] in _TWO_SENSES or _DETERMINED.search(behind):
            return None
        if _NAME.match(match.string, match.end()):
            return None
    return calendar_hit(match, "month")


RULE = Rule("month", "month", PATTERN, build)
