"""The date tagger: cases as data, and what spans, headings and notes do. For every text: `test_mention_properties`."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from datedeck.extract.mentions import Tagged, find_mentions
from datedeck.model import Span

CASES = Path(__file__).parent / "cases"
FIELD = re.compile(r"\s*\|\s*")


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[tuple[str, str, str, str], ...]


def cases() -> list[Case]:
    """Read `## title`, then the text, then after `.` one `words | value | bound | mod` a line."""
    found = []
    for path in sorted(CASES.glob("*.md")):
        for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            title, rest = section.split("\n", 1)
            text, _, expected = rest.partition("\n.\n")
            rows = [FIELD.split(line.strip()) for line in expected.strip().splitlines() if line.strip()]
            wanted = tuple(
                (row[0], row[1], row[2] if len(row) > 2 else "on", row[3] if len(row) > 3 else "") for row in rows
            )
            found.append(Case(f"{path.stem}: {title.strip()}", text.strip(), wanted))
    return found


def shown(tagged: Tagged) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((" ".join(m.text.split()), str(m.value), m.bound, m.mod) for m in tagged.dated)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert shown(find_mentions(case.text)) == case.expected


def test_there_are_many_cases_and_no_two_share_a_title() -> None:
    titles = [case.title.partition(": ")[2] for case in cases()]
    assert len(titles) >= 400
    assert len(set(titles)) == len(titles)


def test_a_range_is_two_mentions_and_an_interval_but_one_date_for_events() -> None:
    text = "They fought from the 3rd of May to the 9th of June, 1788."
    tagged = find_mentions(text)
    assert [(m.text, str(m.value)) for m in tagged.mentions] == [
        ("3rd of May", "1788-05-03"),
        ("9th of June, 1788", "1788-06-09"),
    ]
    assert [(i.span.of(text), str(i.value)) for i in tagged.intervals] == [
        ("3rd of May to the 9th of June, 1788", "1788-05-03/1788-06-09")
    ]
    assert [str(m.value) for m in tagged.dated] == ["1788-05-03/1788-06-09"]


def test_only_the_spans_are_read_and_no_date_crosses_them() -> None:
    text = "It was May\n1788 men came. In 1790 they left."
    spans = [Span(0, 10), Span(11, 25)]
    assert shown(find_mentions(text, spans)) == ()
    assert shown(find_mentions(text, [Span(26, len(text))])) == (("1790", "1790", "on", ""),)


def test_a_heading_gives_its_year_without_being_handed_out() -> None:
    text = "The year 1788\nIn May they met."
    tagged = find_mentions(text, [Span(14, len(text))], headings=[Span(0, 13)])
    assert shown(tagged) == (("May", "1788-05", "on", ""),)
    assert tagged.dated[0].anchored == "context"


def test_notes_keep_their_years_to_themselves() -> None:
    lines = [
        "In 1788 it began.",
        "By 3 May it was over.",
        "Harrow, Walls, 1960.",
        "12 September.",
        "4 May 1790; 5 May.",
    ]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    first, *rest = shown(find_mentions(text, spans, notes=spans[2:]))
    assert first == ("1788", "1788", "on", "")
    assert [(words, value) for words, value, *_ in rest] == [
        ("3 May", "1788-05-03"),
        ("1960", "1960"),
        ("4 May 1790", "1790-05-04"),
        ("5 May", "1790-05-05"),
    ]
    reordered = find_mentions(text, spans, notes=spans[:1]).dated
    assert [str(mention.value) for mention in reordered][:2] == ["1788", "1790-05-03"]


def test_where_no_year_is_named_no_date_gets_one() -> None:
    assert find_mentions("On 3 May they met, and in June they parted.") == Tagged((), (), ())
