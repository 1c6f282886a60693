"""Hits turned into what the tagger hands out: mentions with EDTF values, and intervals."""

from __future__ import annotations

from collections.abc import Iterable

from datedeck.dates import Bound, Edtf
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
    return DatedMention(part.span, part.span.of(text), value, part.mod, bound, hit.rule, part.anchored)


def _interval(hit: Hit) -> Edtf | None:
    return _parsed(f"{hit.parts[0].value}/{hit.parts[-1].value}")


def _ranged(text: str, hit: Hit, value: Edtf) -> DatedMention:
    mods = {part.mod for part in hit.parts}
    mod: Mod = "approx" if "approx" in mods else ""
    anchored: Anchor = "context" if any(part.anchored == "context" for part in hit.parts) else "own"
    span = hit.span
    return DatedMention(span, span.of(text), value, mod, hit.bound, hit.rule, anchored)


def _parsed(value: str) -> Edtf | None:
    try:
        return Edtf.parse(value)
    except DatedeckError:
        return None
