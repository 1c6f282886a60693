"""What is committed is what the program makes: the bank of the seeds, the deck and its lock."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from datedeck.bank import load_bank, verify
from datedeck.model import Document
from datedeck.pipeline.derive import derive
from datedeck.read import read_document

ROOT = Path(__file__).parent.parent
SEEDS = [Path("seeds/armenian-turkish-war.txt"), Path("seeds/treaty-of-alexandropol.txt")]
DECK = Path("decks/armenia-1920.yaml")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("seeds", "questions", "decks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_deriving_again_leaves_the_bank_as_it_is(copy: Path) -> None:
    bank = copy / "questions/armenia-1920.yaml"
    before = bank.read_bytes()
    derive(SEEDS, Path("questions/armenia-1920.yaml"))
    assert bank.read_bytes() == before


def test_refreshing_leaves_what_a_person_has_checked(copy: Path) -> None:
    bank = copy / "questions/armenia-1920.yaml"
    before = bank.read_bytes()
    derive(SEEDS, Path("questions/armenia-1920.yaml"), refresh=True)
    assert bank.read_bytes() == before


@pytest.mark.parametrize("epoch", ["1000000000", "4000000000"])
def test_the_deck_rebuilds_to_the_same_bytes(copy: Path, epoch: str) -> None:
    apkg, lock = copy / "decks/armenia-1920.apkg", copy / "decks/armenia-1920.lock.json"
    built, locked = apkg.read_bytes(), lock.read_bytes()
    apkg.unlink()
    command = [sys.executable, "-m", "datedeck", "export", str(DECK), "-o", "decks/armenia-1920.apkg"]
    clock = {"SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": epoch[:1]}
    subprocess.run(command, check=True, cwd=copy, env=clock, timeout=60)
    assert apkg.read_bytes() == built
    assert lock.read_bytes() == locked


def test_every_citation_of_the_bank_stands_in_its_document() -> None:
    bank = load_bank(ROOT / "questions/armenia-1920.yaml")
    documents: dict[str, Document] = {path.stem: read_document(ROOT / path) for path in SEEDS}
    verified = verify(bank, documents)
    assert not bank.problems
    assert not verified.problems
    for fact in verified.bank.facts:
        for claim in fact.claims:
            citation, text = claim.citation, documents[claim.citation.source].text
            assert citation.span is not None
            assert citation.mention_span is not None
            assert citation.span.of(text) == citation.quote.exact
            assert citation.span.contains(citation.mention_span)


def test_every_fact_was_gone_through_and_both_disputes_are_one_fact() -> None:
    facts = load_bank(ROOT / "questions/armenia-1920.yaml").facts
    assert {fact.status for fact in facts} == {"checked", "rejected"}
    disputed = [[str(claim.date) for claim in fact.claims] for fact in facts if fact.disputed]
    assert disputed == [["1920-10-30", "1920-10-31/1920-11-02"], ["1920-12-02", "1920-12-03"]]
