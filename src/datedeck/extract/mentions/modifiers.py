"""Words before a date that belong to it: TIMEX3's `mod` ("early", "the end of", "around"), parts of years and of days.

Also a question mark behind it: "1520?", and words that doubt it: "perhaps in 1520".
"""

from __future__ import annotations

import re

from datedeck.extract.mentions.day_count import counted_days
from datedeck.extract.mentions.portions import PORTION, portion
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.model import Mod, Span

_S = r"[ \xa0\r\n]{1,2}"
_TO = rf"(?:-to-|-?{_S}(?:to|or){_S}|[-–/])"
_MODIFIER = re.compile(
    rf"(?<![\w’'])(?:(?P<start>early{_TO}mid|(?:very{_S})?early(?:{_S}(?:on{_S})?(?:in|of))?"
    rf"|(?:very{_S})?(?:beginning|start|opening|outset|onset|dawn){_S}of)"
    rf"|(?P<end>mid{_TO}late|(?:very{_S})?late(?:{_S}(?:in|of))?|(?:very{_S})?(?:end|close|closing){_S}of)"
    rf"|(?P<mid>mid(?:dle)?(?:{_S}(?:of|in))?|(?:very{_S})?(?:middle|midst|height){_S}of)"
    rf"|(?P<approx>ca?\.|ca|circa|around|about|approximately|roughly)"
    rf"|(?P<turn>turn{_S}of)|(?P<portion>{PORTION}))"
    rf"(?:(?:{_S}|-)(?:the{_S})?(?:year{_S})?)?$",
    re.IGNORECASE,
)
# the last words that a modifier may have before its date, and the last letters of a hyphened or glued one
_LAST = (
    "of",
    "in",
    "early",
    "late",
    "mid",
    "middle",
    "the",
    "year",
    "c.",
    "ca.",
    "ca",
    "circa",
    "around",
    "about",
    "ly",
)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?)(?:,|,?{_S}the)?{_S}$"
)
_DAY_PART = re.compile(
    rf"(?<!\w)(?:(?:early|late){_S})?(?:(?:mid-?)?(?:morning|afternoon)|evening|night|midnight|noon|midday|dawn|daybreak|dusk|"
    rf"nightfall|sunrise|sunset|twilight){_S}(?:of|on){_S}(?:the{_S})?$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    rf"\b(?:books?|novels?|films?|story|stories|articles?|poems?|songs?|wr(?:ote|itten|iting)|know|knew|told|tells?|said|spoke|"
    rf"think|thought|learned|questions?){_S}$",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    rf"(?<!\w)(?:probably|perhaps|possibly|presumably|maybe){_S}(?:(?:in|on){_S}(?:the{_S})?(?:year{_S})?)?$", re.I
)
_DOUBTED = re.compile(r"\?(?=[,;)\]–—-])")
_OPENS = re.compile(r"[(\[–—]$|\b(?:b|d|r|fl|ca?)\.[ \xa0]?$")
_BLANK = " \xa0\r\n-"
_MODS: tuple[Mod, ...] = ("start", "mid", "end", "approx")
_REACH = 64


def modified(text: str, hit: Hit, floor: int) -> Hit:
    """The hit with the words before it that belong to it, which must not begin before `floor`."""
    if hit.parts[0].day:
        return _doubted(text, counted_days(text, _of_day(text, hit, floor), floor, _REACH), floor)
    behind = text[max(floor, hit.span.start - _REACH) : hit.span.start]
    bare = behind.rstrip(_BLANK).lower()
    found = _MODIFIER.search(behind) if bare.endswith(_LAST) else None
    if not found:
        return _doubted(text, hit, floor)
    opening = hit.span.start - (len(behind) - found.start())
    if found["portion"]:
        return portion(hit, opening, found["portion"])
    if found["turn"]:
        return _turn(hit, opening)
    mod = next(name for name in _MODS if found[name])
    if mod == "approx" and _TOPIC.search(behind, 0, found.start()):
        return hit
    return hit.opened_by(opening, mod)


def _of_day(text: str, hit: Hit, floor: int) -> Hit:
    """A day with its weekday, with the part of it that is meant ("the morning of"), or told as about that day."""
    start = hit.span.start
    behind = text[max(floor, start - _REACH) : start]
    weekday = _WEEKDAY.search(behind)
    if weekday:
        start -= len(behind) - weekday.start()
        behind = behind[: weekday.start()]
        hit = hit.opened_by(start, hit.parts[0].mod)
    found = _DAY_PART.search(behind)
    if found:
        opening = start - (len(behind) - found.start())
        return hit.opened_by(opening, hit.parts[0].mod)
    about = _MODIFIER.search(behind) if behind.rstrip(_BLANK).lower().endswith(_LAST) else None
    if about and about["approx"] and not _TOPIC.search(behind, 0, about.start()):
        return hit.opened_by(start - (len(behind) - about.start()), "approx")
    return hit


def _turn(hit: Hit, opening: int) -> Hit:
    """The turn of a century is about its first year."""
    part = hit.parts[0]
    if len(hit.parts) > 1 or not part.fixed.endswith("XX") or part.fixed.startswith("-"):
        return hit
    return hit.opened_by(opening, "approx", f"{part.fixed[:2]}00")


def _doubted(text: str, hit: Hit, floor: int) -> Hit:
    """The hit with the qualifier "?" where words before it or a question mark behind say so, if it has its own year."""
    part: Part = hit.parts[0]
    if len(hit.parts) > 1 or part.year is None or part.fixed or part.mod or part.relative:
        return hit
    span = hit.span
    marked = text.startswith("?", span.end) and _DOUBTED.match(text, span.end)
    behind = text[max(floor, span.start - 32) : span.start]
    if marked and (_OPENS.search(behind) or text[span.end + 1] in ",;–—-"):
        return hit.of((part._replace(span=Span(span.start, span.end + 1), fixed=f"{part.value}?"),))
    if ("bly" in behind or "haps" in behind or "maybe" in behind) and _DOUBT.search(behind):
        return hit.of((part._replace(fixed=f"{part.value}?"),))
    return hit
