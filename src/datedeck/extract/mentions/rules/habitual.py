"""Days and months of every year: "the season lasts from May to October", "the average in July is low"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.words import MONTH

_S = r"[ \xa0\r\n]{1,3}"
_WAY = (
    r"from|on|in|at|to|till|until|through|by|about|around|between|during|the|"
    r"end|beginning|middle|of|early|late|mid|and|or"
)
_VERB = re.compile(
    rf"\b(?:is|are|lasts|begins|starts|ends|falls|runs)"
    rf"(?:{_S}(?:{_WAY}|{MONTH}|[0-9]{{1,2}}(?:st|nd|rd|th)?)(?![\w,.])){{0,6}}(?:{_S}|{_S}mid-)$"
)
_IS = re.compile(rf"{_S}(?:is|are)\b")
_YEAR_AHEAD = re.compile(r"[^.,;:()\n]{1,28}\b[0-9]{3,4}\b")
_REACH = 56


def is_habitual(text: str, start: int, end: int) -> bool:
    """Whether a day or month without a year stands with a verb of what is so every year, and no year follows."""
    behind = before(text, start, _REACH)
    if _IS.match(text, end) and behind[-3:].lower() == "in ":
        return True  # "the average in July is low"; "the charge on 3 July is remembered" tells of one day
    return ("s " in behind or "are " in behind) and bool(_VERB.search(behind)) and not _YEAR_AHEAD.match(text, end)
