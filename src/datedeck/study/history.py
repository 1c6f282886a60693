"""What a learner answered and remembers: SQLite, one transaction for each answered item."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from datedeck.model import Fact
from datedeck.study.grade import Grade, Outcome
from datedeck.study.schema import connect, explained, transaction

LEARNED_DAYS = 21  # a memory that is kept three weeks counts as learned, as Anki's mature cards do


@dataclass(frozen=True, slots=True)
class Stats:
    """Answers are counted fact by fact. `by_kind` holds (answered, right); due counts are of cards."""

    answered: int
    right: int
    by_kind: Mapping[str, tuple[int, int]]
    facts: int
    learned: int
    due_today: int
    due_week: int


class History:
    """An open history; a context manager. All methods raise `DatedeckError` as `schema.explained` says."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the history, made when it is not there."""
        return cls(path, connect(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def record(self, grade: Grade, now: datetime) -> None:
        """Keep an answered item: cards and log in one transaction, on disk when this returns. `now` is aware."""
        with transaction(self._connection, self._path):
            for outcome in grade.outcomes:
                self._follow(outcome.fact)
                self._review(grade, outcome, now.astimezone(UTC))

    def stats(self, now: datetime) -> Stats:
        """Count what was answered and what is due by the end of the day (UTC) of `now`, and six days later."""
        midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        with explained(self._path):
            by_kind = {
                kind: (answered, right)
                for kind, answered, right in self._connection.execute(
                    "SELECT kind, count(*), sum(correct) FROM reviews GROUP BY kind ORDER BY kind"
                )
            }
            facts, learned, today, week = self._connection.execute(
                "SELECT count(*), count(*) FILTER (WHERE stability >= ?), count(*) FILTER (WHERE due < ?), "
                "count(*) FILTER (WHERE due < ?) FROM cards",
                (LEARNED_DAYS, _stamp(midnight), _stamp(midnight + timedelta(days=6))),
            ).fetchone()
        return Stats(
            sum(answered for answered, _ in by_kind.values()),
            sum(right for _, right in by_kind.values()),
            by_kind,
            facts,
            learned,
            today,
            week,
        )

    def _follow(self, fact: Fact) -> None:
        """Let what was learned under a fact's former ids count for it, unless it has a history of its own."""
        for former in (f"{fact.bank}:{name}" for name in fact.formerly):
            self._connection.execute("UPDATE OR IGNORE cards SET fact = ? WHERE fact = ?", (fact.key, former))
            self._connection.execute("DELETE FROM cards WHERE fact = ?", (former,))
            self._connection.execute("UPDATE reviews SET fact = ? WHERE fact = ?", (fact.key, former))

    def _review(self, grade: Grade, outcome: Outcome, now: datetime) -> None:
        """Log one fact's answer and move its card. No answer is forced: a matching item has dates to spare."""
        from datedeck.study.schedule import Card, State, rating_of, review  # fsrs loads with the first answer

        key = outcome.fact.key
        given = outcome.given.text if outcome.given else ""
        row = self._connection.execute(
            "SELECT state, step, stability, difficulty, due, last_review FROM cards WHERE fact = ?", (key,)
        ).fetchone()
        card = Card(0, State(row[0]), *row[1:4], *map(datetime.fromisoformat, row[4:])) if row else None
        rating = rating_of(outcome.right)
        card, entry = review(card, rating, now)
        due, at = _stamp(card.due), _stamp(entry.review_datetime)
        self._connection.execute(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (fact) DO UPDATE SET "
            "state = excluded.state, step = excluded.step, stability = excluded.stability, "
            "difficulty = excluded.difficulty, due = excluded.due, last_review = excluded.last_review, "
            "reviews = reviews + 1, lapses = lapses + excluded.lapses",
            (key, card.state.value, card.step, card.stability, card.difficulty, due, at, int(not outcome.right)),
        )
        said = (grade.item_id, key, grade.kind, given, outcome.right)
        self._log(*said, rating.value, at, card.stability, card.difficulty, due)

    def _log(self, *values: object) -> None:
        self._connection.execute(
            "INSERT INTO reviews (item, fact, kind, given, correct, rating, reviewed_at, stability, difficulty, due) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )


def _stamp(time: datetime) -> str:
    """A UTC time as text that sorts in time order."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")
