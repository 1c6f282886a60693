"""Neighbouring dates: joined to a range ("28 June – 2 July 1914"), or sharing a year ("May and June 1920")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.tagged import Hit, Part

_GAP = r"[ \xa0\r\n]"
_PREPOSITION = rf"(?:(?:in|on|the|about|around){_GAP}){{0,2}}"
_RANGE = re.compile(
    rf"{_GAP}{{0,2}}[-–—]{_GAP}{{0,2}}(?:the{_GAP})?|{_GAP}(?:up{_GAP})?(?:to|until|till|through){_GAP}{_PREPOSITION}"
)
_OPEN_RANGE = re.compile(rf"{_GAP}(?:to|until|till|through){_GAP}")
_AND = re.compile(rf"{_GAP}and{_GAP}{_PREPOSITION}")
_LIST = re.compile(rf",?{_GAP}(?:(?:and|or){_GAP})?{_PREPOSITION}|,{_GAP}|{_GAP}?/{_GAP}?")
_OR = re.compile(rf"{_GAP}or{_GAP}{_PREPOSITION}")
_OR_MORE = re.compile(rf",?{_GAP}or{_GAP}{_PREPOSITION}[0-9A-Z]")
_FEW_YEARS = 10  # years farther apart, joined by "or", are no one time
_FROM = re.compile(rf"\b(?:from|starting|beginning|dates){_GAP}{_PREPOSITION}$", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween{_GAP}{_PREPOSITION}$", re.IGNORECASE)


def joined(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """The hits with neighbours joined or completed; text order stays."""
    done: list[Hit] = []
    for hit in hits:
        if len(hit.parts) == 2:
            hit = _either(text, hit, done)
        elif done and len(done[-1].parts) == 1 == len(hit.parts):
            pair = _pair(text, done[-1], hit) or _either_of(text, done, hit)
            if pair:
                done[-1:] = pair
                continue
        done.append(hit)
    return _lists_completed(text, done)


def _pair(text: str, left: Hit, right: Hit) -> list[Hit] | None:
    """One range of two dates, where the words between (and before) them make one."""
    gap = text[left.span.end : right.span.start]
    one, other = left.parts[0], right.parts[0]
    if len(gap) > 24 or not _comparable(one, other):
        return None
    behind = before(text, left.span.start, 30)
    is_range = _RANGE.fullmatch(gap) and (
        gap.strip()[:1] in "-–—"
        or _FROM.search(behind)
        or not _OPEN_RANGE.match(gap)
        or one.month is not None
        or other.month is None
    )
    if not is_range and not (_AND.fullmatch(gap) and _BETWEEN.search(behind)):
        return None
    one = _with_year_of(one, other)
    if not one.needs_year and not other.needs_year and not _forward(one, other):
        return None
    return [Hit((one, other), f"{left.rule}, {right.rule}", "range")]


def _either_of(text: str, done: list[Hit], hit: Hit) -> list[Hit] | None:
    """Two dates joined by "or" as one time ("in May or June 1704")."""
    left = done[-1]
    if not _OR.fullmatch(text, left.span.end, hit.span.start):
        return None
    one, other = left.parts[0], hit.parts[0]
    if (one.month is None, one.day is None) != (other.month is None, other.day is None):
        return None
    both = Hit((_with_year_of(one, other), other), f"{left.rule}, {hit.rule}", "list")
    both = _either(text, both, done[:-1])
    return [both] if both.join == "range" else None


def _either(text: str, hit: Hit, done: list[Hit]) -> Hit:
    """A list of two dates joined by "or", of which an event has one: it falls somewhere in the time of both."""
    one, other = hit.parts
    if hit.join != "list" or not _OR.fullmatch(text, one.span.end, other.span.start):
        return hit
    if any(part.mod or part.fixed or part.relative or part.era_open for part in hit.parts):
        return hit
    if _OR_MORE.match(text, other.span.end):
        return hit
    if done and _LIST.fullmatch(text, done[-1].span.end, one.span.start):
        return hit
    if one.year is None or other.year is None:
        goes_on = one.year == other.year and (one.first_month, one.day or 0) < (other.last_month, other.day or 31)
    else:
        goes_on = _forward(one, other) and other.year - one.year <= _FEW_YEARS
    return Hit(hit.parts, hit.rule, "range", "during") if goes_on else hit


def _comparable(one: Part, other: Part) -> bool:
    if one.fixed or other.fixed:
        return bool(one.fixed) == bool(other.fixed)
    return (one.month is None) == (other.month is None) or (one.year is not None and other.year is not None)


def _forward(one: Part, other: Part) -> bool:
    if one.fixed:
        return True
    assert one.year is not None
    assert other.year is not None
    return (one.year, one.first_month, one.day or 0) <= (other.year, other.last_month, other.day or 31)


def _with_year_of(one: Part, other: Part) -> Part:
    """`one` in the year of the date after it; in the year before when their months say so ("December–January 1920")."""
    if not one.needs_year or other.year is None or one.month is None or other.month is None:
        return one
    wraps = (one.first_month, one.day or 0) > (other.last_month, other.day or 31)
    return one._replace(year=other.year - wraps)


def _lists_completed(text: str, hits: list[Hit]) -> list[Hit]:
    """From the end backwards: "in May, June and July 1920" are all of 1920."""
    for i in range(len(hits) - 2, -1, -1):
        left, right = hits[i], hits[i + 1]
        gap = text[left.span.end : right.span.start]
        first = left.parts[0]
        same_form = (first.day is None) == (right.parts[0].day is None)
        if len(gap) <= 16 and len(left.parts) == 1 and first.needs_year and same_form and _LIST.fullmatch(gap):
            hits[i] = left.of((_with_year_of(first, right.parts[0]),))
    return hits
