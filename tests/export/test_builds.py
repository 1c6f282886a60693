"""Builds: same input, same bytes; identities and times of change that follow the content and nothing else."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from datedeck.errors import DatedeckError
from datedeck.export import EXPORTERS, Exported, Lock, Note, Package, dump, exporter_for, parse
from export.packages import UID, build, facts, matching

START = 1_700_000_000
BUILD = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from export.packages import build, facts
from datedeck.export import EXPORTERS, Lock, dump
built = EXPORTERS[".apkg"](build(facts()), Lock(), 1_700_000_000)
print(hashlib.sha256(built.data + dump(built.lock).encode()).hexdigest())
"""


def export(package: Package, lock: Lock | None = None, now: int = START) -> Exported:
    return EXPORTERS[".apkg"](package, lock or Lock(), now)


def by_id(lock: Lock) -> dict[str, Note]:
    return {note.id.split(":")[-1]: note for note in lock.notes.values()}


def test_same_bytes_in_another_folder_and_hash_order(tmp_path: Path) -> None:
    seen = set()
    for seed in ("0", "1", "77"):
        folder = tmp_path / seed
        folder.mkdir()
        run = subprocess.run(
            [sys.executable, "-c", BUILD, str(Path(__file__).parent.parent)],
            cwd=folder,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": f"UTC+{seed[0]}"},
            capture_output=True,
            text=True,
        )
        seen.add(run.stdout)
    assert len(seen) == 1


