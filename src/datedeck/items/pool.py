"""The facts that an item is made among: whose dates and events its wrong options may come from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property

from datedeck.dates import Day, Edtf, Window
from datedeck.items.neighbours import middle, reach
from datedeck.items.record import Record
from datedeck.model import ASKABLE, Claim, Fact

_NEAREST = 16  # so many dates on each side are looked at
_BESIDE = 60  # so many facts before and after in time are the first to be chosen from
_RECENT = Day(2000, 12, 31)


class Pool:
    """Those of the facts that may be asked: wrong options are made of them, and must agree with the whole record.

    Without a record the facts are the record themselves, drafts included. `selected` are the keys of those that may be
    asked here (None: all), `taken` of those that must not be asked again; the caller may go on adding to them.
    """

    def __init__(
        self,
        facts: Iterable[Fact],
        record: Record | None = None,
        selected: Container[str] | None = None,
        taken: Container[str] = frozenset(),
    ) -> None:
        known = tuple(facts)
        self.facts = tuple(fact for fact in known if fact.status in ASKABLE)
        self.by_key = {fact.key: fact for fact in self.facts}
        self.windows = (record or Record(known)).windows
        self.taken = taken
        self._selected = selected

    @classmethod
    def of(cls, facts: Pool | Sequence[Fact]) -> Pool:
        """The pool itself, or one made of a plain sequence."""
        return facts if isinstance(facts, Pool) else cls(facts)

    def free(self, fact: Fact) -> bool:
        """Whether the fact may be asked here and has not been."""
        return (self._selected is None or fact.key in self._selected) and fact.key not in self.taken

    @cached_property
    def _dates(self) -> dict[tuple[str, ...], list[tuple[int, str]]]:
        dates: dict[tuple[str, ...], set[tuple[int, str]]] = defaultdict(set)
        for fact in self.facts:
            for claim in filter(certain, fact.claims):
                dates[shape(claim.date)].add((middle(claim.date), claim.date.text))
        return {form: sorted(found) for form, found in dates.items()}

    def dates_near(self, date: Edtf) -> list[Edtf]:
        """Dates of the same form and era that facts of the pool have, in time order."""
        found, centre, far = self._dates.get(shape(date), []), middle(date), reach(date)
        near = found[bisect_left(found, (centre - far, "")) : bisect_right(found, (centre + far, "~"))]
        place = bisect_left(near, (centre, ""))
        return [Edtf.parse(text) for _, text in near[max(0, place - _NEAREST) : place + _NEAREST]]

    @cached_property
    def _timeline(self) -> list[tuple[int, int]]:
        return sorted((middle(fact.asked.date), place) for place, fact in enumerate(self.facts))

    def near(self, fact: Fact) -> Iterator[list[Fact]]:
        """The other facts in time order: those next to this one in time, then the rest."""
        line = self._timeline
        place = bisect_left(line, (middle(fact.asked.date), 0))
        first, last = max(0, place - _BESIDE), place + _BESIDE
        yield [self.facts[at] for _, at in line[first:last] if self.facts[at].key != fact.key]
        yield [self.facts[at] for _, at in (*line[:first], *line[last:])]

    @cached_property
    def horizon(self) -> Day:
        """The last day known to be past: no computed date lies after it."""
        return max(
            [_RECENT, *(end.latest for fact in self.facts for claim in fact.claims for end in claim.date.ends if end)]
        )


def clear(window: Window, windows: Iterable[Window]) -> bool:
    """Whether a window shares no day with any of the others."""
    return not any(window.overlaps(other) for other in windows)


def certain(claim: Claim) -> bool:
    """Whether the claim says when, so that other dates are wrong: no bound to one side, no open end."""
    return claim.bound in ("on", "during") and None not in claim.date.ends


def shape(date: Edtf) -> tuple[str, ...]:
    """The form of a date: options of one item share it."""
    return (date.precision, date.qualifier, *(end.precision + end.qualifier if end else "" for end in date.ends))
