"""Packages as Anki decks (.apkg)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from datedeck.errors import DatedeckError, Problem
from datedeck.export.dated import dated_note
from datedeck.export.description import description
from datedeck.export.identity import guid, stable_id
from datedeck.export.lock import Lock, Stamp
from datedeck.export.markup import deck_name
from datedeck.export.matching import match_note
from datedeck.export.note import Note, changed_at
from datedeck.export.notetypes import NOTE_TYPES
from datedeck.export.package import Exported, Package
from datedeck.export.stable import Ids, StableDeck, StableModel, StableNote, StablePackage


def export_apkg(package: Package, lock: Lock, now: int) -> Exported:
    """Build an .apkg. `DatedeckError` when there is nothing to export or the lock is another deck's."""
    package = replace(package, uid=lock.uid or package.uid)
    lock = lock.renamed(package.facts)
    notes = [note.stamped(lock.notes.get(note.guid), now) for note in _notes(package, lock)]
    types: dict[str, Stamp] = {
        name: _stamp(kind.hash, lock.types.get(name), now) for name, kind in sorted(NOTE_TYPES.items())
    }
    data, cards = _write(package, notes, types)
    return Exported(data, cards, Lock(package.uid, types, {note.guid: note for note in notes}))


def _stamp(digest: str, before: Stamp | None, now: int) -> Stamp:
    return Stamp(digest, changed_at(digest, before, now))


def _notes(package: Package, lock: Lock) -> list[Note]:
    """The notes in the order in which they are learned: facts in time order, sets, then what has left."""
    guids = _Guids(lock)
    notes = [
        dated_note(package, fact, guids("dated", fact.key, fact.bank, fact.id))
        for fact in package.facts
        if fact.key in package.stems
    ]
    for item in package.sets:
        own = guids("match", item.id, package.uid, item.id)
        notes.append(match_note(package, item, own, lock.notes.get(own)))
    if not notes:
        raise DatedeckError(
            Problem(
                "nothing-to-export",
                f"no fact of {package.title!r} can be asked",
                "facts with the status ready or checked are exported; see `datedeck check`",
            )
        )
    asked = {note.guid for note in notes}
    if lock.notes and not asked & lock.notes.keys():
        raise DatedeckError(
            Problem(
                "lock-of-another-deck",
                "no note of the lock file belongs to this question set",
                "give this deck a lock file of its own (--lock), or restore the right one",
            )
        )
    left = [note.retire() for note in lock.notes.values() if note.guid not in asked]
    return notes + sorted(left, key=lambda note: (note.kind, note.id, note.guid))


class _Guids:
    """The guid of a note: the one it was given first, else a new one that no other note ever had."""

    def __init__(self, lock: Lock) -> None:
        self.known: dict[tuple[str, str], str] = {(note.kind, note.id): note.guid for note in lock.notes.values()}
        self.taken = set(lock.notes)

    def __call__(self, kind: str, id_: str, *parts: str) -> str:
        if (kind, id_) in self.known:
            return self.known[kind, id_]
        candidate, again = guid(*parts, kind), 1
        while candidate in self.taken:  # an id that was given to another fact before
            again += 1
            candidate = guid(*parts, kind, str(again))
        self.taken.add(candidate)
        return candidate


def _write(package: Package, notes: list[Note], types: Mapping[str, Stamp]) -> tuple[bytes, int]:
    title = deck_name(package.title) or package.uid
    top = StableDeck(stable_id("datedeck", "deck", package.uid), title, description(package, notes))
    models = {kind: StableModel(NOTE_TYPES[kind], types[kind].mod) for kind in NOTE_TYPES}
    names = [_cards(note) for note in notes]
    decks = {
        name: StableDeck(stable_id("datedeck", "deck", package.uid, name), f"{title}::{name}")
        for name in sorted({name for cards in names for name in cards.values()})
    }
    ids = Ids()
    for due, (note, cards) in enumerate(zip(notes, names, strict=True), 1):
        places = {ord_: decks[name].deck_id for ord_, name in cards.items()}
        top.add_note(StableNote(note, models[note.kind], places, due, ids))
    return StablePackage([top, *decks.values()]).to_bytes(), sum(map(len, names))


def _cards(note: Note) -> Mapping[int, str]:
    """Which cards a note has, by their place in the note type or their cloze number, each with its subdeck's name."""
    kind = NOTE_TYPES[note.kind]
    if kind.cloze:
        return dict.fromkeys(range(len(note.rows)), kind.templates[0].deck)
    return {
        ord_: template.deck
        for ord_, template in enumerate(kind.templates)
        if not template.condition or note.fields[kind.fields.index(template.condition)]
    }
