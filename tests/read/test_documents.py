"""Files as documents: blocks with their roles and places, metadata, and problems that name the file."""

import hashlib
from pathlib import Path

import pytest

from datedeck.errors import DatedeckError
from datedeck.model import Metadata
from datedeck.read import READERS, marks, read_document, slug
from reading import document, shape

PLAIN = """The Siege of Tarvo

The Siege of Tarvo


Queen Odila’s army came to Tarvo in 1788, and its walls fell to the guns on 3 May after a siege.1 Then it rained.

Causes of the war
The duke had refused the toll, and his council, which met at Velm in the spring, would not hear the envoys who came.

Three things were lost:
- the bridge of 1701
- the mill

He wrote “it is over.”2

Maron, A. B. The Walls of Tarvo. Velm, 1960.
Istel, Iu. Toll and War. Sarn, 1957.

1. R. Harrow, The Velmar Wars, v. II, Sarn, 1996, p. 28
2. Archive of Velm –

Discussion Policy

Comments are welcomed. Be kind to each other, always.

  1. Caspian said:

    The walls fell in 1789, I believe.

    • June said:

      No.
"""
ROLES = (
    "title heading paragraph heading paragraph paragraph list list paragraph bibliography bibliography "
    "footnote footnote furniture furniture comment comment comment comment"
).split()


def test_a_page_with_everything_around_it(tmp_path: Path) -> None:
    doc = document(tmp_path, PLAIN, "Siege of Tarvo.txt")
    assert [block.role for block in doc.blocks] == ROLES
    assert doc.id == "siege-of-tarvo"
    assert doc.title == "The Siege of Tarvo"
    assert doc.sha256 == hashlib.sha256(PLAIN.encode()).hexdigest()
    places = [str(block.locator) for block in doc.blocks if block.role in ("paragraph", "list")]
    causes = "Causes of the war, paragraph"
    assert places == ["paragraph 1", f"{causes} 2", f"{causes} 3", f"{causes} 3", f"{causes} 3", f"{causes} 4"]


def test_note_numbers_are_found_only_where_the_note_exists(tmp_path: Path) -> None:
    doc = document(tmp_path, PLAIN)
    assert [span.of(doc.text) for span in marks(doc, doc.blocks)] == ["1", "2"]
    without = document(tmp_path, PLAIN.split("\n1. R.")[0])
    assert marks(without, without.blocks) == ()


def test_hard_wrapped_text_is_one_block_a_paragraph(tmp_path: Path) -> None:
    text = (
        "THE WAR\n\nQueen Odila came to the town of Tarvo in the spring of the year 1788\n"
        "with her guns, and the duke, who had few men, left it in the night of\n3 May. He went home.\n\n"
        "It was not the end of it: the envoys who had been sent to Velm came back\nin June and found nobody there.\n"
    )
    doc = document(tmp_path, text)
    assert [(role, words[:10], words[-10:]) for role, words in shape(doc)] == [
        ("title", "THE WAR", "THE WAR"),
        ("paragraph", "Queen Odil", " went home"[-9:] + "."),
        ("paragraph", "It was not", "ody there."),
    ]


def test_a_numbered_list_in_the_body_is_no_list_of_notes(tmp_path: Path) -> None:
    doc = document(
        tmp_path, "Causes\n\nThere were two.\n\n1. The toll was high.\n2. The duke was proud.\n\nSo it began.\n"
    )
    assert [role for role, _ in shape(doc)] == ["title", "paragraph", "list", "list", "paragraph"]
    assert shape(doc)[2] == ("list", "The toll was high.")


def test_what_stands_under_a_bibliography_heading(tmp_path: Path) -> None:
    doc = document(
        tmp_path, "Tarvo\n\nIt fell in 1788.\n\nFurther reading\n\nThe Walls of Tarvo, 1960\n\nLegacy\n\nIt stands.\n"
    )
    assert [role for role, _ in shape(doc)] == ["title", "paragraph", "heading", "bibliography", "heading", "paragraph"]


def test_a_word_in_the_text_like_a_comment_is_no_comment(tmp_path: Path) -> None:
    doc = document(tmp_path, "Tarvo\n\nIt fell in 1788.\n\nThe duke said:\n\nAll is lost.\n\nHe left in May.\n")
    assert "comment" not in {role for role, _ in shape(doc)}


