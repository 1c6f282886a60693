"""The lock file beside a deck's definition: what was exported, so that learners' histories survive every update.

It remembers each note's guid, content, time of last change and wrong options, and each matching set's rows in the order
of their cloze numbers. It cannot be rebuilt from the bank, so a damaged one is refused and never replaced silently.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from datedeck.dates import Edtf
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.export.note import Note, Row
from datedeck.export.notetypes import NOTE_TYPES
from datedeck.model import Fact

FORMAT = 1
_LAST_SECOND = 253402300799  # 9999-12-31T23:59:59Z
_RESTORE = (
    "restore it from version control or a backup; without it the next deck cannot update the cards that "
    "learners already study (delete it only if nobody has imported the deck)"
)


class Stamp(NamedTuple):
    """A hash of content and when it last changed, in seconds since the epoch."""

    hash: str
    mod: int


class Changes(NamedTuple):
    """How many notes a build added, altered, left alone and retired (`retired`: all that are, not only newly)."""

    new: int
    changed: int
    unchanged: int
    retired: int


@dataclass(frozen=True, slots=True)
class Lock:
    """`uid` is the identity of the deck since its first build; `notes` are keyed by guid, `types` by note type."""

    uid: str = ""
    types: Mapping[str, Stamp] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)

    def renamed(self, facts: Iterable[Fact]) -> Lock:
        """With the facts' present ids in place of the former ones, wherever only the former one is known."""
        facts = list(facts)
        present = {fact.key for fact in facts}
        renames: dict[str, str] = {}
        for fact in facts:
            for key in (f"{fact.bank}:{old}" for old in fact.formerly):
                if key not in present:
                    renames.setdefault(key, fact.key)
        taken = {note.id for note in self.notes.values()}
        notes = {}
        for guid, note in sorted(self.notes.items()):
            id_ = renames.get(note.id, note.id)
            if note.kind != "dated" or id_ in taken:
                id_ = note.id
            taken.add(id_)
            notes[guid] = replace(
                note,
                id=id_,
                what=tuple((renames.get(key, key), text) for key, text in note.what),
                rows=_renamed_rows(note.rows, renames),
            )
        return replace(self, notes=notes)

    def changes(self, before: Lock) -> Changes:
        """What this build did compared to the one before."""
        new = sum(guid not in before.notes for guid in self.notes)
        unchanged = sum(
            guid in before.notes and before.notes[guid].hash == note.hash for guid, note in self.notes.items()
        )
        retired = sum(note.retired for note in self.notes.values())
        return Changes(new, len(self.notes) - new - unchanged, unchanged, retired)


def _renamed_rows(rows: tuple[Row, ...], renames: Mapping[str, str]) -> tuple[Row, ...]:
    members = {row.fact for row in rows}
    renamed = []
    for row in rows:
        fact = renames.get(row.fact, row.fact)
        # Where two rows became one fact the second stays what it was: a fact is asked once in a set.
        renamed.append(row if fact in members else row._replace(fact=fact))
        members.add(fact)
    return tuple(renamed)


def dump(lock: Lock) -> str:
    """The lock as JSON: sorted, one note a line, so that a difference between two versions reads note by note."""
    lines = [
        f'"format": {FORMAT}',
        f'"uid": {_json(lock.uid)}',
        f'"types": {_json({name: list(stamp) for name, stamp in sorted(lock.types.items())})}',
    ]
    notes = sorted(lock.notes.values(), key=lambda note: (note.kind, note.id, note.guid))
    body = ",\n".join(f"{_json(note.guid)}: {_json(_plain(note))}" for note in notes)
    return "{\n" + ",\n".join(lines) + ',\n"notes": {\n' + body + "\n}\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(note: Note) -> dict[str, object]:
    entry = {
        "kind": note.kind,
        "id": note.id,
        "mod": note.mod,
        "hash": note.hash,
        "tags": note.tags,
        "fields": note.fields,
        "when": note.when,
        "what": note.what,
        "rows": note.rows,
        "spares": note.spares,
    }
    return {name: value for name, value in entry.items() if value or name in ("id", "mod", "hash")}


def parse(text: str, path: str) -> Lock:
    """Read a lock; `DatedeckError` (codes `bad-lock`, `newer-lock`) says what is wrong and how to get it back."""
    try:
        data = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise _bad(path, f"is damaged: {error.msg}", error.lineno, error.colno) from None
    except (ValueError, RecursionError) as error:
        raise _bad(path, f"is damaged: {error}") from None
    version = data.get("format") if isinstance(data, dict) else None
    if isinstance(version, int) and version > FORMAT:
        raise DatedeckError(
            Problem(
                "newer-lock",
                "this lock file was written by a newer datedeck",
                "update datedeck, then export again",
                Location(path),
            )
        )
    if version != FORMAT:
        raise _bad(path, "is not a lock file of datedeck")
    return _lock(data, path)


def _lock(data: Mapping[str, Any], path: str) -> Lock:
    guid = ""
    try:
        types = {_text(name): Stamp(_text(stamp[0]), _whole(stamp[1])) for name, stamp in data["types"].items()}
        notes = {}
        for guid, entry in data["notes"].items():
            notes[guid] = _note(guid, entry)
        uid = _text(data["uid"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, DatedeckError):
        what = f"note {guid!r} cannot be read" if guid else "parts are missing"
        raise _bad(path, f"is damaged: {what}") from None
    names = [(note.kind, note.id) for note in notes.values()]
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise _bad(path, f"is damaged: {twice[1]!r} stands in it twice")
    return Lock(uid, types, notes)


def _note(guid: str, entry: Mapping[str, Any]) -> Note:
    if entry["kind"] not in NOTE_TYPES:
        raise ValueError(entry["kind"])
    texts = {name: tuple(_text(item) for item in entry.get(name, ())) for name in ("tags", "fields", "when", "spares")}
    rows = tuple(Row(*map(_text, row)) for row in entry.get("rows", ()))
    for date in (*texts["when"], *texts["spares"], *(row.date for row in rows)):
        Edtf.parse(date)
    if len(texts["fields"]) != len(NOTE_TYPES[entry["kind"]].fields):
        raise ValueError(guid)
    what = tuple((_text(key), _text(words)) for key, words in entry.get("what", ()))
    return Note(
        guid,
        entry["kind"],
        _text(entry["id"]),
        texts["fields"],
        texts["tags"],
        texts["when"],
        what,
        rows,
        texts["spares"],
        _text(entry["hash"]),
        _whole(entry["mod"]),
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands in it twice")
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    if not 0 <= value <= _LAST_SECOND:
        raise ValueError(value)
    return value


def _bad(path: str, message: str, line: int = 0, column: int = 0) -> DatedeckError:
    return DatedeckError(Problem("bad-lock", f"the lock file {message}", _RESTORE, Location(path, line, column)))
