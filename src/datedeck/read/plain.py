"""Plain text → drafts of blocks, by their shape: title, headings, paragraphs (one a line, or hard-wrapped), lists."""

from __future__ import annotations

import re

from datedeck.model import Span
from datedeck.read.drafts import LIST_MARK, NOTE_MARK, Draft, Line, draft, ends_sentence, is_heading_like, lines_of

_WRAPPED_AT = range(30, 110)  # how long the lines of hard-wrapped text are, in characters
_BYLINE = re.compile(r"[Bb]y [A-Z][^.]{2,60}$")
_TITLE_LINES = 3


def plain_drafts(text: str) -> list[Draft]:
    """The blocks of a plain text, in order; apparatus (notes, bibliography, comments) not yet told apart."""
    drafts: list[Draft] = []
    for chunk in _chunks(text):
        drafts += _title(text, chunk) if not drafts else _blocks(text, chunk)
    return _settled(drafts)


def _chunks(text: str) -> list[list[Line]]:
    """Runs of lines with no blank line between."""
    chunks: list[list[Line]] = [[]]
    for line in lines_of(text):
        if line.blank:
            chunks.append([])
        else:
            chunks[-1].append(line)
    return [chunk for chunk in chunks if chunk]


def _title(text: str, chunk: list[Line]) -> list[Draft]:
    """The first chunk: one to three short lines are the title; a single one before long lines too."""
    if len(chunk) <= _TITLE_LINES and all(_may_title(line.text) for line in chunk):
        end = next((i for i, line in enumerate(chunk) if i and _BYLINE.match(line.text)), len(chunk))
        title = Draft(
            Span(chunk[0].span.start, chunk[end - 1].span.end),
            "title",
            text[chunk[0].span.start : chunk[end - 1].span.end],
        )
        return [title, *(draft(text, line.span.start, line.span.end, "furniture") for line in chunk[end:])]
    if _may_title(chunk[0].text) and len(chunk) > 1 and not _is_wrapped(chunk):
        first = chunk[0].span
        return [Draft(first, "title", chunk[0].text), *_blocks(text, chunk[1:])]
    return _blocks(text, chunk)


def _may_title(line: str) -> bool:
    return is_heading_like(line.rstrip("?!"), 150) and not LIST_MARK.match(line + " ")


def _blocks(text: str, chunk: list[Line]) -> list[Draft]:
    if _is_wrapped(chunk):
        return _wrapped(text, chunk)
    verse = len(chunk) > 2 and all(is_heading_like(line.text) for line in chunk)
    return [_single(text, line, alone=not verse) for line in chunk]


def _single(text: str, line: Line, *, alone: bool) -> Draft:
    start, end = line.span.start, line.span.end
    if LIST_MARK.match(text, start, end) or (NOTE_MARK.match(text, start, end) and not line.text[0].isdigit()):
        return draft(text, start, end, "list", indent=line.indent)
    if is_heading_like(line.text):
        return draft(text, start, end, "heading" if alone else "list", indent=line.indent)
    return draft(text, start, end, "paragraph", indent=line.indent)


def _is_wrapped(chunk: list[Line]) -> bool:
    """Whether the lines are one paragraph broken by its margin: alike in length, most of them ending mid-sentence."""
    full = chunk[:-1]
    if not full or not all(len(line.text) in _WRAPPED_AT for line in full[1:] or full):
        return False
    if len(chunk[-1].text) > max(len(line.text) for line in full) + 12:
        return False
    broken = sum(1 for line in full if not ends_sentence(line.text))
    return 2 * broken > len(full) and max(len(line.text) for line in full) > 40


def _wrapped(text: str, chunk: list[Line]) -> list[Draft]:
    """A heading line on top is set apart; list items and notes begin anew."""
    done: list[Draft] = []
    rest = chunk
    widest = max(len(line.text) for line in chunk)
    if (
        len(chunk) > 2
        and is_heading_like(chunk[0].text)
        and len(chunk[0].text) < 0.6 * widest
        and chunk[1].text[0].isupper()
    ):
        done.append(draft(text, chunk[0].span.start, chunk[0].span.end, "heading"))
        rest = chunk[1:]
    starts = [0] + [i for i, line in enumerate(rest) if i and LIST_MARK.match(line.text + " ")]
    for begin, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        first, last = rest[begin], rest[end - 1]
        is_item = LIST_MARK.match(text, first.span.start, last.span.end)
        done.append(
            draft(text, first.span.start, last.span.end, "list" if is_item else "paragraph", indent=first.indent)
        )
    return done


def _settled(drafts: list[Draft]) -> list[Draft]:
    """A text of one line, or a last line, is no title and no heading: nothing stands under it."""
    if drafts and drafts[-1].role in ("title", "heading"):
        drafts[-1] = drafts[-1].to("paragraph")
    return drafts
