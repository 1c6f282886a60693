"""Documents as read: text, blocks with roles, dated mentions. Spans count code points of `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from datedeck.dates import Bound, Calendar, Edtf

Role = Literal[
    "title",
    "heading",
    "paragraph",
    "list",
    "quote",
    "caption",
    "table",
    "footnote",
    "bibliography",
    "comment",
    "furniture",
]
Mod = Literal["", "start", "mid", "end", "approx"]
Anchor = Literal["own", "context", "relative"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points (TextPositionSelector)."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words themselves with a little of what stands before and after (TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a document a reader finds a passage; numbers count from 1, 0 is unknown."""

    page: int = 0
    section: str = ""
    paragraph: int = 0

    def __str__(self) -> str:
        parts = [
            f"page {self.page}" if self.page else "",
            self.section,
            f"paragraph {self.paragraph}" if self.paragraph else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document with one role."""

    span: Span
    role: Role
    locator: Locator = Locator()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document or its user says of the source; empty where nobody says."""

    title: str = ""
    author: str = ""
    date: str = ""
    container: str = ""
    url: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its text is never normalised, its blocks do not overlap and stand in text order."""

    id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    sha256: str

    @property
    def title(self) -> str:
        """What to call it."""
        return self.metadata.title or self.id


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A date expression in a text (TIMEX3): `rule` names the form found, `anchored` where its year comes from.

    Its value is written in its `calendar`; a date in both is the Gregorian day. Of the rule `numeric-ambiguous` only
    the year is certain ("10/12/1492"). `anchor`: the words, before its own, of the date that it was counted from.
    """

    span: Span
    text: str
    value: Edtf
    mod: Mod = ""
    bound: Bound = "on"
    rule: str = ""
    anchored: Anchor = "own"
    calendar: Calendar = "Gregorian"
    anchor: Span | None = None
