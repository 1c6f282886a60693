"""The lock file: reads well, says what is wrong with it, and is never replaced silently."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.errors import DatedeckError
from datedeck.export import EXPORTERS, Lock, Note, Row, Stamp, dump, parse
from export.packages import build, facts

TEXT = dump(EXPORTERS[".apkg"](build(facts()), Lock(), 1_700_000_000).lock)
GUID = next(iter(json.loads(TEXT)["notes"]))


def changed(**values: object) -> str:
    data = json.loads(TEXT)
    data["notes"][GUID] |= values
    return json.dumps(data)


DAMAGED = {
    "empty": "",
    "cut": TEXT[: len(TEXT) // 2],
    "conflict": TEXT.replace('"notes"', '<<<<<<< mine\n"notes"'),
    "other json": "[1, 2]",
    "another format": '{"format": "x"}',
    "no notes": '{"format": 1, "uid": "", "types": {}}',
    "mod is text": changed(mod="soon"),
    "mod is true": changed(mod=True),
    "kind": changed(kind="essay"),
    "bad date": changed(when=["1914-02-30"]),
    "row too short": changed(rows=[["a", "b"]]),
    "fields": changed(fields=[1]),
    "a field less": changed(fields=["a"]),
    "deep": "[" * 100_000,
    "guid twice": TEXT.replace('"notes": {', f'"notes": {{\n"{GUID}": {{}},'),
    "note twice": TEXT.replace('"notes": {', '"notes": {\n"zz": ' + json.dumps(json.loads(TEXT)["notes"][GUID]) + ","),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_lock_is_told_with_its_cure(text: str) -> None:
    with pytest.raises(DatedeckError) as caught:
        parse(text, "deck.lock.json")
    (problem,) = caught.value.problems
    assert problem.code == "bad-lock"
    assert problem.location is not None
    assert problem.location.path == "deck.lock.json"
    assert "version control" in problem.hint


def test_a_syntax_error_names_its_line() -> None:
    with pytest.raises(DatedeckError) as caught:
        parse(DAMAGED["conflict"], "deck.lock.json")
    location = caught.value.problems[0].location
    assert location is not None
    assert location.line == 5


def test_a_newer_lock_asks_for_an_update() -> None:
    with pytest.raises(DatedeckError, match="newer-lock"):
        parse(TEXT.replace('"format": 1', '"format": 2'), "deck.lock.json")


def test_one_note_is_one_line() -> None:
    lock = parse(TEXT, "x")
    lines = TEXT.splitlines()
    assert len(lines) == len(lock.notes) + 7
    for guid, note in lock.notes.items():
        (line,) = [line for line in lines if line.startswith(f'"{guid}"')]
        assert json.dumps(note.id) in line


words = st.text(max_size=8)
dates = st.sampled_from(("1702-03-04", "1702", "-0489", "192X", "1918/1920"))
notes = st.builds(
    Note,
    st.just(""),
    st.just("dated"),
    words,
    st.lists(words, min_size=14, max_size=14).map(tuple),
    st.lists(words).map(tuple),
    st.lists(dates).map(tuple),
    st.lists(st.tuples(words, words)).map(tuple),
    st.lists(st.builds(Row, words, words, dates, words)).map(tuple),
    st.lists(dates).map(tuple),
    words,
    st.integers(0, 253402300799),
)


@given(uid=words, found=st.lists(notes, max_size=4, unique_by=lambda note: (note.kind, note.id)))
def test_what_is_written_is_read(uid: str, found: list[Note]) -> None:
    keyed = {f"g{number}": replace(note, guid=f"g{number}") for number, note in enumerate(found)}
    lock = Lock(uid, {"dated": Stamp("ab", 3)}, keyed)
    assert parse(dump(lock), "x") == lock
    assert dump(parse(dump(lock), "x")) == dump(lock)
