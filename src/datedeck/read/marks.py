"""What stands in a text but is not read aloud: reference numbers of notes and, in Markdown, inline marks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from datedeck.model import Block, Document, Span
from datedeck.read.inline import inline_marks
from datedeck.read.notes import note_marks, note_numbers

_MARKDOWN = frozenset((".md", ".markdown"))


def marks(document: Document, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Their places in `blocks` of the document, in text order, disjoint."""
    numbers = note_numbers(document.text, document.blocks)
    is_markdown = PurePath(document.path).suffix.lower() in _MARKDOWN
    found: list[Span] = []
    for block in blocks:
        found += note_marks(document.text, block, numbers)
        if is_markdown:
            found += inline_marks(document.text, block.span)
    done: list[Span] = []
    for mark in sorted(found):
        if not done or mark.start >= done[-1].end:
            done.append(mark)
    return tuple(done)
