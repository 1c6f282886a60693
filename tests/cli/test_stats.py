"""`datedeck stats`: counts for people and programs."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from datedeck.cli.stats import command
from datedeck.dates import Edtf
from datedeck.model import Choice
from datedeck.pipeline.places import history_file
from datedeck.study.grade import Grade, Outcome
from datedeck.study.history import History
from strategies import fact_of


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATEDECK_HISTORY", str(tmp_path / "history.db"))
    return history_file(os.environ)


def answer(path: Path) -> None:
    right, wrong = Choice("1501", Edtf.parse("1501")), Choice("1502", Edtf.parse("1502"))
    fact = fact_of("The weavers burnt Sarn", "1501")
    with History.open(path) as history:
        for kind, given in (("when", right), ("when", wrong), ("what", right)):
            grade = Grade("item", kind, (Outcome(fact, right, given),))  # type: ignore[arg-type]
            history.record(grade, datetime(2020, 1, 1, tzinfo=UTC))


def test_nothing_answered_yet(history: Path) -> None:
    result = CliRunner().invoke(command)
    assert result.exit_code == 0
    assert "Nothing answered yet" in result.output
    assert not history.exists()


def test_counts_for_people(history: Path) -> None:
    answer(history)
    output = CliRunner().invoke(command).output
    assert "3, 2 right (67%)" in output
    assert "  when     2, 1 right (50%)" in output
    assert "1 today, 1 within a week" in output


def test_counts_for_programs(history: Path) -> None:
    answer(history)
    assert json.loads(CliRunner().invoke(command, ["--json"]).output) == {
        "answered": 3,
        "right": 2,
        "facts": 1,
        "learned": 0,
        "due_today": 1,
        "due_week": 1,
        "by_kind": {"what": {"answered": 1, "right": 1}, "when": {"answered": 2, "right": 1}},
    }


def test_the_history_stands_in_the_users_data_folder() -> None:
    assert history_file({}).parts[-2:] == ("datedeck", "history.db")
    assert history_file({"DATEDECK_HISTORY": "mine/own.db"}) == Path("mine/own.db")
