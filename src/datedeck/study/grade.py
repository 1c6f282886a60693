"""What a response is worth, fact by fact, and what feedback needs to say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datedeck.model import Choice, Fact, Item, Kind, MatchItem

Response = Sequence[int | None]  # the index of the option chosen, one for each fact asked; None is no answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact's part of a grade."""

    fact: Fact
    answer: Choice
    given: Choice | None

    @property
    def right(self) -> bool:
        """Whether the right option was chosen."""
        return self.given == self.answer


@dataclass(frozen=True, slots=True)
class Grade:
    """A graded item: one outcome a fact, in the item's order."""

    item_id: str
    kind: Kind
    outcomes: tuple[Outcome, ...]

    @property
    def right(self) -> bool:
        """Whether all of it was right."""
        return all(outcome.right for outcome in self.outcomes)


def grade(item: Item, response: Response) -> Grade:
    """Grade a response; `ValueError` when it has not one answer for each fact, or names no option."""
    options, keys = (item.options, item.key) if isinstance(item, MatchItem) else (item.choices, (item.key,))
    if len(response) != len(keys):
        raise ValueError(f"{len(keys)} answers expected, {len(response)} given")
    if any(index is not None and not 0 <= index < len(options) for index in response):
        raise ValueError("an answer names no option")
    outcomes = tuple(
        Outcome(fact, options[key], None if index is None else options[index])
        for fact, key, index in zip(item.facts, keys, response, strict=True)
    )
    return Grade(item.id, item.kind, outcomes)
