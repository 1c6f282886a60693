"""A bank or a deck as the facts that it asks: what quizzes and exports start from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from datedeck.bank import kind_of, load_bank, load_deck, place_in_deck
from datedeck.dates import Day, Edtf
from datedeck.errors import DatedeckError, Problem
from datedeck.model import ASKABLE, Bank, Claim, Deck, Fact, Source


@dataclass(frozen=True, slots=True)
class Questions:
    """A question set; `problems` are what was wrong in its banks' files.

    `facts` of a bank are the bank's own lazy sequence, drafts included; of a deck they are the selected facts that may
    be asked, in time order and as precise as the deck asks them.
    """

    title: str
    description: str
    uid: str
    banks: Sequence[Bank]
    facts: Sequence[Fact]
    sources: Mapping[tuple[str, str], Source]
    deck: Deck | None = None
    problems: tuple[Problem, ...] = ()


def open_questions(path: Path, cache_dir: Path | None = None) -> Questions:
    """Open a bank or a deck with its banks. `DatedeckError` with all that keeps it from being used."""
    if kind_of(path) == "deck":
        return _deck(load_deck(path), cache_dir)
    bank = load_bank(path, cache_dir)
    return Questions(bank.title, "", bank.uid, (bank,), bank.facts, _sources([bank]), None, bank.problems)


def known(questions: Questions) -> list[Fact]:
    """All facts of the banks that nobody rejected, drafts too, as the deck asks them (precision), in time order."""
    precision = questions.deck.precision if questions.deck else ""
    facts = (fact for bank in questions.banks for fact in bank.facts if fact.status != "rejected")
    return sorted((_coarser_fact(fact, precision) for fact in facts), key=in_time)


def in_time(fact: Fact) -> tuple[object, ...]:
    """Sort key: by the asked date, then by identity."""
    date = fact.asked.date
    return (date.earliest, date.latest, fact.key)


def coarser(date: Edtf, precision: str) -> Edtf:
    """The date as coarsely as "month" or "year" say; a date that is coarse enough stays as it is.

    A winter that reaches over the new year becomes an interval of two years.
    """
    start, end = date.ends
    first = _coarser_end(start, start.earliest, precision) if start else ".."
    last = _coarser_end(end, end.latest, precision) if end else ".."
    return Edtf.parse(first if first == last else f"{first}/{last}")


def _coarser_end(date: Edtf, day: Day, precision: str) -> str:
    """The month or year of one of the date's days: a winter may begin in one year and end in the next."""
    year = f"{'-' if day.year < 0 else ''}{abs(day.year):04d}"
    if precision == "year" and date.precision in ("day", "month", "season"):
        return year + date.qualifier
    if precision == "month" and date.precision == "day":
        return f"{year}-{day.month:02d}{date.qualifier}"
    return date.text


def _coarser_fact(fact: Fact, precision: str) -> Fact:
    if not precision:
        return fact

    def claim(fine: Claim) -> Claim:
        return replace(fine, date=coarser(fine.date, precision))

    return replace(fact, claims=tuple(map(claim, fact.claims)))


def _deck(deck: Deck, cache_dir: Path | None) -> Questions:
    banks = _banks(deck, cache_dir)
    _refuse_unknown(deck, banks)
    title = deck.title or deck.name
    questions = Questions(
        title,
        deck.description,
        f"{banks[0].uid}-{deck.name}",
        banks,
        (),
        _sources(banks),
        deck,
        tuple(problem for bank in banks for problem in bank.problems),
    )
    every = (fact for bank in banks for fact in bank.facts if fact.status in ASKABLE)
    chosen = (_coarser_fact(fact, deck.precision) for fact in every if _selected(fact, deck, banks))
    facts = sorted(chosen, key=in_time)
    if deck.count and len(facts) > deck.count:
        # Ranked by a hash of its own, so that a fact that joins the bank moves at most one other out.
        ranked = sorted(facts, key=lambda fact: hashlib.sha256(f"{deck.seed or 0}:{fact.key}".encode()).digest())
        facts = sorted(ranked[: deck.count], key=in_time)
    return replace(questions, facts=tuple(facts))


def _banks(deck: Deck, cache_dir: Path | None) -> list[Bank]:
    banks: list[Bank] = []
    problems: list[Problem] = []
    for name in deck.banks:
        try:
            banks.append(load_bank(Path(deck.path).parent / name, cache_dir))
        except DatedeckError as error:
            problems.extend(error.problems)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            hint = "`from:` names banks by their paths from the deck's folder"
            problems.append(_in_deck(deck, name, "cannot-access", f"bank {name!r}: {why}", hint))
    uids = [bank.uid for bank in banks]
    for uid in sorted({uid for uid in uids if uids.count(uid) > 1}):
        hint = "name each bank once under `from:`"
        problems.append(_in_deck(deck, "from", "same-bank-twice", f"two banks have the uid {uid!r}", hint))
    if not deck.banks:
        hint = "add `from:` with the path of a bank"
        problems.append(_in_deck(deck, "deck", "no-bank", "the deck names no bank", hint))
    if problems:
        raise DatedeckError(*problems)
    return banks


def _in_deck(deck: Deck, word: str, code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, hint, place_in_deck(Path(deck.path), word))


def _sources(banks: Sequence[Bank]) -> dict[tuple[str, str], Source]:
    return {(bank.uid, id_): source for bank in banks for id_, source in bank.sources.items()}


def names_of(fact: Fact, banks: Sequence[Bank]) -> set[str]:
    """How a deck may name a fact: by its id, or with its bank before a colon; former ids hold."""
    prefixes = ["", *(f"{name}:" for bank in banks if bank.uid == fact.bank for name in (bank.uid, bank.name))]
    return {prefix + id_ for prefix in prefixes for id_ in (fact.id, *fact.formerly)}


def _selected(fact: Fact, deck: Deck, banks: Sequence[Bank]) -> bool:
    """Whether every criterion that the deck gives holds; `dates:` of the date as the source has it."""
    return (
        (not deck.facts or bool(names_of(fact, banks) & set(deck.facts)))
        and (not deck.tags or bool(set(fact.tags) & set(deck.tags)))
        and (deck.dates is None or deck.dates.contains(fact.asked.date))
    )


def _refuse_unknown(deck: Deck, banks: Sequence[Bank]) -> None:
    if not deck.facts:
        return
    known = {name for bank in banks for fact in bank.facts for name in names_of(fact, banks)}
    problems = []
    for name in deck.facts:
        if name not in known:
            near = get_close_matches(name, sorted(known), 1)
            hint = f"did you mean {near[0]!r}?" if near else "name facts by the `id:` they have in the bank"
            problems.append(
                Problem(
                    "unknown-fact",
                    f"no bank of this deck has a fact {name!r}",
                    hint,
                    place_in_deck(Path(deck.path), name),
                )
            )
    if problems:
        raise DatedeckError(*problems)
