import json
from pathlib import Path
from typing import Any

import pytest

from bank.samples import BANK, fact
from datedeck.bank import cache as bank_cache
from datedeck.bank import load_bank, new_bank, words_of
from datedeck.bank.cache import LazyFacts
from datedeck.model import Fact, Metadata, Source

BROKEN = BANK.replace("status: ready", "status: redy")


def store(folder: Path, text: str, name: str = "bank.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [BANK, BROKEN])
def test_a_compiled_bank_is_the_same_bank(text: str, tmp_path: Path) -> None:
    path, cache = store(tmp_path, text), tmp_path / "none" / "cache"
    plain, first, second = load_bank(path), load_bank(path, cache), load_bank(path, cache)
    assert isinstance(second.facts, LazyFacts)
    assert plain == first == second
    assert second.facts[-1] is second.facts[len(second.facts) - 1]
    assert second.facts[:1] == tuple(plain.facts)[:1]
    with pytest.raises(IndexError):
        second.facts[len(plain.facts)]


def test_places_are_named_under_the_path_it_is_read_from(tmp_path: Path) -> None:
    load_bank(store(tmp_path, BROKEN), tmp_path / "cache")
    bank = load_bank(store(tmp_path, BROKEN, "copy.yaml"), tmp_path / "cache")
    assert isinstance(bank.facts, LazyFacts)
    places = [bank.facts[0].location, bank.problems[0].location, bank.sources["lantern-war"].location]
    assert {place.path for place in places if place} == {str(tmp_path / "copy.yaml")}
    assert bank == load_bank(tmp_path / "copy.yaml")


def test_an_edit_is_seen_at_once(tmp_path: Path) -> None:
    load_bank(store(tmp_path, BANK), tmp_path / "cache")
    edited = load_bank(store(tmp_path, BANK.replace("captured Tolben", "took Tolben", 1)), tmp_path / "cache")
    assert edited.facts[0].event == "The Morvanians took Tolben"


@pytest.mark.parametrize("damage", ["", "{}", "half", "flip", "folder"])
def test_a_damaged_cache_is_made_anew(damage: str, tmp_path: Path) -> None:
    path, cache = store(tmp_path, BANK), tmp_path / "cache"
    bank = load_bank(path, cache)
    (file,) = cache.iterdir()
    good = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(
            {"half": good[: len(good) // 2], "flip": good.replace(b"1702", b"1703")}.get(damage, damage.encode())
        )
    assert load_bank(path, cache) == bank
    assert file.is_dir() or file.read_bytes() == good


def test_a_folder_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    blocked = store(tmp_path, "a file", "cache")
    assert load_bank(store(tmp_path, BANK), blocked / "below") == load_bank(tmp_path / "bank.yaml")


def test_old_files_go(tmp_path: Path) -> None:
    for number in range(23):
        load_bank(store(tmp_path, BANK.replace("old style", f"remark {number}")), tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 20


def test_the_bank_and_the_index_come_before_one_fact_a_line(tmp_path: Path) -> None:
    load_bank(store(tmp_path, BANK), tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    first, index, *facts, _ = file.read_text().split("\n")
    assert json.loads(first)["name"] == "lantern-war"
    assert [len(places) for places in json.loads(index)[0].values()] == [1] * sum(json.loads(index)[1])
    assert [json.loads(line)[0] for line in facts] == ["morvanians-captured-tolben", "peace-was-signed"]


def test_a_bank_opens_without_decoding_its_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [fact(f"Peace number {number} was signed") for number in range(60)]
    source = Source("lantern-war", "a.txt", Metadata(), "")
    path = store(tmp_path, new_bank("x", "X", "b1", "", {"lantern-war": source}, facts))
    load_bank(path, tmp_path / "cache")
    decoded: list[str] = []
    decode = bank_cache._decoded

    def counted(parts: list[Any], uid: str, path: str) -> Fact:
        decoded.append(parts[0])
        return decode(parts, uid, path)

    monkeypatch.setattr(bank_cache, "_decoded", counted)
    bank = load_bank(path, tmp_path / "cache")
    assert len(bank.facts) == 60
    assert words_of(bank.facts).alike("Peace number 33 was signed", 0.9) == [33]
    assert decoded == []
    assert bank.facts[33].event == "Peace number 33 was signed"
    assert bank.facts[33].id == decoded[0]
    assert len(decoded) == 1
