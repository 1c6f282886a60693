"""A month alone: "in September". Names of months are also names, titles and verbs, so the words beside it decide."""

import re

from datedeck.dates import MONTHS
from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit

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
_FUNCTION = r"(?:In|On|At|By|The|An?|And|But|He|She|They|It|I|His|Her|Their|This|These|When|While|After|Before)\b(?!\.)"
_NAME = re.compile(rf"[ \xa0](?!{_FUNCTION})[A-Z][a-z]|[ \xa0](?:[IVX]+|[0-9]+)\b|['’]s\b|[-–][a-z]")
_GIVEN = frozenset({"April", "May", "June", "August"})  # names of persons too
_NO_MONTH = "".join(f"(?<!{name} )" for name in MONTHS)
_PERSON_BEFORE = re.compile(rf"(?<!\w)(?:by|of|to|with|{_NO_MONTH}and)[ \xa0\n]$")
_PERSON_AFTER = re.compile(
    rf"(?:[ \xa0\n](?!{_FUNCTION})[A-Z][\w’'-]*\.?){{1,3}}(?:[,.;:)!?\"”]|(?<=\.)|\s*$|"
    r"\s+(?:in|on|at|by|of|to|for|from|with|and|or|as|who|whose|which|that|under|during|after|before|when)\b)"
)
_TWO_SENSES = frozenset({"May", "March", "August"})
_DETERMINED = re.compile(r"\b(?:the|a|an|his|her|its|their|our|my|this|that)[ \xa0\n]$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """One month, unless it is part of a name, or a verb ("may") or noun ("march")."""
    behind = before(match.string, match.start(), 30)
    if match["month"] in _GIVEN and _PERSON_BEFORE.search(behind) and _PERSON_AFTER.match(match.string, match.end()):
        return None
    if not _AFTER.search(behind) and not _JOINED.match(match.string, match.end()):
        if match["month"] in _TWO_SENSES or _DETERMINED.search(behind):
            return None
        if _NAME.match(match.string, match.end()):
            return None
    return calendar_hit(match, "month")


RULE = Rule("month", "month", PATTERN, build)
