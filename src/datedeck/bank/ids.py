"""Ids: made once, written into the bank, never recomputed from text."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace

from datedeck.bank.folding import fold
from datedeck.bank.locators import locator_text
from datedeck.model import Fact

_SKIPPED = frozenset(
    "a an the of in on at to by for from with and or was were been is are had has have its his her".split()
)
_WORDS = 6
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})


def make_uid(hashes: Iterable[str]) -> str:
    """A bank's uid out of the SHA-256 of its first sources; a letter and eight hex digits."""
    return "b" + hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()[:8]


def fresh_id(event: str, taken: Collection[str]) -> str:
    """An id that speaks: the first content words of the event in ASCII, numbered when it is taken."""
    found = slug = _spoken(event)
    number = 2
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found


class Namer:
    """Gives ids one after another, each once: the one a fact brings where it is free, otherwise a fresh one."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}  # of slugs given more than once, so that none is counted up from 2 again

    def __call__(self, fact: Fact) -> str:
        """The id of a new fact."""
        found = fact.id if fact.id and fact.id not in self._taken else self._fresh(_spoken(fact.event))
        self._taken.add(found)
        return found

    def _fresh(self, slug: str) -> str:
        if slug not in self._taken:
            return slug
        number = self._next.get(slug, 2)
        while f"{slug}-{number}" in self._taken:
            number += 1
        self._next[slug] = number + 1
        return f"{slug}-{number}"


def _spoken(event: str) -> str:
    bare = re.sub(r"['’](?:s\b)?", "", event.lower()).translate(_LETTERS)
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode())
    return "-".join([word for word in words if word not in _SKIPPED][:_WORDS])[:60].strip("-") or "fact"


def derived_hash(fact: Fact) -> str:
    """Eight hex digits over what derivation says: event, question, context and claims, white space folded."""
    claims = [
        (
            claim.date.text,
            claim.bound,
            claim.calendar,
            said.source,
            locator_text(said.locator),
            fold(said.quote.exact),
            fold(said.mention),
            said.occurrence,
        )
        for claim in fact.claims
        for said in (claim.citation,)
    ]
    content = json.dumps([fold(fact.event), fold(fact.question), fold(fact.context), claims])
    return hashlib.sha256(content.encode()).hexdigest()[:8]


def stamped(fact: Fact) -> Fact:
    """The fact with the hash of what was derived."""
    return replace(fact, derived=derived_hash(fact))


def untouched(fact: Fact) -> bool:
    """Whether a fact was derived and nobody has edited or judged it since."""
    return fact.status in ("ready", "draft") and fact.derived == derived_hash(fact)
