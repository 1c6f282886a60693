"""Deck files and the sidecars of documents: YAML → Deck, Metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from yaml.nodes import Node, ScalarNode

from datedeck.bank import keys
from datedeck.bank.files import read_text
from datedeck.bank.nodes import compose, walk
from datedeck.bank.reading import Reading
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.model import KINDS, Deck, Kind, Metadata


def load_deck(path: Path) -> Deck:
    """Read a deck definition; `DatedeckError` with every problem in it."""
    root = compose(read_text(path), str(path))
    reading = Reading(str(path))
    if "deck" not in {key.value for key, _ in root.value if isinstance(key, ScalarNode)}:
        raise DatedeckError(
            Problem(
                "neither-bank-nor-deck",
                "the file has no key `deck:`",
                "start it with `deck: NAME`",
                Location(str(path), 1),
            )
        )
    found = reading.keys(root, keys.DECK, "the deck")
    words = {key: reading.words(found.get(key), f"`{key}`") for key in ("deck", "title", "description")}
    lists = {key: reading.texts(found.get(key), f"`{key}`") for key in ("facts", "tags")}
    precision = reading.one_of(found.get("precision"), ("year", "month"), "bad-precision", "")
    seed = found.get("seed")
    deck = Deck(
        words["deck"],
        words["title"] or words["deck"],
        words["description"],
        reading.file_names(found.get("from"), "`from`"),
        str(path),
        lists["facts"],
        lists["tags"],
        reading.date(found.get("dates")),
        _kinds(reading, found.get("kinds")),
        reading.number(found.get("count"), 0, 0),
        cast("Literal['', 'year', 'month']", precision),
        None if seed is None else reading.number(seed, 0, 0),
    )
    if reading.problems:
        raise DatedeckError(*sorted(reading.problems, key=lambda problem: problem.location or Location(str(path))))
    return deck


def _kinds(reading: Reading, node: Node | None) -> tuple[Kind, ...]:
    if node is None:
        return KINDS
    parts = [node] if isinstance(node, ScalarNode) else reading.list(node, "`kinds`")
    asked = {reading.one_of(part, KINDS, "bad-kind", "") for part in parts}
    return tuple(kind for kind in KINDS if kind in asked) or KINDS


def place_in_deck(path: Path, word: str) -> Location:
    """Where a word (a fact's id, a tag, a bank's path, a key) stands in a deck file; its first line if nowhere."""
    reading = Reading(str(path))
    for node in walk(compose(read_text(path), str(path))):
        if isinstance(node, ScalarNode) and node.value == word:
            return reading.at(node)
    return Location(str(path), 1)


def load_metadata(path: Path) -> Metadata:
    """Read what a sidecar says of its document; `DatedeckError` with every problem in it."""
    root = compose(read_text(path), str(path))
    reading = Reading(str(path))
    found = reading.keys(root, keys.METADATA, "the sidecar")
    metadata = Metadata(**{key: reading.words(found.get(key), f"`{key}`") for key in keys.METADATA})
    if reading.problems:
        raise DatedeckError(*reading.problems)
    return metadata


def sidecar_of(document: Path) -> Path:
    """Where the metadata of a document stands: `NAME.source.yaml` beside `NAME.txt`; it may not exist."""
    return document.with_name(f"{document.stem}.source.yaml")
