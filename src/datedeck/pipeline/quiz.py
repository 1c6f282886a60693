"""A quiz made ready: questions opened, a paper drawn, the citations of what is asked proven; and answers recorded."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from datedeck.bank import verify_fact, words_of
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.items import Record, Sources, paper, without_dates
from datedeck.model import ASKABLE, KINDS, Citation, Document, Fact, Item, Kind
from datedeck.pipeline.select import Questions, known, open_questions

if TYPE_CHECKING:
    from datedeck.study.grade import Grade
    from datedeck.study.history import History

_NOTED = 5  # facts left out are told one by one up to so many problems
_PLAIN = (".txt", ".text", ".md", ".markdown")  # documents whose text is the file's own
_NEEDS: dict[Kind, str] = {
    "when": "a date choice needs a fact with a definite date (not “by”, “since” …) that its statement does not name",
    "what": "an event choice needs at least three facts whose dates do not overlap",
    "match": "matching needs at least four facts with definite dates of one precision that do not overlap",
}


@dataclass(frozen=True, slots=True)
class Quiz:
    """Items in the order they are asked. `notes` are for the user: what was left out, and why."""

    title: str
    seed: int
    items: tuple[Item, ...]
    sources: Sources
    notes: tuple[str, ...]


def prepare(
    path: Path, count: int, kinds: Sequence[Kind], seed: int | None, new_seed: int, cache_dir: Path | None = None
) -> Quiz:
    """Draw a quiz of at most `count` items from a bank or a deck; the same seed draws the same one.

    Without `kinds` the deck's are asked, without `seed` the deck's is used, or else `new_seed`. A fact whose quote is
    not in its document is left out. `DatedeckError` (`nothing-to-ask`) when no item can be made.
    """
    questions = open_questions(path, cache_dir)
    kinds = kinds or (questions.deck.kinds if questions.deck else KINDS)
    if seed is None:
        seed = questions.deck.seed if questions.deck else None
    if seed is None:
        seed = new_seed
    library = _Library(questions)
    items = _paper(questions, count, kinds, random.Random(seed), library)
    if not items:
        raise DatedeckError(*questions.problems, *library.unproven, _nothing(path, questions, kinds))
    return Quiz(
        without_dates(questions.title) or "Quiz",  # a heading must not give an answer away
        seed,
        tuple(items),
        questions.sources,
        tuple(_notes(path, questions, count, items, library)),
    )


def _paper(
    questions: Questions, count: int, kinds: Sequence[Kind], rng: random.Random, library: _Library
) -> list[Item]:
    """Of a deck only the selected facts are asked, but all facts of its banks may be wrong options."""
    everything = known(questions) if questions.deck else None
    record = Record(questions.facts, words_of(questions.facts)) if everything is None else Record(everything)
    return paper(questions.facts, count, kinds, rng, questions.sources, record, everything, library.proves)


def _notes(path: Path, questions: Questions, count: int, items: Sequence[Item], library: _Library) -> list[str]:
    notes = []
    if questions.problems:
        number = len(questions.problems)
        notes.append(
            f"{number} {'problem' if number == 1 else 'problems'} in the bank, facts with errors left out: "
            f"run datedeck check {path}"
        )
    notes += [f"left out: {problem}" for problem in library.unproven[:_NOTED]]
    if len(library.unproven) > _NOTED:
        notes.append(f"left out: {len(library.unproven) - _NOTED} more: run datedeck check {path}")
    if library.missing:
        notes.append("citations not verified: documents not at hand")
    if len(items) < count:
        notes.append(f"{len(items)} of {count} questions could be made of these facts")
    return notes


def _nothing(path: Path, questions: Questions, kinds: Sequence[Kind]) -> Problem:
    number = sum(fact.status in ASKABLE for fact in questions.facts)
    facts = "no fact" if not number else "1 fact" if number == 1 else f"{number} facts"
    hint = "; ".join(_NEEDS[kind] for kind in kinds)
    if not number:
        hint = "approve drafts by `status: checked`, or derive facts from a document"
    elif set(kinds) != set(KINDS):
        hint += "; add facts, or ask other kinds with --kinds"
    message = f"{facts} that may be asked, and no question of kind {', '.join(kinds)} can be made"
    return Problem("nothing-to-ask", message, hint, Location(str(path)))


class _Library:
    """The documents of the facts asked, each read once, when a fact first needs it."""

    def __init__(self, questions: Questions) -> None:
        self._folders = {bank.uid: Path(bank.path).parent for bank in questions.banks}
        self._sources = questions.sources
        self._documents: dict[tuple[str, str], Document | None] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._facts: dict[str, tuple[Problem, ...]] = {}
        self.unproven: list[Problem] = []  # of facts that were to be asked

    @property
    def missing(self) -> bool:
        """Whether some document that was needed could not be read."""
        return None in self._documents.values()

    def proves(self, fact: Fact) -> bool:
        """Whether a fact's citations stand in their documents, or these are not at hand; `unproven` keeps why not."""
        if all(self._plainly_stands(fact.bank, claim.citation) for claim in fact.claims):
            return True
        if fact.key not in self._facts:
            names = {claim.citation.source for claim in fact.claims}
            documents = {name: document for name in sorted(names) if (document := self._document(fact.bank, name))}
            self._facts[fact.key] = verify_fact(fact, documents).problems
            self.unproven += self._facts[fact.key]
        return not self._facts[fact.key]

    def _plainly_stands(self, bank: str, citation: Citation) -> bool:
        """Whether a text file has the quote as it is: to read a whole book into blocks for one question is slow."""
        key = (bank, citation.source)
        if key not in self._texts:
            try:
                path = self._folders[bank] / self._sources[key].file
                text = path.read_text(encoding="utf-8") if path.suffix in _PLAIN else ""
            except (OSError, ValueError):
                text = ""
            self._texts[key] = " ".join(text.split())
        quote, mention = (" ".join(words.split()) for words in (citation.quote.exact, citation.mention))
        return bool(mention) and 0 < citation.occurrence <= quote.count(mention) and quote in self._texts[key]

    def _document(self, bank: str, name: str) -> Document | None:
        from datedeck.read import read_document

        key = (bank, name)
        if key not in self._documents:
            try:
                self._documents[key] = read_document(self._folders[bank] / self._sources[key].file)
            except (DatedeckError, OSError):
                self._documents[key] = None
        return self._documents[key]


class Recorder:
    """Keeps answers in a history that is opened with the first of them; without a path it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._history: History | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._history:
            self._history.close()

    def record(self, grade: Grade, now: datetime) -> None:
        """Put an answer on disk; `DatedeckError` when the history cannot be written."""
        if self._path is None:
            return
        if self._history is None:
            from datedeck.study.history import History

            self._history = History.open(self._path)
        self._history.record(grade, now)