def test_a_later_build_with_the_lock_gives_the_same_bytes() -> None:
    first = export(build(facts()))
    again = export(build(facts()), parse(dump(first.lock), "x.lock.json"), START + 86_400)
    assert again == first
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(first.data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_what_changed_is_stamped() -> None:
    made = facts()
    first = export(build(made))
    package = build(made)
    second = export(replace(package, facts=[replace(made[0], why="Mended."), *made[1:]]), first.lock, START + 50)
    stamps = {id_: note.mod for id_, note in by_id(second.lock).items()}
    assert stamps.pop("canal") == START + 50
    assert set(stamps.values()) == {START}
    assert second.lock.changes(first.lock) == (0, 1, 6, 0)


@pytest.mark.parametrize(("now", "expected"), [(START - 999, START + 1), (START, START + 1), (START + 7, START + 7)])
def test_a_change_is_always_later_than_the_one_before(now: int, expected: int) -> None:
    made = facts()
    first = export(build(made))
    second = export(build([replace(made[0], why="Mended."), *made[1:]]), first.lock, now)
    assert by_id(second.lock)["canal"].mod == expected


def test_guids_hang_on_identity_and_not_on_wording() -> None:
    made = facts()
    mended = [replace(fact, event=f"{fact.event} again", question="", context="elsewhere") for fact in made]
    one, other = export(build(made)).lock, export(build(mended)).lock
    first, second = ({id_: note.guid for id_, note in by_id(lock).items()} for lock in (one, other))
    assert first == second
    assert len(first) == 7


def test_a_renamed_fact_keeps_its_guid_its_row_and_its_place_among_others_options() -> None:
    made = facts()
    first = export(build(made))
    renamed = replace(made[1], id="crossing", formerly=("bridge",))
    second = export(build([made[0], renamed, *made[2:]]), first.lock, START + 5)
    old, new = by_id(first.lock), by_id(second.lock)
    assert new["crossing"].guid == old["bridge"].guid
    assert "bridge" not in new
    rows = [row.fact.replace("bridge", "crossing") for row in old["set-1"].rows]
    assert [row.fact for row in new["set-1"].rows] == rows
    assert second.lock.changes(first.lock).new == 0


def test_of_two_facts_that_became_one_the_other_retires() -> None:
    made = facts()
    first = export(build(made))
    joined = replace(made[0], formerly=("bridge",))
    second = export(build([joined, *made[2:]]), first.lock, START + 5)
    new = by_id(second.lock)
    assert new["canal"].guid == by_id(first.lock)["canal"].guid
    assert new["bridge"].retired


def test_two_rows_of_a_set_that_became_one_fact_are_asked_once() -> None:
    made = facts()
    first = export(build(made, made[:2] + made[3:]))
    joined = replace(made[0], id="works", formerly=("canal", "bridge"))
    second = export(build([joined, *made[2:]], [joined, *made[3:]]), first.lock, START + 5)
    note = by_id(second.lock)["set-1"]
    assert [row.fact.split(":")[1] for row in note.rows] == ["works", "bridge", "fleet", "league", "mint"]
    assert note.fields[3].count("(withdrawn)") == 1


def test_a_former_id_given_to_another_fact_is_a_new_note() -> None:
    made = facts()
    first = export(build(made))
    renamed = replace(made[1], id="crossing", formerly=("bridge",))
    second = export(build([made[0], renamed, *made[2:]]), first.lock, START + 5)
    newcomer = replace(made[1], id="bridge", event="Nine masons built a bridge")
    third = export(build([made[0], newcomer, renamed, *made[2:]], [made[0]]), second.lock, START + 9)
    new = by_id(third.lock)
    assert new["crossing"].guid == by_id(first.lock)["bridge"].guid != new["bridge"].guid


def test_a_fact_that_left_comes_back_as_itself() -> None:
    made = facts()
    first = export(build(made))
    second = export(build(made[1:], made[3:]), first.lock, START + 5)
    gone = by_id(second.lock)["canal"]
    assert gone.retired
    assert gone.fields == by_id(first.lock)["canal"].fields
    assert second.lock.changes(first.lock).retired == 1
    third = export(build(made), second.lock, START + 9)
    assert replace(by_id(third.lock)["canal"], mod=0) == replace(by_id(first.lock)["canal"], mod=0)


def test_rows_keep_their_numbers_when_the_set_is_given_in_another_order() -> None:
    made = facts()
    rows = [made[0], made[1], made[3]]
    first = export(build(made, rows))
    package = replace(build(made), sets=[matching([made[4], rows[2], rows[0]])])
    second = export(package, first.lock, START + 5)
    members = [row.fact.split(":")[1] for row in by_id(second.lock)["set-1"].rows]
    assert members == ["canal", "bridge", "fleet", "league"]
    pairs = by_id(second.lock)["set-1"].fields[3]
    assert "crossed the bridge at Dunmere <em" in pairs
    assert "{{c1::4 March 1702}}" in pairs
    assert "{{c4::2 November 1704}}" in pairs


def test_the_deck_stays_itself_when_it_is_renamed() -> None:
    first = export(build(facts()))
    second = export(replace(build(facts()), uid="another"), first.lock, START + 5)
    assert second.lock.uid == UID
    assert {note.guid for note in second.lock.notes.values()} == {note.guid for note in first.lock.notes.values()}


def test_options_of_dates_stand_in_time_order_and_one_is_the_key() -> None:
    note = by_id(export(build(facts())).lock)["fleet"]
    shown = [part.split("</li>")[0] for part in note.fields[3].split("<li")[1:]]
    assert shown == [
        ">4 March 1702",
        ">19 May 1702",
        ' class="dd-key">11 August 1703',
        ">2 November 1704",
        ">23 June 1705",
    ]
    assert note.when == ("1702-03-04", "1702-05-19", "1704-11-02", "1705-06-23")


def test_tags_say_source_century_dispute_and_the_teachers_own() -> None:
    note = by_id(export(build(facts())).lock)["siege"]
    assert note.tags == (
        "datedeck::century::18",
        "datedeck::disputed",
        "datedeck::source::chronicle",
        "datedeck::source::letters",
        "datedeck::tag::sieges",
        "datedeck::tag::war",
    )


def test_nothing_to_ask_is_an_error_with_its_cure() -> None:
    with pytest.raises(DatedeckError, match="nothing-to-export"):
        export(replace(build(facts(), []), stems={}))


def test_the_lock_of_another_deck_is_refused() -> None:
    made = facts()
    lock = export(build(made[:2], [])).lock
    with pytest.raises(DatedeckError, match="lock-of-another-deck"):
        export(build(made[3:], []), lock)


def test_unknown_suffix_names_the_known_ones() -> None:
    assert exporter_for(Path("A.APKG")) is EXPORTERS[".apkg"]
    with pytest.raises(DatedeckError, match=r"unknown-format(?s:.*)\.apkg"):
        exporter_for(Path("deck.docx"))
