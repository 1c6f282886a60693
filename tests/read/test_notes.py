"""Reference numbers in running text: the forms they have, and what only looks like one."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

from datedeck.model import Block
from datedeck.read import marks, note_numbers
from reading import document


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They lost nine.1 This was much.", ["1"]),
        ("They lost nine (so it is said).1 This", ["1"]),
        ("They lost nine. 2", [" 2"]),
        ("They lost nine. 2 ships sank.", []),
        ("They met.1 May came.", ["1"]),
        ("It fell in 1788.1 Then it rained.", ["1"]),
        ("They lost[2] nine[1].", ["[2]", "[1]"]),
        ("They lost nine.3 This", []),
        ("They lost nine¹ men.", ["¹"]),
        ("It fell on 1 May 1788 at 2.", []),
    ],
)
def test_forms_of_note_numbers(tmp_path: Path, sentence: str, expected: list[str]) -> None:
    doc = document(tmp_path, f"Title\n\n{sentence}\n\n1. A. Maron, Walls, 1960, p. 3\n2. Ibid, p. 4\n")
    assert [span.of(doc.text) for span in marks(doc, doc.blocks)] == expected


def test_the_numbers_of_the_notes_are_read_once_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = "\n".join(f"{number}. A. Maron, Walls, 1960, p. {number}" for number in range(1, 40))
    doc = document(tmp_path, "Title\n\n" + "They lost nine.7 This was much.\n\n" * 40 + notes + "\n")
    calls = []

    def counted(text: str, blocks: Iterable[Block]) -> frozenset[str]:
        calls.append(text)
        return note_numbers(text, blocks)

    monkeypatch.setattr(import_module("datedeck.read.marks"), "note_numbers", counted)
    assert [span.of(doc.text) for span in marks(doc, doc.blocks)] == ["7"] * 40
    assert len(calls) == 1
