"""Documents → their dates for people: lines, pieces and rows that fit the text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datedeck.pipeline.dates import Dates, Piece, paragraphs, read_dates, rows, timexes

WORDS = st.sampled_from(
    (
        "In 1702",
        "on 3 May",
        "they came.",
        "\n\n",
        "\n",
        "\r\n\r\n",
        "\r\r",
        "from 1702 to",
        "1704",
        "# Velm",
        "- by 1790",
        "𝔗",
        "\t ",
    )
)


def read(folder: Path, text: str, name: str = "a.txt") -> Dates:
    path = folder / name
    path.write_bytes(text.encode())
    (dates,) = read_dates([path])
    return dates


def test_pieces_and_lines(tmp_path: Path) -> None:
    dates = read(
        tmp_path,
        "Velm\n\nThe weavers came from the valley in May-June,\r\n1788 and it began.\n\nNo.\n\nBy 1790 it ended.\n",
    )
    first, second = paragraphs(dates)
    assert first == (
        3,
        (
            Piece("The weavers came from the valley in "),
            Piece("May-June, 1788", "1788-05/1788-06"),
            Piece(" and it began."),
        ),
    )
    assert second == (8, (Piece("By "), Piece("1790", "1790"), Piece(" it ended.")))
    assert [(row.line, row.text, row.value, row.words, row.bound, row.year) for row in rows(dates)] == [
        (3, "May-June, 1788", "1788-05/1788-06", "May–June 1788", "during", "own"),
        (8, "1790", "1790", "1790", "by", "own"),
    ]


def test_a_document_that_cannot_be_read_has_no_dates(tmp_path: Path) -> None:
    (dates,) = read_dates([tmp_path / "none.txt"])
    assert dates.problems
    assert not [*rows(dates), *paragraphs(dates), *timexes(dates)["timexes"]]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(parts=st.lists(WORDS, min_size=1, max_size=30))
def test_paragraphs_say_what_the_text_says(tmp_path: Path, name: str, parts: list[str]) -> None:
    dates = read(tmp_path, " ".join(parts), name)
    if not dates.document:
        return
    text = dates.document.text
    shown = list(paragraphs(dates))
    marked = [piece.value for paragraph in shown for piece in paragraph.pieces if piece.value]
    assert marked == [row.value for row in rows(dates)] == [str(mention.value) for mention in dates.tagged.dated]
    whole = " ".join(text.split())
    for paragraph in shown:
        assert "".join(piece.text for piece in paragraph.pieces).strip() in whole
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in rows(dates):
        assert row.text.split()[0] in lines[row.line - 1]
    for timex in timexes(dates)["timexes"]:
        assert text[timex["start"] : timex["end"]] == timex["text"]
