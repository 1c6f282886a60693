"""The history on disk: answers kept, ids followed, damage told, nothing acknowledged lost."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from datedeck.dates import Edtf
from datedeck.errors import DatedeckError
from datedeck.model import Choice, Fact
from datedeck.study import schema
from datedeck.study.grade import Grade, Outcome
from datedeck.study.history import History
from datedeck.study.schedule import Rating, review
from strategies import fact_of

NOW = datetime(2026, 5, 17, 12, tzinfo=UTC)
RIGHT, WRONG = Choice("1501", Edtf.parse("1501")), Choice("1502", Edtf.parse("1502"))
FACT = fact_of("The weavers burnt Sarn", "1501")


def graded(fact: Fact = FACT, right: bool = True) -> Grade:
    return Grade(f"{fact.key}:when", "when", (Outcome(fact, RIGHT, RIGHT if right else WRONG),))


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def code_of(error: pytest.ExceptionInfo[DatedeckError]) -> str:
    [problem] = error.value.problems
    assert problem.hint
    assert problem.location
    return problem.code


def test_right_is_good_wrong_is_again_and_time_moves_the_card() -> None:
    card, log = review(None, Rating.Good, NOW)
    assert log.rating is Rating.Good
    assert card.due > NOW
    later, _ = review(card, Rating.Good, card.due)
    assert later.due - card.due > card.due - NOW
    again, _ = review(later, Rating.Again, later.due)
    assert again.due - later.due < later.due - card.due


def test_the_schedule_has_no_chance_in_it_and_follows_no_zone() -> None:
    random.seed(1)
    once = review(None, Rating.Good, NOW)
    random.seed(2)
    assert review(None, Rating.Good, NOW.astimezone(timezone(timedelta(hours=5)))) == once


def test_a_clock_set_back_makes_no_card_due_before_its_review() -> None:
    card, _ = review(None, Rating.Good, NOW)
    moved, log = review(card, Rating.Good, NOW - timedelta(days=400))
    assert log.review_datetime == NOW
    assert moved.last_review == NOW
    assert moved.due > NOW


def test_answers_are_counted_by_kind_and_cards_by_fact(tmp_path: Path) -> None:
    other = fact_of("A fleet mapped Ixlan", "1501")
    with History.open(tmp_path / "deep" / "history.db") as history:
        history.record(graded(), NOW)
        history.record(graded(right=False), NOW + timedelta(minutes=1))
        history.record(graded(other), NOW)
        stats = history.stats(NOW)
    assert (stats.answered, stats.right, stats.by_kind, stats.facts) == (3, 2, {"when": (3, 2)}, 2)
    assert (stats.due_today, stats.due_week) == (2, 2)


def test_a_memory_of_three_weeks_is_learned_and_not_due(tmp_path: Path) -> None:
    now = NOW
    with History.open(tmp_path / "history.db") as history:
        for days in (0, 1, 4, 15, 50):
            now += timedelta(days=days)
            history.record(graded(), now)
        stats = history.stats(now)
    assert (stats.learned, stats.due_today, stats.due_week) == (1, 0, 0)


def test_a_former_id_keeps_its_history(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    renamed = replace(FACT, id="sarn-burnt", formerly=(FACT.id,))
    with History.open(path) as history:
        history.record(graded(), NOW)
        history.record(graded(renamed), NOW + timedelta(days=1))
    assert rows(path, "SELECT fact, reviews FROM cards") == [(renamed.key, 2)]
    assert rows(path, "SELECT DISTINCT fact FROM reviews") == [(renamed.key,)]


def test_an_item_is_kept_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.db"
    two = replace(graded(), outcomes=graded().outcomes * 2)
    with History.open(path) as history:
        calls = iter([None, RuntimeError("pulled out")])
        log = history._log

        def fail(*values: object) -> None:
            log(*values)
            if error := next(calls):
                raise error

        monkeypatch.setattr(history, "_log", fail)
        with pytest.raises(RuntimeError):
            history.record(two, NOW)
    assert rows(path, "SELECT count(*) FROM reviews") == [(0,)]
    assert rows(path, "SELECT count(*) FROM cards") == [(0,)]


def test_damage_is_told_and_the_file_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"no database at all, " * 90)
    with pytest.raises(DatedeckError) as error:
        History.open(path)
    assert code_of(error) == "history-damaged"
    assert path.read_bytes() == b"no database at all, " * 90


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatedeckError) as error:
        History.open(tmp_path)
    assert code_of(error) == "history-unwritable"
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatedeckError) as error:
        History.open(tmp_path / "file" / "history.db")
    assert code_of(error) == "history-unwritable"


def test_a_newer_history_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    History.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(DatedeckError) as error:
        History.open(path)
    assert code_of(error) == "history-newer"


def test_a_locked_history_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_WAIT_SECONDS", 0.05)
    path = tmp_path / "history.db"
    with History.open(path) as history:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatedeckError) as error:
            history.record(graded(), NOW)
        other.execute("ROLLBACK")
        other.close()
        assert code_of(error) == "history-locked"
        history.record(graded(), NOW)


def test_two_quizzes_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.db"

    def answers(name: str) -> None:
        with History.open(path) as history:
            for number in range(20):
                history.record(graded(replace(FACT, id=f"{name}-{number}")), NOW)

    threads = [threading.Thread(target=answers, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(path, "SELECT count(*) FROM reviews") == [(40,)]


WRITER = """
import sys
from datetime import UTC, datetime
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from study.test_history import FACT, graded
from datedeck.study.history import History
with History.open(Path(sys.argv[1])) as history:
    for number in range(10_000):
        history.record(graded(replace(FACT, id=str(number))), datetime(2026, 5, 17, tzinfo=UTC))
        print(number, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path, rng = tmp_path / "history.db", random.Random(7)
    tests = str(Path(__file__).parent.parent)
    for _ in range(3):
        before = rows(path, "SELECT count(*) FROM reviews")[0][0] if path.exists() else 0
        assert isinstance(before, int)
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path), tests], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            first = writer.stdout.readline()
            time.sleep(rng.uniform(0.0, 0.2))
            os.kill(writer.pid, signal.SIGKILL)
            acknowledged = len((first + writer.stdout.read()).splitlines())
        assert acknowledged >= 1
        [(after,)] = rows(path, "SELECT count(*) FROM reviews")
        assert isinstance(after, int)
        assert after - before in (acknowledged, acknowledged + 1)
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]
