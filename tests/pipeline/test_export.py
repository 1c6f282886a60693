"""From a bank to a deck that the real Anki takes, and from its next edition to an update of what learners study."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from datedeck.bank import write_atomically
from datedeck.cli.export import command
from datedeck.errors import DatedeckError
from datedeck.pipeline.derive import derive
from datedeck.pipeline.export import Report, export
from export.anki_profile import Profile

START = 1_700_000_000
HEAD = """\
bank: vale
title: The Vale
uid: vale-1
sources:
  chronicle:
    file: chronicle.txt
    title: The Chronicle of Kelmar
facts:
"""
FACT = """\
  - id: {id}
    event: {event}
    question: did {event}
    status: checked
    claims:
      - date: {date}
        source: chronicle, paragraph 2
        mention: then
        quote: And then it was done.
"""
FACTS = {
    "canal": ("the weavers opened the canal of Tolvik", "1702-03-04"),
    "siege": ("General Tarn lifted the siege of Sarn", "1703-01-30"),
    "bridge": ("Queen Maud crossed the bridge at Dunmere", "1703-05-19"),
    "fleet": ("nine ships reached Port Yvaine", "1703-08-11"),
    "league": ("the council of Quenby dissolved the league", "1704-11-02"),
    "mint": ("two friars closed the mint of Velissa", "1705-06-23"),
    "abbey": ("lightning destroyed the abbey tower", "1706-09-09"),
    "harbour": ("the Orlen militia took over the harbour", "1699"),
}
COMET = ("a comet frightened the shepherds of Ixlan", "1701")


def bank(facts: dict[str, tuple[str, str]]) -> str:
    return HEAD + "".join(FACT.format(id=id_, event=event, date=date) for id_, (event, date) in facts.items())


@pytest.fixture
def vale(tmp_path: Path) -> Path:
    path = tmp_path / "vale.yaml"
    path.write_text(bank(FACTS), encoding="utf-8")
    return path


def build(path: Path, now: int = START) -> Report:
    return export(path, path.with_name("vale.apkg"), now)


def lock_of(report: Report) -> dict[str, dict[str, object]]:
    notes = json.loads(report.lock.read_text(encoding="utf-8"))["notes"]
    return {note["id"].split(":")[-1]: note for note in notes.values()}


def test_a_mended_and_an_added_fact_are_one_update_and_one_new_note(vale: Path, tmp_path: Path) -> None:
    first = build(vale)
    assert first.changes == (9, 0, 0, 0)
    in_sets = {row[0] for note in lock_of(first).values() for row in note.get("rows", ())}  # type: ignore[attr-defined]
    assert "vale-1:harbour" not in in_sets
    assert len(in_sets) == 7
    with Profile(tmp_path / "learner") as profile:
        assert profile.take(first.output.read_bytes()) == {"new": 9}
        profile.study(8)
        known = profile.scheduling()
        mended = FACTS | {"harbour": ("the Orlen militia took the old harbour", "1699"), "comet": COMET}
        vale.write_text(bank(mended), encoding="utf-8")
        second = build(vale, START + 60)
        assert second.changes == (1, 1, 8, 0)
        assert profile.take(second.output.read_bytes()) == {"new": 1, "updated": 1, "duplicate": 8}
        assert profile.scheduling() == known
        assert len(known) == 8


@pytest.mark.parametrize("mended", sorted(set(FACTS) - {"harbour"}))
def test_a_mended_row_changes_its_note_and_its_set_only(vale: Path, mended: str) -> None:
    build(vale)
    event, date = FACTS[mended]
    vale.write_text(bank(FACTS | {mended: (f"{event} at last", date)}), encoding="utf-8")
    assert build(vale, START + 60).changes == (0, 2, 7, 0)


@pytest.mark.parametrize("moved", [{"fleet": ("nine ships reached Port Yvaine", "1704-11-02")}, {"comet": COMET}])
def test_options_that_became_doubtful_leave_and_the_others_stay(vale: Path, moved: dict[str, tuple[str, str]]) -> None:
    before = lock_of(build(vale))
    vale.write_text(bank(FACTS | moved), encoding="utf-8")
    after = lock_of(build(vale, START + 60))
    for id_, note in before.items():
        for kind in ("when", "what"):
            kept, now = (list(map(str, each.get(kind, []))) for each in (note, after[id_]))  # type: ignore[call-overload]
            if id_ not in moved:
                assert set(now) <= set(kept), "nothing new comes in while enough is left"
                assert len(now) >= min(2, len(kept))


def test_a_new_fact_joins_no_set_and_a_lost_one_retires(vale: Path) -> None:
    before = lock_of(build(vale))
    vale.write_text(
        bank(
            {id_: fact for id_, fact in FACTS.items() if id_ != "mint"}
            | {"ferry": ("a ferry sank off Morvane", "1704-02-02")}
        ),
        encoding="utf-8",
    )
    report = build(vale, START + 60)
    after = lock_of(report)
    assert report.changes.retired == 1
    assert [row[0] for row in after["set-1"]["rows"]] == [row[0] for row in before["set-1"]["rows"]]  # type: ignore[attr-defined]


def test_building_again_changes_no_byte(vale: Path, tmp_path: Path) -> None:
    first = build(vale)
    kept = (first.output.read_bytes(), first.lock.read_bytes())
    again = build(vale, START + 999)
    assert again.changes == (0, 0, 9, 0)
    assert (again.output.read_bytes(), again.lock.read_bytes()) == kept
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("vale.yaml", "vale.lock.json"):
        (elsewhere / name).write_bytes(vale.with_name(name).read_bytes())
    other = build(elsewhere / "vale.yaml", START + 5)
    assert (other.output.read_bytes(), other.lock.read_bytes()) == kept


def test_a_build_killed_after_the_lock_is_repeated_as_it_was(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(path: Path, content: str | bytes) -> None:
        if path.suffix == ".apkg":
            raise KeyboardInterrupt
        write_atomically(path, content)

    with monkeypatch.context() as patched:
        patched.setattr("datedeck.pipeline.export.write_atomically", killed)
        with pytest.raises(KeyboardInterrupt):
            build(vale)
    lock = vale.with_name("vale.lock.json").read_bytes()
    report = build(vale, START + 77)
    assert report.lock.read_bytes() == lock
    vale.with_name("vale.lock.json").unlink()
    output = report.output.read_bytes()
    assert build(vale, START).output.read_bytes() == output


def test_a_very_large_bank_is_as_stable_as_a_small_one(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datedeck.pipeline.export._WHOLE_POOL", 0)
    monkeypatch.setattr("datedeck.pipeline.export._NEAR", 3)
    first = build(vale)
    assert all(note["what"] for note in lock_of(first).values() if note["kind"] == "dated")
    vale.write_text(bank({"comet": COMET, "dawn": ("a new dawn rose over Morvane", "1700")} | FACTS), encoding="utf-8")
    assert build(vale, START + 60).changes == (2, 0, 9, 0)


@pytest.mark.parametrize(("whole", "near"), [(400, 100), (0, 2)])
@pytest.mark.parametrize("status", ["checked", "draft"])
def test_a_possible_duplicate_counts_wherever_it_stands(
    vale: Path, monkeypatch: pytest.MonkeyPatch, whole: int, near: int, status: str
) -> None:
    monkeypatch.setattr("datedeck.pipeline.export._WHOLE_POOL", whole)
    monkeypatch.setattr("datedeck.pipeline.export._NEAR", near)
    event, _ = FACTS["canal"]
    doubtful = FACTS["siege"][1]
    twin = FACT.format(id="twin", event=f"{event} at last", date=f"{doubtful}/1760").replace("checked", status)
    vale.write_text(bank(FACTS) + twin, encoding="utf-8")
    deck = vale.with_name("deck.yaml")
    names = ", ".join(FACTS)
    deck.write_text(f"deck: all\nfrom: vale.yaml\nfacts: [{names}]\n", encoding="utf-8")
    notes = lock_of(export(deck, deck.with_suffix(".apkg"), START))
    assert doubtful not in notes["canal"]["when"]  # type: ignore[operator]
    in_sets = {str(row[0]): note for note in notes.values() for row in note.get("rows", ())}  # type: ignore[attr-defined]
    if "vale-1:canal" in in_sets:
        rows = in_sets["vale-1:canal"]["rows"]
        assert doubtful not in [row[2] for row in rows]  # type: ignore[attr-defined]


def test_a_deck_has_its_kinds_its_precision_and_its_own_lock(vale: Path) -> None:
    deck = vale.with_name("years.yaml")
    deck.write_text("deck: years\nfrom: vale.yaml\nkinds: [when]\nprecision: year\n", encoding="utf-8")
    report = export(deck, deck.with_suffix(".apkg"), START)
    notes = lock_of(report)
    assert report.lock == vale.with_name("years.lock.json")
    assert set(notes) == set(FACTS)
    assert all(note["when"] and not note.get("what") for note in notes.values())
    assert "In which year did" in str(notes["canal"]["fields"])
    deck.write_text("deck: years\nfrom: vale.yaml\nkinds: [match]\n", encoding="utf-8")
    assert set(lock_of(export(deck, deck.with_suffix(".apkg"), START, deck.with_name("m.json")))) == {"set-1"}


def test_drafts_and_telling_statements_stay_out(vale: Path) -> None:
    text = bank(FACTS | {"telling": ("the war of 1702 began", "1702")})
    vale.write_text(text.replace("status: checked", "status: draft", 1), encoding="utf-8")
    report = build(vale)
    assert "canal" not in lock_of(report)
    assert [fact.id for fact in report.left_out] == ["telling"]


@pytest.mark.parametrize(
    ("lock", "code"),
    [(b"", "bad-lock"), (b"\xff", "bad-lock"), (b'{"format": 1', "bad-lock"), (b'{"format": 9}', "newer-lock")],
)
def test_a_damaged_lock_stops_the_build_and_stays_as_it_is(vale: Path, lock: bytes, code: str) -> None:
    path = vale.with_name("vale.lock.json")
    path.write_bytes(lock)
    with pytest.raises(DatedeckError, match=code):
        build(vale)
    assert path.read_bytes() == lock
    assert not vale.with_name("vale.apkg").exists()


@pytest.mark.parametrize(
    ("output", "code"),
    [("vale.docx", "unknown-format"), ("lost/vale.apkg", "no-such-folder"), ("folder.apkg", "is-a-directory")],
)
def test_an_output_that_cannot_be_is_told_before_anything_is_written(vale: Path, output: str, code: str) -> None:
    vale.with_name("folder.apkg").mkdir()
    with pytest.raises(DatedeckError, match=code):
        export(vale, vale.parent / output, START)
    assert not vale.with_name("vale.lock.json").exists()


def test_a_bank_without_a_fact_to_ask_is_told_with_its_file(vale: Path) -> None:
    vale.write_text(bank(FACTS).replace("status: checked", "status: draft"), encoding="utf-8")
    with pytest.raises(DatedeckError, match=r"vale\.yaml: nothing-to-export"):
        build(vale)


def test_the_command_says_what_it_wrote(vale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(START))
    output = vale.with_name("out.apkg")
    run = CliRunner().invoke(command, [str(vale), "-o", str(output)], catch_exceptions=False)
    assert run.exit_code == 0
    assert "9 notes" in run.output
    assert "9 new, 0 changed, 0 unchanged; 0 retired" in run.output
    assert "vale.lock.json" in run.output
    assert stat.S_IMODE(output.stat().st_mode) & 0o600 == 0o600
    for clock in ("soon", "-1", "999999999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", clock)
        with pytest.raises(DatedeckError, match="bad-clock"):
            CliRunner().invoke(command, [str(vale), "-o", str(output)], catch_exceptions=False)


def test_errors_stop_an_export_before_anything_is_written(vale: Path) -> None:
    vale.write_text(bank(FACTS) + FACT.format(id="odd", event="it rained", date="1914-02-30"), encoding="utf-8")
    with pytest.raises(DatedeckError, match="1914-02-30") as caught:
        export(vale, vale.with_name("out.apkg"), START)
    assert caught.value.problems[-1].code == "not-exported"
    assert [file.name for file in vale.parent.iterdir() if file.suffix in (".apkg", ".json")] == []


def test_a_quote_that_its_document_does_not_say_is_not_shipped(tmp_path: Path) -> None:
    document = tmp_path / "annals.txt"
    document.write_text("On 3 May 1702 the Ostrians captured the town of Velm.\n", encoding="utf-8")
    path = tmp_path / "annals.yaml"
    derive([document], path)
    path.write_text(path.read_text(encoding="utf-8").replace("quote: On 3 May", "quote: Upon 3 May"), encoding="utf-8")
    with pytest.raises(DatedeckError, match="quote-not-found"):
        export(path, tmp_path / "annals.apkg", START)
    document.unlink()
    assert export(path, tmp_path / "annals.apkg", START).notes == 1


def test_no_traceback_for_what_is_in_a_users_files(vale: Path) -> None:
    vale.with_name("vale.lock.json").write_text("{", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "datedeck", "export", str(vale), "-o", str(vale.with_name("x.apkg"))],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONWARNINGS": "error"},
    )
    assert run.returncode == 1
    assert "vale.lock.json:1:2: bad-lock" in run.stderr
    assert "hint: restore it" in run.stderr
    assert "Traceback" not in run.stderr