@pytest.mark.parametrize(
    ("tail", "roles"),
    [
        ("Leave a reply\n\nName\n\nYour words here.", ["furniture", "furniture", "furniture"]),
        ("3 Comments\n\nOdila says:\n  It fell in 1789.\n\nJune says:\n  No.", ["furniture"] + ["comment"] * 4),
        ("Comments\n\n  1. Odila said:\n\n    In 1789.", ["furniture", "comment", "comment"]),
        ("About the author\n\nA. Maron was born in 1920.", ["furniture", "furniture"]),
        ("About the author\n\nHe wrote.\n\nLegacy\n\nIt stands.", ["heading", "paragraph", "heading", "paragraph"]),
        ("Comments\n\nThe king made none.", ["heading", "paragraph"]),
    ],
)
def test_what_follows_the_body(tmp_path: Path, tail: str, roles: list[str]) -> None:
    doc = document(tmp_path, f"Tarvo\n\nIt fell in 1788.\n\n{tail}\n")
    assert [role for role, _ in shape(doc)] == ["title", "paragraph", *roles]


def test_mac_line_ends_and_code_points(tmp_path: Path) -> None:
    doc = document(tmp_path, "𝔗arvo\r\rIt fell in 1788.\rIt rose.\r")
    assert doc.text == "𝔗arvo\r\rIt fell in 1788.\rIt rose.\r"
    assert [words for _, words in shape(doc)] == ["𝔗arvo", "It fell in 1788.", "It rose."]


def test_a_given_title_wins_and_a_first_line_that_differs_is_a_heading(tmp_path: Path) -> None:
    text = "Overview\n\nIt fell in 1788.\n"
    doc = document(tmp_path, text, metadata=Metadata(title="The Siege of Tarvo", author="A. Maron"))
    assert (doc.title, doc.metadata.author) == ("The Siege of Tarvo", "A. Maron")
    assert shape(doc)[0] == ("heading", "Overview")
    assert document(tmp_path, text).title == "Overview"


def test_a_text_of_one_line_is_a_paragraph(tmp_path: Path) -> None:
    assert shape(document(tmp_path, "Tarvo fell in 1788")) == [("paragraph", "Tarvo fell in 1788")]


def test_problems_name_the_file_and_the_cure(tmp_path: Path) -> None:
    (tmp_path / "doc.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder.txt").mkdir()
    expected = {
        "doc.pdf": "unknown-format",
        "empty.txt": "empty-document",
        "folder.txt": "not-a-file",
        "no.txt": "missing-file",
    }
    for name, code in expected.items():
        with pytest.raises(DatedeckError) as caught:
            read_document(tmp_path / name)
        [problem] = caught.value.problems
        assert (problem.code, problem.location and problem.location.path) == (code, str(tmp_path / name))
        assert problem.hint


def test_an_unknown_suffix_is_told_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(DatedeckError) as caught:
        read_document(tmp_path / "doc.xyz")
    assert all(suffix in caught.value.problems[0].hint for suffix in READERS)


@pytest.mark.parametrize("name", ["a\0b.txt", "a\ud800b.txt"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(DatedeckError) as caught:
        read_document(tmp_path / name)
    assert [(problem.code, problem.message) for problem in caught.value.problems] == [
        ("missing-file", "no file can have this name")
    ]


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "doc.txt"
    path.write_text("Tarvo fell.", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DatedeckError, match="unreadable-file: cannot be read: permission denied"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "expected"), [("A  Tale_of Two", "a-tale-of-two"), ("Épée", "epee"), ("---", "document")]
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["annals.txt", "annals.md"])
def test_years_and_words_for_time_are_no_labels_of_lists(tmp_path: Path, name: str) -> None:
    lines = ("1066. The duke lands at Brae.", "c. 1120 The abbey is begun.", "d. 1420 in Brae.")
    doc = document(tmp_path, "\n\n".join(["The annals of Brae are told here.", *lines, "c. The third thing."]), name)
    assert [block.span.of(doc.text) for block in doc.blocks][1:] == [*lines, "The third thing."]
