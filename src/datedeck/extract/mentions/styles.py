"""Words that name the calendar of a date: "10 February 1763 (O.S.)", "O.S. 10 February", "6 June 1720, new style,"."""

from __future__ import annotations

import re

from datedeck.dates import Calendar
from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import GAP, MAYBE
from datedeck.model import Span

_BY = rf"(?:(?:by|in|of|on|under|according{GAP}to){GAP}(?:the{GAP})?)?"
_SHORT_OLD, _SHORT_NEW = r"O\. ?S\.|o\. ?s\.|OS", r"N\. ?S\.|n\. ?s\.|NS"
_CALENDAR = rf"(?:{GAP}(?:calendar|style|date|reckoning))"
OLD = rf"(?:{_SHORT_OLD}|{_BY}(?:[Oo]ld[ -][Ss]tyle|Julian){_CALENDAR}?)(?!\w)"
NEW = rf"(?:{_SHORT_NEW}|{_BY}(?:[Nn]ew[ -][Ss]tyle|Gregorian){_CALENDAR}?)(?!\w)"
STYLE = rf"(?:{OLD}|{NEW})"
# Without brackets or commas round it only what cannot be an adjective: "in May 1720 new style houses were built".
_BARE = (
    rf"{_SHORT_OLD}|{_SHORT_NEW}|(?:Old|New)[ -]Style(?!{GAP}[A-Z])|(?:by|in|under|according{GAP}to){GAP}the{GAP}"
    rf"(?:[Oo]ld[ -][Ss]tyle|[Nn]ew[ -][Ss]tyle|(?:Julian|Gregorian){_CALENDAR})"
)
_NAME = rf"(?:Julian|Gregorian)(?!{_CALENDAR})"  # "on 5 May 1702, Julian, his son, left"
_AFTER = re.compile(rf",?{GAP}?[(\[]{STYLE}[)\]]|,{MAYBE}(?!{_NAME}){STYLE}(?=[,.;:)\]]|$)|,?{GAP}(?:{_BARE})(?!\w)")
_BEFORE = re.compile(rf"(?<!\w)(?:{_SHORT_OLD}|{_SHORT_NEW}|[Oo]ld[ -][Ss]tyle|[Nn]ew[ -][Ss]tyle)[,:]?{GAP}$")
_IS_OLD = re.compile(r"[Oo](?:ld|\. ?[Ss]\.|S)|Julian")
_FIRST = frozenset(" ,([\xa0\n\r\t")


def is_old(words: str) -> bool:
    """Whether a label is of the Julian calendar."""
    return bool(_IS_OLD.search(words))


def styled(text: str, hit: Hit, floor: int, end: int) -> Hit:
    """The hit with the label of a calendar behind or before it, which must lie between `floor` and `end`."""
    start, stop = hit.span.start, hit.span.end
    if hit.parts[-1].month is None or hit.parts[-1].calendar != "Gregorian":
        return hit
    behind = _AFTER.match(text, stop, end) if stop < end and text[stop] in _FIRST else None
    if behind:
        last = hit.parts[-1]
        parts = (*hit.parts[:-1], last._replace(span=Span(last.span.start, behind.end())))
        return _in_style(hit.of(parts), behind[0])
    if start - floor < 3 or text[start - 2] not in "SsEe.,:":
        return hit
    words = before(text, start, min(16, start - floor))
    ahead = _BEFORE.search(words)
    return _in_style(hit.opened_by(start - len(words) + ahead.start(), hit.parts[0].mod), ahead[0]) if ahead else hit


def _in_style(hit: Hit, label: str) -> Hit:
    calendar: Calendar = "Julian" if is_old(label) else "Gregorian"
    return hit.of(tuple(part._replace(calendar=calendar) for part in hit.parts))
