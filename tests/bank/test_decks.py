from pathlib import Path

import pytest

from datedeck.bank import kind_of, load_deck, load_metadata, place_in_deck, sidecar_of
from datedeck.dates import Edtf
from datedeck.errors import DatedeckError, Location
from datedeck.model import KINDS, Deck, Metadata

DECK = """\
deck: lantern
title: "The Lantern War: towns"
description: >-
  For the
  third year
from: [../questions/lantern-war.yaml, b.yaml]
facts: [a, b]
tags: towns
dates: 1702/1710
kinds: [what, when]
count: 12
precision: year
seed: 7
"""


def store(folder: Path, text: str) -> Path:
    path = folder / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_deck_as_it_stands(tmp_path: Path) -> None:
    path = store(tmp_path, DECK)
    assert load_deck(path) == Deck(
        "lantern",
        "The Lantern War: towns",
        "For the third year",
        ("../questions/lantern-war.yaml", "b.yaml"),
        str(path),
        ("a", "b"),
        ("towns",),
        Edtf.parse("1702/1710"),
        ("when", "what"),
        12,
        "year",
        7,
    )
    assert place_in_deck(path, "towns") == Location(str(path), 8, 7)
    assert place_in_deck(path, "none") == Location(str(path), 1)


def test_a_deck_needs_little(tmp_path: Path) -> None:
    path = store(tmp_path, "deck: x\nfrom: bank.yaml\n")
    assert load_deck(path) == Deck("x", "x", "", ("bank.yaml",), str(path), kinds=KINDS)


def test_every_problem_of_a_deck_is_told(tmp_path: Path) -> None:
    path = store(tmp_path, "deck: x\nkinds: [wen]\ncount: -1\nprecision: day\ndates: 1710/1702\nsedd: 1\nseed: x\n")
    with pytest.raises(DatedeckError) as caught:
        load_deck(path)
    told = [(problem.code, problem.location and problem.location.line) for problem in caught.value.problems]
    assert told == [
        ("missing-key", 1),
        ("bad-kind", 2),
        ("bad-number", 3),
        ("bad-precision", 4),
        ("date-backwards", 5),
        ("unknown-key", 6),
        ("bad-number", 7),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("deck: x\n", "deck"),
        ("bank: x\nfacts: []\n", "bank"),
        ("# remark\ntitle: deck\nbank: x\n", "bank"),
        ("sources:\n  deck:\n    file: bank\nfacts: [bank, deck]\nbank: x\n", "bank"),
        ("from: [bank]\ntags: {bank: deck}\ndeck: x\n", "deck"),
        ("bank: x\nfacts:\n\t- broken\n", "bank"),
    ],
)
def test_kinds_of_files(text: str, kind: str, tmp_path: Path) -> None:
    assert kind_of(store(tmp_path, text)) == kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: bank\n", "neither-bank-nor-deck"),
        ("- bank\n", "neither-bank-nor-deck"),
        ("a:\n\t- b\n", "tab"),
        ("x", "neither-bank-nor-deck"),
    ],
)
def test_files_of_neither_kind(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DatedeckError) as caught:
        kind_of(store(tmp_path, text))
    assert caught.value.problems[0].code == code
    assert "deck.yaml:" in str(caught.value)


@pytest.mark.parametrize("named", ['"a\\0b.yaml"', '[b.yaml, "a\\eb.yaml"]'])
def test_a_path_that_no_file_can_have(named: str, tmp_path: Path) -> None:
    with pytest.raises(DatedeckError) as caught:
        load_deck(store(tmp_path, f"deck: x\nfrom: {named}\n"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.location and problem.location.line) == ("bad-path", 2)


def test_sidecars(tmp_path: Path) -> None:
    path = sidecar_of(tmp_path / "lantern-war.txt")
    assert path == tmp_path / "lantern-war.source.yaml"
    path.write_text("title: The Lantern War\ndate: 1905\nlicence: public domain\n", encoding="utf-8")
    assert load_metadata(path) == Metadata("The Lantern War", date="1905", licence="public domain")
    path.write_text("license: public domain\ntitle: [a]\n", encoding="utf-8")
    with pytest.raises(DatedeckError) as caught:
        load_metadata(path)
    assert [problem.code for problem in caught.value.problems] == ["unknown-key", "wrong-kind"]
    assert "did you mean `licence`?" in str(caught.value)
