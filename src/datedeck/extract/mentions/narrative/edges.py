"""What each kind of date may mean at a point of the narrative, and how unlikely that is (the method: `path`).

Costs are set by hand and rounded: on development texts no search over them did better on texts left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from datedeck.dates.edtf import days_in
from datedeck.extract.mentions.narrative.sections import Years
from datedeck.extract.mentions.narrative.when import (
    UNSURE,
    VAGUE,
    Found,
    When,
    counted,
    is_weekday,
    month_of,
    months_between,
    place_of,
)
from datedeck.extract.mentions.tagged import Part

Edge = tuple[float, When, When, Found | None]  # cost, the narrative's date then, the latest date named, the meaning

_FORWARD, _FARTHEST, _BACK, _BACK_STEP = 0.2, 1.0, 0.5, 0.3
_BARE_FORWARD, _BARE_BACK, _BARE_STEP = 0.1, 0.5, 0.24
_NEW_YEAR, _YEAR_BACK = 0.9, 0.3
_OUTSIDE, _WRONG_WEEKDAY = 1.5, 4.0
_BOUND_ASIDE = 0.3
OTHER_ERA, UNSAID_ERA = 0.7, 4.0  # of a number without era: where the text says AD somewhere, and where nowhere
_UNTIL_ASIDE, _UNTIL_BACK, _SINCE_AHEAD = 0.1, 2.0, 1.0
_FROM_MAIN, _FROM_LAST = 0.7, 0.1
_IN_HEADING = -1.0


@dataclass(frozen=True, slots=True)
class Step:
    """One date on the way through a document, with what its place and words say about the way."""

    part: Part
    ease: float = 1.0  # how much of a move's cost is left: less in a new paragraph or section, or after "had"
    aside: float | None = None  # cost of naming a year in passing; None where the narrative certainly moves there
    heading: bool = False
    tied: bool = False  # goes on from the part before it in the same expression
    loose: bool = False  # bounds an event ("until May"), so that the narrative need not be there
    until: bool = False  # ends what goes on, so that it lies ahead
    since: bool = False  # begins what goes on, so that it lies behind
    from_last: bool = False  # counts from the latest date named rather than from where the narrative is
    other_era: float = OTHER_ERA  # cost of reading a number without era as of another era than the last date
    vague: bool = False  # a time that is not known, and from which nothing can be counted
    weekday: int | None = None  # Monday 0
    section: Years | None = None
    range: Years | None = None  # the years that dates without one may have


def edges(step: Step, main: When, last: When) -> Iterator[Edge]:
    """Every way on from a state; the likelier of equals first."""
    part = step.part
    if step.vague or (part.relative and part.relative.unit == "vague"):
        is_long = step.vague or bool(part.relative and part.relative.steps)
        return iter(((0.0, main, (last[0], 0, VAGUE if is_long else UNSURE), None),))
    if part.relative:
        return _relative(part, main, last, from_last=step.from_last or last[2] in (VAGUE, UNSURE))
    if part.year is not None:
        return _named(step, part.year, main, last)
    if step.tied:
        return _tied(part, main, last)
    return _bare(step, main)


def _named(step: Step, named: int, main: When, last: When) -> Iterator[Edge]:
    part = step.part
    for year in (1 - named, named) if part.era_open and named > 0 else (named,):
        where = place_of(part, year)
        value = (year, part.month or 0, part.day or 0)
        if year == main[0] and not where[1]:
            yield _IN_HEADING if step.heading else 0, main, where, value
            continue
        cost = step.other_era if part.era_open and (year > 0) != (last[0] > 0) else 0
        moving = _moving(step, months_between(main, where))
        yield cost + moving, where, where, value
        if step.aside is not None and moving:  # what costs nothing to move to is not passed by
            yield cost + step.aside, main, where, value


def _moving(step: Step, months: float) -> float:
    if step.heading:
        return _IN_HEADING
    if months >= 0:
        return step.ease * min(_FARTHEST, _FORWARD * log2(1 + months))
    return step.ease * (_BACK + _BACK_STEP * log2(1 - months))


def _bare(step: Step, main: When) -> Iterator[Edge]:
    part = step.part
    is_season = part.month is not None and part.month > 12
    for year in (main[0], main[0] + 1, main[0] - 1):
        where = place_of(part, year)
        if not _exists(step, where):
            continue
        cost = _bare_cost(step, where, main)
        value = (year, part.month or 0, part.day or 0)
        after = main if is_season and year == main[0] else where
        yield cost, after, where, value
        if step.loose:
            yield cost + (_UNTIL_ASIDE if step.until else _BOUND_ASIDE), main, where, value


def _exists(step: Step, where: When) -> bool:
    """Whether the document and the calendar have this day; a leap day is looked for in no year beyond those named."""
    year, month, day = where
    beyond = 1 if (month, day) == (2, 29) else 0
    if step.range and not step.range.first + beyond <= year <= step.range.last - beyond:
        return False
    return day <= 0 or day <= days_in(year, month)


def _bare_cost(step: Step, where: When, main: When) -> float:
    months = months_between(main, where)
    if months >= 0:
        cost = _BARE_FORWARD * months + (_NEW_YEAR if where[0] != main[0] else 0)
        cost += _SINCE_AHEAD if step.since and months > 0 else 0
    else:
        cost = step.ease * (_BARE_BACK - _BARE_STEP * months) + (_YEAR_BACK if where[0] != main[0] else 0)
        cost += _UNTIL_BACK if step.until else 0
    if step.section and not step.section.first <= where[0] <= step.section.last:
        cost += _OUTSIDE
    if step.weekday is not None and where[1] and where[2] > 0 and not is_weekday(where, step.weekday):
        cost += _WRONG_WEEKDAY
    return cost


def _tied(part: Part, main: When, last: When) -> Iterator[Edge]:
    """The next date of a list or range: in the year of the one before it, or the next where the months say so."""
    month = month_of(part)
    year = last[0] + (bool(month) and (month, part.day or 0) < (last[1], max(0, last[2]) if part.day else 0))
    where = place_of(part, year)
    yield 0, where if main == last else main, where, (year, part.month or 0, part.day or 0)


def _relative(part: Part, main: When, last: When, *, from_last: bool) -> Iterator[Edge]:
    assert part.relative
    if part.relative.unit in ("decade", "short", "letter"):
        anchors: tuple[tuple[When, float], ...] = ((main, 0),)
    elif from_last or (part.month is not None and part.relative.unit == "year"):
        anchors = ((last, 0), (main, _FROM_MAIN))  # "May of that year"
    else:
        anchors = ((main, 0), (last, _FROM_LAST))
    for anchor, cost in anchors[: 1 if main == last else 2]:
        value = counted(anchor, part, part.relative)
        if value is None or isinstance(value, str):
            yield cost, main, last, value
            continue
        where = place_of(part._replace(month=value[1] or None, day=value[2] or None), value[0])
        onward = where > main and months_between(main, where) >= 0
        moves = onward and part.relative.unit != "letter"
        yield cost, where if moves else main, where, value
