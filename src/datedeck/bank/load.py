"""A bank file → Bank, with everything that is wrong in it; a second load comes out of the compiled cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import yaml
from yaml.nodes import Node, ScalarNode

from datedeck.bank import cache, keys
from datedeck.bank.decode import decode_fact, decode_sources
from datedeck.bank.files import as_text, read_bytes, read_text
from datedeck.bank.nodes import LOADER, compose
from datedeck.bank.reading import Reading
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.model import Bank, Fact, Source


def load_bank(path: Path, cache_dir: Path | None = None) -> Bank:
    """Read a bank; broken facts are left out and their problems stand in `Bank.problems`.

    Raises `DatedeckError` when the file as a whole cannot be read. With `cache_dir` (a folder that may not exist yet)
    the facts are a lazy sequence from the second load on.
    """
    data = read_bytes(path)
    if cache_dir is None:
        return parse_bank(as_text(data, path), str(path))
    key = cache.key_of(data)
    kept = cache.load(cache_dir, key, str(path))
    if kept is not None:
        return kept
    bank = parse_bank(as_text(data, path), str(path))
    cache.save(cache_dir, key, bank)
    return bank


def parse_bank(text: str, path: str) -> Bank:
    """The bank that a text holds; `path` is what its problems name. Raises like `load_bank`."""
    root = compose(text, path)
    reading = Reading(path)
    names = {key.value for key, _ in root.value if isinstance(key, ScalarNode)}
    if "bank" not in names:
        raise DatedeckError(_is_a_deck(path) if "deck" in names else _neither(path))
    found = reading.keys(root, keys.BANK, "the bank")
    words = {key: reading.words(found.get(key), f"`{key}`") for key in ("bank", "title", "uid", "derived-with")}
    uid = words["uid"] or words["bank"]
    sources = decode_sources(reading, found.get("sources"))
    facts = _facts(reading, found.get("facts"), sources, uid)
    problems = sorted(reading.problems, key=lambda problem: problem.location or Location(path))
    return Bank(
        uid,
        words["bank"],
        words["title"] or words["bank"],
        sources,
        facts,
        path,
        words["derived-with"],
        tuple(problems),
    )


def _facts(reading: Reading, node: Node | None, sources: Mapping[str, Source], uid: str) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for part in reading.list(node, "`facts`"):
        fact = decode_fact(reading, part, sources, uid)
        if fact is None:
            continue
        if fact.id in facts:
            first = facts[fact.id].location
            reading.problem(
                part,
                "duplicate-id",
                f"the id `{fact.id}` stands twice (first on line {first.line if first else 0})",
                "give one of them another id",
            )
        else:
            facts[fact.id] = fact
    return tuple(fact for fact in facts.values() if not _takes_an_id(reading, fact, facts))


def _takes_an_id(reading: Reading, fact: Fact, facts: Mapping[str, Fact]) -> bool:
    taken = [former for former in fact.formerly if former in facts]
    for former in taken:
        reading.problems.append(
            Problem(
                "duplicate-id",
                f"`{fact.id}` was formerly `{former}`, but a fact of that id stands in the bank",
                f"delete the fact `{former}`, or its id under `formerly:`",
                fact.location,
            )
        )
    return bool(taken)


def kind_of(path: Path) -> Literal["bank", "deck"]:
    """What a file is by its key `bank:` or `deck:`; reads no further than that key. `DatedeckError` when neither."""
    text = read_text(path)
    try:
        for key in _top_keys(text):
            if key in ("bank", "deck"):
                return "bank" if key == "bank" else "deck"
    except yaml.YAMLError:
        compose(text, str(path))  # says what is wrong, and where
    raise DatedeckError(_neither(str(path)))


def _top_keys(text: str) -> Iterator[str]:
    """The keys of a file's own mapping, each as soon as it is parsed; none when the file is no mapping."""
    depth, at_key = 0, True
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.SequenceStartEvent) and depth == 0:
            return
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth == 1 and isinstance(event, yaml.ScalarEvent | yaml.CollectionEndEvent | yaml.AliasEvent):
            if at_key and isinstance(event, yaml.ScalarEvent):
                yield event.value
            at_key = not at_key
        depth += isinstance(event, yaml.CollectionStartEvent)


def _is_a_deck(path: str) -> Problem:
    return Problem(
        "not-a-bank", "this is a deck, not a bank", "name one of the banks under its `from:`", Location(path, 1)
    )


def _neither(path: str) -> Problem:
    return Problem(
        "neither-bank-nor-deck",
        "the file has neither a key `bank:` nor a key `deck:`",
        "start it with `bank: NAME` or `deck: NAME`, or derive a bank from a document first",
        Location(path, 1),
    )
