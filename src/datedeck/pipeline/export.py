"""A bank or a deck → a file for another program, with the lock that keeps learners' histories."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from datedeck.bank import verify, write_atomically
from datedeck.dates import Edtf, wording
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.export import MOST_WRONG, Changes, Lock, Note, Package, dump, exporter_for, parse
from datedeck.items import KeptSet, Pool, Record, gives_away, match_sets, what_item, when_item, when_stem, without_dates
from datedeck.model import ASKABLE, KINDS, Choice, ChoiceItem, Fact, Kind
from datedeck.pipeline.check import documents_of
from datedeck.pipeline.select import Questions, in_time, known, open_questions

_WHOLE_POOL = 400  # up to so many facts each is compared with all
_NEAR = 100  # beyond that, with so many before and after it in time


@dataclass(frozen=True, slots=True)
class Report:
    """What an export wrote. `left_out` are facts whose date cannot be asked without telling it."""

    output: Path
    lock: Path
    notes: int
    cards: int
    changes: Changes
    left_out: tuple[Fact, ...]
    problems: tuple[Problem, ...]


def export(path: Path, output: Path, now: int, lock_path: Path | None = None, cache_dir: Path | None = None) -> Report:
    """Export a bank or deck to `output`, whose suffix names the format; `now` is in seconds since the epoch.

    The lock is written before the output: what was built is a function of the lock, so a build that was killed between
    the two is repeated with the same identities, times and options. `DatedeckError` when something keeps it from being
    built; then neither file is touched.
    """
    exporter = exporter_for(output)
    _refuse_folder(output)
    lock_path = lock_path or path.with_name(f"{path.stem}.lock.json")
    questions = open_questions(path, cache_dir)
    _refuse_unproven(path, questions)
    before = load_lock(lock_path)
    package = package_of(questions, before)
    try:
        exported = exporter(package, before, now)
    except DatedeckError as error:
        place = Location(str(lock_path if error.problems[0].code == "lock-of-another-deck" else path))
        raise DatedeckError(*questions.problems, *error.at(place).problems) from None
    write_atomically(lock_path, dump(exported.lock))
    write_atomically(output, exported.data)
    left_out = tuple(fact for fact in package.facts if fact.key not in package.stems)
    return Report(
        output,
        lock_path,
        len(exported.lock.notes),
        exported.cards,
        exported.lock.changes(before),
        left_out,
        questions.problems,
    )


def _refuse_unproven(path: Path, questions: Questions) -> None:
    """Errors stop an export: a card that cannot be proven is not made, nor a learner's card retired for a slip.

    Facts whose documents are not at hand are exported as they stand.
    """
    problems = [problem for problem in questions.problems if problem.severity == "error"]
    for bank in questions.banks:
        asked = tuple(fact for fact in questions.facts if fact.bank == bank.uid and fact.status in ASKABLE)
        problems += verify(replace(bank, facts=asked), documents_of(bank)[0]).problems
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        hint = "mend them (`datedeck check` shows them too), or set the facts to `status: draft`; nothing was written"
        raise DatedeckError(*errors, Problem("not-exported", "cards must be proven", hint, Location(str(path))))


def load_lock(path: Path) -> Lock:
    """Read a lock file; an empty lock when there is none yet, `DatedeckError` when it cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Lock()
    except UnicodeDecodeError:
        text = ""  # no lock is empty, so this is told as damage
    return parse(text, str(path))


