from typing import Any

import pytest

from bank.samples import bank_of, claim, fact
from datedeck.bank import CHECKS
from datedeck.bank.checks import same_event_twice
from datedeck.model import Fact


def good(event: str = "The Morvanians captured Tolben", *claims: Any, **more: Any) -> Fact:
    asked = {"question": "did the Morvanians capture Tolben", **more}
    return fact(
        event, *(claims or (claim("1702-03-03", "March 3, 1702", "On March 3, 1702, they captured it."),)), **asked
    )


def codes(*facts: Fact, **bank: Any) -> list[str]:
    problems = [problem for check in CHECKS for problem in check(bank_of(*facts, **bank))]
    assert all(problem.severity == "warning" and problem.hint for problem in problems)
    return [problem.code for problem in problems]


# title, fact, codes
CASES = [
    ("a good one", good(), []),
    ("its year", good("The Morvanians captured Tolben in 1702"), ["date-in-event"]),
    ("its year in the question", good(question="did the Morvanians capture Tolben in 1702"), ["date-in-event"]),
    ("its day", good("The March 3 raid of the Morvanians captured Tolben"), ["date-in-event"]),
    ("its day, the other way round", good("The raid of 3 March captured Tolben"), ["date-in-event"]),
    (
        "its decade",
        good("The Morvanians captured Tolben in the 1700s", claim("170X", "1700s", "In the 1700s.")),
        ["date-in-event"],
    ),
    (
        "its year BC",
        good("The Morvanians captured Tolben in 90 BC", claim("-0089", "90 BC", "In 90 BC.")),
        ["date-in-event"],
    ),
    ("another year", good("The Morvanians of 1650 captured Tolben"), []),
    ("a number", good("The 3 Morvanians captured Tolben"), []),
    ("no question", good(question=""), ["question-missing"]),
    ("a question about something else", good(question="did the king of Arda die"), ["question-stale"]),
    ("a final stop", good("The Morvanians captured Tolben."), ["event-form"]),
    ("an initial at the end", good("The Morvanians captured Tolben B."), []),
    ("a fragment", good("captured Tolben", question="did they capture Tolben"), ["event-form"]),
    ("too long", good("The Morvanians captured Tolben" + " and Tolben" * 14), ["event-form"]),
    (
        "an unsaid bound",
        good("The Morvanians captured Tolben", claim("1710", "1710", "They had it by 1710.")),
        ["bound-unsaid"],
    ),
    (
        "an unsaid bound that a person approved",
        good("The Morvanians captured Tolben", claim("1710", "1710", "They had it by 1710."), status="checked"),
        [],
    ),
    (
        "a bound that is said",
        good("The Morvanians captured Tolben", claim("1710", "1710", "They had it by 1710.", bound="by")),
        [],
    ),
    ("not until", good("The Morvanians captured Tolben", claim("1710", "1710", "Not until 1710 did they.")), []),
    ("a draft is not asked, so not judged", good("captured it in 1702.", status="draft", question=""), []),
]


@pytest.mark.parametrize(("one", "expected"), [row[1:] for row in CASES], ids=[str(row[0]) for row in CASES])
def test_checks(one: Fact, expected: list[str]) -> None:
    assert sorted(set(codes(one))) == expected


def test_a_bank_without_a_uid_of_its_own() -> None:
    assert codes(uid="x", name="x") == ["no-uid"]


def test_the_same_event_twice() -> None:
    twin = good("Tolben was captured by the Morvanians")
    assert codes(good(), twin) == ["same-event"]
    assert codes(good(), good("The Morvanians captured Karsk", question="did the Morvanians capture Karsk")) == []
    assert codes(good(), good(status="rejected")) == []
    assert codes(good(), good(), good()) == ["same-event", "same-event"]


def test_twins_are_found_as_by_comparing_all() -> None:
    from itertools import combinations, product

    from datedeck.model.likeness import likeness

    parts = product(
        ["king", "queen", "old duke"], ["took", "lost"], ["Tolben", "Karsk", "the town of Arda"], ["", "at night"]
    )
    facts = [fact(" ".join(part), id=f"f{number}") for number, part in enumerate(parts)]
    alike = {other.id for one, other in combinations(facts, 2) if likeness(one.event, other.event) >= 0.8}
    told = {problem.message.split("`")[1] for problem in same_event_twice(bank_of(*facts))}
    told |= {problem.message.split("`")[3] for problem in same_event_twice(bank_of(*facts))}
    assert alike <= told
