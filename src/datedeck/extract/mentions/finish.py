"""Hits turned into what the tagger hands out: mentions with EDTF values, and intervals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from datedeck.dates import Bound, Calendar, Edtf
from datedeck.dates.calendars import to_julian
from datedeck.errors import DatedeckError
from datedeck.extract.mentions.tagged import Hit, Interval, Part, Tagged
from datedeck.model import Anchor, DatedMention, Mod


def finished(text: str, hits: Iterable[Hit]) -> Tagged:
    """All hits whose values the calendar knows; a range that does not go forward is two dates."""
    mentions: list[DatedMention] = []
    intervals: list[Interval] = []
    dated: list[DatedMention] = []
    for hit in hits:
        value = _interval(hit) if hit.join == "range" else None
        ends = [mention for part in hit.parts if (mention := _mention(text, hit, part, is_end=value is not None))]
        mentions += ends
        if value:
            intervals.append(Interval(hit.span, value))
            dated.append(_ranged(text, hit, value))
        else:
            dated += ends
    return Tagged(tuple(mentions), tuple(intervals), tuple(dated))


def _mention(text: str, hit: Hit, part: Part, *, is_end: bool) -> DatedMention | None:
    value = _parsed(part.value)
    if not value:
        return None
    bound: Bound = "on" if is_end else hit.bound
    words = part.span.of(text)
    if part.calendar == "Gregorian and Julian" and not _names_both(words, value):
        return None
    return DatedMention(part.span, words, value, part.mod, bound, hit.rule, part.anchored, part.calendar, part.anchor)


def _names_both(words: str, value: Edtf) -> bool:
    """Whether the two days also are the same by the calendars in the year that the context gave them."""
    return bool(re.search(rf"(?<![0-9])0?{to_julian(value.earliest).day}(?![0-9])", words))


def _interval(hit: Hit) -> Edtf | None:
    return _parsed(f"{hit.parts[0].value}/{hit.parts[-1].value}")


def _ranged(text: str, hit: Hit, value: Edtf) -> DatedMention:
    mods = {part.mod for part in hit.parts}
    mod: Mod = "approx" if "approx" in mods else ""
    ways = {part.anchored for part in hit.parts}
    anchored: Anchor = "relative" if "relative" in ways else "context" if "context" in ways else "own"
    span, anchor = hit.span, hit.parts[0].anchor
    return DatedMention(span, span.of(text), value, mod, hit.bound, hit.rule, anchored, _calendar(hit), anchor)


def _calendar(hit: Hit) -> Calendar:
    """The calendar of a range: "5 May – 10 June 1700 (O.S.)" says it of both ends behind the second."""
    first, last = hit.parts[0].calendar, hit.parts[-1].calendar
    return last if first in (last, "Gregorian") and (last == "Julian" or first == last) else "Gregorian"


def _parsed(value: str) -> Edtf | None:
    try:
        return Edtf.parse(value)
    except DatedeckError:
        return None
