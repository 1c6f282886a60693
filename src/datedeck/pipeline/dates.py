"""Documents → their dates: what `datedeck dates` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from datedeck.errors import DatedeckError, Problem
from datedeck.extract.mentions import Tagged, find_mentions
from datedeck.model import Document
from datedeck.read import read_document


class Dates(NamedTuple):
    """One document with its dates, or the problems that kept it from being read."""

    path: Path
    document: Document | None
    tagged: Tagged
    problems: tuple[Problem, ...] = ()


class Row(NamedTuple):
    """One date for people: its line (from 1), its offset in code points, its words, EDTF value and bound."""

    line: int
    offset: int
    text: str
    value: str
    bound: str


def read_dates(paths: Iterable[Path]) -> Iterator[Dates]:
    """Tag each document in turn; one that cannot be read does not stop the others."""
    for path in paths:
        try:
            document = read_document(path)
        except DatedeckError as error:
            yield Dates(path, None, Tagged((), (), ()), error.problems)
            continue
        every = [block.span for block in document.blocks]
        headings = [block.span for block in document.blocks if block.role in ("title", "heading")]
        notes = [block.span for block in document.blocks if block.role in ("footnote", "bibliography")]
        yield Dates(path, document, find_mentions(document.text, every, headings, notes))


def timexes(dates: Dates) -> dict[str, Any]:
    """Give the dates of a document as the JSON object of `datedeck dates --json`."""
    return {
        "doc": dates.path.name,
        "timexes": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.text,
                "type": "DATE",
                "value": str(mention.value),
                "mod": mention.mod,
                "bound": mention.bound,
            }
            for mention in dates.tagged.mentions
        ],
        "intervals": [
            {"start": interval.span.start, "end": interval.span.end, "value": str(interval.value)}
            for interval in dates.tagged.intervals
        ],
    }


def rows(dates: Dates) -> list[Row]:
    """Give the dates of a document as people read them: a range once, white space folded."""
    if not dates.document:
        return []
    text = dates.document.text
    found, line, place = [], 1, 0
    for mention in dates.tagged.dated:
        passed = text[place : mention.span.start]
        line += passed.count("\n") + passed.count("\r") - passed.count("\r\n")
        place = mention.span.start
        found.append(Row(line, mention.span.start, " ".join(mention.text.split()), str(mention.value), mention.bound))
    return found
