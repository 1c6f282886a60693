"""What dates mean that do not name their year, or only say how far they are from another date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from datedeck.extract.mentions.narrative.cues import cues_at, in_brackets, in_relative_clause, is_birth, is_cued
from datedeck.extract.mentions.narrative.edges import OTHER_ERA, UNSAID_ERA, Step
from datedeck.extract.mentions.narrative.events import counted_from_events
from datedeck.extract.mentions.narrative.path import cheapest
from datedeck.extract.mentions.narrative.proof import proven
from datedeck.extract.mentions.narrative.sections import Layout, Years
from datedeck.extract.mentions.narrative.when import Found, month_of
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import weekday_number
from datedeck.model import Anchor, Span

__all__ = ["with_years"]

_ASIDE, _LEAST_ASIDE = 1.3, 0.1
_EASIER = 0.7  # aside: a cue, a relative clause, the left end of a range
_BRACKETS = 0.7
_PLAIN = 1.5  # a year named so plainly that what follows may be counted from it
_FAR = 0.5  # a year so much in passing (a birth in a relative clause) that not even its own sentence counts from it
_STARTS = 3
_OPENS, _OPENS_ANEW = 0.6, 0.9
_HAD, _EXACT = 0.3, 0.4
_NEW_PARAGRAPH, _NEW_SECTION, _LOOKS_BACK = 0.8, 0.5, 0.5
_CROWD, _CROWDED = 12, 300  # so many dates in so many characters are a table or list: their wording is not asked
_EARLY = 1000  # years below may lack their era in writing on antiquity
_ABOUT = 150  # years around those named in which a century is one before Christ as well
_CENTURY = re.compile(r"(0[1-9]|[1-9][0-9])XX")
_ERA = re.compile(r"[AC]\.?[DE]\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^.;,]*$", re.IGNORECASE)
_LOOSE = ("by", "until", "before", "since")


def with_years(text: str, hits: Sequence[Hit], starts: Sequence[int], headings: list[Span]) -> list[Hit]:
    """Give every hit its year; dates whose year cannot be known (no year is named anywhere) are left out.

    `hits` in text order; `starts`: where paragraphs begin, sorted; `headings`: disjoint and in text order.
    """
    hits = _with_eras(text, hits)
    named = [(part.year, hit) for hit in hits for part in hit.parts if part.year is not None]
    if not named:
        return [hit for hit in hits if not any(part.needs_year or part.relative for part in hit.parts)]
    open_years = {part.year for hit in hits for part in hit.parts if part.era_open}
    years = Years(min(year for year, _ in named) - 1, max(year for year, _ in named) + 1)
    era = OTHER_ERA if any(_ERA.search(hit.span.of(text)) for hit in hits) else UNSAID_ERA
    steps = [replace(step, other_era=era) for step in _steps(text, hits, Layout(text, starts, headings, hits), years)]
    meanings = cheapest(steps, _starts(text, [entry for entry in named if entry[0] not in open_years] or named))
    found = iter([meaning for step, meaning in zip(steps, meanings, strict=True) if not step.vague])
    told = proven(hits, [_told(hit, found) for hit in hits])
    return counted_from_events(text, [hit for hit in told if hit.parts])


def _starts(text: str, named: Sequence[tuple[int, Hit]]) -> list[int]:
    """The years that the narrative may begin in: the first named as its time, not in passing; else the first of all."""
    found: list[int] = []
    for year, hit in named:
        if year not in found and not _in_passing(text, hit):
            found.append(year)
        if len(found) == _STARTS:
            break
    if found:
        return found
    outside = (year for year, hit in named if not _is_apart(text, hit.span.start))
    return [next(outside, named[0][0])]


def _in_passing(text: str, hit: Hit) -> bool:
    start = hit.span.start
    cues = cues_at(text, start)
    return _is_apart(text, start) or is_cued(text, hit, cues) or in_relative_clause(cues)


def _is_apart(text: str, place: int) -> bool:
    return in_brackets(text, place) or is_birth(text, place)


def _with_eras(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Numbers that only writing on antiquity uses as years go where the document names no year before Christ."""
    if any(part.year is not None and part.year <= 0 and not part.era_open for hit in hits for part in hit.parts):
        hits = [_era_opened(text, hit) for hit in hits]
        said = [part.year for hit in hits for part in hit.parts if part.year is not None and not part.era_open]
        if max(said) <= 0:
            hits = [_century_before(text, hit, Years(min(said) - _ABOUT, max(said) + _ABOUT)) for hit in hits]
        return hits
    return [hit for hit in hits if not hit.parts[0].era_open]


