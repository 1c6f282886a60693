"""Documents → their dates: what `datedeck dates` shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from datedeck.dates import Bound, wording
from datedeck.errors import DatedeckError, Problem
from datedeck.extract.mentions import Tagged, find_mentions
from datedeck.model import DatedMention, Document, Mod
from datedeck.read import read_document

_BOUND_WORDS: Mapping[Bound, str] = {"on": ""}  # the others are their own words
_MOD_WORDS: Mapping[Mod, str] = {"": "", "start": "early", "mid": "mid", "end": "late", "approx": "about"}
_LINE_END = re.compile(r"\r\n|\n|\r")
_WHITE = re.compile(r"\s+")


class Dates(NamedTuple):
    """One document with its dates, or the problems that kept it from being read."""

    path: Path
    document: Document | None
    tagged: Tagged
    problems: tuple[Problem, ...] = ()


class Row(NamedTuple):
    """One date for people.

    Its line (from 1), its words, its value in EDTF and as people write it, how it stands to what happened ("by",
    "about"), and where its year comes from.
    """

    line: int
    text: str
    value: str
    words: str
    bound: str
    year: str


class Piece(NamedTuple):
    """Words of a paragraph; a date where there is a `value` (EDTF)."""

    text: str
    value: str = ""


class Paragraph(NamedTuple):
    """A block of a document that has a date in it, cut into pieces, with the line (from 1) where it begins."""

    line: int
    pieces: tuple[Piece, ...]


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
        "doc": dates.path.name.encode("utf-8", "replace").decode(),  # a name may hold bytes that are no text
        "timexes": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.text,
                "type": "DATE",
                "value": str(mention.value),
                "mod": mention.mod,
                "bound": mention.bound,
                "anchored": mention.anchored,
                "rule": mention.rule,
                "calendar": mention.calendar,
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
    lines = _lines(text, (mention.span.start for mention in dates.tagged.dated))
    return [_row(line, mention) for line, mention in zip(lines, dates.tagged.dated, strict=True)]


def paragraphs(dates: Dates) -> Iterator[Paragraph]:
    """Give the blocks of a document that have a date, whole and in text order, with white space folded."""
    if not dates.document:
        return
    text, found = dates.document.text, list(reversed(dates.tagged.dated))
    blocks = dates.document.blocks
    for block, line in zip(blocks, _lines(text, (block.span.start for block in blocks)), strict=True):
        inside = []
        while found and found[-1].span.start < block.span.end:
            inside.append(found.pop())
        if inside:
            yield Paragraph(line, _pieces(text, block.span.start, block.span.end, inside))


def _lines(text: str, places: Iterable[int]) -> Iterator[int]:
    """The numbers of the lines (from 1) that the places, given in text order, stand in."""
    line, passed = 1, 0
    for place in places:
        line += len(_LINE_END.findall(text, passed, place))
        passed = place
        yield line


def _row(line: int, mention: DatedMention) -> Row:
    bound = _BOUND_WORDS.get(mention.bound, mention.bound)
    stands = " ".join(word for word in (bound, _MOD_WORDS[mention.mod]) if word)
    ambiguous = "numeric-ambiguous" in mention.rule.split(", ")
    year = "ambiguous: day or month first" if ambiguous else mention.anchored
    return Row(line, _folded(mention.text), str(mention.value), wording(mention.value, mention.calendar), stands, year)


def _pieces(text: str, start: int, end: int, mentions: Iterable[DatedMention]) -> tuple[Piece, ...]:
    pieces = []
    for mention in mentions:
        pieces += [Piece(_folded(text[start : mention.span.start])), Piece(_folded(mention.text), str(mention.value))]
        start = mention.span.end
    pieces.append(Piece(_folded(text[start:end])))
    return tuple(piece for piece in pieces if piece.text)


def _folded(words: str) -> str:
    return _WHITE.sub(" ", words)
