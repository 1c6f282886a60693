"""Halves, quarters, weeks … of a longer date: "the first half of 1918", "the last decade of the 18th century"."""

from __future__ import annotations

import re

from datedeck.dates.edtf import days_in
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.model import Mod, Span

_S = r"[ \xa0\r\n]{1,2}"
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
PORTION = (
    rf"(?:{'|'.join(_NTH)}|middle|last|latter|later|final|closing|opening|early|earlier)(?:{_S}(?:few|two|three|four|five))?{_S}"
    rf"(?:half|part|portion|quarter|third|years?|months?|weeks?|days?|decades?){_S}(?:of|in)"
)
_STARTS = frozenset({"first", "opening", "early", "earlier"})
_ENDS = frozenset({"last", "latter", "later", "final", "closing"})
_MIDDLES = frozenset({"middle", "second", "third"})
_LAST_OF = {"half": "second", "part": "second", "quarter": "fourth", "third": "third", "week": "fourth"}
_CENTURY = re.compile(r"[0-9]{2}XX")


def portion(hit: Hit, start: int, words: str) -> Hit:
    """The hit narrowed to what `words` ("first half of") name of it; its own words then begin at `start`."""
    which, *_, unit, _ = words.lower().split()
    part = hit.parts[0]
    if len(hit.parts) > 1 or part.relative or part.day:
        return hit
    opened = part._replace(span=Span(start, part.span.end))
    narrowed = _narrowed(opened, which, unit)
    if narrowed:
        return hit.of((narrowed,))
    mod = _side(which, unit.rstrip("s"))
    return hit.of((opened._replace(mod=mod),)) if mod else hit


def _narrowed(part: Part, which: str, unit: str) -> Part | None:
    """The part as an exact date, where there is one."""
    is_last = which in _ENDS
    if unit == "decade" and _CENTURY.fullmatch(part.fixed):
        number = 9 if is_last else _NTH.index(which) if which in _NTH else None
        return None if number is None else part._replace(fixed=f"{part.fixed[:2]}{number}X")
    if part.fixed or (part.month or 0) > 12 or not (which == "first" or is_last or which in _NTH):
        return None
    if unit == "day" and (which == "first" or which in ("last", "final")):
        return _end_day(part, is_last=is_last)
    if part.month is None and part.year is not None and part.year > 0:
        return _months(part, which, unit, is_last=is_last)
    return None


def _end_day(part: Part, *, is_last: bool) -> Part | None:
    month = part.month or (12 if is_last else 1)
    if not is_last:
        return part._replace(month=month, day=1)
    if part.year is None and month == 2:
        return None
    return part._replace(month=month, day=days_in(part.year or 1, month))


def _months(part: Part, which: str, unit: str, *, is_last: bool) -> Part | None:
    """A month, quarter or half of a year."""
    length = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if not length:
        return None
    number = 12 // length - 1 if is_last else _NTH.index(which)
    first, last = number * length + 1, (number + 1) * length
    if last > 12:
        return None
    if length == 1:
        return part._replace(month=first)
    return part._replace(fixed=f"{part.year:04d}-{first:02d}/{part.year:04d}-{last:02d}")


def _side(which: str, unit: str) -> Mod:
    """Which side of the whole it is; empty where the words are not clear ("the fifth day of")."""
    if which in _STARTS:
        return "start"
    if which in _ENDS or which == _LAST_OF.get(unit):
        return "end"
    return "mid" if which in _MIDDLES and unit in ("quarter", "third", "week", "part") else ""
