"""The same event in two sources: one fact with two claims, disputed when the dates do not meet.

Two statements are taken for one event when every content word of the shorter has its like in the longer (verbs of one
kind count as like, names may be spelt a little differently), a name and the deed among them, and the dates are near.
Facts are compared only within a time bucket and its neighbours, so the cost grows with their number, not its square.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from datedeck.extract.events.words import DEVERBAL_OBJECT, EVENT_NOUNS, LEGAL_NOUNS, VERB_CLASSES
from datedeck.model import ASKABLE, Fact

NEAR_DAYS = 31  # sources that disagree on one event by more are taken to speak of two
_SPELT_ALIKE = 0.84  # SequenceMatcher ratio: "Aleksandria" and "Alexandria" pass, "Ostrand" and "Ostland" just do not
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_EMPTY = frozenset(
    "a an the of in on at to by for from with and or as was were be been had has between that which who"
    " its his her their".split()
)
_IRREGULAR = {
    "taken": "take",
    "took": "take",
    "fell": "fall",
    "fallen": "fall",
    "began": "begin",
    "begun": "begin",
    "beat": "beat",
    "beaten": "beat",
    "slain": "kill",
}
# Every form of a verb of one kind leads to the first verb of its kind.
_DEEDS = {form: kind for verb, kind in VERB_CLASSES.items() for form in (verb, f"{verb}d", f"{verb}ed", f"{verb}s")} | {
    form: VERB_CLASSES[verb] for form, verb in _IRREGULAR.items()
}
_KINDS = frozenset(VERB_CLASSES.values()) | EVENT_NOUNS | LEGAL_NOUNS.keys() | frozenset(DEVERBAL_OBJECT.values())


def join_sources(facts: Sequence[Fact], known: Sequence[Fact] = ()) -> list[Fact]:
    """Facts in their order, each event that a second source tells joined to the first as another claim.

    What a fact of `known` (a bank's, from other sources) tells already is not joined but proposed to a person.
    """
    joined: list[Fact | None] = list(facts)
    told, before = _Timeline(), _Timeline()
    for number, fact in enumerate(known):
        before.add(number, fact)
    for index, fact in enumerate(facts):
        matches = told.matches(fact)
        first = matches[0][1] if len(matches) == 1 else None
        if first is None:
            there = before.matches(fact)
            joined[index] = fact = _proposed(fact, there[0][1]) if len(there) == 1 else fact
            told.add(index, fact)
        elif first.status in ASKABLE and fact.status in ASKABLE:
            joined[matches[0][0]] = told.facts[matches[0][0]] = _joined(first, fact)
            joined[index] = None
        else:
            joined[index] = _proposed(fact, first)
    return [fact for fact in joined if fact is not None]


class _Timeline:
    """Facts by number, found again by time and sameness."""

    def __init__(self) -> None:
        self.facts: dict[int, Fact] = {}
        self._buckets: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, number: int, fact: Fact) -> None:
        self.facts[number] = fact
        for bucket in _buckets(fact):
            self._buckets[bucket].append(number)

    def matches(self, fact: Fact) -> list[tuple[int, Fact]]:
        """Those that tell the same event from another source, with their numbers."""
        near = _buckets(fact)
        likely = {number for bucket in (near[0] - 1, *near, near[-1] + 1) for number in self._buckets.get(bucket, ())}
        return [(number, self.facts[number]) for number in sorted(likely) if _same(self.facts[number], fact)]


def _joined(first: Fact, second: Fact) -> Fact:
    """One fact with both claims, in the shorter wording: what only one source says is not claimed of both."""
    told = min(first, second, key=lambda fact: len(_gist(fact.event)))
    return replace(first, event=told.event, question=told.question, claims=(*first.claims, *second.claims))


def _buckets(fact: Fact) -> list[int]:
    """The time buckets that the fact's date touches; of a date wider than about two years only the outer ones."""
    date = fact.claims[0].date
    first, last = date.earliest.ordinal // NEAR_DAYS, date.latest.ordinal // NEAR_DAYS
    return list(range(first, last + 1)) if last - first <= 24 else [first, last]


def _proposed(fact: Fact, first: Fact) -> Fact:
    """The same, as a question to a person: where one of the two is not sure, they stay apart."""
    source = first.claims[0].citation.source
    told = f"is this the event that {source} tells as “{first.event}”?"
    reason = f"{told} then move the claim there and list this id under formerly"
    return replace(fact, status="draft", reasons=(reason, *fact.reasons))


def _same(one: Fact, other: Fact) -> bool:
    if {claim.citation.source for claim in one.claims} & {claim.citation.source for claim in other.claims}:
        return False
    if one.claims[0].bound != other.claims[0].bound or _gap(one, other) > NEAR_DAYS:
        return False
    short, long = sorted((_gist(one.event), _gist(other.event)), key=len)
    names = {word for gist in (short, long) for word, named in gist.items() if named}
    shared = [word for word in short if any(_alike(word, candidate, names) for candidate in long)]
    return (
        len(shared) == len(short) >= 2
        and any(word in names for word in shared)
        and any(word in _KINDS for word in shared)
    )


def _gap(one: Fact, other: Fact) -> int:
    left, right = one.claims[0].date, other.claims[0].date
    return max(left.earliest.ordinal - right.latest.ordinal, right.earliest.ordinal - left.latest.ordinal, 0)


@lru_cache(maxsize=32768)
def _gist(event: str) -> dict[str, bool]:
    """Content words in lower case, verbs by their kind; True for names (a capital inside the statement)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", event) if not unicodedata.combining(c))
    found: dict[str, bool] = {}
    for place, word in enumerate(_WORD.findall(plain)):
        deed = _DEEDS.get(word.lower(), word.lower())
        if deed not in _EMPTY:
            found[deed] = word[:1].isupper() and place > 0 and deed not in _KINDS
    return found


def _alike(word: str, other: str, names: set[str]) -> bool:
    if word == other:
        return True
    return word in names and other in names and SequenceMatcher(None, word, other).ratio() >= _SPELT_ALIKE
