"""Check banks and decks: load, prove the citations by the documents at hand, and say what a careful colleague would."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from datedeck.bank import CHECKS, kind_of, load_bank, load_deck, load_metadata, place_in_deck, sidecar_of, verify
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.model import Bank, Deck, Document
from datedeck.pipeline.select import open_questions
from datedeck.read import read_document


class Checked(NamedTuple):
    """Every problem of the files checked, how many facts they hold, and documents that were not at hand (paths)."""

    problems: tuple[Problem, ...]
    facts: int
    absent: tuple[str, ...]


class _Part(NamedTuple):
    problems: list[Problem]
    facts: int = 0
    absent: tuple[str, ...] = ()


def check(paths: Sequence[Path]) -> Checked:
    """Check banks and decks (a deck with its banks, each file once); what cannot be read is a problem like others."""
    done: dict[Path, _Part] = {}
    for path in paths:
        _check_file(path, done)
    problems = dict.fromkeys(problem for part in done.values() for problem in part.problems)
    absent = dict.fromkeys(name for part in done.values() for name in part.absent)
    return Checked(
        tuple(sorted(problems, key=lambda problem: problem.location or Location(""))),
        sum(part.facts for part in done.values()),
        tuple(absent),
    )


def documents_of(bank: Bank) -> tuple[dict[str, Document], tuple[str, ...], list[Problem]]:
    """The documents of a bank's sources by source id, the paths of those not at hand, and what is wrong with others."""
    documents: dict[str, Document] = {}
    absent: list[str] = []
    problems: list[Problem] = []
    for source in (source for source in bank.sources.values() if source.file):
        path = Path(bank.path).parent / source.file
        if not path.exists():
            absent.append(str(path))
            continue
        sidecar = sidecar_of(path)
        try:
            documents[source.id] = read_document(path, load_metadata(sidecar) if sidecar.exists() else None)
        except DatedeckError as error:
            problems += error.problems
    return documents, tuple(absent), problems


def _check_file(path: Path, done: dict[Path, _Part]) -> None:
    key = path.resolve()
    if key in done:
        return
    done[key] = _Part([])  # a deck that names itself ends here
    try:
        if kind_of(path) == "bank":
            done[key] = _bank_part(load_bank(path))
        else:
            done[key] = _Part(_check_deck(load_deck(path), done))
    except DatedeckError as error:
        done[key] = _Part(list(error.problems))


def _bank_part(bank: Bank) -> _Part:
    documents, absent, problems = documents_of(bank)
    problems += bank.problems
    problems += verify(bank, documents).problems
    problems += [problem for look in CHECKS for problem in look(bank)]
    return _Part(problems, len(bank.facts), absent)


def _check_deck(deck: Deck, done: dict[Path, _Part]) -> list[Problem]:
    """Check a deck's banks, each as a file of its own, and what the deck selects of them."""
    for name in deck.banks:
        _check_file(Path(deck.path).parent / name, done)
    questions = open_questions(Path(deck.path))
    tags = {tag for bank in questions.banks for fact in bank.facts for tag in fact.tags}
    problems = [
        Problem(
            "unknown-tag",
            f"no fact of its banks has the tag {tag!r}",
            "correct it, or tag the facts",
            place_in_deck(Path(deck.path), tag),
        )
        for tag in deck.tags
        if tag not in tags
    ]
    if not questions.facts and not problems:
        problems.append(
            Problem(
                "nothing-selected",
                "no fact that may be asked is selected",
                "widen the selection, or approve facts of its banks with `status: checked`",
                place_in_deck(Path(deck.path), "from"),
            )
        )
    return problems
