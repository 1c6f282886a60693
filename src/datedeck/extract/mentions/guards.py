"""What tells a year or a day of the month from any other number: the words and signs beside it."""

from __future__ import annotations

import re

_UNITS = (
    r"%|°|per\s?cent|percent|k[gm]|km²|m|mm|cm|ft|lbs?|mph|kilomet\w+|met(?:re|er)s?|centimet\w+|miles?|feet|foot|yards?|"
    r"inch(?:es)?|acres?|hectares?|square|cubic|metric|tons?|tonnes?|kilogram\w*|grams?|pounds?|dollars?|euros?|francs?|"
    r"ro?ubles?|florins?|ducats?|talents?|drachmas?|shillings?|pence|cents|million|billion|thousand|hundred|dozen|"
    r"hours?|minutes?|seconds?|days?|weeks?|months?|years?|times|cases|copies|volumes?|pages?|words"
)
_COUNTED = (
    r"men|women|children|people|persons?|troops|soldiers|sailors|marines|infantry\w*|cavalry\w*|horsem[ae]n|knights|"
    r"archers|hoplites|warriors|fighters|rebels|insurgents|militiamen|volunteers|recruits|officers|prisoners|captives|"
    r"hostages|slaves|refugees|civilians|casualties|dead|deaths|killed|wounded|inhabitants|residents|citizens|"
    r"families|households|houses|homes|villages|buildings|ships|vessels|boats|galleys|triremes|aircraft|planes|"
    r"aeroplanes|airplanes|tanks|guns|cannons?|pieces|rifles|bombs|shells|horses|camels|cattle|sheep|members|delegates|"
    r"deputies|votes|seats|students|pupils|workers|strikers|employees|settlers|colonists|bodies"
)
_FUNCTION = (
    r"(?:with|and|or|in|on|at|of|the|an?|by|to|for|from|as|when|while|after|before|were|was|had|has|have|his|her|their|its|no|"
    r"more|many|some|all|most|about|over)\b"
)
_UNIT = re.compile(rf"[ \xa0-]?(?:{_UNITS})(?![\w])", re.IGNORECASE)
_HEAD = re.compile(rf"(?:[ \xa0](?!{_FUNCTION})[\w-]{{2,20}}){{0,2}}[ \xa0](?:{_COUNTED})(?![\w])")
_PLURAL = re.compile(
    r"[ \xa0](?!was|has|is|as|his|its|this|thus|across|always|perhaps|towards|besides)[a-z]{2,20}s(?![\w])"
)
_DECIMAL = re.compile(r"[.,][0-9]{3}(?![0-9])|[.,][0-9]{1,3}(?!\s+[A-Z“\"(]|\s*$|[0-9])|:[0-9]|/[0-9]")
_NUMBERED = re.compile(
    r"(?:\b(?:[Nn]os?\.|[Nn]umbers?|[Pp]ages?|pp?\.|[Vv]ols?\.|[Vv]olume|[Cc]h\.|[Cc]hapters?|[Ll]ines?|[Vv]erses?|"
    r"[Ss]ections?|[Pp]aragraphs?|[Aa]rticles?|[Aa]rt\.|[Rr]esolutions?|[Rr]outes?|[Hh]ighways?|[Ff]lights?|[Rr]oom|"
    r"[Dd]ecrees?|[Dd]irectives?|[Oo]rders?|[Mm]odel|[Tt]ype|[Cc]lass|[Uu]nit|[Hh]ill|[Pp]oint|[Ff]igs?\.|[Tt]able|[Ff]olios?|ff?\.|"
    r"doc\.?)[ \xa0]?|[#$£€¥§])$"
)
_LOOSE = re.compile(
    r"\b(?:over|than|almost|nearly|some|estimated|approximately|roughly|about|around|only|another|least|most)[ \xa0]$",
    re.IGNORECASE,
)
TIME_WORD = re.compile(
    r"\b(?:in|by|since|until|till|from|during|before|after|of|to|throughout|between|and|year|early|late|mid|"
    r"circa|ca?\.|around|about)[ \xa0\n-](?:the[ \xa0\n](?:year[ \xa0\n])?)?$|[(\[]$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:in|by|since|until|till|from|during|before|after)[ \xa0\n]$", re.IGNORECASE)


def before(text: str, place: int, reach: int = 24) -> str:
    """The few characters that stand before a place."""
    return text[max(0, place - reach) : place]


def is_quantity(text: str, start: int, end: int) -> bool:
    """Whether the number at start:end counts, measures or numbers something, by what stands on its two sides."""
    ahead = text[end : end + 60]
    if _UNIT.match(ahead) or _DECIMAL.match(ahead):
        return True
    behind = before(text, start)
    if _NUMBERED.search(behind):
        return True
    if _LOOSE.search(behind) and _PLURAL.match(ahead):
        return True
    return bool(_HEAD.match(ahead)) and not _PREPOSITION.search(behind)


def is_measured(text: str, end: int) -> bool:
    """Whether a unit or a decimal fraction follows ("March 20 kilometres")."""
    ahead = text[end : end + 40]
    return bool(_UNIT.match(ahead) or _DECIMAL.match(ahead))
