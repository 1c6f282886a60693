"""A quiz in progress, as a pure state machine: every step gives a new session."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datedeck.model import Item
from datedeck.study.grade import Grade, Outcome, Response, grade


@dataclass(frozen=True, slots=True)
class Session:
    """Items in the order they are asked; `results` holds one grade for each item met, None for a skipped one."""

    items: tuple[Item, ...]
    results: tuple[Grade | None, ...] = ()

    @property
    def current(self) -> Item | None:
        """The item to ask now; None when all were met."""
        return None if self.finished else self.items[len(self.results)]

    @property
    def finished(self) -> bool:
        """Whether no item is left."""
        return len(self.results) >= len(self.items)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What was answered so far, fact by fact."""
        return tuple(outcome for result in self.results if result for outcome in result.outcomes)

    @property
    def right(self) -> int:
        """How many facts were answered right."""
        return sum(outcome.right for outcome in self.outcomes)

    @property
    def missed(self) -> tuple[Outcome, ...]:
        """The outcomes that were wrong."""
        return tuple(outcome for outcome in self.outcomes if not outcome.right)

    @property
    def skipped(self) -> int:
        """How many items were passed over."""
        return self.results.count(None)


def answer(session: Session, response: Response) -> Session:
    """The session after its current item was answered; `ValueError` when it is finished or that is no answer."""
    if session.current is None:
        raise ValueError("the session is finished")
    return replace(session, results=(*session.results, grade(session.current, response)))


def skip(session: Session) -> Session:
    """The session after its current item was passed over; `ValueError` when it is finished."""
    if session.finished:
        raise ValueError("the session is finished")
    return replace(session, results=(*session.results, None))
