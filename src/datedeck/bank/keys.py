"""The keys of every file this layer reads, in the order they are written; True marks the ones that must be there."""

from __future__ import annotations

from collections.abc import Mapping

Keys = Mapping[str, bool]

BANK: Keys = {"bank": True, "title": False, "uid": False, "derived-with": False, "sources": False, "facts": False}
METADATA: Keys = {"title": False, "author": False, "date": False, "container": False, "url": False, "licence": False}
SOURCE: Keys = {"file": True, **METADATA, "sha256": False}
FACT: Keys = {
    "id": True,
    "event": True,
    "question": False,
    "status": True,
    "reasons": False,
    "context": False,
    "tags": False,
    "difficulty": False,
    "ask": False,
    "wrong": False,
    "why": False,
    "note": False,
    "formerly": False,
    "derived": False,
    "claims": True,
}
ASK: Keys = {"when": False, "what": False}  # the kinds of items whose question can be a person's own
CLAIM: Keys = {
    "date": True,
    "bound": False,
    "calendar": False,
    "source": True,
    "mention": True,
    "occurrence": False,
    "quote": True,
}
DECK: Keys = {
    "deck": True,
    "title": False,
    "description": False,
    "from": True,
    "facts": False,
    "tags": False,
    "dates": False,
    "kinds": False,
    "count": False,
    "precision": False,
    "seed": False,
}