def package_of(questions: Questions, lock: Lock) -> Package:
    """Make the items of a question set; wrong options and sets that the lock froze are used again."""
    deck = questions.deck
    seed, kinds = (deck.seed or 0, deck.kinds) if deck else (0, KINDS)
    everything = known(questions)
    record = Record(everything)
    facts = sorted((fact for fact in questions.facts if fact.status in ASKABLE), key=in_time)
    lock = lock.renamed(facts)
    stems = {fact.key: stem for fact in facts if (stem := when_stem(fact, questions.sources))}
    frozen = {note.id: note for note in lock.notes.values() if note.kind == "dated"}
    items: dict[tuple[str, Kind], ChoiceItem] = {}
    for fact, pool in _with_pools(facts, everything, record, frozen):
        if fact.key in stems:
            items |= _items(fact, pool, questions, frozen.get(fact.key), (kinds, seed))
    sets = (
        match_sets(
            Pool([fact for fact in facts if fact.key in stems], record),
            random.Random(f"{seed}:sets"),
            _kept_sets(lock),
        )
        if "match" in kinds
        else []
    )
    dated = facts if {"when", "what"} & set(kinds) else []
    return Package(
        questions.uid,
        questions.title,
        questions.description,
        tuple(dated),
        stems,
        questions.sources,
        {fact.key: _topic(fact) for fact in facts},
        items,
        tuple(sets),
    )


def _with_pools(
    facts: Sequence[Fact], everything: Sequence[Fact], record: Record, frozen: Mapping[str, Note]
) -> Iterator[tuple[Fact, Pool]]:
    """Each fact with those that its wrong options come from: all, or of very many those near in time and the frozen."""
    everything = [fact for fact in everything if fact.status in ASKABLE]
    if len(everything) <= _WHOLE_POOL:
        pool = Pool(everything, record)
        yield from ((fact, pool) for fact in facts)
        return
    by_key = {fact.key: fact for fact in everything}
    place = {key: number for number, key in enumerate(by_key)}
    for start in range(0, len(facts), _NEAR):
        block = facts[start : start + _NEAR]
        near = everything[max(0, place[block[0].key] - _NEAR) : place[block[-1].key] + _NEAR]
        kept = {key for fact in block if fact.key in frozen for key, _ in frozen[fact.key].what}
        others = sorted(kept & by_key.keys() - {fact.key for fact in near})
        pool = Pool([*near, *(by_key[key] for key in others)], record)
        yield from ((fact, pool) for fact in block)


def _items(
    fact: Fact, pool: Pool, questions: Questions, note: Note | None, asked: tuple[Sequence[Kind], int]
) -> dict[tuple[str, Kind], ChoiceItem]:
    kinds, seed = asked
    dates = [Choice(wording(Edtf.parse(text)), Edtf.parse(text)) for text in note.when] if note else []
    events = [Choice(text, fact_id=key) for key, text in note.what] if note else []
    found: dict[tuple[str, Kind], ChoiceItem] = {}
    for kind, make, keep in (("when", when_item, dates), ("what", what_item, events)):
        # Chance of its own for each item: what happens to one fact moves nothing in another's.
        rng = random.Random(f"{seed}:{fact.key}:{kind}")
        if kind in kinds and (item := make(fact, pool, rng, MOST_WRONG, questions.sources, keep)):
            found[fact.key, item.kind] = item
    return found


def _kept_sets(lock: Lock) -> list[KeptSet]:
    """All sets that ever were: a retired one's name is not given again."""
    return [
        KeptSet(note.id, tuple(row.fact for row in note.rows), tuple(map(Edtf.parse, note.spares)))
        for note in sorted(lock.notes.values(), key=lambda note: (len(note.id), note.id))
        if note.kind == "match"
    ]


def _topic(fact: Fact) -> str:
    line = without_dates(fact.context)
    return "" if gives_away(line, [claim.date for claim in fact.claims]) else line


def _refuse_folder(output: Path) -> None:
    """Told before anything is written."""
    if output.is_dir():
        raise DatedeckError(Problem("is-a-directory", "the output is a folder", "name a file", Location(str(output))))
    if not output.parent.is_dir():
        raise DatedeckError(
            Problem(
                "no-such-folder",
                f"the folder {str(output.parent)!r} does not exist",
                "make it, or choose another",
                Location(str(output)),
            )
        )
