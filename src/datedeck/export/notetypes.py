"""The two note types. Their fields and templates are frozen: a change would make Anki skip every note learners have.

Wording inside the templates, the style sheet and the scripts may change; names, order and ids may not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from datedeck.export.identity import content_hash, stable_id
from datedeck.export.note import NoteKind

TAIL = ("Why", "Quote", "Source", "Locator", "URL", "AsOf", "Spare1", "Spare2")
DATED_FIELDS = ("Id", "Event", "When", "WhenOptions", "WhatOptions", "Topic", *TAIL)
MATCH_FIELDS = ("Id", "Prompt", "Topic", "Pairs", *TAIL)
_INCLUDE = re.compile(r"^(?:<!--|/\*) (?P<name>\w+\.(?:html|js)) (?:-->|\*/)\n", re.M)


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of card: its name, the stem of its two files, and the subdeck its cards go to."""

    name: str
    file: str
    deck: str
    condition: str = ""  # the field that must be filled for the card to exist

    @property
    def front(self) -> str:
        """The question side."""
        return self._side("front")

    @property
    def back(self) -> str:
        """The answer side."""
        return self._side("back")

    def _side(self, side: str) -> str:
        html = _read(f"{self.file}_{side}.html")
        return f"{{{{#{self.condition}}}}}\n{html}{{{{/{self.condition}}}}}" if self.condition else html


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type with its identity; `sort_field` is the index of the field that the browser sorts by."""

    key: str
    name: str
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    cloze: bool = False
    sort_field: int = 1

    @property
    def id(self) -> int:
        """Anki's id of the note type."""
        return stable_id("datedeck", "note type", self.key)

    @property
    def hash(self) -> str:
        """Changes when a template or the style does."""
        return content_hash(style(), tuple((template.front, template.back) for template in self.templates))


DATED = NoteType(
    "dated fact",
    "Dated fact",
    DATED_FIELDS,
    (
        Template("When", "when", "1 Recall"),
        Template("When-choice", "when_choice", "2 Choice", "WhenOptions"),
        Template("What-choice", "what_choice", "2 Choice", "WhatOptions"),
    ),
)
MATCH = NoteType("match row", "Match row", MATCH_FIELDS, (Template("Match", "match", "3 Match"),), cloze=True)
NOTE_TYPES: dict[NoteKind, NoteType] = {"dated": DATED, "match": MATCH}


@cache
def style() -> str:
    """The style sheet of all cards, light and night."""
    return _file("style.css")


@cache
def _read(name: str) -> str:
    """A template with the files that it names written into it: cards load nothing from anywhere."""
    return _INCLUDE.sub(lambda match: _read(match["name"]), _file(name))


def _file(name: str) -> str:
    return files("datedeck.export").joinpath("templates", name).read_text(encoding="utf-8")
