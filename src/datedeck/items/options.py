"""Wrong dates: certainly wrong, of the key's form, near it in time, on both sides of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from datedeck.dates import Edtf, Window, window
from datedeck.errors import DatedeckError
from datedeck.items.neighbours import middle, neighbours
from datedeck.items.pool import Pool, clear, shape

LEAST = 2  # wrong options without which there is no item
SHOWN = 3  # wrong options that one question shows


class WrongDates:
    """Wrong options that gather, each disjoint from the forbidden windows and from the others."""

    def __init__(self, forbidden: Iterable[Window]) -> None:
        self._windows = list(forbidden)
        self.dates: list[Edtf] = []

    def add(self, date: Edtf) -> bool:
        """Take a date in if it is certainly wrong; says whether it was."""
        own = window(date)
        if not clear(own, self._windows):
            return False
        self._windows.append(own)
        self.dates.append(date)
        return True

    def add_texts(self, texts: Iterable[str], form: tuple[str, ...]) -> None:
        """Take in a teacher's dates of this form: another would stand out. What is no date is `check`'s to tell."""
        for text in texts:
            try:
                date = Edtf.parse(text)
            except DatedeckError:
                continue
            if shape(date) == form:
                self.add(date)

    def fill(self, key: Edtf, pool: Pool, wanted: int, rng: random.Random) -> None:
        """Add dates near the key until `wanted` are there. The key's place among them is drawn evenly.

        Of more than are shown at once (a card draws three) some lie on each side, so that the key is not always last.
        """
        margin = max(0, wanted - SHOWN) // 2
        earlier = rng.randint(margin, wanted - margin)
        sources = {side: _candidates(key, pool, side, rng) for side in (-1, 1)}
        quota = {-1: earlier, 1: wanted - earlier}
        for date in self.dates:
            quota[-1 if date.earliest < key.earliest else 1] -= 1
        for side in (-1, 1):
            self._take(sources[side], min(quota[side], wanted - len(self.dates)))
        for side in (-1, 1):
            self._take(sources[side], wanted - len(self.dates))

    def _take(self, candidates: Iterator[Edtf], count: int) -> None:
        while count > 0:
            date = next(candidates, None)
            if date is None:
                return
            count -= self.add(date)


def _candidates(key: Edtf, pool: Pool, side: int, rng: random.Random) -> Iterator[Edtf]:
    """First the dates of other facts, the nearest first but not always the same, then computed ones."""
    near = pool.dates_near(key)
    spread = middle(near[-1]) - middle(near[0]) if len(near) > 1 else 0
    others = [date for date in near if date.order(key) == side]
    others.sort(key=lambda date: (abs(middle(date) - middle(key)) * rng.uniform(1, 3), date.text))
    yield from others
    for date in neighbours(key, side, spread, rng):
        if date.latest <= max(pool.horizon, key.latest):
            yield date