def _century_before(text: str, hit: Hit, years: Years) -> Hit:
    """A century without an era, where the document names years before Christ only, and this one is among them."""
    found = _CENTURY.fullmatch(hit.parts[0].fixed or "")
    if len(hit.parts) > 1 or not found or _ERA.search(hit.span.of(text)):
        return hit
    last = -100 * int(found[1])  # the year 0 is the first before Christ
    return hit.of((hit.parts[0]._replace(fixed=f"-{found[0]}"),)) if years.first <= last <= years.last else hit


def _era_opened(text: str, hit: Hit) -> Hit:
    part = hit.parts[0]
    if len(hit.parts) > 1 or part.year is None or not 0 < part.year < _EARLY or _ERA.search(part.span.of(text)):
        return hit
    return hit.of((part._replace(era_open=True),))


def _told(hit: Hit, found: Iterator[Found | None]) -> Hit:
    """The hit with what its parts mean; parts without a certain meaning are left out."""
    parts = tuple(part if _is_outside(part) else _meant(part, next(found)) for part in hit.parts)
    if parts == hit.parts:
        return hit
    known = tuple(part for part in parts if part)
    return Hit(known, hit.rule, hit.join if len(known) == len(parts) else "list", hit.bound)


def _is_outside(part: Part) -> bool:
    """Whether it is no date on the way: decades and centuries lead nowhere, events are looked up after it."""
    return part.year is None and bool(part.fixed or (part.relative and part.relative.event))


def _meant(part: Part, found: Found | None) -> Part | None:
    if found is None:
        return None
    if isinstance(found, str):
        return part._replace(fixed=found, relative=None, anchored="context")
    if part.relative:
        year, month, day = found
        anchored: Anchor = "context" if part.relative.unit == "short" else "relative"
        return part._replace(year=year, month=month or None, day=day or None, relative=None, anchored=anchored)
    if part.year is None:
        return part._replace(year=found[0], anchored="context")
    return part if part.year == found[0] else part._replace(year=found[0])


def _steps(text: str, hits: Sequence[Hit], layout: Layout, years: Years) -> Iterator[Step]:
    place, is_plain, is_far = 0, True, False
    for index, hit in enumerate(hits):
        start = hit.span.start
        crowded = index >= _CROWD and start - hits[index - _CROWD].span.start < _CROWDED
        for number, part in enumerate(hit.parts):
            if _is_outside(part):
                if part.relative or (not crowded and cues_at(text, start).opens):
                    yield Step(part, vague=True)
                continue
            if crowded or part.relative:
                is_near = not is_far and place >= cues_at(text, start).start
                from_last = not crowded and (is_plain or is_near)
                step = Step(part, aside=_ASIDE, tied=number > 0, from_last=from_last, range=years)
            elif part.year is not None:
                step = _named(text, hit, part, layout, place)
            else:
                step = _bare(text, hit, part, layout, place, years, tied=number > 0)
            is_plain = step.aside is None or step.aside >= _PLAIN
            is_far = step.aside is not None and step.aside < _FAR
            place = start
            yield step


def _ease(layout: Layout, place: int, start: int, *, looks_back: bool) -> float:
    ease = _LOOKS_BACK if looks_back else 1.0
    if layout.new_section(place, start):
        return ease * _NEW_SECTION
    return ease * _NEW_PARAGRAPH if layout.new_paragraph(place, start) else ease


def _named(text: str, hit: Hit, part: Part, layout: Layout, place: int) -> Step:
    if layout.in_heading(hit.span):
        return Step(part, heading=True)
    start = part.span.start
    cues = cues_at(text, start)
    aside = _ASIDE
    if in_brackets(text, start):
        aside -= _BRACKETS
    is_born = is_birth(text, start)
    if is_born or is_cued(text, hit, cues):
        aside -= _EASIER
    if in_relative_clause(cues):
        aside -= _EASIER
    if hit.join == "range" and part is hit.parts[0] and part.month is None:
        aside -= _EASIER
    if cues.looks_back:
        aside -= _HAD
    if part.day is not None:
        aside += _EXACT
    if cues.opens and not is_born:
        aside += _OPENS_ANEW if place < cues.start else _OPENS
    ease = _ease(layout, place, start, looks_back=cues.looks_back)
    return Step(part, ease, max(_LEAST_ASIDE, aside))


def _bare(text: str, hit: Hit, part: Part, layout: Layout, place: int, years: Years, *, tied: bool) -> Step:
    start = part.span.start
    cues = cues_at(text, start)
    return Step(
        part,
        _ease(layout, place, start, looks_back=cues.looks_back),
        tied=tied,
        loose=hit.bound in _LOOSE,
        until=hit.bound == "until",
        since=hit.bound == "since" and bool(_SINCE.search(text, max(0, start - 24), start)),
        weekday=weekday_number(text[start : start + 10]) if month_of(part) and part.day else None,
        section=layout.years_at(start),
        range=years,
    )
