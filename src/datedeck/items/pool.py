"""The facts that an item is made among: whose dates and events its wrong options may come from, and must not touch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from datedeck.dates import Day, Edtf, Window
from datedeck.items.neighbours import middle, reach
from datedeck.model import ASKABLE, Claim, Fact
from datedeck.model.likeness import content_words, likeness

ALIKE = 0.5  # from this likeness on, two statements may tell of one event
_NEAREST = 16  # so many dates on each side are looked at
_BESIDE = 60  # so many facts before and after in time are the first to be chosen from
_RECENT = Day(2000, 12, 31)


class Pool:
    """Facts that may be asked, indexed by the words of their events; `taken` are keys that must not be asked again."""

    def __init__(self, facts: Iterable[Fact], taken: frozenset[str] = frozenset()) -> None:
        self.facts = tuple(fact for fact in facts if fact.status in ASKABLE)
        self.taken = taken
        self.by_key = {fact.key: fact for fact in self.facts}
        self._alike: dict[tuple[str, str], list[Fact]] = {}

    @classmethod
    def of(cls, facts: Pool | Sequence[Fact]) -> Pool:
        """The pool itself, or one made of a plain sequence."""
        return facts if isinstance(facts, Pool) else cls(facts)

    def taking(self, taken: frozenset[str]) -> Pool:
        """The same facts with others taken; shares the index."""
        other = Pool((), taken)
        other.facts, other.by_key, other._alike = self.facts, self.by_key, self._alike
        for name in ("_index", "_dates", "_timeline", "horizon"):
            other.__dict__[name] = getattr(self, name)
        return other

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for place, fact in enumerate(self.facts):
            for word in content_words(fact.event):
                index[word].append(place)
        return index

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

    def near(self, fact: Fact) -> tuple[list[Fact], list[Fact]]:
        """The other facts in time order: those next to this one in time, and the rest."""
        line = self._timeline
        place = bisect_left(line, (middle(fact.asked.date), 0))
        first, last = max(0, place - _BESIDE), place + _BESIDE
        near = [self.facts[at] for _, at in line[first:last] if self.facts[at].key != fact.key]
        return near, [self.facts[at] for _, at in (*line[:first], *line[last:])]

    @cached_property
    def horizon(self) -> Day:
        """The last day known to be past: no computed date lies after it."""
        return max(
            [_RECENT, *(end.latest for fact in self.facts for claim in fact.claims for end in claim.date.ends if end)]
        )

    def alike(self, fact: Fact) -> list[Fact]:
        """Other facts that may be duplicates of this one: likeness of the event ≥ 0.5, in the pool's order."""
        key = (fact.key, fact.event)
        if key not in self._alike:
            self._alike[key] = self._found_alike(fact)
        return self._alike[key]

    def _found_alike(self, fact: Fact) -> list[Fact]:
        # At Dice ≥ 0.5 at least a third of this statement's words are shared, so one of its rarer words is: the
        # commoner ones, as many as may all be missing beside that third, need no look (prefix filter).
        rarest = sorted(content_words(fact.event), key=lambda word: (len(self._index.get(word, ())), word))
        telling = rarest[: len(rarest) - -(-len(rarest) // 3) + 1]
        places = sorted({place for word in telling for place in self._index.get(word, ())})
        return [
            other
            for other in (self.facts[place] for place in places)
            if other.key != fact.key and likeness(other.event, fact.event) >= ALIKE
        ]

    def windows(self, fact: Fact) -> list[Window]:
        """When the fact's event, or a possible duplicate of it, may have happened by any claim."""
        return [claim.window for each in (fact, *self.alike(fact)) for claim in each.claims]


def clear(window: Window, windows: Iterable[Window]) -> bool:
    """Whether a window shares no day with any of the others."""
    return not any(window.overlaps(other) for other in windows)


def certain(claim: Claim) -> bool:
    """Whether the claim says when, so that other dates are wrong: no bound to one side, no open end."""
    return claim.bound in ("on", "during") and None not in claim.date.ends


def shape(date: Edtf) -> tuple[str, ...]:
    """The form of a date: options of one item share it."""
    return (date.precision, date.qualifier, *(end.precision + end.qualifier if end else "" for end in date.ends))
