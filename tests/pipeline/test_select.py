"""What a deck selects from its banks, and how it is told what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datedeck.dates import Edtf
from datedeck.errors import DatedeckError
from datedeck.pipeline.select import coarser, open_questions

BANK = """\
bank: {name}
title: The Vale
uid: {uid}
sources:
  chronicle:
    file: chronicle.txt
    title: The Chronicle of Kelmar
facts:
"""
FACT = """\
  - id: {id}
    event: {event}
    status: {status}
    tags: [{tag}]
    claims:
      - date: {date}
        source: chronicle, paragraph 2
        mention: then
        quote: And then it was done.
"""
FACTS = (
    ("canal", "The weavers opened the canal", "checked", "trade", "1702-03-04"),
    ("siege", "The Harrani lifted the siege", "ready", "war", "1703-01-30"),
    ("mint", "General Tarn closed the mint", "draft", "trade", "1705-06-23"),
    ("bridge", "Queen Maud crossed the bridge", "checked", "war", "1699-05-19"),
)
Write = Callable[[str], Path]


def bank(name: str = "vale", uid: str = "vale-1") -> str:
    rows = [dict(zip(("id", "event", "status", "tag", "date"), fact, strict=True)) for fact in FACTS]
    return BANK.format(name=name, uid=uid) + "".join(FACT.format(**row) for row in rows)


@pytest.fixture
def deck(tmp_path: Path) -> Write:
    (tmp_path / "vale.yaml").write_text(bank(), encoding="utf-8")
    (tmp_path / "hills.yaml").write_text(bank("hills", "hills-2"), encoding="utf-8")
    (tmp_path / "decks").mkdir()

    def write(lines: str) -> Path:
        path = tmp_path / "decks" / "school.yaml"
        path.write_text(f"deck: school\ntitle: At school\n{lines}\n", encoding="utf-8")
        return path

    return write


def test_a_bank_is_taken_whole(tmp_path: Path, deck: Write) -> None:
    questions = open_questions(tmp_path / "vale.yaml")
    assert (questions.title, questions.uid, questions.deck) == ("The Vale", "vale-1", None)
    assert questions.facts is questions.banks[0].facts
    assert questions.sources["vale-1", "chronicle"].metadata.title == "The Chronicle of Kelmar"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", ["bridge", "canal", "siege"]),
        ("tags: [war]", ["bridge", "siege"]),
        ("tags: [war, trade]", ["bridge", "canal", "siege"]),
        ("dates: 1702/1703", ["canal", "siege"]),
        ("facts: [siege, vale:canal, 'vale-1:mint']", ["canal", "siege"]),
        ("facts: [siege, canal]\ntags: [war]", ["siege"]),
        ("dates: 1800", []),
        ("dates: 1702-01/1703-01\nprecision: year", ["canal", "siege"]),
        ("dates: 1702-03/1703-01-29\nprecision: year", ["canal"]),
    ],
)
def test_every_given_criterion_holds_and_time_orders(deck: Write, lines: str, expected: list[str]) -> None:
    questions = open_questions(deck(f"from: ../vale.yaml\n{lines}"))
    assert [fact.id for fact in questions.facts] == expected


def test_several_banks_keep_their_facts_apart(deck: Write) -> None:
    questions = open_questions(deck("from: [../vale.yaml, ../hills.yaml]\nfacts: [hills:canal, siege]"))
    assert [fact.key for fact in questions.facts] == ["hills-2:canal", "hills-2:siege", "vale-1:siege"]
    assert questions.uid == "vale-1-school"


def test_a_count_takes_a_sample_that_the_seed_draws(deck: Write) -> None:
    chosen = {
        seed: tuple(fact.id for fact in open_questions(deck(f"from: ../vale.yaml\ncount: 2\nseed: {seed}")).facts)
        for seed in range(12)
    }
    assert all(len(facts) == 2 for facts in chosen.values())
    assert len(set(chosen.values())) > 1


def test_a_deck_may_ask_coarser_than_its_source(deck: Write) -> None:
    questions = open_questions(deck("from: ../vale.yaml\nprecision: year"))
    assert [str(fact.asked.date) for fact in questions.facts] == ["1699", "1702", "1703"]


@pytest.mark.parametrize(
    ("text", "precision", "expected"),
    [
        ("1920-10-30", "year", "1920"),
        ("1920-10-30", "month", "1920-10"),
        ("1920-10~", "year", "1920~"),
        ("1920-22", "year", "1920"),
        ("1813-24", "year", "1813/1814"),
        ("1813-24~", "year", "1813~/1814~"),
        ("1813-24", "month", "1813-24"),
        ("1812/1813-24", "year", "1812/1814"),
        ("1813-24/1815-03", "year", "1813/1815"),
        ("1920-22", "month", "1920-22"),
        ("-0489-09-12", "year", "-0489"),
        ("192X", "year", "192X"),
        ("1920-10-31/1920-11-02", "year", "1920"),
        ("1920-10-31/1920-11-02", "month", "1920-10/1920-11"),
        ("1919-05/1920", "year", "1919/1920"),
        ("../1920-11", "year", "../1920"),
        ("1920-11/..", "year", "1920/.."),
    ],
)
def test_dates_grow_coarser(text: str, precision: str, expected: str) -> None:
    assert str(coarser(Edtf.parse(text), precision)) == expected


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("from: ../vale.yaml\nfacts: [cannal, x]", ["unknown-fact", "unknown-fact"]),
        ("from: [../vale.yaml, ../vale.yaml]", ["same-bank-twice"]),
        ("from: []", ["no-bank"]),
    ],
)
def test_what_is_wrong_is_all_told_with_its_line(deck: Write, lines: str, codes: list[str]) -> None:
    path = deck(lines)
    with pytest.raises(DatedeckError) as caught:
        open_questions(path)
    assert [problem.code for problem in caught.value.problems] == codes
    for problem in caught.value.problems:
        assert problem.hint
        assert problem.location is not None
        assert problem.location.path == str(path)
        assert problem.location.line > 0


def test_missing_banks_are_told_together(deck: Write) -> None:
    with pytest.raises(DatedeckError) as caught:
        open_questions(deck("from: [../lost.yaml, ../vale.yaml, ../gone.yaml]"))
    told = str(caught.value)
    assert "lost.yaml" in told
    assert "gone.yaml" in told


def test_a_misspelt_fact_is_guessed(deck: Write) -> None:
    with pytest.raises(DatedeckError, match="did you mean 'canal'"):
        open_questions(deck("from: ../vale.yaml\nfacts: [cannal]"))
