"""A day, month, year or decade told by another: "that year", "the same day", "the following month", "the year before".

Words that only last ("for the next year"), that are spoken ("next year") or that name what follows them ("the day after
the feast", "the same year as") are not read as dates.
"""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import UNIT_NOUNS, Hit, Part, Relative, Unit
from datedeck.model import Span

UNITS: dict[str, Unit] = UNIT_NOUNS | {"decade": "tens", "century": "hundreds"}
_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(
    rf"(?P<unit>{'|'.join(UNITS)})(?:{_S}(?P<after>(?:immediately{_S})?(?:following|after)|before|previous))?(?![\w-])"
)
MORROW = re.compile(r"morrow(?![\w-])(?! of\b)")
_DETERMINER = re.compile(
    rf"(?<!\w)(?P<cut>(?:on|of|in|during){_S})?(?P<side>(?:later|earlier){_S}(?:(?:in|on){_S})?)?"
    rf"(?:(?P<same>(?:the|this|that){_S}(?:very{_S})?same|that(?:{_S}very)?|(?P<short>same|this))|"
    rf"(?P<next>the{_S}(?:following|next|ensuing|succeeding)|next)|(?P<last>the{_S}(?:previous|preceding|foregoing))|"
    rf"(?P<the>the)){_S}$",
    re.IGNORECASE,
)
_LASTS = re.compile(rf"\b(?:for|over|within|throughout|every|each|either){_S}$", re.IGNORECASE)
_PLANNED = re.compile(  # "for the following year" where it does not say how long
    rf"\b(?:planned|scheduled|set|fixed|arranged|appointed|summoned|convened|prepared|plans?|campaign|expedition|elections?|"
    rf"budget|harvest|congress|meeting){_S}for{_S}$",
    re.IGNORECASE,
)
_NAMES_MORE = re.compile(
    rf"{_S}(?:as|that|when|of|in{_S}which|on{_S}which|or{_S}(?:two|so)|and{_S}a{_S}half|before|after|to{_S}(?:day|year))\b"
)
_QUOTES = ("“", '"', "‘", "'")
_ENDS = re.compile(r"\s*(?:[.,;:)\]”\"!?]|$)")
_OBJECT = re.compile(rf"{_S}(?:the|a|an|his|her|its|their|our|my|this|that|these|those|[A-Z0-9][\w’'-]*)(?!\w)")


def build(match: re.Match[str]) -> Hit | None:
    """One relative date, if the words before the noun (or after it) point to another date."""
    text = match.string
    behind = before(text, match.start(), 48)
    found = _DETERMINER.search(behind)
    if not found:
        return None
    steps = _steps(match, found)
    if steps is None or (found["short"] and not found["cut"]) or _is_spoken(match, found, behind):
        return None
    earlier = behind[: found.start()]
    if steps and _LASTS.search(earlier) and not _PLANNED.search(earlier):
        return None
    end = match.end() if found["the"] else match.end("unit")
    if not found["the"] and (_NAMES_MORE.match(text, end) or text[end : end + 1] == "-"):
        return None
    start = match.start() - len(behind) + (found.end("cut") if found["cut"] else found.start())
    return Hit((Part(Span(start, end), relative=Relative(UNITS[match["unit"]], steps)),), "relative-unit")


def _is_spoken(match: re.Match[str], found: re.Match[str], behind: str) -> bool:
    """Whether "next year" is counted from when somebody speaks: it opens no sentence, or a quotation."""
    if (found["next"] or "").lower() != "next" or UNITS[match["unit"]] == "day":
        return False
    place = found.start("next")
    return found["next"] == "next" or (place > 0 and behind[place - 1] in _QUOTES)


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


def build_morrow(match: re.Match[str]) -> Hit | None:
    """The next day by its old name."""
    start = match.start() - 4
    if start < 0 or match.string[start : start + 3].lower() != "the" or match.string[start - 1 : start].isalnum():
        return None
    return Hit((Part(Span(start, match.end()), relative=Relative("day", 1)),), "relative-unit")


RULE = Rule("relative-unit", "noun", PATTERN, build)
MORROW_RULE = Rule("relative-unit", "noun", MORROW, build_morrow)
CENTURY_RULE = Rule("relative-unit", "century", PATTERN, build)
