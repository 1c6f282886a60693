"""What the bank keeps: citations, claims, facts, sources, banks; and decks, which choose among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from datedeck.dates import Bound, Calendar, Edtf, Window, window
from datedeck.dates.calendars import on_gregorian
from datedeck.errors import Location, Problem
from datedeck.model.documents import Locator, Metadata, Quote, Span

Status = Literal["ready", "draft", "checked", "rejected"]
Kind = Literal["when", "what", "match"]

STATUSES: tuple[Status, ...] = ("ready", "draft", "checked", "rejected")
KINDS: tuple[Kind, ...] = ("when", "what", "match")
ASKABLE: frozenset[Status] = frozenset({"ready", "checked"})


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

    @property
    def parted(self) -> tuple[str, str, str]:
        """The quote with white space folded: what stands before the words of the date, those words, and the rest.

        Equal words are counted from the left without overlaps. Where the words do not occur so often, all of the quote
        stands before them.
        """
        quote, mention = (" ".join(words.split()) for words in (self.quote.exact, self.mention))
        parts = quote.split(mention) if mention else [quote]
        if not 0 < self.occurrence < len(parts):
            return quote, "", ""
        return mention.join(parts[: self.occurrence]), mention, mention.join(parts[self.occurrence :])


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of an event's date."""

    date: Edtf
    citation: Citation
    bound: Bound = "on"
    calendar: Calendar = "Gregorian"

    @property
    def window(self) -> Window:
        """The Gregorian days at which the event may have happened by this claim."""
        return on_gregorian(window(self.date, self.bound), self.calendar)


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
    derived: str = ""  # short hash of what was derived, so that a person's edit shows

    @property
    def key(self) -> str:
        """Its identity across banks."""
        return f"{self.bank}:{self.id}"

    @property
    def asked(self) -> Claim:
        """The claim asked for: of those that agree the one that leaves the fewest days, else the first.

        "In 1919" is asked rather than "before 5 March 1920".
        """
        return self.claims[0] if self.disputed else min(self.claims, key=_room)

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
    seed: int | None = None  # None draws anew each time


def _room(claim: Claim) -> tuple[int, int, bool]:
    """How many days a claim leaves, how many its date stands for, and whether it is in one calendar only.

    A date in two calendars names one day, though its window holds both.
    """
    left = window(claim.date, claim.bound)
    return left.latest.ordinal - left.earliest.ordinal, claim.date.days, claim.calendar != "Gregorian and Julian"
