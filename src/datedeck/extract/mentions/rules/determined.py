"""A day, month, year or decade told by another: "that year", "the same day", "the following month", "the year before".

Words that only last ("for the next year"), that are spoken ("next year") or that name what follows them ("the day after
the feast", "the same year as") are not read as dates.
"""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative, Unit
from datedeck.model import Span

UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "morning": ("day", 1),
    "afternoon": ("day", 1),
    "evening": ("day", 1),
    "night": ("day", 1),
    "month": ("month", 1),
    "year": ("year", 1),
    "decade": ("tens", 1),
    "century": ("hundreds", 1),
}
_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(
    rf"(?P<unit>{'|'.join(UNITS)})(?:{_S}(?P<after>(?:immediately{_S})?(?:following|after)|before|previous))?(?![\w-])"
)
_DETERMINER = re.compile(
    rf"(?<!\w)(?:(?P<same>(?:the|this|that|on|of){_S}(?:very{_S})?same|that(?:{_S}very)?|(?P<this>(?:in|of|during|on){_S}this))|"
    rf"(?P<next>the{_S}(?:following|next|ensuing|succeeding)|next)|(?P<last>the{_S}(?:previous|preceding|foregoing))|"
    rf"(?P<the>the)){_S}$",
    re.IGNORECASE,
)
_LASTS = re.compile(rf"\b(?:for|over|within|throughout|every|each|either|until|till){_S}$", re.IGNORECASE)
_NAMES_MORE = re.compile(
    rf"{_S}(?:as|that|when|of|in{_S}which|on{_S}which|or{_S}(?:two|so)|and{_S}a{_S}half|before|after|to{_S}(?:day|year))\b"
)
_QUOTES = ("“", '"', "‘", "'")
_FIRST_WORD = re.compile(rf"\w+{_S}")
_ENDS = re.compile(r"\s*(?:[.,;:)\]”\"!?]|$)")
_OBJECT = re.compile(rf"{_S}(?:the|a|an|his|her|its|their|our|my|this|that|these|those|[A-Z0-9][\w’'-]*)(?!\w)")


def build(match: re.Match[str]) -> Hit | None:
    """One relative date, if the words before the noun (or after it) point to another date."""
    text = match.string
    behind = before(text, match.start(), 34)
    found = _DETERMINER.search(behind)
    if not found:
        return None
    steps = _steps(match, found)
    unit, size = UNITS[match["unit"]]
    quoted = behind[found.start() - 1 : found.start()] in _QUOTES if found.start() else False
    spoken = unit != "day" and (found[0].startswith("next") or (found[0].startswith("Next") and quoted))
    if steps is None or spoken or (steps and _LASTS.search(behind, 0, found.start())):
        return None
    end = match.end() if found["the"] else match.end("unit")
    if not found["the"] and (_NAMES_MORE.match(text, end) or text[end : end + 1] == "-"):
        return None
    start = match.start() - (len(behind) - found.start())
    if found["this"] or behind[found.start() :].lower().startswith(("on ", "of ")):
        start += len(_FIRST_WORD.match(found[0])[0])  # type: ignore[index]
    return Hit((Part(Span(start, end), relative=Relative(unit, steps * size)),), "relative-unit")


def _steps(match: re.Match[str], found: re.Match[str]) -> int | None:
    """How many units on it points; None where it points nowhere."""
    if not found["the"]:
        return 0 if found["same"] else 1 if found["next"] else -1
    after = match["after"]
    if not after:
        return None
    text, end = match.string, match.end()
    if after.endswith("following"):
        return None if _OBJECT.match(text, end) else 1
    if not _ENDS.match(text, end):
        return None
    return 1 if after.endswith("after") else -1


RULE = Rule("relative-unit", "noun", PATTERN, build)
CENTURY_RULE = Rule("relative-unit", "century", PATTERN, build)
