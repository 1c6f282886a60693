"""What learners are asked (QTI's interactions)."""

from __future__ import annotations

from dataclasses import dataclass

from datedeck.dates import Edtf
from datedeck.model.facts import Fact, Kind


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
