"""Grading and the session machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.dates import Edtf
from datedeck.model import Choice, ChoiceItem, MatchItem
from datedeck.study.grade import grade
from datedeck.study.session import Session, answer, skip
from strategies import fact_of

DATES = tuple(Choice(year, Edtf.parse(year)) for year in ("1501", "1502", "1503", "1504", "1505"))
FACTS = tuple(fact_of(f"Event {choice.text[-1]}", choice.text) for choice in DATES)
CHOICE = ChoiceItem("c", "when", "When?", "", DATES[:3], 1, FACTS[1:2])
MATCH = MatchItem("m", "Match.", "", tuple(fact.event for fact in FACTS[:4]), DATES, (3, 0, 2, 1), FACTS[:4])


def test_a_choice_is_right_or_wrong() -> None:
    assert grade(CHOICE, [1]).right
    wrong = grade(CHOICE, [2])
    assert not wrong.right
    [outcome] = wrong.outcomes
    assert (outcome.given, outcome.answer, outcome.fact) == (DATES[2], DATES[1], FACTS[1])


def test_matching_is_graded_row_by_row() -> None:
    graded = grade(MATCH, [3, 1, None, 0])
    assert [outcome.right for outcome in graded.outcomes] == [True, False, False, False]
    assert not graded.right
    assert grade(MATCH, MATCH.key).right


@pytest.mark.parametrize("response", [[], [0, 1], [3], [-1]])
def test_a_response_that_is_none_is_refused(response: list[int | None]) -> None:
    with pytest.raises(ValueError, match="answer"):
        grade(CHOICE, response)


@given(st.lists(st.sampled_from([0, 1, 2, None]), max_size=6))
def test_a_session_counts_what_was_done(steps: list[int | None]) -> None:
    start = session = Session((CHOICE,) * 6)
    for step in steps:
        assert session.current is CHOICE
        session = skip(session) if step is None else answer(session, [step])
    assert start == Session((CHOICE,) * 6)
    assert session.finished is (len(steps) == 6)
    assert session.right == steps.count(1)
    assert session.skipped == steps.count(None)
    assert len(session.missed) == steps.count(0) + steps.count(2)


def test_a_finished_session_takes_nothing_more() -> None:
    done = answer(Session((CHOICE,)), [1])
    assert done.current is None
    for step in (skip, lambda session: answer(session, [1])):
        with pytest.raises(ValueError, match="finished"):
            step(done)
