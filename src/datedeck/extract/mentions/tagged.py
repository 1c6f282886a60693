"""The nouns of the date tagger: parts and hits while it works, what it hands out at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from datedeck.dates import Bound, Calendar, Edtf
from datedeck.model import Anchor, DatedMention, Mod, Span

Join = Literal["single", "range", "list"]
Unit = Literal[
    "day",
    "month",
    "year",
    "tens",
    "hundreds",
    "weekday",
    "on-weekday",
    "nth",
    "letter",
    "turn",
    "decade",
    "short",
    "vague",
]
UNIT_NOUNS: dict[str, Unit] = {  # the parts of a day stand for the day
    "day": "day",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "night": "day",
    "month": "month",
    "year": "year",
}
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 14)}  # a winter may be meant from either side of the new year


@dataclass(frozen=True, slots=True)
class Relative:
    """How a date is counted from another one, its anchor: `steps` of a `unit` on, back, or (0) the same.

    `tens`, `hundreds`: decades and centuries. `weekday`: the next (1 Monday to 7 Sunday) or last (-1 to -7) after or
    before the anchor; `on-weekday`: the anchor if it is that weekday (0 Monday). `nth`: the day of this number in the
    anchor's month, or in the next where the anchor is far past it. `turn`: the next (1) or last (-1) time that the
    part's month or season comes. `letter`: months from the one that a letter is written in. `decade` and `short`: the
    decade or the year with these last two digits (`steps`) that lies nearest. `vague`: nobody can count it, nor on from
    it in days, or (1) in years. `event`: the word for what it is counted from, where it is said.
    """

    unit: Unit
    steps: int = 0
    event: str = ""


class Part(NamedTuple):
    """One date as far as its words say it: an astronomical `year` (None: not said), `month` 1-12 or a season 21-24.

    `fixed` is a whole EDTF value where year, month and day cannot say it (decade, century, half of a year).
    `relative` says how to count it from the date it hangs on; month and day are then what its own words name.
    `anchor`: the words of what it was counted from, once that is known. `era_open`: the words say no era, so that in a
    document about antiquity the year may be one before Christ.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    fixed: str = ""
    mod: Mod = ""
    anchored: Anchor = "own"
    relative: Relative | None = None
    era_open: bool = False
    calendar: Calendar = "Gregorian"
    anchor: Span | None = None

    @property
    def needs_year(self) -> bool:
        """Whether only the context can tell its year."""
        return self.year is None and not self.fixed

    @property
    def first_month(self) -> int:
        """The earliest month that it may lie in; 0 where its words name neither month nor season."""
        return _SEASONS.get(self.month or 0, (self.month or 0, 0))[0]

    @property
    def last_month(self) -> int:
        """The latest month that it may lie in: 12 where none is named, over 12 for a winter beyond the new year."""
        return _SEASONS.get(self.month or 0, (0, self.month or 12))[1]

    @property
    def value(self) -> str:
        """Its EDTF text; the year must be known."""
        if self.fixed:
            text = self.fixed
        else:
            assert self.year is not None
            sign = "-" if self.year < 0 else ""
            text = f"{sign}{abs(self.year):04d}"
            if self.month is not None:
                text += f"-{self.month:02d}"
                text += f"-{self.day:02d}" if self.day is not None else ""
        return text + "~" if self.mod == "approx" and "/" not in text else text


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule found: one date, the ends of a range, or a list of dates that share a month or year.

    `span` reaches from its first date to its last (it is asked so often that it is kept); an empty hit has none.
    """

    parts: tuple[Part, ...]
    rule: str
    join: Join = "single"
    bound: Bound = "on"
    span: Span = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the span."""
        parts = self.parts
        if len(parts) == 1:
            object.__setattr__(self, "span", parts[0].span)
        elif parts:
            object.__setattr__(self, "span", Span(parts[0].span.start, parts[-1].span.end))

    def opened_by(self, start: int, mod: Mod, fixed: str = "") -> Hit:
        """The same with its first date beginning at `start`, at a word like "early"."""
        first = self.parts[0]
        first = first._replace(span=Span(start, first.span.end), mod=mod, fixed=fixed or first.fixed)
        return self.of((first, *self.parts[1:]))

    def of(self, parts: tuple[Part, ...]) -> Hit:
        """The same form with other parts."""
        return Hit(parts, self.rule, self.join, self.bound)


@dataclass(frozen=True, slots=True)
class Interval:
    """A range: `span` from its first date to its last, `value` an EDTF interval."""

    span: Span
    value: Edtf


@dataclass(frozen=True, slots=True)
class Tagged:
    """All dates of a text, in text order.

    `mentions`: as in TIMEX3, the two ends of a range are mentions of their own and the range stands under `intervals`.
    `dated`: what can date an event: a range is one mention over all its words, its ends are not repeated.
    """

    mentions: tuple[DatedMention, ...]
    intervals: tuple[Interval, ...]
    dated: tuple[DatedMention, ...]
