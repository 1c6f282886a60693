"""Reference numbers in running text: the forms they have, and what only looks like one."""

from pathlib import Path

import pytest

from datedeck.read import note_marks
from reading import document


@pytest.mark.parametrize(
    ("sentence", "marks"),
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
def test_forms_of_note_numbers(tmp_path: Path, sentence: str, marks: list[str]) -> None:
    doc = document(tmp_path, f"Title\n\n{sentence}\n\n1. A. Maron, Walls, 1960, p. 3\n2. Ibid, p. 4\n")
    assert [span.of(doc.text) for block in doc.blocks for span in note_marks(doc.text, block, doc.blocks)] == marks
