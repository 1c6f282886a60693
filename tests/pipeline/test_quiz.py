"""Quizzes drawn from banks and decks on disk: what is asked, what is left out and told."""

from pathlib import Path

import pytest

from datedeck.model import KINDS, ChoiceItem, MatchItem
from datedeck.pipeline.quiz import prepare
from pipeline.test_export import FACT, HEAD
from strategies import PLACES

PLACE = "chronicle, paragraph 2"
DAYS = tuple(f"1702-{number:02d}-{number + 9}" for number in range(1, 13))
NAMES = tuple(f"f{number}" for number in range(12))
EVENTS = dict(zip(NAMES, (f"people{n} took {place}" for n, place in enumerate(PLACES)), strict=True))


def bank(folder: Path, more: str = "", proven: bool = False) -> Path:
    facts = "".join(FACT.format(id=name, event=EVENTS[name], date=day) for name, day in zip(NAMES, DAYS, strict=True))
    path = folder / "vale.yaml"
    path.write_text(HEAD + facts + more, encoding="utf-8")
    return path


def deck(folder: Path, lines: str) -> Path:
    path = folder / "school.yaml"
    path.write_text(f"deck: school\nfrom: vale.yaml\n{lines}\n", encoding="utf-8")
    return path


def test_a_deck_asks_only_what_it_selects(tmp_path: Path) -> None:
    bank(tmp_path)
    path = deck(tmp_path, "facts: [f0, f3, f6, f11, f8]\nkinds: [match]")
    for seed in range(5):
        [item] = prepare(path, 1, (), seed, 0).items
        assert isinstance(item, MatchItem)
        assert {fact.id for fact in item.facts} <= {"f0", "f3", "f6", "f11", "f8"}


def test_a_draft_of_the_same_event_keeps_its_date_from_being_wrong(tmp_path: Path) -> None:
    twin = FACT.format(id="twin", event=f"{EVENTS['f0']} at last", date=DAYS[1]).replace("checked", "draft")
    bank(tmp_path, twin)
    for path in (tmp_path / "vale.yaml", deck(tmp_path, "title: School")):
        for seed in range(10):
            quiz = prepare(path, 12, ("when",), seed, 0)
            [item] = [item for item in quiz.items if item.facts[0].id == "f0"]
            assert isinstance(item, ChoiceItem)
            assert DAYS[1] not in {choice.date.text for choice in item.choices if choice.date}
            assert "twin" not in {fact.id for each in quiz.items for fact in each.facts}


@pytest.mark.parametrize(("line", "seed"), [("seed: 0", 0), ("seed: 41", 41), ("title: School", 7)])
def test_a_decks_seed_is_used_zero_too(tmp_path: Path, line: str, seed: int) -> None:
    bank(tmp_path)
    assert prepare(deck(tmp_path, line), 1, KINDS, None, 7).seed == seed


def test_many_unproven_facts_are_told_in_a_line(tmp_path: Path) -> None:
    more = FACT.format(id="proven", event="a comet frightened the shepherds", date="1704-05-06")
    path = bank(tmp_path, more.replace("then", "there"))
    (tmp_path / "chronicle.txt").write_text("The Chronicle\n\nAnd there it was done.\n", encoding="utf-8")
    quiz = prepare(path, 12, ("when",), 1, 1)
    assert [item.facts[0].id for item in quiz.items] == ["proven"]
    told = [note for note in quiz.notes if note.startswith("left out: ")]
    assert len(told) == 6
    assert told[-1] == f"left out: 7 more: run datedeck check {path}"
