"""genanki made safe for updates: everything written is a function of the content.

Plain genanki stamps notes, cards and note types with the time of the build, so that every new file overwrites what
learners edited; it gives fields and templates no ids, knows neither presets nor cards of one note in two decks, and
stores its archive uncompressed with the time of day in it.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import genanki

from datedeck.export.identity import row_id, stable_id
from datedeck.export.note import Note
from datedeck.export.notetypes import NoteType, style

PRESET: dict[str, Any] = {
    "id": stable_id("datedeck", "preset"),
    "name": "datedeck",
    "mod": 1,
    "desiredRetention": 0.9,
    "buryInterdayLearning": True,
    "new": {"bury": True, "perDay": 10},
    "rev": {"bury": True, "perDay": 200},
}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_VERSION_OF_WRITER = slice(96, 100)  # where SQLite's header names the library that wrote the file


class StableModel(genanki.Model):
    """A note type with ids for its fields and templates; `mod` is when its templates last changed."""

    def __init__(self, kind: NoteType, mod: int) -> None:
        fields = [{"name": name, "id": stable_id("datedeck", kind.key, "field", name)} for name in kind.fields]
        templates = [
            {
                "name": each.name,
                "qfmt": each.front,
                "afmt": each.back,
                "id": stable_id("datedeck", kind.key, "template", each.name),
            }
            for each in kind.templates
        ]
        super().__init__(
            kind.id,
            kind.name,
            fields,
            templates,
            style(),
            self.CLOZE if kind.cloze else self.FRONT_BACK,
            sort_field_index=kind.sort_field,
        )
        self.mod = mod

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """As genanki, with its own time of change."""
        return {**super().to_json(timestamp, deck_id), "mod": self.mod}


class StableCard(genanki.Card):
    """A card that goes to its own deck, whichever deck its note was added to."""

    def __init__(self, ord_: int, guid: str, deck_id: int, ids: Ids) -> None:
        super().__init__(ord_)
        self.guid, self.deck_id, self.ids = guid, deck_id, ids

    def write_to_db(
        self,
        cursor: sqlite3.Cursor,
        timestamp: float,
        _deck_id: int,
        note_id: int,
        _id_gen: Iterator[int],
        due: int = 0,
    ) -> None:
        """As genanki, into its own deck and under its own id."""
        own = iter((self.ids("card", self.guid, str(self.ord)),))
        super().write_to_db(cursor, timestamp, self.deck_id, note_id, own, due)


class StableNote(genanki.Note):
    """A note that keeps its time of change; `due` is its place among the new cards."""

    def __init__(self, note: Note, model: StableModel, decks: Mapping[int, int], due: int, ids: Ids) -> None:
        super().__init__(model, list(note.fields), guid=note.guid, tags=list(note.tags), due=due)
        self.mod, self.ids = note.mod, ids
        self.own_cards = [StableCard(ord_, note.guid, deck, ids) for ord_, deck in sorted(decks.items())]

    @property
    def cards(self) -> list[StableCard]:
        """The cards that the note was given."""
        return self.own_cards

    def write_to_db(self, cursor: sqlite3.Cursor, _timestamp: float, deck_id: int, _id_gen: Iterator[int]) -> None:
        """As genanki, with its own id and time of change."""
        super().write_to_db(cursor, self.mod, deck_id, iter((self.ids("note", self.guid),)))


class StableDeck(genanki.Deck):
    """A deck with the preset and, on the top deck, a description in Markdown."""

    def to_json(self) -> dict[str, Any]:
        """As genanki, with the preset, and without the counts of somebody's today."""
        today = {f"{name}Today": [0, 0] for name in ("new", "rev", "lrn", "time")}
        return {**super().to_json(), **today, "conf": PRESET["id"], "md": True, "extendRev": 0, "mod": 1}


class Ids:
    """Row ids from hashes; the rare second owner of an id gets the next free one."""

    def __init__(self) -> None:
        self.used: set[int] = set()

    def __call__(self, *parts: str) -> int:
        """An id that no other row of this file has."""
        first = row_id(*parts)
        found = next(number for number in itertools.count(first) if number not in self.used)
        self.used.add(found)
        return found


class StablePackage(genanki.Package):
    """Writes to bytes that depend on nothing but the decks given."""

    def to_bytes(self) -> bytes:
        """The .apkg file (legacy schema 11, which every version of Anki since 2.1 reads)."""
        connection = sqlite3.connect(":memory:")
        try:
            self.write_to_db(connection.cursor(), 0, itertools.count(1))
            connection.commit()
            connection.execute("VACUUM")
            data = bytearray(connection.serialize())
        finally:
            connection.close()
        data[_VERSION_OF_WRITER] = bytes(4)
        return _archive({"collection.anki2": bytes(data), "media": b"{}"})

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """As genanki, with the preset."""
        super().write_to_db(cursor, timestamp, id_gen)
        presets = json.loads(cursor.execute("SELECT dconf FROM col").fetchone()[0])
        base = presets["1"]
        parts = {part: {**base[part], **PRESET[part]} for part in ("new", "rev")}
        presets[str(PRESET["id"])] = {**base, **PRESET, **parts}
        cursor.execute("UPDATE col SET dconf = ?", (json.dumps(presets),))


def _archive(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()
