"""A paragraph made ready for the parser: footnote numbers cut out, with the way back to the document's offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from datedeck.model import Block, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """`text` is the block without `cuts` and with commas put in; `starts` and `shifts` lead back to the document."""

    block: Block
    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, block: Block, cuts: Sequence[Span] = (), commas: Sequence[int] = ()) -> Passage:
        """The words of `block` without the spans in `cuts`, a comma put in at each of `commas` (offsets of `text`)."""
        parts, starts, shifts = [], [0], [block.span.start]
        at, length = block.span.start, 0
        for edit in sorted([*cuts, *(Span(comma, comma) for comma in commas)]):
            if not block.span.contains(edit) or edit.start < at:
                continue
            inserted = "" if edit.end > edit.start else ","
            parts += [text[at : edit.start], inserted]
            length += edit.start - at + len(inserted)
            at = edit.end
            starts.append(length)
            shifts.append(at - length)
        parts.append(text[at : block.span.end])
        return cls(block, "".join(parts), tuple(starts), tuple(shifts))

    def to_document(self, offset: int) -> int:
        """The document's offset of the character at `offset` of this text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def from_document(self, offset: int) -> int:
        """Where a character of the document stands in this text (in a cut: at the cut)."""
        for start, shift in zip(reversed(self.starts), reversed(self.shifts), strict=True):
            if offset - shift >= start:
                return offset - shift
        return 0

    def is_cut(self, span: Span) -> bool:
        """Whether the document's words at `span` were left out at the beginning of this text."""
        return self.shifts[0] != self.shifts[-1] and len(self.starts) > 1 and self.to_document(0) >= span.end

    def document_span(self, start: int, end: int) -> Span:
        """The document's span of `text[start:end]`, both ends without white space around."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Span(self.to_document(start), self.to_document(end - 1) + 1)
