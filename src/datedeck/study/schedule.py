"""When to ask again: FSRS (github.com/open-spaced-repetition), without chance and without a clock of its own.

A right answer is Good and a wrong one Again: never Hard, which is a pass and costs reviews without gaining recall.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fsrs import Card, Rating, ReviewLog, Scheduler, State

__all__ = ["Card", "Rating", "ReviewLog", "State", "rating_of", "review"]

_SCHEDULER = Scheduler(enable_fuzzing=False)
_CARD_ID = 0  # cards are kept by their facts; a Card without an id would wait to make one from the clock


def rating_of(right: bool) -> Rating:  # noqa: FBT001 - it is the one thing rated
    """The FSRS rating of an answer."""
    return Rating.Good if right else Rating.Again


def review(card: Card | None, rating: Rating, now: datetime) -> tuple[Card, ReviewLog]:
    """The card after a review, and the review's log; None is a card never seen.

    `now` is any aware time. A clock that was set back counts as no time passed, so no card is due before its review.
    """
    now = now.astimezone(UTC)
    if card is None:
        card = Card(card_id=_CARD_ID, due=now)
    if card.last_review and now < card.last_review:
        now = card.last_review
    return _SCHEDULER.review_card(card, rating, now)
