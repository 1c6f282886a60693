"""The nouns of datedeck: documents, mentions, facts, banks, decks, items. No format, no I/O, no HTML.

Positions are half-open spans of Unicode code points of `Document.text`. Terms are the field's own: CSL (metadata,
locator), W3C Web Annotation (span, quote), TIMEX3 (mention, mod), EDTF (dates), QTI (items, stem, key, feedback).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from datedeck.dates import Bound, Edtf, Window, window
from datedeck.errors import Location, Problem

Role = Literal["title", "heading", "paragraph", "list", "quote", "caption", "table", "footnote", "bibliography",
               "comment", "furniture"]
Status = Literal["ready", "draft", "checked", "rejected"]
Mod = Literal["", "start", "mid", "end", "approx"]
Anchor = Literal["own", "context", "relative"]
Kind = Literal["when", "what", "match"]

STATUSES: tuple[Status, ...] = ("ready", "draft", "checked", "rejected")
KINDS: tuple[Kind, ...] = ("when", "what", "match")
ASKABLE: frozenset[Status] = frozenset({"ready", "checked"})


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
        return text[self.start:self.end]


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
        parts = [f"page {self.page}" if self.page else "", self.section,
                 f"paragraph {self.paragraph}" if self.paragraph else ""]
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
    """A date expression in a text (TIMEX3): `rule` names the form found, `anchored` where its year comes from."""

    span: Span
    text: str
    value: Edtf
    mod: Mod = ""
    bound: Bound = "on"
    rule: str = ""
    anchored: Anchor = "own"


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that prove a claim. Spans are None until the citation is found in its document."""

    source: str
    locator: Locator
    quote: Quote
    mention: str
    occurrence: int = 1  # which of the equal words in the quote carries the date, from 1
    span: Span | None = None
    mention_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of an event's date."""

    date: Edtf
    citation: Citation
    bound: Bound = "on"
    calendar: str = "Gregorian"

    @property
    def window(self) -> Window:
        """The days at which the event may have happened by this claim."""
        return window(self.date, self.bound)


@dataclass(frozen=True, slots=True)
class Fact:
    """One event with one or more dated claims. `question` is the inverted clause ("did the Turks capture Kars")."""

    id: str
    event: str
    claims: tuple[Claim, ...]
    bank: str = ""  # uid of the bank it stands in
    status: Status = "draft"
    question: str = ""
    context: str = ""
    reasons: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    why: str = ""
    difficulty: str = ""
    ask: Mapping[str, str] = field(default_factory=dict)  # a teacher's own stem per kind
    wrong: tuple[str, ...] = ()  # a teacher's own wrong dates
    formerly: tuple[str, ...] = ()
    location: Location | None = None

    @property
    def key(self) -> str:
        """Its identity across banks."""
        return f"{self.bank}:{self.id}"

    @property
    def asked(self) -> Claim:
        """The claim that items ask for: the most precise one; of disputed claims the first."""
        return self.claims[0] if self.disputed else min(self.claims, key=lambda claim: claim.date.days)

    @property
    def disputed(self) -> bool:
        """Whether no single day satisfies all claims (intervals that overlap pairwise share a day)."""
        windows = [claim.window for claim in self.claims]
        return max(w.earliest for w in windows) > min(w.latest for w in windows)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a bank names it; `file` is relative to the bank's folder."""

    id: str
    file: str
    metadata: Metadata
    sha256: str = ""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Bank:
    """A question bank: `problems` are what was wrong in its file; broken facts are left out of `facts`."""

    uid: str
    name: str
    title: str
    sources: Mapping[str, Source]
    facts: Sequence[Fact]
    path: str
    derived_with: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A question set that a teacher writes: which facts of which banks, asked how."""

    name: str
    title: str
    description: str
    banks: tuple[str, ...]  # paths, relative to the deck's folder
    path: str
    facts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    dates: Edtf | None = None
    kinds: tuple[Kind, ...] = KINDS
    count: int = 0  # at most so many facts; 0 is all
    precision: Literal["", "year", "month"] = ""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice item: a date or another fact's event."""

    text: str
    date: Edtf | None = None
    fact_id: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """QTI choice interaction: `key` is the index of the one right choice. Date choices stand in time order."""

    id: str
    kind: Kind
    stem: str
    context: str
    choices: tuple[Choice, ...]
    key: int
    facts: tuple[Fact, ...]  # the fact asked


@dataclass(frozen=True, slots=True)
class MatchItem:
    """QTI match interaction: `key[i]` is the index of row i's date among `options`, which has at least one spare."""

    id: str
    stem: str
    context: str
    rows: tuple[str, ...]
    options: tuple[Choice, ...]
    key: tuple[int, ...]
    facts: tuple[Fact, ...]  # one a row
    kind: Kind = "match"


Item = ChoiceItem | MatchItem
