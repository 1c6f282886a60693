"""Many documents: the cache, the order of what comes out, what one broken document costs, and strictness."""

import json
import zlib
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest

from datedeck.bank import load_bank
from datedeck.errors import DatedeckError
from datedeck.extract.events import READY
from datedeck.pipeline import documents, shelf
from datedeck.pipeline.derive import DeriveReport, Interrupted, derive
from datedeck.pipeline.documents import Read, read_candidates
from datedeck.pipeline.gather import Progress

SURE = "On 3 May 170{} the Ostrians captured the town of Velm."
UNSURE = "On 5 June 170{} he probably burned it."
DOUBTFUL = "On 7 July 170{} the fleet sailed to Karsk again."


def write(folder: Path, count: int = 3) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(1, count + 1):
        path = folder / f"annals-{number}.txt"
        said = " ".join(form.format(number) for form in (UNSURE, SURE, DOUBTFUL))
        path.write_text(f"Annals {number}\n\n{said}\n", encoding="utf-8")
        paths.append(path)
    return paths


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of documents that are read, as they are."""
    names: list[str] = []

    def reading(path: Path) -> Read:
        names.append(path.name)
        return read_candidates(path)

    monkeypatch.setattr(documents, "read_candidates", reading)
    return names


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_unchanged_documents_are_not_read_again(tmp_path: Path, read: list[str]) -> None:
    paths, cache = write(tmp_path / "texts"), tmp_path / "cache"
    derive(paths, tmp_path / "one.jsonl", cache=cache)
    assert sorted(read) == [path.name for path in paths]
    read.clear()
    derive(paths, tmp_path / "two.jsonl", cache=cache)
    assert derive(paths, tmp_path / "three.yaml", cache=cache).added == 9
    assert read == []
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    paths[1].write_text("On 3 May 1750 the Harrani left Dunmere.\n", encoding="utf-8")
    paths[2].with_name("annals-3.source.yaml").write_text("title: Of Velm\n", encoding="utf-8")
    derive(paths, tmp_path / "two.jsonl", cache=cache)
    assert sorted(read) == ["annals-2.txt", "annals-3.txt"], "a changed document, and one whose sidecar changed"


def test_the_same_bytes_under_another_name_are_another_document(tmp_path: Path, read: list[str]) -> None:
    (first, *_), cache = write(tmp_path / "texts"), tmp_path / "cache"
    derive([first], tmp_path / "one.jsonl", cache=cache)
    moved = tmp_path / first.name
    moved.write_bytes(first.read_bytes())
    derive([moved], tmp_path / "moved.jsonl", cache=cache)
    renamed = first.rename(first.with_name("other.md"))
    derive([renamed], tmp_path / "renamed.jsonl", cache=cache)
    assert read == ["annals-1.txt", "other.md"]


def test_another_program_reads_anew(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    paths, cache = write(tmp_path / "texts", 1), tmp_path / "cache"
    derive(paths, tmp_path / "one.jsonl", cache=cache)
    monkeypatch.setattr(shelf, "program", lambda: b"another")
    derive(paths, tmp_path / "one.jsonl", cache=cache)
    assert len(read) == 2


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-9], lambda data: data[:40] + b"\0" + data[41:]]
)
def test_a_damaged_cache_is_read_over(tmp_path: Path, read: list[str], damage: Any) -> None:
    paths, cache = write(tmp_path / "texts", 1), tmp_path / "cache"
    derive(paths, tmp_path / "one.jsonl", cache=cache)
    for file in (cache / "documents").iterdir():
        file.write_bytes(damage(file.read_bytes()))
    derive(paths, tmp_path / "two.jsonl", cache=cache)
    assert len(read) == 2
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_cache_that_takes_no_files_harms_nothing(tmp_path: Path) -> None:
    paths = write(tmp_path / "texts")
    derive(paths, tmp_path / "one.yaml")
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    derive(paths, tmp_path / "one.jsonl")
    derive(paths, tmp_path / "two.jsonl", cache=tmp_path / "file")
    derive(paths, tmp_path / "three.jsonl", cache=Path("/proc/no/such"))
    assert len({(tmp_path / f"{name}.jsonl").read_bytes() for name in ("one", "two", "three")}) == 1


def test_the_cache_is_bounded_and_what_is_used_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "LARGEST", 250)
    for number in range(5):
        with shelf.Shelf(tmp_path) as kept:
            kept.put(f"key{number}", zlib.compress(bytes([number]) * 90 + bytes(range(90))), lasting=True)
            assert kept.get("key0")
    left = {file.stem for file in (tmp_path / "documents").iterdir()}
    assert "key0" in left
    assert "key4" in left
    assert len(left) < 5


def test_what_leaves_the_cache_while_it_is_needed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, cache = write(tmp_path / "texts"), tmp_path / "cache"
    derive(paths, tmp_path / "one.jsonl", cache=cache)

    def gone(at: Progress) -> None:
        if at.done == at.documents:
            for file in (cache / "documents").iterdir():
                file.unlink()

    paths[0].with_name("annals-1.source.yaml").write_text("title: Annals 1\n", encoding="utf-8")
    derive(paths, tmp_path / "two.jsonl", cache=cache, watch=gone)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


@pytest.mark.parametrize("suffix", [".jsonl", ".yaml"])
def test_order_of_files_and_number_of_processes_change_nothing(tmp_path: Path, suffix: str) -> None:
    paths = write(tmp_path / "texts")
    ways: list[tuple[Sequence[Path], dict[str, Any]]] = [
        (paths, {}),
        (paths[::-1], {}),
        ([paths[1], paths[2], paths[0]], {"workers": 4}),
        (paths, {"cache": tmp_path / "cache"}),
        (paths[::-1], {"cache": tmp_path / "cache"}),
    ]
    made = set()
    for order, options in ways:
        output = tmp_path / f"bank{suffix}"
        derive(order, output, **options)
        made.add(output.read_bytes())
        output.unlink()
    assert len(made) == 1


def test_ready_facts_come_first_then_drafts_easiest_first(tmp_path: Path) -> None:
    paths = write(tmp_path / "texts")
    derive(paths[::-1], tmp_path / "facts.jsonl", strictness=2)
    found = lines(tmp_path / "facts.jsonl")
    assert [fact["doc"] for fact in found] == sorted(fact["doc"] for fact in found)
    for path in paths:
        own = [fact for fact in found if fact["doc"] == path.name]
        statuses = [fact["status"] for fact in own]
        assert statuses == sorted(statuses, reverse=True), "ready before draft"
        scores = {candidate.fact.event: candidate.score for candidate in read_candidates(path).candidates}
        drafts = [scores[fact["event"]] for fact in own if fact["status"] == "draft"]
        assert len(drafts) == 2
        assert drafts == sorted(drafts, reverse=True)


def test_strictness_decides_what_is_ready_without_reading_again(tmp_path: Path, read: list[str]) -> None:
    paths, cache = write(tmp_path / "texts"), tmp_path / "cache"
    ready = [
        derive(paths, tmp_path / "facts.jsonl", strictness=strictness, cache=cache).ready
        for strictness in (-10, READY, 2, 2.5)
    ]
    assert ready[0] == 9
    assert ready == sorted(ready, reverse=True)
    assert ready[-1] == 0
    assert len(read) == 3


def test_another_strictness_changes_a_bank_only_when_it_is_refreshed(tmp_path: Path) -> None:
    paths, bank, cache = write(tmp_path / "texts"), tmp_path / "bank.yaml", tmp_path / "cache"
    derive(paths, bank, cache=cache)
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("status: ready", "status: checked", 1), encoding="utf-8")
    before = bank.read_bytes()
    derive(paths, bank, strictness=2.5, cache=cache)
    assert bank.read_bytes() == before
    derive(paths, bank, strictness=2.5, refresh=True, cache=cache)
    statuses = [fact.status for fact in load_bank(bank).facts]
    assert statuses.count("checked") == 1
    assert statuses.count("draft") == 8
    assert all(fact.reasons for fact in load_bank(bank).facts if fact.status == "draft")


@pytest.mark.parametrize("suffix", [".jsonl", ".yaml"])
def test_a_run_that_would_repeat_the_last_one_says_what_it_would_say(tmp_path: Path, suffix: str) -> None:
    paths, output = write(tmp_path / "texts"), tmp_path / f"bank{suffix}"
    derive(paths, output, cache=tmp_path / "cache")
    before = output.read_bytes()
    noted = derive(paths, output, cache=tmp_path / "cache")
    assert output.read_bytes() == before
    assert noted == derive(paths, output)
    output.write_bytes(before.replace(b"Velm", b"Velma", 1))
    again = derive(paths, output, cache=tmp_path / "cache")
    assert again == derive(paths, output)


def test_an_accident_in_one_document_costs_only_that_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write(tmp_path / "texts")

    def reading(path: Path) -> Read:
        if path.name == "annals-2.txt":
            raise RecursionError("too deep\nby far")
        return read_candidates(path)

    monkeypatch.setattr(documents, "read_candidates", reading)
    for _ in range(2):
        report = derive(paths, tmp_path / "facts.jsonl", cache=tmp_path / "cache")
        (problem,) = report.problems
        assert str(problem).startswith(f"{paths[1]}: cannot-derive: failed in this document: RecursionError: too deep")
        assert {fact["doc"] for fact in lines(tmp_path / "facts.jsonl")} == {"annals-1.txt", "annals-3.txt"}


def test_an_interrupted_run_keeps_what_is_done_and_leaves_the_bank(tmp_path: Path, read: list[str]) -> None:
    paths, bank, cache = write(tmp_path / "texts"), tmp_path / "bank.yaml", tmp_path / "cache"
    derive(paths[:1], bank, cache=cache)
    before = bank.read_bytes()

    def interrupt(at: Progress) -> None:
        if at.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as stopped:
        derive(paths, bank, cache=cache, watch=interrupt)
    assert (stopped.value.kept, stopped.value.documents) == (2, 3)
    assert bank.read_bytes() == before
    read.clear()
    report = derive(paths, bank, cache=cache)
    assert len(read) == 1
    assert report.documents == 3


def test_a_broken_bank_is_told_before_anything_is_read(tmp_path: Path, read: list[str]) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text("bank: [\n", encoding="utf-8")
    with pytest.raises(DatedeckError):
        derive(write(tmp_path / "texts"), bank)
    assert read == []


def test_many_copies_of_one_document_are_one_fact_with_many_claims(tmp_path: Path) -> None:
    paths = []
    for number in range(12):
        path = tmp_path / f"copy-{number:02}.txt"
        path.write_text(SURE.format(2) + "\n", encoding="utf-8")
        paths.append(path)
    report = derive(paths, tmp_path / "facts.jsonl")
    assert (report.ready, report.draft, report.added) == (1, 0, 1)
    assert [fact["doc"] for fact in lines(tmp_path / "facts.jsonl")] == [path.name for path in paths]


def test_any_executor_does(tmp_path: Path) -> None:
    class Here(Executor):
        """An executor that works at once, and cannot read one document."""

        def submit(self, function: Any, /, *args: Any, **options: Any) -> Any:
            from concurrent.futures import Future

            future: Future[Any] = Future()
            if args[0].name == "annals-2.txt":
                future.set_exception(ConnectionError("the other side is gone"))
            else:
                future.set_result(function(*args, **options))
            return future

    report: DeriveReport = derive(write(tmp_path / "texts"), tmp_path / "facts.jsonl", executor=Here())
    assert report.documents == 2
    (problem,) = report.problems
    assert "annals-2.txt: worker-died" in str(problem)
    assert "the other side is gone" in str(problem)
