"""Check banks and decks: load, prove the citations by the documents at hand, and say what a careful colleague would."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from datedeck.bank import CHECKS, kind_of, load_bank, load_deck, load_metadata, moved, place_in_deck, sidecar_of, verify
from datedeck.dates import Edtf, dated_phrase, window, wording
from datedeck.dates.wording import year_words
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.extract.mentions import find_mentions
from datedeck.extract.mentions.words import ANNO, ERA
from datedeck.items.pool import shape
from datedeck.model import Bank, Claim, DatedMention, Deck, Document, Fact
from datedeck.pipeline.select import open_questions
from datedeck.read import read_document

_NAMES_ERA = re.compile(rf"(?<!\w){ANNO}(?!\w)|(?<![A-Za-z]){ERA}|\b(?:Christ|Lord|[Ee]ra)\b")


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
    problems = dict.fromkeys(_normal(problem) for part in done.values() for problem in part.problems)
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
        if not _is_there(path):
            absent.append(os.path.normpath(path))
            continue
        sidecar = sidecar_of(path)
        try:
            document = read_document(path, load_metadata(sidecar) if sidecar.exists() else None)
            documents[source.id] = replace(document, path=os.path.normpath(path))
        except DatedeckError as error:
            problems += error.problems
    return documents, tuple(absent), problems


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any file's
        return False


def _normal(problem: Problem) -> Problem:
    """The problem with the path of its file as a person would write it, without detours."""
    place = problem.location
    return replace(problem, location=replace(place, path=os.path.normpath(place.path))) if place else problem


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
    verified = verify(bank, documents)
    problems += [*verified.problems, *moved(verified.bank, documents)]
    problems += [problem for look in (*CHECKS, dates_unlike_mentions, own_wrong_dates) for problem in look(bank)]
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


def dates_unlike_mentions(bank: Bank) -> Iterator[Problem]:
    """Claims whose date is not among those that the tagger reads in the words quoted for it."""
    for fact in (fact for fact in bank.facts if fact.status != "rejected"):
        for claim in fact.claims:
            said = _read(claim) if claim.calendar == "Gregorian" else []
            if said and not any(date.overlaps(claim.date) for date in said):
                words = " or ".join(dict.fromkeys(map(wording, said)))
                yield _warning(
                    fact,
                    "date-unlike-mention",
                    f"the date is {wording(claim.date)}, but the mention {claim.citation.mention!r} says {words}",
                    "correct `date:`, or quote the words that carry it in `mention:`",
                )


def _read(claim: Claim) -> list[Edtf]:
    """The dates that a mention says; where it names no year or era, in the years or the era of the claim's date."""
    mention = claim.citation.mention
    years = sorted({year for end in claim.date.ends if end for year in (end.earliest.year, end.latest.year)})
    found = find_mentions(mention).dated
    if years[0] <= 0 and not _NAMES_ERA.search(mention):
        found = find_mentions(f"{mention} BC").dated or found
    return [one.value for one in found or (one for year in years for one in _in_year(mention, year))]


def _in_year(mention: str, year: int) -> list[DatedMention]:
    return list(find_mentions(f"{mention} {year_words(year)}").dated)


def own_wrong_dates(bank: Bank) -> Iterator[Problem]:
    """A person's own wrong dates that may be right, or that stand out among the options."""
    for fact in (fact for fact in bank.facts if fact.status != "rejected"):
        asked = fact.asked.date
        for date in (Edtf.parse(text) for text in fact.wrong if text):
            right = [claim for claim in fact.claims if window(date).overlaps(claim.window)]
            if right:
                claim = dated_phrase(right[0].date, right[0].bound, right[0].calendar)
                yield _warning(
                    fact,
                    "wrong-date-fits",
                    f"{wording(date)} under `wrong:` may be right: a claim says {claim}",
                    "write a date that no claim allows",
                )
            elif shape(date) != shape(asked):
                yield _warning(
                    fact,
                    "wrong-date-form",
                    f"{wording(date)} under `wrong:` is not of the form of the asked date, {wording(asked)}",
                    f"write it as precisely as `{asked}`, or it is not offered",
                )


def _warning(fact: Fact, code: str, message: str, hint: str) -> Problem:
    return Problem(code, f"`{fact.id}`: {message}", hint, fact.location, "warning")
