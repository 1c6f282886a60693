"""Reference numbers of notes in running text: "wounded.1 This", "[3]", "[^1]"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from datedeck.model import Block, Span
from datedeck.read.drafts import NOTE_MARK

_BRACKETED = re.compile(r"\[\^?([\w-]{1,20})\](?!\()")
_STOP = r"[.,;:!?\"”’)\]]"
_GLUED = re.compile(
    rf"(?:(?<=[^\W\d_]{_STOP})|(?<=[^\W\d_]{_STOP}{_STOP}))[ \xa0]?([0-9]{{1,3}})(?=\s|$)|"
    r"(?<=[^\W\d_])([0-9]{1,3})(?=[.,;:]?(?:\s|$))|"
    r"(?<=[0-9][.,;:)])([0-9]{1,3})(?=\s+[^\W\d_]|\s*$)|([¹²³⁰⁴-⁹]{1,3})"
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def note_marks(text: str, block: Block, numbers: Set[str]) -> tuple[Span, ...]:
    """Find the reference numbers in a block: only of notes that exist, whose `numbers` are given (`note_numbers`).

    A space before a number belongs to its span.
    """
    if not numbers or block.role == "footnote":
        return ()
    found = [
        Span(*match.span())
        for match in _BRACKETED.finditer(text, block.span.start, block.span.end)
        if match[1] in numbers
    ]
    for match in _GLUED.finditer(text, block.span.start, block.span.end):
        number = next(group for group in match.groups() if group).translate(_SUPERSCRIPT)
        spaced = match[0][0] in " \xa0"
        if number in numbers and not (spaced and _goes_on(text, match.end(), block.span.end)):
            found.append(Span(*match.span()))
    return tuple(sorted(found))


def note_numbers(text: str, blocks: Iterable[Block]) -> frozenset[str]:
    """Give the numbers (or Markdown labels) of the notes among the blocks of a text."""
    marks = (NOTE_MARK.match(text, block.span.start, block.span.end) for block in blocks if block.role == "footnote")
    return frozenset(mark["bracket"] or mark["caret"] or mark["plain"] for mark in marks if mark)


def _goes_on(text: str, place: int, end: int) -> bool:
    """Whether what follows makes a number after a space begin something new ("3 ships", "3 May 1920")."""
    return bool(re.match(r"\s+(?:[a-z]|[A-Z][a-z]+\s+[0-9])", text[place : min(end, place + 30)]))
